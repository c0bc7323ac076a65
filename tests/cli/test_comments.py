"""Comments on passages and the answers to them, for people who live in a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.office import BODY, BYLINE, CLEAN, EDITOR, HEADLINE, LEAD, SOURCE, SUPERVISOR

if TYPE_CHECKING:
    from tests.cli.office import Office

WORDS = "سه هزار جلد"
CHANGED = (HEADLINE, LEAD.replace(WORDS, "چهار هزار جلد"), BODY, BYLINE, SOURCE)


def show(office: Office, release: str, *options: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(office.call("library", "show", release, "--format", "json", *options).stdout)
    return answer


def returned(office: Office) -> str:
    release = office.submit(*CLEAN)
    comments = ("--comment", f"{WORDS}=از کجا؟", "--comment", "شهرداری و مردم = چند نفر؟")
    done = office.act(SUPERVISOR, "return", release, *comments)
    assert (done.returncode, done.stdout) == (0, "")
    return release


def test_a_comment_is_reason_enough_to_return(office: Office) -> None:
    first, second = show(office, returned(office))["decisions"][0]["comments"]
    assert (first["paragraph"], first["words"], first["text"]) == (1, WORDS, "از کجا؟")
    assert LEAD[first["start"] : first["end"]] == WORDS
    assert (second["words"], second["text"]) == ("شهرداری و مردم", "چند نفر؟")


def test_they_are_answered_by_number_and_the_answers_shown(office: Office) -> None:
    release = returned(office)
    answers = ("--answer", "1.1=از سند خرید", "--settle", "۱.۲")
    office.submit(*CHANGED, options=("--release", release, *answers))
    assert [(a["comment"], a["text"], a["settled"], a["by"]) for a in show(office, release)["answers"]] == [
        (0, "از سند خرید", False, EDITOR),
        (1, "", True, EDITOR),
    ]
    lines = office.call("library", "show", release, "--version", "1").stdout.splitlines()
    at = lines.index("Comments:")
    assert lines[at + 1].startswith("  1.1  paragraph 2")
    assert all(part in lines[at + 1] for part in (WORDS, SUPERVISOR, "از کجا؟"))
    assert lines[at + 2] == f"    answered by {EDITOR}: از سند خرید"
    assert lines[at + 4] == f"    settled by {EDITOR}"
    assert "Comments:" not in office.call("library", "show", release).stdout


def test_a_comment_is_kept_with_an_approval(office: Office) -> None:
    release = office.submit(*CLEAN)
    done = office.act(SUPERVISOR, "approve", release, "--comment", f"{WORDS}=خوب است")
    assert done.returncode == 0
    assert [one["text"] for one in show(office, release)["decisions"][0]["comments"]] == ["خوب است"]


@pytest.mark.parametrize("comment", ["پنج هزار جلد=از کجا؟", "کتاب=کدام؟", "بی‌نظر", "=چرا؟", f"{WORDS}= "])
def test_what_is_no_comment_on_one_passage_changes_nothing(office: Office, comment: str) -> None:
    release = office.submit(*CLEAN)
    done = office.act(SUPERVISOR, "return", release, "--comment", comment)
    assert (done.returncode, done.stdout) == (2, "")
    assert show(office, release)["state"] == "submitted"


@pytest.mark.parametrize(
    "answer", [("--answer", "1.1"), ("--answer", "1=چرا"), ("--settle", "1.3"), ("--settle", "2.1")]
)
def test_what_answers_no_comment_is_not_handed_in(office: Office, answer: tuple[str, str]) -> None:
    release = returned(office)
    done = office.act(EDITOR, "submit", office.draft(*CHANGED), "--release", release, *answer)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(show(office, release)["history"]) == 2


def test_a_text_is_not_returned_without_a_word(office: Office) -> None:
    release = office.submit(*CLEAN)
    assert office.act(SUPERVISOR, "return", release).returncode == 2
    assert show(office, release)["state"] == "submitted"
