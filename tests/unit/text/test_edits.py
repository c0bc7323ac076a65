"""Laws of spans and edits."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.draft import Draft, Kind, Paragraph, draft_of
from pr_editor.text.edits import OverlapError, apply, edit_text, in_order, invert, merge_touching
from pr_editor.text.span import Edit, Span, from_utf16, to_utf16, utf16_length

TEXT = st.text(alphabet="ابپتی ،.‌۱2a😀", max_size=40)


@st.composite
def text_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A paragraph with edits that don't overlap."""
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [Edit(Span(0, a, b), draw(TEXT)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, [edit for at, edit in enumerate(edits) if not any(edit.span.overlaps(o.span) for o in edits[:at])]


@given(text_and_edits())
@settings(deadline=None)
def test_inverse_restores_the_text(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert edit_text(edit_text(text, edits), invert(text, edits)) == text


@given(text_and_edits())
@settings(deadline=None)
def test_merging_changes_nothing(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    merged = merge_touching(edits)
    assert edit_text(text, merged) == edit_text(text, edits)
    assert all(a.span.end < b.span.start for a, b in itertools.pairwise(merged))


@given(text_and_edits())
@settings(deadline=None)
def test_order_of_edits_makes_no_difference(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert edit_text(text, reversed(edits)) == edit_text(text, edits)


@given(TEXT, st.data())
@settings(deadline=None)
def test_utf16_offsets_come_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, offset)) == offset
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_offset_inside_a_surrogate_pair_is_the_pair() -> None:
    assert from_utf16("الف😀ب", 4) == 3


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(OverlapError):
        in_order([Edit(Span(0, 0, 3), "الف"), Edit(Span(0, 2, 4), "ب")])
    with pytest.raises(OverlapError):
        edit_text("متن", [Edit(Span(0, 1, 1), "الف"), Edit(Span(0, 1, 1), "ب")])


def test_edits_of_other_paragraphs_never_overlap() -> None:
    assert not Span(0, 0, 3).overlaps(Span(1, 0, 3))


def test_edit_past_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="after the text"):
        edit_text("متن", [Edit(Span(0, 2, 9), "")])


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(0, start, end)


def test_apply_keeps_keys_and_kinds_and_drops_what_is_emptied() -> None:
    draft = Draft((Paragraph(4, "تیتر", Kind.HEADLINE), Paragraph(7, "متن"), Paragraph(9, "پایان")))
    changed = apply(draft, [Edit(Span(7, 0, 3), " "), Edit(Span(4, 4, 4), " تازه")])
    assert changed.paragraphs == (Paragraph(4, "تیتر تازه", Kind.HEADLINE), Paragraph(9, "پایان"))


def test_a_line_feed_begins_a_new_paragraph() -> None:
    draft = Draft((Paragraph(4, "تیتر", Kind.HEADLINE), Paragraph(7, "متن\nدیگر"), Paragraph(2, "پایان")))
    changed = apply(draft, [Edit(Span(4, 4, 4), "\nلید\n"), Edit(Span(7, 0, 0), "این ")])
    assert changed.paragraphs == (
        Paragraph(4, "تیتر", Kind.HEADLINE),
        Paragraph(8, "لید"),
        Paragraph(7, "این متن\nدیگر"),
        Paragraph(2, "پایان"),
    )


def test_apply_refuses_unknown_paragraphs() -> None:
    with pytest.raises(KeyError):
        apply(draft_of(["متن"]), [Edit(Span(5, 0, 0), "الف")])
