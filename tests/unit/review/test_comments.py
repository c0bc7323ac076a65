"""Comments on passages and the answers to them: part of signed steps, gathered over all versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.review.comments import check_places, quoted, threads_of
from pr_editor.review.model import Answer, Comment, Eyes, ReleaseState, SignOff, Verdict
from pr_editor.review.workflow import advance
from pr_editor.text.draft import draft_of
from pr_editor.text.message import KnownError
from tests.unit.review.strategies import AT, FOUR_EYES, LEILA, SARA, digest, submission, submitted

if TYPE_CHECKING:
    from pr_editor.review.model import Release

TEXT = "شهرداری ده ایستگاه تازه راه می‌اندازد"
WHICH, WHEN = Comment(0, 0, 5, "کدام طرح؟"), Comment(1, 2, 6, "از چه روزی؟")
LATER = "متنی دیگر"


def returned(*comments: Comment) -> Release:
    step = SignOff(LEILA.name, Verdict.RETURN, digest(TEXT), AT, comments=comments)
    return advance(submitted(TEXT, SARA), step, LEILA, FOUR_EYES)


def again(release: Release, *answers: Answer) -> Release:
    return advance(release, replace(submission(LATER, SARA), answers=answers), SARA, FOUR_EYES)


def test_answers_stand_with_their_comment() -> None:
    said = Answer(1, 1, SARA.name, AT, "از شنبه", settled=False)
    done = Answer(1, 0, SARA.name, AT)
    first, second = threads_of(again(returned(WHICH, WHEN), said, done))
    assert (first.id, first.comment, first.by, first.answers, first.settled) == (
        (1, 0),
        WHICH,
        LEILA.name,
        (done,),
        True,
    )
    assert (second.id, second.comment, second.answers, second.settled) == ((1, 1), WHEN, (said,), False)


def test_the_last_word_counts() -> None:
    release = again(returned(WHICH), Answer(1, 0, SARA.name, AT))
    back = SignOff(LEILA.name, Verdict.RETURN, digest(LATER), AT, note="هنوز نه")
    release = advance(release, back, LEILA, FOUR_EYES)
    doubt = Answer(1, 0, SARA.name, AT, "منظورتان چیست؟", settled=False)
    handed = replace(submission("متن سوم", SARA), answers=(doubt,))
    (thread,) = threads_of(advance(release, handed, SARA, FOUR_EYES))
    assert len(thread.answers) == 2
    assert not thread.settled


def test_comments_are_kept_with_an_approval() -> None:
    step = SignOff(LEILA.name, Verdict.APPROVE, digest(TEXT), AT, comments=(WHICH,), eyes=Eyes.FOUR)
    after = advance(submitted(TEXT, SARA), step, LEILA, FOUR_EYES)
    assert after.state is ReleaseState.APPROVED
    assert after.versions[0].comments == (WHICH,)


@pytest.mark.parametrize("comment", [Comment(0, 0, 5, "  "), Comment(0, 5, 5, "چرا؟"), Comment(-1, 0, 5, "چرا؟")])
def test_a_comment_needs_words_and_a_passage(comment: Comment) -> None:
    with pytest.raises(KnownError, match="comment needs"):
        returned(comment)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(1, 1, SARA.name, AT), "no comment 2 on version 1"),
        (Answer(2, 0, SARA.name, AT), "no comment 1 on version 2"),
        (Answer(1, 0, SARA.name, AT, " ", settled=False), "needs words"),
        (Answer(1, 0, LEILA.name, AT), "did not give"),
    ],
)
def test_what_answers_nothing_is_refused(answer: Answer, words: str) -> None:
    with pytest.raises(KnownError, match=words):
        again(returned(WHICH), answer)


def test_a_passage_has_to_be_in_the_text() -> None:
    draft = draft_of(["تأمین آب پنج روستا"])
    check_places([Comment(0, 6, 8, "آب؟")], draft)
    assert [one.words for one in quoted([Comment(0, 6, 8, "آب؟")], draft)] == ["آب"]
    for place in (Comment(0, 6, 80, "آب؟"), Comment(1, 0, 2, "آب؟")):
        with pytest.raises(KnownError, match="needs a passage"):
            check_places([place], draft)
