"""Whatever an office does in whatever order, its library stays sound, and what was signed stays what it is."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from pr_editor.review.model import Eyes, ReleaseState
from pr_editor.review.people import Role
from pr_editor.text.message import KnownError
from tests.unit.library.office import (
    CHANGED,
    EDITOR,
    PASSPHRASE,
    SECOND,
    SUPERVISOR,
    TEXT,
    Office,
    arrival,
    handover,
    open_office,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = st.sampled_from([SUPERVISOR, SECOND, EDITOR])
TEXTS = st.sampled_from([TEXT, CHANGED, ("باران در شمال", "لید خبر"), ("برف در غرب", "لید خبر")])
RELEASES = st.sampled_from(["1405-0001", "1405-0002", "1405-0003"])


class Archive(RuleBasedStateMachine):
    """Three people, three releases, and everything the library offers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = open_office(self.folder)
        self.office.library.accounts.add(SECOND, Role.SUPERVISOR, PASSPHRASE, self.office.supervisor)
        self.people = {
            name: self.office.library.accounts.login(name, PASSPHRASE) for name in (SUPERVISOR, SECOND, EDITOR)
        }
        self.signed: dict[tuple[str, int], list[str]] = {}

    def teardown(self) -> None:
        self.office.library.close()
        shutil.rmtree(self.folder)

    def attempt(self, step: Callable[[], object]) -> bool:
        before = self.office.path.read_bytes()
        try:
            step()
        except KnownError:
            assert self.office.path.read_bytes() == before, "what was refused has left a trace"
            return False
        return True

    @rule(text=TEXTS, name=NAMES, release=st.none() | RELEASES)
    def submit(self, text: tuple[str, ...], name: str, release: str | None) -> None:
        self.attempt(lambda: self.office.library.submit(handover(*text), self.people[name], release))

    @rule(text=TEXTS, name=NAMES, file=st.sampled_from(["یک.txt", "دو.txt"]))
    def bring_in(self, text: tuple[str, ...], name: str, file: str) -> None:
        before = {row.id for row in self.office.library.list()}
        arrivals = [arrival(*text, name=file)] * 2
        if self.attempt(lambda: self.office.library.bring_in(arrivals, self.people[name])):
            assert name != EDITOR
            one, same = self.office.library.bring_in(arrivals, self.people[name])
            assert {one.new, same.new} == {False}
            assert one.release == same.release
            assert {row.id for row in self.office.library.list()} <= before | {one.release}

    @rule(text=TEXTS, name=NAMES, release=RELEASES)
    def correct(self, text: tuple[str, ...], name: str, release: str) -> None:
        self.attempt(lambda: self.office.library.correct(release, handover(*text), self.people[name]))

    @rule(name=NAMES, release=RELEASES)
    def approve(self, name: str, release: str) -> None:
        # What was imported before becomes findable with the attempt, even if that is refused.
        self.office.library.catch_up()
        if self.attempt(lambda: self.office.library.approve(release, name, PASSPHRASE)):
            shown = self.office.library.show(release)
            approval = shown.version.approval
            assert approval
            assert approval.eyes is Eyes.FOUR
            assert name not in shown.version.submission.contributors | {EDITOR}
            self.signed[release, shown.version.number] = [p.text for p in shown.draft.paragraphs]

    @rule(name=NAMES, release=RELEASES, recall=st.booleans())
    def send_back(self, name: str, release: str, recall: bool) -> None:
        library, by = self.office.library, self.people[name]
        step = (
            (lambda: library.withdraw(release, by, "دلیل"))
            if recall
            else (lambda: library.return_(release, by, "دلیل"))
        )
        self.attempt(step)

    @rule()
    def rebuild_or_reopen(self) -> None:
        before = self.office.library.list()
        self.office.library.rebuild()
        assert self.office.library.list() == before
        assert self.office.reopen().list() == before

    @invariant()
    def sound(self) -> None:
        report = verify(self.office.path, self.office.checkpoint)
        assert report.sound, [str(problem.message) for problem in report.problems]

    @invariant()
    def what_was_signed_is_still_there(self) -> None:
        for (release, number), texts in self.signed.items():
            assert [p.text for p in self.office.library.show(release, number).draft.paragraphs] == texts

    @invariant()
    def lists_say_what_the_events_say(self) -> None:
        for row in self.office.library.list():
            release = self.office.library.release(row.id)
            assert (row.state, row.versions) == (release.state, len(release.versions))
            assert row.in_force == (release.in_force and release.in_force.number)


TestArchive = Archive.TestCase
TestArchive.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


def test_of_two_supervisors_at_once_one_approves(office: Office) -> None:
    office.library.accounts.add(SECOND, Role.SUPERVISOR, PASSPHRASE, office.supervisor)
    releases = [office.submit(f"خبر {n}", "لید") for n in range(10)]
    patient = replace(office.environment, timeout=20.0, checkpoint=None)

    def approve_all(name: str) -> int:
        won = 0
        with Library.open(office.path, environment=patient) as library:
            for release in releases:
                try:
                    library.approve(release, name, PASSPHRASE)
                    won += 1
                except KnownError as error:
                    assert "not waiting" in str(error)  # noqa: PT017 - losing is as good as winning
        return won

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(approve_all, (SUPERVISOR, SECOND))) == len(releases)
    assert {row.state for row in office.library.list()} == {ReleaseState.APPROVED}
    assert verify(office.path).sound
