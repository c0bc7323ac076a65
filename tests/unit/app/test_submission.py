"""What a text is handed in with: its open findings, the waivers that still count, what is known beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.submission import Prepared, exclusions_of, review_as
from pr_editor.checks.engine import Engine, Failure
from pr_editor.checks.registry import CHECKS
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.review.model import Exclusion, Submission, Version, now, today
from pr_editor.review.ports import VersionText
from pr_editor.text.draft import draft_of
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pr_editor.checks.engine import Review
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile
    from pr_editor.review.ports import Handover

HEADLINE = "پل تازهٔ رودخانهٔ بهاران باز شد"
LEAD = "پل تازهٔ رودخانهٔ بهاران پس از دو سال کار به روی مردم شهر باز شد."
BODY = "به گزارش روابط عمومی شهرداری بهاران، این پل راه دو محله را کوتاه می‌کند."
BYLINE = "نویسنده: نرگس حیدری، کارشناس روابط عمومی شهرداری بهاران"


def reviewed(engine: Engine, *paragraphs: str) -> Review:
    return engine.review(draft_of(paragraphs))


def version(handed: Handover) -> VersionText:
    """The version a text becomes in the library."""
    submission = Submission(
        "sha256:…", "فائزه", now(), handed.editors, handed.findings, handed.waivers, handed.exclusions
    )
    return VersionText("1404-0001", Version(1, submission), handed.draft, handed.metadata, None)


def test_a_blocker_is_in_the_way_until_it_is_waived(engine: Engine, profile: Profile) -> None:
    prepared = Prepared(reviewed(engine, HEADLINE, LEAD, BODY, LEAD, BYLINE), profile)
    (blocker,) = prepared.blockers({})
    assert blocker.code == "DUP001"
    reasons = {blocker.fingerprint: "خواستهٔ مدیر"}
    assert prepared.blockers(reasons) == ()
    handed = prepared.handover(prepared.proposed(), "فائزه", reasons)
    (waiver,) = handed.waivers
    assert (waiver.code, waiver.by, waiver.reason) == ("DUP001", "فائزه", "خواستهٔ مدیر")
    assert blocker in handed.findings
    assert handed.profile == f"pr {profile.version}"
    with pytest.raises(KnownError, match="0000"):
        prepared.blockers({"0000": "دلیل"})


def test_earlier_waivers_count_while_their_words_stay(engine: Engine, profile: Profile) -> None:
    first = Prepared(reviewed(engine, HEADLINE, LEAD, BODY, LEAD, BYLINE), profile)
    (blocker,) = first.blockers({})
    before = version(first.handover(first.proposed(), "فائزه", {blocker.fingerprint: "خواستهٔ مدیر"}))
    kept = Prepared(reviewed(engine, HEADLINE, LEAD, BODY + " کار ادامه دارد.", LEAD, BYLINE), profile, before)
    assert kept.blockers({}) == ()
    handed = kept.handover(kept.proposed(), "رضا", {})
    assert handed.waivers == before.version.submission.waivers
    other = LEAD.replace("دو سال", "سه سال")
    assert Prepared(reviewed(engine, HEADLINE, other, BODY, other, BYLINE), profile, before).blockers({})
    again = kept.handover(kept.proposed(), "رضا", {blocker.fingerprint: "خواستهٔ خودم"})
    assert [(w.by, w.reason) for w in again.waivers] == [("رضا", "خواستهٔ خودم")]


def test_what_is_known_is_read_from_the_text_or_from_the_version_before(engine: Engine, profile: Profile) -> None:
    prepared = Prepared(reviewed(engine, HEADLINE, LEAD, BODY, BYLINE), profile)
    proposed = prepared.proposed()
    assert (proposed.author, proposed.kind, proposed.date) == ("نرگس حیدری", ReleaseKind.NEWS, today(now()))
    note = Prepared(reviewed(engine, "یادداشت: " + HEADLINE, LEAD, "این پل راه ما را کوتاه می‌کند."), profile)
    assert note.proposed().kind is ReleaseKind.NOTE
    known = replace(proposed, outlet="خبرگزاری بهار", author="علی رستمی")
    before = version(prepared.handover(known, "فائزه", {}))
    assert Prepared(reviewed(engine, HEADLINE, LEAD), profile, before).proposed() == known


def test_the_kind_of_release_decides_how_heavy_a_byline_weighs(language: Language, profile: Profile) -> None:
    def weight(kind: ReleaseKind) -> Severity:
        engine = Engine(CHECKS, language, profile)
        found = engine.review(draft_of((HEADLINE, LEAD, BODY)), release_kind=kind).findings
        return next(finding.severity for finding in found if finding.code == "BYL001")

    assert weight(ReleaseKind.REPORT) is Severity.ERROR
    assert weight(ReleaseKind.NEWS) is Severity.WARNING


def test_a_text_is_weighed_as_what_it_is_handed_in_as(engine: Engine, profile: Profile) -> None:
    draft = draft_of((HEADLINE, LEAD))
    assert engine.review(draft).structure.release_kind is None, "nothing tells"
    review = review_as(engine, draft, None)
    assert Prepared(review, profile).proposed().kind is review.structure.release_kind is ReleaseKind.NEWS
    assert review_as(engine, draft, ReleaseKind.NOTE).structure.release_kind is ReleaseKind.NOTE


def test_a_rule_that_did_not_run_is_no_clean_bill(engine: Engine, profile: Profile) -> None:
    review = reviewed(engine, HEADLINE, LEAD, BODY, BYLINE)
    light = replace(review, failures=(Failure(("SPC001",), "ValueError"),))
    assert Prepared(light, profile).blockers({}) == ()
    with pytest.raises(KnownError, match="DUP001"):
        Prepared(replace(review, failures=(Failure(("DUP001", "DUP002"), "ValueError"),)), profile)


def test_exclusions_go_along_in_the_name_of_who_made_them(engine: Engine, profile: Profile) -> None:
    prepared = Prepared(reviewed(engine, HEADLINE, LEAD, BODY, BYLINE), profile)
    made = (Exclusion("1403-0052", "هر سال همین است", "", now()), Exclusion("1402-0009", "پیشینه", "رضا", now()))
    handed = prepared.handover(prepared.proposed(), "فائزه", {}, exclusions=made)
    assert [(one.release, one.by) for one in handed.exclusions] == [("1403-0052", "فائزه"), ("1402-0009", "رضا")]
    assert handed.editors == {"رضا"}, "who decides that has worked on the text"


def test_exclusions_of_the_version_before_hold_until_a_new_reason_is_given(engine: Engine, profile: Profile) -> None:
    first = Prepared(reviewed(engine, HEADLINE, LEAD, BODY, BYLINE), profile)
    given = exclusions_of(None, {"1403-0052": "هر سال همین است", "1402-0009": "پیشینه"}, "فائزه")
    before = version(first.handover(first.proposed(), "فائزه", {}, exclusions=given))
    kept = exclusions_of(before, {"1402-0009": "پیشینهٔ طرح"}, "رضا")
    assert [(one.release, one.reason, one.by) for one in kept] == [
        ("1403-0052", "هر سال همین است", "فائزه"),
        ("1402-0009", "پیشینهٔ طرح", "رضا"),
    ]
    again = Prepared(reviewed(engine, HEADLINE, LEAD, BYLINE), profile, before)
    assert again.handover(again.proposed(), "رضا", {}, exclusions=kept).editors == set()
