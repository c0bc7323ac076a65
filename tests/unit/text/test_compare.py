"""Which paragraph became which, and that nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.compare import compare
from pr_editor.text.draft import draft_of

WORDS = st.sampled_from(["شهردار", "بهاران", "گفت", "کتابخانه", "تازه", "امروز", "گشایش", "یافت"])
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=6)


@given(PARAGRAPHS, PARAGRAPHS)
@settings(deadline=None, max_examples=100)
def test_every_paragraph_of_both_is_there_once_and_in_order(old: list[str], new: list[str]) -> None:
    passages = compare(draft_of(old), draft_of(new))
    assert [p.old for p in passages if p.old is not None] == list(range(len(old)))
    assert [p.new for p in passages if p.new is not None] == list(range(len(new)))
    for p in passages:
        assert "".join(p.before[c.a_start : c.a_end] for c in p.changes) == p.before
        assert "".join(p.after[c.b_start : c.b_end] for c in p.changes) == p.after
        assert p.same == (p.old is not None and p.new is not None and all(c.equal for c in p.changes))


def test_a_rewritten_paragraph_stays_itself_beside_a_new_one() -> None:
    old = draft_of(["گشایش کتابخانه تازه", "شهردار بهاران از همکری مردم سپاس گزارد", "منبع: شهرداری"])
    new = draft_of(["گشایش کتابخانه تازه", "شهردار بهاران از همکاری مردم سپاس گزارد", "نویسنده: مریم", "منبع: شهرداری"])
    pairs = [(p.old, p.new) for p in compare(old, new)]
    assert pairs == [(0, 0), (1, 1), (None, 2), (2, 3)]
    rewritten = compare(old, new)[1]
    changed = [
        (rewritten.before[c.a_start : c.a_end], rewritten.after[c.b_start : c.b_end])
        for c in rewritten.changes
        if not c.equal
    ]
    assert changed == [("همکری", "همکاری")]


def test_a_repeated_paragraph_that_went_is_told_as_gone() -> None:
    lead = "کتابخانه تازه شهر بهاران گشایش یافت"
    passages = compare(draft_of([lead, lead, "پایان"]), draft_of([lead, "پایان"]))
    assert sorted(p.same for p in passages) == [False, True, True]
    gone = next(p for p in passages if not p.same)
    assert (gone.new, gone.before) == (None, lead)
