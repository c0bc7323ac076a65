"""A draft beside a release: everything to be read, and what is marked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.app.reuse_report import Pair
from pr_editor.app.side_by_side import Marked, beside_release
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pr_editor.text.draft import Draft

OPENING = "وی افزود: "
FIRST = "نمایشگاه کتاب بهاران با ۴۵ ناشر در بوستان مرکزی گشایش یافت"
SECOND = "درهای نمایشگاه هر روز از ساعت ۹ به روی همه شهروندان باز است"
DRAFT = draft_of(("تیتر تازه", FIRST, OPENING + SECOND))
RELEASE = draft_of(("تیتر پارسال", FIRST.replace("۴۵", "۴۰"), "بندی دیگر", SECOND))


def pair(here: int, start: int, there: int) -> Pair:
    """A paragraph of the draft, from ``start`` to its end, beside a whole paragraph of the release."""
    paragraph, other = DRAFT.paragraphs[here], RELEASE.paragraphs[there].text
    return Pair(
        number=here + 1,
        paragraph=paragraph,
        start=start,
        end=len(paragraph.text),
        there=there + 1,
        text=other,
        there_start=0,
        there_end=len(other),
        share=0.4,
        exact=False,
        only_figures=False,
        figures_differ=False,
    )


PAIRS = (pair(1, 0, 1), pair(2, len(OPENING), 3))


def texts(marked: tuple[Marked, ...]) -> list[str]:
    """What is read."""
    return [one.text for one in marked]


def whole(draft: Draft) -> list[str]:
    """All of a text."""
    return [paragraph.text for paragraph in draft.paragraphs]


def test_the_pair_in_hand_shows_what_differs_and_the_others_what_they_share() -> None:
    found = beside_release(DRAFT, RELEASE, PAIRS, hand=0)
    assert texts(found.first) == whole(DRAFT)
    assert texts(found.second) == whole(RELEASE)
    assert [one.held for one in found.first] == [False, True, False]
    assert [one.held for one in found.second] == [False, True, False, False]
    assert [one.text for one in found.first[1].figures] == ["۴۵"]
    assert [one.text for one in found.second[1].figures] == ["۴۰"]
    assert [(one.a and one.a.text, one.b and one.b.text) for one in found.alignment.figures] == [("۴۵", "۴۰")]
    other = found.first[2]
    assert [other.text[run.start : run.end] for run in other.runs] == [SECOND]
    assert not other.figures
    assert not found.first[0].runs
    assert not found.second[2].runs


def test_words_around_the_shared_ones_are_not_spoken_of() -> None:
    held = beside_release(DRAFT, RELEASE, PAIRS, hand=1).first[2]
    assert held.held
    assert [held.text[run.start : run.end] for run in held.runs] == [SECOND]
