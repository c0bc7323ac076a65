"""What differs from the draft as received, and whether a rule or a hand has done it."""

from __future__ import annotations

import pytest

from pr_editor.app.changes import Change, Done, following, recorded, texts_of
from pr_editor.app.comparison import BY_HAND, compare_with_received, in_reading_order, without
from pr_editor.app.visible import visible
from pr_editor.text.draft import Draft, draft_of
from pr_editor.text.edits import apply
from pr_editor.text.marked import Mark, pieces
from pr_editor.text.message import message
from pr_editor.text.span import Edit
from tests.unit.app.test_changes import AUTHOR, find_all

ZWNJ = "\u200c"
TEXTS = (
    "کتابخانه با همکری مردم ساخته شد.",
    "برنامه های دیگری هم در راه است ، از فردا.",
    "این بند دو بار آمده است.",
    "بند پایانی",
)


def fixed(received: Draft, *fixes: tuple[str, str, str]) -> tuple[Draft, tuple[Change, ...]]:
    """The draft after fixes (code, words, new words), one after the other."""
    changes: tuple[Change, ...] = ()
    for code, words, new in fixes:
        before = received
        done = Done(code, message("“{text}”", text=words), (Edit(find_all(before, words)[0], new),))
        received = apply(before, done.edits)
        texts = texts_of(before.paragraphs), texts_of(received.paragraphs)
        changes = (*following(changes, *texts), *recorded([done], *texts, changes, AUTHOR))
    return received, changes


def by_hand(draft: Draft, words: str, new: str, changes: tuple[Change, ...]) -> tuple[Draft, tuple[Change, ...]]:
    after = apply(draft, [Edit(find_all(draft, words)[0], new)])
    return after, following(changes, texts_of(draft.paragraphs), texts_of(after.paragraphs))


def test_each_difference_names_the_rules_that_made_it() -> None:
    received = draft_of(TEXTS)
    now, changes = fixed(
        received,
        ("SPL001", "همکری", "همکاری"),
        ("ZWN002", "برنامه های", f"برنامه{ZWNJ}های"),
        ("SPC001", " ،", "،"),
    )
    now, changes = by_hand(now, "دیگری", "تازه‌ای", changes)
    comparison = compare_with_received(received, now, changes)
    assert [one.codes for one in comparison.differences] == [("SPL001",), ("ZWN002",), (), ("SPC001",)]
    assert comparison.counts == {"SPL": 1, "ZWN": 1, "SPC": 1, BY_HAND: 1}
    assert list(comparison.counts)[-1] == BY_HAND


def test_two_words_that_became_one_are_one_difference() -> None:
    received = draft_of(TEXTS)
    now, changes = fixed(received, ("ZWN002", "برنامه های", f"برنامه{ZWNJ}های"))
    comparison = compare_with_received(received, now, changes)
    marked = [(piece.mark, piece.text) for piece in pieces(comparison.passages[1])]
    assert marked == [
        (Mark.GONE, "برنامه های"),
        (Mark.NEW, f"برنامه{ZWNJ}های"),
        (Mark.SAME, " دیگری هم در راه است ، از فردا."),
    ]


def test_what_was_typed_over_a_fix_was_done_by_hand() -> None:
    received = draft_of(TEXTS)
    now, changes = fixed(received, ("SPL001", "همکری", "همکاری"))
    now, changes = by_hand(now, "همکاری", "یاری", changes)
    assert compare_with_received(received, now, changes).counts == {BY_HAND: 1}


def test_a_paragraph_a_fix_took_away_is_that_rule_s() -> None:
    received = draft_of(TEXTS)
    now, changes = fixed(received, ("DUP001", TEXTS[2], ""))
    comparison = compare_with_received(received, now, changes)
    assert [one.codes for one in comparison.differences] == [("DUP001",)]
    assert comparison.counts == {"DUP": 1}


def test_nothing_differs_in_a_text_as_received() -> None:
    comparison = compare_with_received(draft_of(TEXTS), draft_of(TEXTS), ())
    assert comparison.differences == ()
    assert comparison.counts == {}


def test_without_its_fixes_a_draft_reads_as_received_even_where_one_stands_in_another() -> None:
    received = draft_of(TEXTS)
    now, changes = fixed(
        received, ("SPL001", "همکری", "همکاری"), ("TRM001", "همکاری مردم", "یاری شهروندان"), ("SPC001", " ،", "،")
    )
    assert [p.text for p in without(now, changes).paragraphs] == list(TEXTS)


def test_changes_are_told_in_reading_order() -> None:
    received = draft_of(TEXTS)
    now, changes = fixed(received, ("SPC001", " ،", "،"), ("DUP001", TEXTS[2], ""), ("SPL001", "همکری", "همکاری"))
    assert [change.code for change in in_reading_order(changes, now)] == ["SPL001", "SPC001", "DUP001"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"می{ZWNJ}رود", "می¦رود"),
        ("می رود", "می رود"),
        ("است ،", "است·،"),
        ("دو  فاصله", "دو··فاصله"),
        (" ", "·"),
        ("الف\u200fب", "الف[RLM]ب"),
        ("الف\u00a0ب", "الف°ب"),
        ("الف\u2066ب", "الف[U+2066]ب"),
    ],
)
def test_what_has_no_shape_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
