"""Reports show every mark where it is, whatever overlaps."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.html_report import pieces
from pr_editor.app.text_report import candidates_of
from pr_editor.checks.model import Applicability, Finding, Fix
from pr_editor.checks.registry import RULES
from pr_editor.profile.model import Severity
from pr_editor.text.message import Message
from pr_editor.text.span import Edit, Span

TEXT = "کارها خوب پیش می رود"


def finding(start: int, end: int, *fixes: Fix, severity: Severity = Severity.ERROR) -> Finding:
    rule = RULES["CHR001"]
    return Finding(rule, Span(0, start, end), TEXT[start:end], Message("x"), severity, fixes, (), "f")


def change(*edits: tuple[int, int, str]) -> Fix:
    return Fix(Message("x"), tuple(Edit(Span(0, a, b), text) for a, b, text in edits), Applicability.SAFE)


places = st.integers(0, len(TEXT))
spans = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))


@settings(deadline=None, max_examples=100)
@given(st.lists(spans, max_size=6))
def test_pieces_make_up_the_text_and_each_mark_covers_its_span(chosen: list[tuple[int, int]]) -> None:
    numbered = [(number, finding(*span)) for number, span in enumerate(chosen, 1)]
    cut = pieces(TEXT, numbered)
    assert "".join(piece.text for piece in cut) == TEXT
    for number, one in numbered:
        assert "".join(piece.text for piece in cut if number in piece.marks) == one.text
        assert any(number in piece.marks for piece in cut)


def test_the_heaviest_severity_colours_a_piece() -> None:
    note = finding(0, 9, severity=Severity.NOTE)
    cut = pieces(TEXT, [(1, note), (2, finding(6, 9))])
    assert [(piece.text, piece.severity) for piece in cut[:2]] == [("کارها ", "note"), ("خوب", "error")]


def test_candidates_are_what_the_words_become() -> None:
    joined = change((16, 17, "\u200c"))
    assert candidates_of(finding(14, 20, joined), TEXT) == ["می‌رود"]
    assert candidates_of(finding(0, 5, change((0, 1, "ک")), change((0, 5, "کارها"))), TEXT) == ["کارها"]


def test_deletions_and_far_edits_are_no_candidates() -> None:
    assert candidates_of(finding(0, 5, change((0, 5, ""))), TEXT) == []
    elsewhere = replace(change((0, 1, "x")), edits=(Edit(Span(7, 0, 1), "x"),))
    assert candidates_of(finding(0, 5, elsewhere), TEXT) == []
    assert candidates_of(finding(0, 5), TEXT) == []
