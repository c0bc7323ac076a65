"""Events about releases as steps of the workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pr_editor.library.events import EventKind
from pr_editor.library.texts import (
    decode_import,
    decode_sign_off,
    decode_submission,
    encode_import,
    encode_sign_off,
    encode_submission,
)
from pr_editor.review.model import Submission, Verdict
from pr_editor.review.workflow import advance

if TYPE_CHECKING:
    from pr_editor.library.events import Event
    from pr_editor.library.register import Register
    from pr_editor.review.model import Release, Step

_VERDICTS = {
    EventKind.APPROVED: Verdict.APPROVE,
    EventKind.RETURNED: Verdict.RETURN,
    EventKind.WITHDRAWN: Verdict.WITHDRAW,
}
_KINDS = {verdict: kind for kind, verdict in _VERDICTS.items()}


def step_of(event: Event) -> Step:
    """The step an event tells of. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    if event.version is None:
        raise ValueError("which version?")
    if event.kind is EventKind.IMPORTED:
        return decode_import(event.data, event.actor, event.at, event.version)
    if event.kind is EventKind.SUBMITTED:
        return decode_submission(event.data, event.actor, event.at, event.version)
    return decode_sign_off(event.data, _VERDICTS[event.kind], event.actor, event.at, event.version)


def told(step: Step) -> tuple[EventKind, dict[str, Any]]:
    """The kind and the data of the event that tells of ``step``."""
    if isinstance(step, Submission) and step.origin is not None:
        return EventKind.IMPORTED, encode_import(step.origin)
    if isinstance(step, Submission):
        return EventKind.SUBMITTED, encode_submission(step)
    return _KINDS[step.verdict], encode_sign_off(step)


def take(release: Release, event: Event, register: Register) -> Release:
    """The release after ``event``, judged by the people and the house of that time.

    Raises ``KnownError`` when it was not allowed, ``ValueError``, ``KeyError`` or ``TypeError`` for nonsense.
    """
    roll = register.before(event.seq)
    if roll is None:
        raise ValueError("before the library was created")
    return advance(release, step_of(event), roll.member(event.actor).person, roll.house)
