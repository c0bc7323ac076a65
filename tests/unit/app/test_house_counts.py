"""What a library teaches: from approved releases alone, made when they change, and told to the checker."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.house_counts import LEARNT, UNCHANGED, counts_now, house_counts, learn, learning_command
from pr_editor.app.library import Shelf
from pr_editor.app.protocol import Check, Done, Ready, Trouble, UseHouse
from pr_editor.app.services import build_services
from pr_editor.text.message import KnownError
from tests.unit.app.conversation import Conversation
from tests.unit.library.office import SUPERVISOR, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = ("آب پاک به روستا رسید", "آب پاک از چشمهٔ بالا می‌آید.")
SECOND = ("چشمهٔ دیگری پیدا شد", "آب پاک از چشمهٔ پایین می‌آید.")
THIRD = ("هوای پاک نیز رسید", "آب پاک و هوای پاک حق همه است.")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    yield opened
    opened.library.close()


@pytest.fixture
def shelf(office: Office) -> Shelf:
    return Shelf(office.path, office.checkpoint)


def test_nothing_is_known_before_something_is_learnt(tmp_path: Path, shelf: Shelf) -> None:
    assert house_counts(shelf) is None
    nowhere = Shelf(tmp_path / "none.db", tmp_path / "none.json")
    assert not learn(nowhere)
    assert house_counts(nowhere) is None


def test_only_what_two_approved_releases_say_is_learnt(office: Office, shelf: Shelf) -> None:
    office.approved(*FIRST)
    office.submit(*SECOND)
    learn(shelf)
    before = house_counts(shelf)
    assert before is not None
    assert before.count("آب", "پاک") == 0
    office.approved(*THIRD)
    assert learn(shelf)
    after = house_counts(shelf)
    assert after is not None
    assert after.count("آب", "پاک") == 3
    assert after.count("چشمه") == 0


def test_what_is_withdrawn_is_forgotten(office: Office, shelf: Shelf) -> None:
    office.approved(*FIRST)
    release = office.approved(*SECOND)
    learn(shelf)
    office.library.withdraw(release, office.supervisor, "نادرست بود")
    assert learn(shelf)
    counts = house_counts(shelf)
    assert counts is not None
    assert len(counts) == 0


def test_it_is_counted_again_only_when_the_texts_have_changed(office: Office, shelf: Shelf) -> None:
    office.approved(*FIRST)
    assert learn(shelf)
    assert not learn(shelf)
    office.submit(*SECOND)
    assert not learn(shelf), "what only waits teaches nothing"


def test_damaged_counts_are_told_of_and_made_anew(office: Office, shelf: Shelf) -> None:
    office.approved(*FIRST)
    learn(shelf)
    whole = shelf.counts.read_bytes()
    shelf.counts.write_bytes(whole[:-1])
    with pytest.raises(KnownError, match="word counts"):
        house_counts(shelf)
    assert learn(shelf)
    assert shelf.counts.read_bytes() == whole


def test_the_counts_of_this_moment_need_no_file_and_leave_none(office: Office, shelf: Shelf) -> None:
    office.approved(*FIRST)
    office.approved(*SECOND)
    now = counts_now(shelf)
    assert not shelf.counts.exists()
    learn(shelf)
    assert now == house_counts(shelf) == counts_now(shelf)


def test_of_a_large_library_what_was_learnt_last_will_do(
    office: Office, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pr_editor.app.house_counts.COUNTED_AT_ONCE", 1)
    office.approved(*FIRST)
    learn(shelf)
    learnt = house_counts(shelf)
    office.approved(*SECOND)
    assert counts_now(shelf) == learnt
    assert learn(shelf)
    assert counts_now(shelf) == house_counts(shelf) != learnt


def test_the_counts_hold_no_text(office: Office, shelf: Shelf) -> None:
    office.approved(*FIRST)
    office.approved(*SECOND)
    learn(shelf)
    assert "پاک".encode() not in shelf.counts.read_bytes()


def test_the_process_learns_once_and_says_so() -> None:
    services = build_services()
    services.shelf().create(SUPERVISOR, "گذرواژهٔ لیلا", solo=True).close()
    statuses = [subprocess.run(learning_command(services), check=False).returncode for _ in range(2)]
    assert statuses == [LEARNT, UNCHANGED]
    services.shelf().path.write_bytes(b"no library at all")
    assert subprocess.run(learning_command(services), check=False, stderr=subprocess.DEVNULL).returncode == 1


def test_the_checker_tells_once_of_counts_it_cannot_read_and_goes_on() -> None:
    services = build_services()
    shelf = services.shelf()
    shelf.create(SUPERVISOR, "گذرواژهٔ لیلا", solo=True).close()
    shelf.counts.parent.mkdir(parents=True, exist_ok=True)
    shelf.counts.write_bytes(b"nonsense")
    with Conversation(services) as conversation:
        assert isinstance(conversation.hear(), Trouble)
        assert isinstance(conversation.hear(), Ready)
        conversation.say(UseHouse(), Check("draft", 1, ((0, "آب پاک است."),)))
        assert isinstance(conversation.until_done()[-1], Done)
