"""Words are found however they were typed, and marked where they stand in the original."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.library.search import highlights_of, indexed, terms_of
from pr_editor.text.draft import draft_of
from pr_editor.text.fold import fold
from pr_editor.text.message import KnownError
from tests.unit.library.office import handover

if TYPE_CHECKING:
    from tests.unit.library.office import Office

ZWNJ = "\u200c"


def marked(text: str, words: str) -> list[str]:
    """The words of ``text`` that a search for ``words`` marks."""
    found = highlights_of(draft_of([text]), terms_of(words))
    return [text[start:end] for highlight in found for start, end in highlight.spans]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("تأمین", "تامین"),
        ("تامین", "تأمین"),
        (f"کتاب{ZWNJ}ها", "کتابها"),
        ("کتاب ها", "کتابها"),
        ("کتابها", "کتاب ها"),
        ("کتابها", f"کتاب{ZWNJ}ها"),
        ("کتاب ها", f"کتاب{ZWNJ}ها"),
        (f"کتاب{ZWNJ}ها", "کتاب ها"),
        (f"می{ZWNJ}رود", "میرود"),
        ("می رود", "میرود"),
        ("میرود", f"می{ZWNJ}رود"),
        (f"نمی{ZWNJ}رود", "نمی رود"),
        (f"بین{ZWNJ}المللی", "بین المللی"),
        ("بین المللی", f"بین{ZWNJ}المللی"),
        (f"بزرگ{ZWNJ}ترین", "بزرگترین"),
        ("كتابي", "کتابی"),
        ("مُحَمَّد", "محمد"),
        ("۱۴۰۴", "1404"),
        ("١٤٠٤", "۱۴۰۴"),
        ("مســئول", "مسئول"),
        ("خانهٔ", "خانه"),
        ("PySide", "pyside"),
    ],
)
def test_one_word_however_it_is_typed(office: Office, written: str, asked: str) -> None:
    release = office.submit("خبر روز", f"گفته شد: «{written}»، دیگر هیچ.")
    hits = office.library.search(asked)
    assert [hit.summary.id for hit in hits] == [release]
    (highlight,) = hits[0].highlights
    assert highlight.paragraph == 1
    assert [highlight.text[start:end] for start, end in highlight.spans] == [written]


@pytest.mark.parametrize(
    "asked", ["(رضا", "-خبر", "علی AND", 'خبر"', "NEAR(خبر)", "text:خبر", "خبر*", "^خبر", "{خبر}", "متن OR خبر"]
)
def test_nothing_typed_is_an_operator(office: Office, asked: str) -> None:
    office.submit("سرخط", "متن")
    assert office.library.search(asked) == ()


def test_all_words_must_be_there_wherever_in_the_text(office: Office) -> None:
    release = office.submit("آب پنج روستا", "لید", "برق هم رسید")
    assert [hit.summary.id for hit in office.library.search("برق روستا")] == [release]
    assert office.library.search("برق شهر") == ()


def test_the_last_word_may_be_unfinished(office: Office) -> None:
    release = office.submit("بهره‌برداری از نیروگاه", "لید")
    assert [hit.summary.id for hit in office.library.search("نیرو")] == [release]
    assert office.library.search("نیرو بهره‌برداری") == ()


def test_numbers_outlets_authors_and_keywords_are_found(office: Office) -> None:
    release = office.submit("خبر", "لید", outlet="روابط عمومی آبفا", author="نادر کریم‌پور", keywords=("سیلاب",))
    for asked in (release, "۱۴۰۵-۰۰۰۱", "آبفا", "كريمپور", "سيلاب"):
        (hit,) = office.library.search(asked)
        assert (hit.summary.id, hit.highlights) == (release, ())


def test_each_release_is_found_once_by_its_newest_fitting_version(office: Office) -> None:
    first = office.submit("باران در شمال", "لید")
    second = office.submit("باران در جنوب", "لید")
    office.submit("باران و برف در شمال", "لید", release=first)
    assert [(hit.summary.id, hit.number) for hit in office.library.search("باران")] == [(first, 2), (second, 1)]
    assert [(hit.summary.id, hit.number) for hit in office.library.search("باران برف")] == [(first, 2)]


def test_more_versions_than_a_page_holds(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pr_editor.library.reading._PAGE", 5)
    releases = [office.submit(f"خبر {n}", "باران") for n in range(3)]
    for n in range(12):
        office.submit(f"خبر دو، ویرایش {n}", "باران", release=releases[1])
    assert [hit.summary.id for hit in office.library.search("باران")] == [releases[1], releases[2], releases[0]]


def test_what_came_in_is_not_searched_but_what_was_submitted(office: Office) -> None:
    given_in = replace(handover("خبر", "متن پیراسته"), received=draft_of(["متن ناپیراسته"]))
    office.library.submit(given_in, office.editor)
    assert office.library.search("ناپیراسته") == ()


@pytest.mark.parametrize("asked", ["", " ؟! ", '"', "*", ZWNJ])
def test_nothing_to_search_for(office: Office, asked: str) -> None:
    with pytest.raises(KnownError, match="Type a word"):
        office.library.search(asked)


def test_signs_belong_to_the_word_and_what_follows_does_not() -> None:
    assert marked(f"مُحَمَّدٌ{ZWNJ} آمد", "محمد") == ["مُحَمَّدٌ"]
    assert marked("کتاب، کتابخانه", "کتاب") == ["کتاب", "کتابخانه"]
    assert marked("کتاب، کتابخانه", "کتاب کتاب") == ["کتاب", "کتابخانه"]
    assert marked("مکتب", "کتب") == []


LETTERS = st.text(alphabet=f"ابتآأئكکيی هاترمن{ZWNJ}ـًّ۱٢3.,«»", max_size=30)


@given(LETTERS, st.data())
@settings(deadline=None, max_examples=100)
def test_every_word_of_a_text_is_marked_when_asked_for(text: str, data: st.DataObject) -> None:
    words = [word for word in text.split() if terms_of(word)]
    if not words:
        return
    asked = data.draw(st.sampled_from(words))
    found = highlights_of(draft_of([text]), terms_of(asked))
    assert found
    for highlight in found:
        ends = [0, *(edge for span in highlight.spans for edge in span), len(highlight.text)]
        assert ends == sorted(ends)
        assert all(fold(highlight.text[start:end]).strip() for start, end in highlight.spans)


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_any_text_can_be_indexed_and_asked_for(text: str) -> None:
    indexed(draft_of([text]), [text])
    for highlight in highlights_of(draft_of([text]), terms_of(text)):
        assert all(0 <= start < end <= len(highlight.text) for start, end in highlight.spans)
