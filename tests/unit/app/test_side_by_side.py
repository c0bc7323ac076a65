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


def test_every_pair_is_marked_on_both_sides_and_nothing_else() -> None:
    found = beside_release(DRAFT, RELEASE, PAIRS)
    assert texts(found.first) == whole(DRAFT)
    assert texts(found.second) == whole(RELEASE)
    assert [one.text for one in found.first[1].figures] == ["۴۵"]
    assert [one.text for one in found.second[1].figures] == ["۴۰"]
    assert [bool(one.runs) for one in found.first] == [False, True, True]
    assert [bool(one.runs) for one in found.second] == [False, True, False, True]


def test_words_around_the_shared_ones_are_not_spoken_of() -> None:
    marked = beside_release(DRAFT, RELEASE, PAIRS).first[2]
    assert [marked.text[run.start : run.end] for run in marked.runs] == [SECOND]
    assert all(run.shared for run in marked.runs)
