"""HTML references and drawn digits, as the guard and the rules read them."""

from __future__ import annotations

import pytest

from pr_editor.text.digits import DRAWN, drawn_to_ascii
from pr_editor.text.entities import decoded


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("می&zwnj;شود", "می\u200cشود"),
        ("&#1740;&#x6CC;&#X6cc;", "ییی"),
        ("AT&amp;T", "AT&T"),
        ("&quot;متن&quot;", '"متن"'),
        ("&qxzw; & &amp", "&qxzw; & &amp"),
        ("?a=1&lang=fa", "?a=1&lang=fa"),
    ],
)
def test_references_stand_for_characters(text: str, meant: str) -> None:
    assert decoded(text) == meant


@pytest.mark.parametrize(
    ("drawn", "digits"), [("③", "3"), ("⑳", "20"), ("⓪", "0"), ("❿", "10"), ("９", "9"), ("𝟟", "7")]
)
def test_drawn_digits_have_values(drawn: str, digits: str) -> None:
    assert drawn.translate(drawn_to_ascii) == digits


def test_superscripts_are_no_digits() -> None:
    assert not set("¹²³⁴") & set(DRAWN)
