"""Comments and answers in a library: signed, kept for ever, shown with their words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.texts import decode_submission, encode_submission
from pr_editor.library.verify import verify
from pr_editor.review.comments import threads_of
from pr_editor.review.model import Answer, Comment, Submission
from pr_editor.text.message import KnownError
from tests.unit.library.office import CHANGED, EDITOR, PASSPHRASE, SUPERVISOR, handover

if TYPE_CHECKING:
    from tests.unit.library.office import Office

WHO = Comment(2, 0, 4, "کدام مدیر؟")


def test_they_survive_closing_and_stand_in_the_history_with_their_words(office: Office) -> None:
    release = office.submit()
    office.library.return_(release, office.supervisor, "", (WHO,))
    answer = Answer(1, 0, EDITOR, office.clock(), "مدیر آبفای استان", settled=False)
    office.library.submit(replace(handover(*CHANGED), answers=(answer,)), office.editor, release)
    office.library.approve(release, SUPERVISOR, PASSPHRASE, comments=(Comment(0, 0, 5, "خوب است"),))
    library = office.reopen()
    first, second = threads_of(library.release(release))
    assert (first.comment, first.by, first.answers) == (WHO, SUPERVISOR, (answer,))
    assert (second.id, second.comment.text) == ((2, 0), "خوب است")
    history = library.history(release)
    assert [[one.words for one in entry.comments] for entry in history] == [[], ["مدیر"], [], ["تأمین"]]
    assert [entry.answers for entry in history] == [(), (), (answer,), ()]
    assert verify(office.path, office.checkpoint).sound


@pytest.mark.parametrize("place", [(7, 0, 4), (0, 0, 500)])
def test_a_passage_that_is_not_in_the_text_is_refused(office: Office, place: tuple[int, int, int]) -> None:
    release = office.submit()
    with pytest.raises(KnownError, match="needs a passage"):
        office.library.return_(release, office.supervisor, "", (Comment(*place, "چرا؟"),))
    assert [entry.kind for entry in office.library.history(release)] == ["submitted"]


def test_comments_are_about_the_text_that_was_looked_at(office: Office) -> None:
    release = office.submit()
    seen = office.library.show(release).version.submission.digest
    office.submit(*CHANGED, release=release)
    with pytest.raises(KnownError, match="has changed since"):
        office.library.return_(release, office.supervisor, "", (WHO,), seen=seen)


def test_events_from_before_there_were_answers_are_read(office: Office) -> None:
    step = Submission("sha256:00", EDITOR, office.clock(), answers=())
    data = encode_submission(step)
    del data["answers"]
    assert decode_submission(data, step.by, step.at, step.digest) == step
