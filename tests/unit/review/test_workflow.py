"""From editing to approved, and every door that must stay shut on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pr_editor.profile.model import Severity
from pr_editor.review.model import Comment, Eyes, Release, ReleaseState, SignOff, Verdict
from pr_editor.review.people import House, Person, Role, require_house_change
from pr_editor.review.workflow import advance, contributors, eyes_for, surviving, unwaived
from pr_editor.text.message import KnownError
from tests.unit.review.strategies import (
    AT,
    BEHROUZ,
    FOUR_EYES,
    GUEST,
    LEILA,
    OMID,
    SARA,
    decided,
    digest,
    exclusion,
    finding,
    submission,
    submitted,
    waiver,
)

TEXT = "شهرداری ده ایستگاه تازه راه می‌اندازد"
BETTER = "شهرداری ده ایستگاه تازهٔ اتوبوس راه می‌اندازد"


def test_a_text_is_submitted_returned_changed_and_approved() -> None:
    release = submitted(TEXT, SARA)
    assert release.state is ReleaseState.SUBMITTED
    release = decided(release, Verdict.RETURN, LEILA, "تیتر روشن نیست")
    assert release.state is ReleaseState.RETURNED
    release = submitted(BETTER, SARA, release)
    release = decided(release, Verdict.APPROVE, LEILA)
    assert [v.state for v in release.versions] == [ReleaseState.RETURNED, ReleaseState.APPROVED]
    assert release.in_force is release.versions[1]
    approval = release.versions[1].approval
    assert approval
    assert (approval.digest, approval.eyes) == (digest(BETTER), Eyes.FOUR)


def test_an_editor_cannot_approve() -> None:
    with pytest.raises(KnownError, match="Only a supervisor"):
        decided(submitted(TEXT, SARA), Verdict.APPROVE, OMID)


def test_a_reader_cannot_submit() -> None:
    with pytest.raises(KnownError, match="may only read"):
        submitted(TEXT, GUEST)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_disabled_supervisor_decides_nothing(verdict: Verdict) -> None:
    gone = replace(LEILA, enabled=False)
    step = SignOff(gone.name, verdict, digest(TEXT), AT, "دلیل", eyes=Eyes.FOUR)
    with pytest.raises(KnownError, match="disabled"):
        advance(submitted(TEXT, SARA), step, gone, FOUR_EYES)


def test_nobody_approves_what_he_submitted() -> None:
    with pytest.raises(KnownError, match="somebody else has to approve"):
        decided(submitted(TEXT, LEILA), Verdict.APPROVE, LEILA)


def test_nobody_approves_what_he_edited() -> None:
    with pytest.raises(KnownError, match="somebody else has to approve"):
        decided(submitted(TEXT, SARA, editors=frozenset({LEILA.name})), Verdict.APPROVE, LEILA)


def test_nobody_approves_words_he_wrote_in_an_earlier_version() -> None:
    release = decided(submitted(TEXT, LEILA), Verdict.RETURN, BEHROUZ, "کوتاه شود")
    release = submitted(BETTER, SARA, release)
    with pytest.raises(KnownError, match="somebody else has to approve"):
        decided(release, Verdict.APPROVE, LEILA)
    assert decided(release, Verdict.APPROVE, BEHROUZ).state is ReleaseState.APPROVED


def test_what_a_second_person_approved_does_not_bind_its_writers_for_ever() -> None:
    release = decided(submitted(TEXT, LEILA), Verdict.APPROVE, BEHROUZ)
    release = submitted(BETTER, BEHROUZ, release)
    assert contributors(release) == {BEHROUZ.name}
    assert decided(release, Verdict.APPROVE, LEILA).state is ReleaseState.APPROVED


def test_a_forged_mark_of_independence_is_no_approval() -> None:
    step = SignOff(LEILA.name, Verdict.APPROVE, digest(TEXT), AT, eyes=Eyes.FOUR)
    with pytest.raises(KnownError, match="somebody else has to approve"):
        advance(submitted(TEXT, LEILA), step, LEILA, FOUR_EYES)
    with pytest.raises(ValueError, match="marked"):
        advance(submitted(TEXT, LEILA), step, LEILA, House(solo=True))


def test_an_approval_of_other_bytes_is_refused() -> None:
    step = SignOff(LEILA.name, Verdict.APPROVE, digest(TEXT), AT, eyes=Eyes.FOUR)
    release = submitted(BETTER, SARA, submitted(TEXT, SARA))
    assert release.versions[0].state is ReleaseState.REPLACED
    with pytest.raises(KnownError, match="has changed since"):
        advance(release, step, LEILA, FOUR_EYES)


def test_a_changed_text_has_no_approval() -> None:
    approved = decided(submitted(TEXT, SARA), Verdict.APPROVE, LEILA)
    changed = submitted(BETTER, SARA, approved)
    assert changed.state is ReleaseState.SUBMITTED
    assert changed.versions[-1].sign_offs == ()
    assert changed.in_force == approved.versions[0]


def test_a_correction_takes_the_place_only_when_approved() -> None:
    release = submitted(BETTER, SARA, decided(submitted(TEXT, SARA), Verdict.APPROVE, LEILA))
    assert release.versions[-1].submission.corrects == 1
    release = decided(release, Verdict.APPROVE, BEHROUZ)
    assert [v.state for v in release.versions] == [ReleaseState.CORRECTED, ReleaseState.APPROVED]


def test_a_returned_correction_leaves_the_approved_text_in_force() -> None:
    release = submitted(BETTER, SARA, decided(submitted(TEXT, SARA), Verdict.APPROVE, LEILA))
    release = decided(release, Verdict.RETURN, LEILA, "رقم‌ها را با متن پیشین بسنجید")
    assert release.in_force is release.versions[0]


def test_what_was_decided_can_only_be_corrected() -> None:
    release = decided(submitted(TEXT, SARA), Verdict.APPROVE, LEILA)
    with pytest.raises(KnownError, match="only be corrected"):
        advance(release, submission(BETTER, SARA), SARA, FOUR_EYES)


def test_what_was_never_approved_cannot_be_corrected() -> None:
    with pytest.raises(KnownError, match="never approved"):
        advance(submitted(TEXT, SARA), submission(BETTER, SARA, corrects=1), SARA, FOUR_EYES)


def test_the_same_text_is_not_submitted_twice_but_may_come_back_after_a_return() -> None:
    release = submitted(TEXT, SARA)
    with pytest.raises(KnownError, match="nothing has changed"):
        submitted(TEXT, SARA, release)
    returned = decided(release, Verdict.RETURN, LEILA, "آیا نام مدیرکل درست است؟")
    assert submitted(TEXT, SARA, returned).state is ReleaseState.SUBMITTED


def test_withdrawing_keeps_the_text_and_the_reason() -> None:
    release = decided(submitted(TEXT, SARA), Verdict.APPROVE, LEILA)
    release = decided(release, Verdict.WITHDRAW, BEHROUZ, "رقم بودجه نادرست بود")
    assert release.state is ReleaseState.WITHDRAWN
    assert release.in_force is None
    assert release.versions[0].sign_offs[-1].note == "رقم بودجه نادرست بود"


@pytest.mark.parametrize(
    ("verdict", "words"), [(Verdict.RETURN, "why the text goes back"), (Verdict.WITHDRAW, "why the text is withdrawn")]
)
def test_sending_back_and_recalling_need_a_reason(verdict: Verdict, words: str) -> None:
    release = submitted(TEXT, SARA)
    if verdict is Verdict.WITHDRAW:
        release = decided(release, Verdict.APPROVE, LEILA)
    with pytest.raises(KnownError, match=words):
        decided(release, verdict, LEILA, "  ")


def test_a_comment_on_a_passage_is_a_reason_to_return() -> None:
    step = SignOff(LEILA.name, Verdict.RETURN, digest(TEXT), AT, comments=(Comment(0, 9, 11, "ده یا دوازده؟"),))
    assert advance(submitted(TEXT, SARA), step, LEILA, FOUR_EYES).state is ReleaseState.RETURNED


@pytest.mark.parametrize("verdict", [Verdict.APPROVE, Verdict.RETURN])
def test_what_does_not_wait_is_not_decided(verdict: Verdict) -> None:
    release = decided(submitted(TEXT, SARA), Verdict.APPROVE, LEILA)
    with pytest.raises(KnownError, match="not waiting"):
        decided(release, verdict, BEHROUZ, "دلیل")


def test_only_what_is_in_force_is_withdrawn() -> None:
    with pytest.raises(KnownError, match="no approved version"):
        decided(submitted(TEXT, SARA), Verdict.WITHDRAW, LEILA, "دلیل")


class TestBlockers:
    def test_one_left_open_stops_the_text(self) -> None:
        with pytest.raises(KnownError, match="fixed or waived first: DUP001"):
            submitted(TEXT, SARA, findings=(finding(),))

    def test_one_waived_with_a_reason_does_not(self) -> None:
        release = submitted(TEXT, SARA, findings=(finding(),), waivers=(waiver(SARA),))
        assert release.versions[0].submission.waivers[0].reason == "نقل قول است"

    def test_other_findings_need_no_waiver(self) -> None:
        assert submitted(TEXT, SARA, findings=(finding(severity=Severity.ERROR),)).state is ReleaseState.SUBMITTED

    def test_a_waiver_needs_a_reason(self) -> None:
        with pytest.raises(KnownError, match="needs a reason"):
            submitted(TEXT, SARA, findings=(finding(),), waivers=(waiver(SARA, reason=" "),))

    def test_a_waiver_dies_with_its_words(self) -> None:
        with pytest.raises(KnownError, match="No open finding"):
            submitted(TEXT, SARA, findings=(finding("b2"),), waivers=(waiver(SARA, "a1"), waiver(SARA, "b2")))
        assert surviving((waiver(SARA, "a1"), waiver(SARA, "b2")), (finding("b2"),)) == (waiver(SARA, "b2"),)

    def test_a_waiver_for_another_rule_counts_for_nothing(self) -> None:
        other = replace(waiver(SARA), code="SPL001")
        assert unwaived((finding(),), (other,)) == (finding(),)

    def test_nobody_hands_in_a_waiver_another_never_gave(self) -> None:
        with pytest.raises(KnownError, match="did not give"):
            submitted(TEXT, SARA, findings=(finding(),), waivers=(waiver(LEILA),))

    def test_leaving_a_release_out_needs_a_reason(self) -> None:
        with pytest.raises(KnownError, match="1403-0052"):
            submitted(TEXT, SARA, exclusions=(exclusion(SARA, reason=" "),))

    def test_who_worked_on_the_text_may_have_left_a_release_out(self) -> None:
        release = submitted(TEXT, SARA, editors=frozenset({OMID.name}), exclusions=(exclusion(OMID),))
        assert release.versions[0].submission.exclusions == (exclusion(OMID),)
        with pytest.raises(KnownError, match=LEILA.name):
            submitted(TEXT, SARA, exclusions=(exclusion(LEILA),))

    def test_a_release_left_out_before_stays_out(self) -> None:
        release = submitted(TEXT, SARA, exclusions=(exclusion(SARA),))
        release = submitted(BETTER, OMID, release, exclusions=(exclusion(SARA),))
        assert release.versions[1].submission.exclusions == (exclusion(SARA),)

    def test_a_waiver_given_before_is_carried_on_by_others(self) -> None:
        release = submitted(TEXT, SARA, findings=(finding(),), waivers=(waiver(SARA),))
        release = submitted(BETTER, OMID, release, findings=(finding(),), waivers=(waiver(SARA),))
        assert release.versions[1].submission.waivers == (waiver(SARA),)


class TestHouse:
    def test_alone_one_may_submit_and_approve_and_it_is_marked(self) -> None:
        release = decided(submitted(TEXT, LEILA), Verdict.APPROVE, LEILA, house=House(solo=True))
        approval = release.versions[0].approval
        assert approval
        assert approval.eyes is Eyes.SOLO

    def test_a_second_person_is_a_second_person_in_a_house_of_one_too(self) -> None:
        assert eyes_for(submitted(TEXT, SARA), LEILA, House(solo=True)) is Eyes.FOUR

    def test_in_an_emergency_a_named_person_may_and_it_is_marked(self) -> None:
        house = House(emergency=frozenset({LEILA.name}))
        release = decided(submitted(TEXT, LEILA), Verdict.APPROVE, LEILA, "سیل", house, emergency=True)
        approval = release.versions[0].approval
        assert approval
        assert (approval.eyes, approval.note) == (Eyes.EMERGENCY, "سیل")

    def test_in_an_emergency_a_reason_is_due(self) -> None:
        house = House(emergency=frozenset({LEILA.name}))
        with pytest.raises(KnownError, match="emergency needs a reason"):
            decided(submitted(TEXT, LEILA), Verdict.APPROVE, LEILA, "", house, emergency=True)

    def test_others_may_not_even_in_an_emergency(self) -> None:
        house = House(emergency=frozenset({BEHROUZ.name}))
        with pytest.raises(KnownError, match="not among those"):
            decided(submitted(TEXT, LEILA), Verdict.APPROVE, LEILA, "سیل", house, emergency=True)

    def test_an_emergency_gives_an_editor_no_vote(self) -> None:
        house = House(emergency=frozenset({SARA.name}))
        with pytest.raises(KnownError, match="Only a supervisor"):
            decided(submitted(TEXT, SARA), Verdict.APPROVE, SARA, "سیل", house, emergency=True)

    def test_an_approval_alone_leaves_the_words_unseen(self) -> None:
        release = decided(submitted(TEXT, LEILA), Verdict.APPROVE, LEILA, house=House(solo=True))
        release = submitted(BETTER, SARA, release)
        assert contributors(release) == {LEILA.name, SARA.name}

    def test_four_eyes_are_not_given_up_while_two_people_can_approve(self) -> None:
        with pytest.raises(KnownError, match="here 2 can"):
            require_house_change(House(), House(solo=True), 2)
        require_house_change(House(), House(solo=True), 1)
        require_house_change(House(solo=True), House(), 2)


def test_a_step_in_a_strangers_name_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="taken by"):
        advance(Release("1405-0001"), submission(TEXT, SARA), Person("دیگری", Role.EDITOR), FOUR_EYES)
