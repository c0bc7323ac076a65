"""The checker holds drafts against the library in use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.config import Settings
from pr_editor.app.protocol import Check, Found, Ready, Trouble
from pr_editor.app.services import build_services
from tests.unit.app.conversation import Conversation
from tests.unit.library.office import open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.library.office import Office

STORY = (
    "ایستگاه هواشناسی کوهستان به راه افتاد",
    "ایستگاه خودکار هواشناسی کوهستان در بلندای سه هزار متری به راه افتاد و داده‌هایش هر ده دقیقه می‌رسد.",
    "مدیر هواشناسی استان گفت: با این داده‌ها هشدار بهمن و کولاک برای کوهنوردان و راهداران زودتر از پیش داده می‌شود.",
)
REUSE = {"DUP101", "DUP102"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The library of the data folder, with nothing in it yet."""
    services = build_services()
    services.settings.save(Settings(language="en"))
    services.paths.library.parent.mkdir(parents=True, exist_ok=True)
    made = open_office(services.paths.library.parent)
    yield made
    made.library.close()


@pytest.fixture
def checker(office: Office) -> Iterator[Conversation]:
    """A checker beside it."""
    with Conversation(build_services()) as conversation:
        assert isinstance(conversation.hear(), Ready)
        yield conversation


def check(revision: int) -> Check:
    return Check("draft", revision, tuple(enumerate(STORY)))


def reuse(checker: Conversation, asked: Check) -> list[str]:
    checker.say(asked)
    return sorted(one.code for one in checker.findings() if one.code in REUSE)


def test_what_is_approved_meanwhile_is_found_own_and_left_out_releases_are_not(
    office: Office, checker: Conversation
) -> None:
    assert reuse(checker, check(1)) == []
    release = office.approved(*STORY)
    assert reuse(checker, check(2)) == ["DUP101", "DUP101", "DUP101", "DUP102"]
    assert reuse(checker, replace(check(3), own=release)) == []
    assert reuse(checker, check(4)) == ["DUP101", "DUP101", "DUP101", "DUP102"]
    assert reuse(checker, replace(check(5), without=(release,))) == []


def test_first_findings_do_not_wait_for_the_library(office: Office, checker: Conversation) -> None:
    office.approved(*STORY)
    checker.say(check(1))
    scopes = [event.scope for event in checker.until_done() if isinstance(event, Found)]
    assert scopes == ["paragraph", "draft", "published"]


def test_a_library_that_cannot_be_read_is_told_as_rules_that_did_not_run(office: Office, checker: Conversation) -> None:
    office.library.close()
    office.path.write_bytes(b"nothing of the kind" * 100)
    for revision in (1, 2):
        checker.say(check(revision))
        heard = checker.until_done()
        if revision == 1:
            assert isinstance(heard[-1], Trouble)
            assert str(office.path) in heard[-1].message, "and that is said once"
            heard = checker.until_done()
        (failure,) = [one for event in heard if isinstance(event, Found) for one in event.failures]
        codes, reason = failure
        assert codes == ("DUP101", "DUP102")
        assert str(office.path) in reason


def test_another_library_that_is_chosen_is_asked(office: Office, checker: Conversation, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = open_office(tmp_path / "other")
    other.approved(*STORY)
    other.library.close()
    assert reuse(checker, check(1)) == []
    build_services().settings.save(Settings(language="en", library=str(other.path)))
    assert reuse(checker, check(2)) == ["DUP101", "DUP101", "DUP101", "DUP102"]
