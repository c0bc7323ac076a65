"""Which words two passages share, and which of their figures differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.alignment import Alignment, Run, align, without_figures
from pr_editor.text.similarity import split_words

WORDS = st.sampled_from(["شهردار", "بهاران", "گفت", "۱۲", "۴۵", "کتابخانه", "پانزده", "امروز", "گشایش", "یافت"])
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


def told(alignment: Alignment) -> list[tuple[str, str]]:
    """The figures that differ, as written."""
    return [(one.a.text if one.a else "", one.b.text if one.b else "") for one in alignment.figures]


def words(text: str, runs: tuple[Run, ...], *, shared: bool) -> list[str]:
    """The stretches of a text that are shared, or not."""
    return [text[run.start : run.end] for run in runs if run.shared is shared]


def test_what_was_rewritten_stands_out() -> None:
    a = "شهردار بهاران گفت: کتابخانه تازه با همکاری مردم ساخته شد."
    b = "شهردار بهاران افزود: کتابخانه تازه با کمک مردم ساخته شد."
    found = align(a, b)
    assert words(a, found.a, shared=False) == ["گفت", "همکاری"]
    assert words(b, found.b, shared=False) == ["افزود", "کمک"]
    assert words(b, found.b, shared=True) == ["شهردار بهاران", "کتابخانه تازه با", "مردم ساخته شد"]
    assert (found.shared, found.only_a, found.only_b) == (8, 2, 2)


def test_how_a_word_is_written_makes_no_difference() -> None:
    found = align("کتابخانه‌های تازهٔ شهر", "كتابخانههای تازه شهر")
    assert [run.shared for run in (*found.a, *found.b)] == [True, True]


def test_a_chance_word_amid_different_ones_is_no_shared_one() -> None:
    a = "مدیر کل از مردم خواست و برنامه‌های سال آینده را شرح داد"
    b = "باران تند دیروز بارید و راه روستا بسته ماند"
    assert align(a, b).shared == 0


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("ظرفیت ۱۲ مگاوات برای ۴۵ کارگاه", "ظرفیت ۱۵ مگاوات برای ۴۵ کارگاه", [("۱۲", "۱۵")]),
        ("ظرفیت ۱۲ مگاوات است", "ظرفیت دوازده مگاوات است", []),
        ("ظرفیت 12 مگاوات است", "ظرفیت ۱۲ مگاوات است", []),
        ("بودجه ۱۲ هزار تومان شد", "بودجه ۱۲ تومان شد", [("۱۲ هزار", "۱۲")]),
        ("در ۱۴۰۳/۰۲/۱۱ برگزار شد", "در ۱۴۰۴/۰۲/۱۵ برگزار شد", [("۱۴۰۳/۰۲/۱۱", "۱۴۰۴/۰۲/۱۵")]),
        ("سومین نمایشگاه کتاب بهاران", "چهارمین نمایشگاه کتاب بهاران", [("سومین", "چهارمین")]),
        ("نمایشگاه کتاب بهاران با ۴۰ غرفه", "نمایشگاه کتاب بهاران", [("۴۰", "")]),
        ("یک نمایشگاه کتاب در بهاران", "نمایشگاه کتاب در بهاران", []),
        ("شهردار گفت ۲۰ کتابخانه داریم", "۲۰ کتابخانه داریم شهردار گفت", []),
        ("", "نمایشگاه ۳ روزه", [("", "۳")]),
        ("", "", []),
    ],
)
def test_figures_that_differ(a: str, b: str, differ: list[tuple[str, str]]) -> None:
    assert told(align(a, b)) == differ
    assert told(align(b, a)) == [(there, here) for here, there in differ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ظرفیت هر کارگاه بیست نفر است", "ظرفیت هر کارگاه ۳۵ نفر است"),
        ("بیست و پنج نفر در ۱۲ هزار و ۵۰۰ متر", "سی نفر در ۹۰۰ متر"),
        ("۱۴۰۳/۰۵/۱۲ ساعت ۱۸:۳۰", "۱۴۰۴/۰۱/۰۹ ساعت ۹"),
    ],
)
def test_passages_are_the_same_but_for_their_figures(a: str, b: str) -> None:
    assert without_figures(a) == without_figures(b)


def test_figures_of_other_things_are_not_the_same() -> None:
    assert without_figures("بیست نفر آمدند") != without_figures("بیست کتاب آمدند")
    assert without_figures("نفر آمدند") != without_figures("بیست نفر آمدند")


def test_places_count_from_where_the_passages_begin() -> None:
    paragraph = "وی افزود: ظرفیت آن ۱۲ مگاوات است."
    passage = paragraph[10:]
    found = align(passage, "ظرفیت آن ۱۵ مگاوات است.").within(10, 0)
    assert words(paragraph, found.a, shared=False) == ["۱۲"]
    figure = found.figures[0].a
    assert figure is not None
    assert paragraph[figure.start : figure.end] == "۱۲"


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=100)
def test_runs_cover_every_word_once_and_say_the_same_on_both_sides(a: str, b: str) -> None:
    found = align(a, b)
    for text, runs in ((a, found.a), (b, found.b)):
        covered = [word.text for run in runs for word in split_words(text[run.start : run.end])]
        assert covered == [word.text for word in split_words(text)]
    assert words(a, found.a, shared=True) == words(b, found.b, shared=True)
    assert found.shared + found.only_a == len(split_words(a))
    assert found.shared + found.only_b == len(split_words(b))


@given(TEXTS)
@settings(deadline=None, max_examples=50)
def test_a_text_differs_in_nothing_from_itself(text: str) -> None:
    found = align(text, text)
    assert all(run.shared for run in found.a)
    assert found.figures == ()
