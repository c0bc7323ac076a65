"""Spans find their way between a draft, Qt's document, and a text that has changed meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from pr_editor.gui.editor.places import carry, indent_of, offset_of, position_of
from pr_editor.text.span import Span

WORDS = st.text(st.sampled_from("ابپ‌ 😀x"), max_size=12)


@pytest.mark.parametrize(("line", "indent"), [("متن", 0), ("  متن ", 2), ("\u00a0متن", 1), ("   ", 0), ("", 0)])
def test_white_space_before_the_words_does_not_count(line: str, indent: int) -> None:
    assert indent_of(line) == indent


@settings(deadline=None, max_examples=100)
@given(WORDS, WORDS)
def test_position_and_offset_are_inverse(before: str, line: str) -> None:
    document = QTextDocument()
    QTextCursor(document).insertText(f"{before}\n{line}")
    block = document.lastBlock()
    assert block.text() == line
    for offset in range(len(line.strip()) + 1):
        assert offset_of(block, line, position_of(block, line, offset)) == offset


@settings(deadline=None, max_examples=100)
@given(WORDS, WORDS, WORDS, WORDS)
def test_words_beside_an_edit_are_carried(head: str, words: str, tail: str, typed: str) -> None:
    before = head + words + tail
    span = Span(0, len(head), len(head) + len(words))
    for now in (typed + before, before + typed):
        carried = carry(span, before, now)
        assert carried is None or carried.of(now) == words
    if words and tail:
        assert carry(span, before, before + typed) is not None


def test_touched_words_are_not_carried() -> None:
    assert carry(Span(0, 2, 6), "یک بسیاد کار", "یک بسبیاد کار") is None
    assert carry(Span(0, 3, 8), "یک بسیاد کار", "یک بسیاد دیگر") == Span(0, 3, 8)
    assert carry(Span(0, 3, 8), "یک بسیاد کار", "و یک بسیاد کار") == Span(0, 5, 10)


def test_a_span_past_the_end_is_not_carried() -> None:
    assert carry(Span(0, 2, 9), "کوتاه", "کوتاه") is None
