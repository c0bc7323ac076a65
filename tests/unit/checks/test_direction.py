"""Marks of direction: what may be removed, and what is left alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pr_editor.checks.model import Applicability
from pr_editor.text.bidi import RIGHT_TO_LEFT, first_direction, seen
from pr_editor.text.draft import draft_of
from pr_editor.text.edits import edit_text
from pr_editor.text.letters import DIRECTION_MARKS

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine
    from pr_editor.text.span import Edit

_MARKED = st.text(alphabet=f"ابab۱2 .،(){DIRECTION_MARKS}", min_size=1, max_size=24).map(lambda text: f"ا{text}ب")


def shown(text: str, direction: int) -> list[tuple[str, int]]:
    """The visible characters from left to right, with the direction that shapes brackets."""
    return [(text[at], side) for at, side in seen(text, direction) if text[at] not in DIRECTION_MARKS]


def safe_edits(engine: Engine, text: str) -> list[Edit]:
    """The SAFE edits of the rules about direction."""
    findings = engine.review(draft_of([text])).findings
    fixes = [finding.fixes[0] for finding in findings if finding.code in {"BID002", "BID003"} and finding.fixes]
    return [edit for fix in fixes if fix.applicability is Applicability.SAFE for edit in fix.edits]


@given(_MARKED)
@example("ا\u202a2\u061c2\u200eب")
@settings(deadline=None, max_examples=100)
def test_safe_fixes_change_nothing_that_is_seen(engine: Engine, text: str) -> None:
    after = edit_text(text, safe_edits(engine, text))
    assert first_direction(after) == first_direction(text)
    assert shown(after, RIGHT_TO_LEFT) == shown(text, RIGHT_TO_LEFT)


@pytest.mark.parametrize("mark", DIRECTION_MARKS)
def test_every_mark_is_named(engine: Engine, mark: str) -> None:
    findings = engine.review(draft_of([f"این طرح {mark}تازه است و همه از آن خبر دارند."])).findings
    texts = [str(finding.message) for finding in findings if finding.code.startswith("BID")]
    assert len(texts) == 1
    assert "hidden" in texts[0]


@pytest.mark.parametrize("piece", ["\u200fا", "\u202bا ", "\u2067", "ا\u202c", "\u202a\u2069", "ab\u200e، "])
def test_thousands_of_marks_take_no_long_time(engine: Engine, piece: str) -> None:
    started = time.perf_counter()
    engine.review(draft_of([piece * 1000]))
    assert time.perf_counter() - started < 30
