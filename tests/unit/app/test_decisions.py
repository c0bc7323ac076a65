"""Decisions of the editor: which findings one of them hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.app.decisions import Decisions
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine


def test_leaving_a_word_hides_every_place_however_often_it_stands(engine: Engine) -> None:
    often = engine.review(draft_of(["مردم گردشفر آمدند."] * 6)).findings
    doubted = [finding for finding in often if finding.text == "گردشفر"]
    assert {finding.code for finding in doubted} == {"SPL005"}
    decisions = Decisions()
    decisions.left_in_draft.add(decisions.about(doubted[0]))
    assert all(map(decisions.hides, doubted))
    once = [one for one in engine.review(draft_of(["مردم گردشفر آمدند."])).findings if one.text == "گردشفر"]
    assert [one.code for one in once] == ["SPL001"]
    assert all(map(decisions.hides, once))


def test_leaving_a_word_hides_no_other_matter(engine: Engine) -> None:
    found = {one.code: one for one in engine.review(draft_of(["کتاب های حاظر را عمدا نخواندند."])).findings}
    decisions = Decisions()
    decisions.left_in_draft.add(decisions.about(found["SPL007"]))
    assert decisions.hides(found["SPL007"])
    assert not decisions.hides(found["TRM001"])
    assert not decisions.hides(found["ZWN002"])
