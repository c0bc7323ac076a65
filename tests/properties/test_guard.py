"""The guard looks at a window; what it says must be what a look at the whole paragraph would say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.model import Applicability, Touches, fix
from pr_editor.checks.protect import judge, same_facts, speech, window
from pr_editor.text.edits import edit_text
from pr_editor.text.span import Edit, Span
from tests.properties.strategies import paragraphs, texts_with_edits

_touches = st.sampled_from((None, Touches.DIGITS, Touches.LATIN))


@given(texts_with_edits(), _touches)
@settings(deadline=None, max_examples=100)
def test_window_speaks_for_the_paragraph(case: tuple[str, list[Edit]], touches: Touches | None) -> None:
    text, edits = case
    passed = judge(fix("Fix", edits, Applicability.ASK), {0: text}, touches)
    assert (passed is not None) == same_facts(text, edit_text(text, edits), (touches,))


@given(texts_with_edits())
@settings(deadline=None, max_examples=100)
def test_window_holds_the_edits(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    start, end = window(text, edits)
    assert 0 <= start <= edits[0].span.start
    assert edits[-1].span.end <= end <= len(text)


@given(texts_with_edits())
@settings(deadline=None, max_examples=100)
def test_safe_means_speech_is_kept(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    passed = judge(fix("Fix", edits, Applicability.SAFE), {0: text}, Touches.ALL)
    assert passed is not None
    assert (passed.applicability is Applicability.SAFE) == (speech(text) == speech(edit_text(text, edits)))


@given(paragraphs())
@settings(deadline=None, max_examples=50)
def test_a_fix_past_the_end_is_refused(text: str) -> None:
    outside = Edit(Span(0, len(text), len(text) + 1), "")
    assert judge(fix("Fix", [outside], Applicability.SAFE), {0: text}, Touches.ALL) is None
