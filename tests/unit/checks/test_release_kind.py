"""What sort of release a draft seems to be, and what rules weigh in it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

HEADLINE = "گشایش پل تازه رودخانه در لنگرود"
LEAD = "پل تازه رودخانه لنگرود با دو خط رفت‌وآمد پس از یک سال کار به روی خودروها باز شد."
FORMULA = "به گزارش روابط عمومی فرمانداری لنگرود، پل تازه این شهر پس از یک سال کار باز شد."
BODY = "این پل صد متر درازا دارد و با بودجه استانی ساخته شده است."


@pytest.fixture(scope="module")
def reviewer(language: Language, profile: Profile) -> Engine:
    """An engine whose judgements about kinds are remembered from test to test."""
    return Engine(CHECKS, language, profile)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((HEADLINE, LEAD, BODY), None),
        ((HEADLINE, FORMULA, BODY), ReleaseKind.NEWS),
        ((HEADLINE, LEAD, BODY, "روابط عمومی فرمانداری لنگرود"), None),
        (("یادداشت | پلی برای فردا", LEAD, BODY), ReleaseKind.NOTE),
        (("🔹 یادداشت؛", HEADLINE, LEAD, BODY), ReleaseKind.NOTE),
        (("گزارش: یک سال با سازندگان پل", FORMULA, BODY), ReleaseKind.REPORT),
        (("اطلاعیه", HEADLINE, LEAD, BODY), ReleaseKind.NOTICE),
        (("آگهی مزایده:", HEADLINE, LEAD, BODY), ReleaseKind.NOTICE),
        ((HEADLINE, LEAD, BODY, "یادداشت از رها امینی"), ReleaseKind.NOTE),
        ((HEADLINE, LEAD, BODY, "گزارش: رها امینی"), ReleaseKind.REPORT),
        (("گزارش تازه‌ای از پل لنگرود رسید", LEAD, BODY), None),
    ],
)
def test_the_kind_a_draft_seems_to_be(reviewer: Engine, lines: tuple[str, ...], kind: ReleaseKind | None) -> None:
    assert reviewer.structure(draft_of(lines)).release_kind is kind


def test_the_editor_goes_before_the_house_and_the_house_before_the_draft(language: Language, profile: Profile) -> None:
    draft = draft_of((HEADLINE, FORMULA, BODY))
    of_notes = Engine(CHECKS, language, profile.for_kind(ReleaseKind.NOTE))
    assert of_notes.structure(draft).release_kind is ReleaseKind.NOTE
    assert of_notes.structure(draft, release_kind=ReleaseKind.REPORT).release_kind is ReleaseKind.REPORT


@pytest.mark.parametrize(
    ("kind", "byline", "source"),
    [
        (None, Severity.ERROR, Severity.ERROR),
        (ReleaseKind.NEWS, Severity.WARNING, Severity.ERROR),
        (ReleaseKind.NOTICE, Severity.WARNING, Severity.ERROR),
        (ReleaseKind.NOTE, Severity.ERROR, Severity.WARNING),
        (ReleaseKind.REPORT, Severity.ERROR, Severity.WARNING),
    ],
)
def test_who_may_be_missing_hangs_on_the_kind(
    reviewer: Engine, kind: ReleaseKind | None, byline: Severity, source: Severity
) -> None:
    found = reviewer.review(draft_of((HEADLINE, LEAD, BODY)), release_kind=kind).findings
    weights = {finding.code: finding.severity for finding in found}
    assert (weights["BYL001"], weights["BYL004"]) == (byline, source)


def test_a_rule_is_off_for_one_kind_alone(language: Language, profile: Profile) -> None:
    """Rules of single paragraphs too, though what these find is remembered from one kind to the next."""
    off = MappingProxyType({ReleaseKind.NOTE: MappingProxyType({"CHR": None, "BYL001": None})})
    engine = Engine(CHECKS, language, replace(profile, by_kind=off))
    draft = draft_of((HEADLINE, LEAD.replace("ی", "ي"), BODY))

    def codes(kind: ReleaseKind | None) -> set[str]:
        return {finding.code for finding in engine.review(draft, release_kind=kind).findings}

    assert {"CHR001", "BYL001"} <= codes(ReleaseKind.NEWS)
    assert not {"CHR001", "BYL001"} & codes(ReleaseKind.NOTE)
    assert {"CHR001", "BYL001"} <= codes(None)
