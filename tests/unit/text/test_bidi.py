"""In which order text is seen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.bidi import LEFT_TO_RIGHT, RIGHT_TO_LEFT, first_direction, seen

LRM, RLM, LRE, RLE, PDF, LRO, RLO = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
VISIBLE = "abاب12۱۲٣ .,%()[]-+/:א$"
HIDDEN = f"{LRM}{RLM}\u061c{LRE}{RLE}{PDF}{LRO}{RLO}{LRI}{RLI}{FSI}{PDI}\u200c"


def shown(text: str, direction: int = RIGHT_TO_LEFT) -> str:
    """The characters of ``text`` from left to right, brackets as they are stored."""
    return "".join(text[at] for at, _ in seen(text, direction) if text[at] not in HIDDEN)


@pytest.mark.parametrize(
    ("text", "rtl", "ltr"),
    [
        ("abc", "abc", "abc"),
        ("اب", "با", "با"),
        ("اب cd", "cd با", "با cd"),
        ("۱۲ اب", "با ۱۲", "۱۲ با"),
        ("اب ۱۲-۳۴", "۳۴-۱۲ با", "۳۴-۱۲ با"),
        ("cd 12-34", "cd 12-34", "cd 12-34"),
        ("اب 12%", "%12 با", "12 با%"),
        ("اب (cd) اب", "با )cd( با", "با (cd) با"),
        ("C++، اب", "با ،++C", "C++، با"),
        (f"C++{LRM}، اب", "با ،C++", "C++، با"),
        (f"ab{RLM} cd", "cd ab", "ab cd"),
        (f"a{RLO}bc{PDF}d", "acbd", "acbd"),
        (f"ا{LRO}بپ{PDF}ت", "تبپا", "تبپا"),
        (f"ab {RLI}اب، cd{PDI} ef", "ab cd ،با ef", "ab cd ،با ef"),
        (f"اب {FSI}ab!{PDI} اب", "با ab! با", "با ab! با"),
        (f"{PDI}اب{PDF}", "با", "با"),
    ],
)
def test_order_on_the_screen(text: str, rtl: str, ltr: str) -> None:
    assert (shown(text), shown(text, LEFT_TO_RIGHT)) == (rtl, ltr)


@pytest.mark.parametrize(
    ("text", "direction"),
    [("اب ab", 1), ("12 ab اب", 0), (f"{RLI}ا{PDI}a", 0), (f"{RLI}ا", None), ("12 +", None), (f"{RLM}a", 1)],
)
def test_a_paragraph_may_go_by_its_first_letter(text: str, direction: int | None) -> None:
    assert first_direction(text) == direction


@given(st.text(alphabet=VISIBLE + HIDDEN, max_size=40), st.sampled_from((LEFT_TO_RIGHT, RIGHT_TO_LEFT)))
@settings(deadline=None, max_examples=100)
def test_nothing_is_lost_or_shown_twice(text: str, direction: int) -> None:
    order = [at for at, _ in seen(text, direction) if text[at] not in HIDDEN]
    assert sorted(order) == [at for at, ch in enumerate(text) if ch not in HIDDEN]


@given(st.text(alphabet=VISIBLE, max_size=30), st.sampled_from((LEFT_TO_RIGHT, RIGHT_TO_LEFT)))
@settings(deadline=None, max_examples=100)
def test_an_override_puts_all_in_one_order(text: str, direction: int) -> None:
    assert shown(f"{LRO}{text}{PDF}.", direction).strip(".") == text.strip(".")
    assert shown(f"{RLO}{text}{PDF}.", direction).strip(".") == text[::-1].strip(".")


@given(st.text(alphabet=VISIBLE, max_size=20), st.text(alphabet=VISIBLE, max_size=20))
@settings(deadline=None, max_examples=100)
def test_an_isolate_keeps_its_inside_from_the_outside(inner: str, outer: str) -> None:
    whole = shown(f"ا{RLI}{inner}{PDI}{outer}")
    assert shown(inner).strip() in whole


def test_deep_nesting_ends() -> None:
    text = (LRE + RLE + RLI) * 100 + "اب ab" + PDI * 100
    assert sorted(shown(text)) == sorted("اب ab")
