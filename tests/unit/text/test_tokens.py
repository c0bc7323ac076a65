"""What a paragraph falls into."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.tokens import TokenKind, tokenize, words


@given(st.text(alphabet="ابی‌ ،.:/@#-_۱2aZ«»()٪+\n😀ًـ", max_size=80))
@settings(deadline=None)
def test_tokens_are_verbatim_ordered_and_lose_nothing_visible(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text != "" for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    covered = {at for t in tokens for at in range(t.start, t.end)}
    assert not any(ch.isalpha() or ch.isdigit() for at, ch in enumerate(text) if at not in covered)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://news.example.ir/a?b=1&c=۲", TokenKind.URL),
        ("www.example.ir", TokenKind.URL),
        ("example.com/path", TokenKind.URL),
        ("press.office@mail.example.ir", TokenKind.EMAIL),
        ("@pr_office", TokenKind.HANDLE),
        ("#روابط_عمومی", TokenKind.HASHTAG),
        ("IR820540102680020817909002", TokenKind.IBAN),
        ("IR82 0540 1026 8002 0817 9090 02", TokenKind.IBAN),
        ("021-88776655", TokenKind.PHONE),
        ("۰۹۱۲۱۲۳۴۵۶۷", TokenKind.PHONE),
        ("+989121234567", TokenKind.PHONE),
        ("۱۴۰۲/۱۱/۱۲", TokenKind.DATE),
        ("2024-05-01", TokenKind.DATE),
        ("۱۰:۳۰", TokenKind.TIME),
        ("2.5.1", TokenKind.CODE),
        ("A4", TokenKind.CODE),
        ("۱۲۳/الف/۴۵۶", TokenKind.CODE),
        ("۱٬۲۵۰٬۰۰۰", TokenKind.NUMBER),
        ("۳٫۵", TokenKind.NUMBER),
        ("۱۲٪", TokenKind.NUMBER),
        ("Wi-Fi", TokenKind.LATIN),
        ("می‌رویم", TokenKind.WORD),
        ("لطفاً", TokenKind.WORD),
        ("خانهٔ", TokenKind.WORD),
        ("«", TokenKind.MARK),
    ],
)
def test_one_piece(text: str, kind: TokenKind) -> None:
    (token,) = tokenize(text)
    assert (token.kind, token.text) == (kind, text)


def test_full_stop_after_an_address_is_no_part_of_it() -> None:
    assert [t.text for t in tokenize("به www.example.ir.")] == ["به", "www.example.ir", "."]


def test_words_are_persian_words_only() -> None:
    assert [t.text for t in words("در سال ۱۴۰۲ شرکت ABC افتتاح شد.")] == ["در", "سال", "شرکت", "افتتاح", "شد"]
