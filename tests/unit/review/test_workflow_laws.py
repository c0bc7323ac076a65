"""Whatever people try in whatever order, nothing is approved that a second person has not seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pr_editor.profile.model import Severity
from pr_editor.review.model import Eyes, Release, ReleaseState, SignOff, Verdict
from pr_editor.review.people import House, Role
from pr_editor.review.workflow import advance, corrected_next, eyes_for
from pr_editor.text.message import KnownError
from tests.unit.review.strategies import (
    AT,
    BEHROUZ,
    GUEST,
    LEILA,
    OMID,
    SARA,
    digest,
    finding,
    origin,
    submission,
    waiver,
)

if TYPE_CHECKING:
    from pr_editor.review.model import Step
    from pr_editor.review.people import Person

PEOPLE = st.sampled_from([SARA, OMID, LEILA, BEHROUZ, GUEST, replace(BEHROUZ, enabled=False)])
ALL_TEXTS = ["متن یک", "متن دو", "متن سه"]
TEXTS = st.sampled_from(ALL_TEXTS)
EYES = st.sampled_from([None, *Eyes])


class Office(RuleBasedStateMachine):
    """People who try everything, with any mark on their decisions; what was refused has not happened."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.release = Release("1405-0001")
        self.unseen: set[str] = set()
        """Who wrote words that nobody else has approved."""

    def try_step(self, step: Step, by: Person) -> bool:
        before = self.release
        try:
            self.release = advance(self.release, step, by, self.house)
        except (KnownError, ValueError):
            assert self.release is before
            return False
        return True

    @rule(
        text=TEXTS, by=PEOPLE, others=st.sets(PEOPLE), blocked=st.booleans(), waived=st.booleans(), honest=st.booleans()
    )
    def submit(self, text: str, by: Person, others: set[Person], blocked: bool, waived: bool, honest: bool) -> None:
        step = submission(
            text,
            by,
            editors=frozenset(person.name for person in others),
            findings=(finding(severity=Severity.BLOCKER),) if blocked else (),
            waivers=(waiver(by),) if waived else (),
            corrects=corrected_next(self.release) if honest else None,
        )
        if self.try_step(step, by):
            assert by.role is not Role.READER
            assert waived == blocked
            self.unseen |= step.contributors
            assert self.release.versions[-1].sign_offs == ()
            assert self.release.state is ReleaseState.SUBMITTED

    @rule(text=TEXTS, by=PEOPLE, more=st.booleans())
    def bring_in(self, text: str, by: Person, more: bool) -> None:
        """What is imported stands there approved, marked as from the archive, and only ever as the first version."""
        editors = frozenset({OMID.name}) if more else frozenset[str]()
        if self.try_step(replace(submission(text, by), editors=editors, origin=origin(text)), by):
            assert by.role is Role.SUPERVISOR
            assert by.enabled
            assert not more
            (version,) = self.release.versions
            assert version.approval
            assert version.approval.eyes is Eyes.ARCHIVE

    @rule(by=PEOPLE, emergency=st.booleans())
    def approve_what_waits(self, by: Person, emergency: bool) -> None:
        if self.release.state is ReleaseState.SUBMITTED:
            text = next(text for text in ALL_TEXTS if digest(text) == self.release.versions[-1].submission.digest)
            try:
                eyes = eyes_for(self.release, by, self.house, emergency=emergency)
            except KnownError:
                eyes = Eyes.FOUR
            self.approve(text, by, eyes, "دلیل")

    @rule(text=TEXTS, by=PEOPLE, eyes=EYES, note=st.sampled_from(["", "دلیل"]))
    def approve_anything(self, text: str, by: Person, eyes: Eyes | None, note: str) -> None:
        self.approve(text, by, eyes, note)

    def approve(self, text: str, by: Person, eyes: Eyes | None, note: str) -> None:
        submitted = self.release.versions[-1].submission if self.release.versions else None
        if self.try_step(SignOff(by.name, Verdict.APPROVE, digest(text), AT, note, eyes=eyes), by):
            assert submitted
            assert submitted.digest == digest(text)
            assert by.role is Role.SUPERVISOR
            assert by.enabled
            if eyes is Eyes.FOUR:
                assert by.name not in self.unseen | submitted.contributors
                self.unseen.clear()
            elif eyes is Eyes.SOLO:
                assert self.house.solo
            else:
                assert eyes is Eyes.EMERGENCY
                assert by.name in self.house.emergency
                assert note

    @rule(text=TEXTS, by=PEOPLE, verdict=st.sampled_from([Verdict.RETURN, Verdict.WITHDRAW]), note=st.text(max_size=2))
    def send_back(self, text: str, by: Person, verdict: Verdict, note: str) -> None:
        if self.try_step(SignOff(by.name, verdict, digest(text), AT, note), by):
            assert by.role is Role.SUPERVISOR
            assert note.strip()

    @rule(solo=st.booleans(), emergency=st.sets(st.sampled_from([LEILA.name, SARA.name])))
    def choose_house(self, solo: bool, emergency: set[str]) -> None:
        self.house = House(solo, frozenset(emergency))

    @invariant()
    def every_approval_is_bound_to_its_text(self) -> None:
        for version in self.release.versions:
            assert all(sign_off.digest == version.submission.digest for sign_off in version.sign_offs)
            if version.state in {ReleaseState.APPROVED, ReleaseState.CORRECTED, ReleaseState.WITHDRAWN}:
                assert version.approval
            else:
                assert version.approval is None

    @invariant()
    def only_a_first_version_is_from_the_archive(self) -> None:
        for version in self.release.versions:
            vouched = version.approval is not None and version.approval.eyes is Eyes.ARCHIVE
            assert vouched is (version.submission.origin is not None)
            assert not vouched or version.number == 1

    @invariant()
    def one_version_at_most_is_in_force(self) -> None:
        approved = [v for v in self.release.versions if v.state is ReleaseState.APPROVED]
        assert len(approved) <= 1
        assert (self.release.in_force,) == (approved[0] if approved else None,)

    @invariant()
    def versions_are_numbered_and_only_the_last_waits(self) -> None:
        assert [v.number for v in self.release.versions] == list(range(1, len(self.release.versions) + 1))
        assert all(v.state is not ReleaseState.SUBMITTED for v in self.release.versions[:-1])


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=100, stateful_step_count=25, deadline=None)
