"""What fixes have changed is on record and can be reversed: alone, in any order, after other edits, another day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.change_places import find
from pr_editor.app.change_records import decode_changes, encode_changes
from pr_editor.app.changes import Author, Change, Done, declined, following, recorded, texts_of, together, turned
from pr_editor.text.draft import Draft, draft_of
from pr_editor.text.edits import apply
from pr_editor.text.message import message
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AUTHOR = Author("مریم کاظمی", datetime(2025, 5, 1, 9, 30, tzinfo=UTC))
REASON = message("“{word}” is misspelled.", word="همکری")
ZWNJ = "\u200c"
TEXTS = (
    "کتابخانه با همکری مردم ساخته شده و مردم می روند.",
    "برنامه های دیگری هم در راه است ، از فردا.",
    "همه می روند و می آیند و می روند.",
)


def find_all(draft: Draft, words: str) -> list[Span]:
    """Every place of some words, in order."""
    return [
        Span(p.key, at, at + len(words))
        for p in draft.paragraphs
        for at in range(len(p.text))
        if p.text.startswith(words, at)
    ]


def half_space(draft: Draft, words: str) -> list[Edit]:
    """A half-space for the space in each place of two words."""
    at = words.index(" ")
    return [Edit(Span(s.key, s.start + at, s.start + at + 1), ZWNJ) for s in find_all(draft, words)]


def fix(draft: Draft, edits: Iterable[Sequence[Edit]], known: Sequence[Change] = ()) -> tuple[Draft, list[Change]]:
    """The draft after some fixes in one step, and all changes on record."""
    done = [Done("ZWN001", REASON, tuple(group)) for group in edits]
    after = apply(draft, [edit for one in done for edit in one.edits])
    texts = texts_of(draft.paragraphs), texts_of(after.paragraphs)
    return after, [*following(known, *texts), *recorded(done, *texts, known, AUTHOR)]


def reverse(draft: Draft, changes: Sequence[Change], wanted: Iterable[int]) -> tuple[Draft, list[Change]]:
    """Reverse changes, by their ids, as far as they can be, those that can be at once in one step."""
    left, all_ = set(wanted), list(changes)
    while chosen := together([one for one in all_ if one.id in left], texts_of(draft.paragraphs)):
        after = apply(draft, [edit for edits in chosen.values() for edit in edits])
        texts = texts_of(draft.paragraphs), texts_of(after.paragraphs)
        new = {one.id: one for one in turned(chosen, *texts, AUTHOR)}
        all_ = [new.get(one.id, one) for one in following(all_, *texts)]
        draft, left = after, left - new.keys()
    return draft, all_


def typed(draft: Draft, changes: Sequence[Change], key: int, text: str) -> tuple[Draft, list[Change]]:
    """Somebody has made ``text`` of a paragraph."""
    after = replace(draft, paragraphs=tuple(replace(p, text=text) if p.key == key else p for p in draft.paragraphs))
    return after, list(following(changes, texts_of(draft.paragraphs), texts_of(after.paragraphs)))


def words_of(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


def test_a_record_says_what_where_by_whom_and_shows_whole_words() -> None:
    draft = draft_of(TEXTS)
    after, (change,) = fix(draft, [half_space(draft, "برنامه های")])
    assert words_of(after)[1].startswith(f"برنامه{ZWNJ}های")
    assert change.shown == (("برنامه های", f"برنامه{ZWNJ}های"),)
    assert (change.code, change.family, change.by, change.step) == ("ZWN001", "ZWN", AUTHOR, 1)
    assert find(change.places[0], texts_of(after.paragraphs)) == Span(1, 6, 7)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_one_of_three_like_it_is_reversed_in_its_own_place(number: int) -> None:
    draft = draft_of(TEXTS)
    edits = half_space(draft, "می روند")
    after, changes = fix(draft, [[edit] for edit in edits])
    after, changes = reverse(after, changes, [number])
    others = [edit for at, edit in enumerate(edits, 1) if at != number]
    assert words_of(after) == words_of(apply(draft, others))
    assert [change.reversed for change in changes] == [at == number for at in (1, 2, 3)]


def test_a_reversal_can_be_reversed_and_is_on_record() -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [half_space(draft, "برنامه های")])
    back, changes = reverse(fixed, changes, [1])
    assert words_of(back) == list(TEXTS)
    assert changes[0].turns == (AUTHOR,)
    again, changes = reverse(back, changes, [1])
    assert words_of(again) == words_of(fixed)
    assert not changes[0].reversed
    assert len(changes[0].turns) == 2
    assert changes[0].shown == (("برنامه های", f"برنامه{ZWNJ}های"),)


def test_where_a_fix_was_reversed_is_told_for_its_rule() -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [half_space(draft, "برنامه های")])
    assert declined(changes, texts_of(fixed.paragraphs)) == frozenset()
    back, changes = reverse(fixed, changes, [1])
    assert declined(changes, texts_of(back.paragraphs)) == {("ZWN001", Span(1, 6, 7))}


def test_what_stands_in_another_change_waits_for_that_one() -> None:
    draft = draft_of(["متن همکری دیگر"])
    fixed, changes = fix(draft, [[Edit(find_all(draft, "همکری")[0], "همکاری")]])
    fixed, changes = fix(fixed, [[Edit(find_all(fixed, "همکاری دیگر")[0], "یاری دیگر")]], changes)
    assert reverse(fixed, changes, [1])[0] == fixed
    assert changes[0].why_not(texts_of(fixed.paragraphs)) is not None
    assert words_of(reverse(fixed, changes, [1, 2])[0]) == ["متن همکری دیگر"]


def test_a_sentence_removed_at_the_start_comes_back_with_its_space() -> None:
    draft = draft_of(["تکراری است. متن دیگری هم هست."])
    fixed, changes = fix(draft, [[Edit(Span(0, 0, 11), "")]])
    fixed, changes = typed(fixed, changes, 0, fixed.paragraphs[0].text.strip())
    assert words_of(reverse(fixed, changes, [1])[0]) == words_of(draft)


@pytest.mark.parametrize("gone", [1, 2])
def test_a_paragraph_that_went_comes_back_in_its_place(gone: int) -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [[Edit(Span(gone, 0, len(TEXTS[gone])), "")]])
    assert len(fixed.paragraphs) == 2
    back, changes = reverse(fixed, changes, [1])
    assert words_of(back) == list(TEXTS)
    assert words_of(reverse(back, changes, [1])[0]) == words_of(fixed)


def test_a_paragraph_comes_back_though_its_neighbour_went_as_well() -> None:
    draft = draft_of([*TEXTS, "بند پایانی"])
    fixed, changes = fix(draft, [[Edit(Span(key, 0, len(TEXTS[key])), "")] for key in (1, 2)])
    assert words_of(reverse(fixed, changes, [2])[0]) == [TEXTS[0], TEXTS[2], "بند پایانی"]
    texts = texts_of(fixed.paragraphs[3:])
    assert changes[1].why_not(texts) is not None


def test_a_line_that_was_added_goes_again() -> None:
    draft = draft_of(TEXTS)
    end = len(TEXTS[2])
    fixed, changes = fix(draft, [[Edit(Span(2, end, end), "\nنویسنده: مریم کاظمی")]])
    assert words_of(fixed)[3] == "نویسنده: مریم کاظمی"
    assert changes[0].shown == (("", "نویسنده: مریم کاظمی"),)
    assert words_of(reverse(fixed, changes, [1])[0]) == list(TEXTS)


def test_what_is_written_into_an_added_line_belongs_to_it() -> None:
    draft = draft_of(TEXTS)
    end = len(TEXTS[2])
    fixed, changes = fix(draft, [[Edit(Span(2, end, end), "\nنویسنده:")]])
    for text in ("نویسنده: م", "نویسنده: مریم کاظمی"):
        fixed, changes = typed(fixed, changes, fixed.paragraphs[3].key, text)
    assert changes[0].shown == (("", "نویسنده: مریم کاظمی"),)
    back, changes = reverse(fixed, changes, [1])
    assert words_of(back) == list(TEXTS)
    again, changes = reverse(back, changes, [1])
    assert words_of(again) == words_of(fixed)


def test_a_paragraph_that_was_put_back_and_rewritten_is_not_taken_away_again() -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [[Edit(Span(1, 0, len(TEXTS[1])), "")]])
    back, changes = reverse(fixed, changes, [1])
    rewritten, changes = typed(back, changes, back.paragraphs[1].key, "بندی که از نو نوشته شد.")
    assert changes[0].why_not(texts_of(rewritten.paragraphs)) is not None


def test_words_changed_by_hand_are_not_touched_and_it_is_said_why() -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [[Edit(find_all(draft, "همکری")[0], "همکاری")]])
    assert changes[0].why_not(texts_of(fixed.paragraphs)) is None
    edited, changes = typed(fixed, changes, 0, words_of(fixed)[0].replace("همکاری", "یاری"))
    why = changes[0].why_not(texts_of(edited.paragraphs))
    assert why is not None
    assert "همکاری" in str(why)
    assert reverse(edited, changes, [1])[0] == edited


@pytest.mark.parametrize("at", [at for at, letter in enumerate(TEXTS[1]) if letter == " " and at > 6])
def test_a_paragraph_split_behind_it_keeps_its_change(at: int) -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [half_space(draft, "برنامه های")])
    text = words_of(fixed)[1]
    split = draft_of([TEXTS[0], text[:at], text[at:], TEXTS[2]])
    changes = list(following(changes, texts_of(fixed.paragraphs), texts_of(split.paragraphs)))
    assert words_of(reverse(split, changes, [1])[0]) == words_of(
        draft_of([TEXTS[0], TEXTS[1][:at], TEXTS[1][at:], TEXTS[2]])
    )


def test_a_paragraph_put_elsewhere_under_another_key_keeps_its_change() -> None:
    draft = draft_of(TEXTS)
    fixed, changes = fix(draft, [half_space(draft, "برنامه های")])
    moved = Draft((*(fixed.paragraphs[at] for at in (0, 2)), replace(fixed.paragraphs[1], key=9)))
    assert words_of(reverse(moved, changes, [1])[0]) == [TEXTS[0], TEXTS[2], TEXTS[1]]


def test_words_that_stand_twice_elsewhere_are_not_guessed_at() -> None:
    draft = draft_of(TEXTS[:1])
    fixed, changes = fix(draft, [[Edit(find_all(draft, "همکری")[0], "همکاری")]])
    twice = Draft(tuple(replace(fixed.paragraphs[0], key=key) for key in (5, 6)))
    assert changes[0].why_not(texts_of(twice.paragraphs)) is not None


@st.composite
def fixed_drafts(draw: st.DrawFn) -> tuple[Draft, Draft, list[Change]]:
    """A draft, and the same after a step of fixes that do not touch each other.

    No letter stands twice in a paragraph: of equal ones side by side nobody can tell which was taken out.
    """
    letters = st.lists(st.sampled_from("ابپتدذرزژسشصضطظعغفقکگلمنوهی"), min_size=8, unique=True)
    draft = draft_of(draw(st.lists(letters.map("".join), min_size=1, max_size=3)))
    fixes = []
    for paragraph in draft.paragraphs:
        cuts = sorted(draw(st.sets(st.integers(0, len(paragraph.text)), max_size=8)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if end < len(paragraph.text):
                fixes.append([Edit(Span(paragraph.key, start, end - 1), draw(st.text("ثجچحخ", max_size=4)))])
    return draft, *fix(draft, fixes)


@settings(deadline=None, max_examples=100)
@given(fixed_drafts(), st.randoms())
def test_reversed_in_any_order_the_text_is_back(case: tuple[Draft, Draft, list[Change]], chance: object) -> None:
    draft, fixed, changes = case
    order = [change.id for change in changes]
    chance.shuffle(order)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    for number in order:
        fixed, changes = reverse(fixed, changes, [number])
    assert words_of(fixed) == words_of(draft)


@settings(deadline=None, max_examples=100)
@given(fixed_drafts(), st.data())
def test_typing_elsewhere_does_not_matter(case: tuple[Draft, Draft, list[Change]], data: st.DataObject) -> None:
    draft, fixed, changes = case
    for paragraph in fixed.paragraphs:
        spots = [at for at in range(len(paragraph.text) + 1) if not near_a_change(changes, paragraph.key, at)]
        if spots:
            at = data.draw(st.sampled_from(spots))
            words = data.draw(st.text("0123456789", min_size=1, max_size=6))
            text = paragraph.text[:at] + words + paragraph.text[at:]
            fixed, changes = typed(fixed, changes, paragraph.key, text)
    back, changes = reverse(fixed, changes, [change.id for change in changes])
    without = [text.translate(dict.fromkeys(map(ord, "0123456789"))) for text in words_of(back)]
    assert without == words_of(draft)
    assert all(change.reversed for change in changes)


def near_a_change(changes: Sequence[Change], key: int, at: int) -> bool:
    return any(p.key == key and p.start <= at <= p.end for change in changes for p in change.places)


@settings(deadline=None, max_examples=50)
@given(fixed_drafts())
def test_on_disk_they_stay_what_they_are(case: tuple[Draft, Draft, list[Change]]) -> None:
    changes = [replace(change, turns=(AUTHOR,)) for change in case[2]]
    assert list(decode_changes(json.loads(json.dumps(encode_changes(changes))))) == changes


def test_a_change_to_a_whole_paragraph_on_disk() -> None:
    draft = draft_of(TEXTS)
    _, changes = fix(draft, [[Edit(Span(1, 0, len(TEXTS[1])), "")]])
    assert list(decode_changes(json.loads(json.dumps(encode_changes(changes))))) == changes


def test_changes_of_a_newer_program_are_refused() -> None:
    with pytest.raises(ValueError, match="changes 2"):
        decode_changes({"version": 2, "list": []})
