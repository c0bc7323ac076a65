"""Earlier releases a text was not held against: signed with it, shown in its history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.texts import decode_submission, encode_submission
from pr_editor.review.model import Exclusion, Submission
from pr_editor.text.message import KnownError
from tests.unit.library.office import CHANGED, EDITOR, TEXT, handover

if TYPE_CHECKING:
    from tests.unit.library.office import Office


def test_they_survive_closing_and_stand_in_the_history(office: Office) -> None:
    earlier = office.approved(*TEXT)
    exclusion = Exclusion(earlier, "همان طرح، یک سال پس از آن", EDITOR, office.clock())
    release = office.library.submit(replace(handover(*CHANGED), exclusions=(exclusion,)), office.editor)
    office.approve(release)
    library = office.reopen()
    assert library.show(release).version.submission.exclusions == (exclusion,)
    assert [entry.exclusions for entry in library.history(release)] == [(exclusion,), ()]
    assert library.history(earlier)[0].exclusions == ()


def test_a_release_there_is_not_cannot_be_left_out(office: Office) -> None:
    exclusion = Exclusion("1399-0001", "دلیل", EDITOR, office.clock())
    with pytest.raises(KnownError, match="1399-0001"):
        office.library.submit(replace(handover(*TEXT), exclusions=(exclusion,)), office.editor)
    assert office.library.list() == ()


def test_events_from_before_there_were_any_are_read(office: Office) -> None:
    step = Submission("sha256:00", EDITOR, office.clock())
    data = encode_submission(step)
    del data["exclusions"]
    assert decode_submission(data, step.by, step.at, step.digest) == step
