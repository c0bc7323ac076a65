"""Handing in by command line: blockers, waivers, new versions, corrections, what is known beside the text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.office import BODY, BYLINE, CLEAN, EDITOR, HEADLINE, LEAD, REPEATED, SOURCE, SUPERVISOR

if TYPE_CHECKING:
    from tests.cli.office import Office
    from tests.cli.program import Outcome


def fingerprint(refused: Outcome) -> str:
    (found,) = re.findall(r"--waive ([0-9a-f]{16})=", refused.stderr)
    return str(found)


def shown(office: Office, release: str, *options: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(office.call("library", "show", release, "--format", "json", *options).stdout)
    return answer


def test_submit_prints_the_number_and_nothing_else(office: Office) -> None:
    done = office.act(EDITOR, "submit", office.draft(*CLEAN))
    assert re.fullmatch(r"14\d\d-\d{4}\n", done.stdout)
    assert (done.returncode, done.stderr) == (0, "")


def test_blockers_are_named_before_anybody_is_asked_who_he_is(office: Office) -> None:
    refused = office.call("submit", office.draft(*REPEATED), "--as", EDITOR)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "DUP001, paragraph 4" in refused.stderr
    assert office.call("library", "list").stdout == ""


def test_a_waived_blocker_goes_with_its_reason(office: Office) -> None:
    draft = office.draft(*REPEATED)
    mark = fingerprint(office.call("submit", draft, "--as", EDITOR))
    done = office.act(EDITOR, "submit", draft, "--waive", f"{mark}=لید در پایان = خلاصه")
    assert done.returncode == 0
    (waiver,) = shown(office, done.stdout.strip())["waivers"]
    assert (waiver["code"], waiver["by"], waiver["reason"]) == ("DUP001", EDITOR, "لید در پایان = خلاصه")
    page = office.call("library", "show", done.stdout.strip()).stdout
    assert f"Waived by {EDITOR}: لید در پایان = خلاصه" in page


def test_a_waiver_counts_for_the_next_version_while_its_words_stay(office: Office) -> None:
    draft = office.draft(*REPEATED)
    mark = fingerprint(office.call("submit", draft, "--as", EDITOR))
    release = office.act(EDITOR, "submit", draft, "--waive", f"{mark}=خواستهٔ مدیر").stdout.strip()
    office.submit(HEADLINE, LEAD, BODY + " کار ادامه دارد.", LEAD, BYLINE, SOURCE, options=("--release", release))
    assert [w["reason"] for w in shown(office, release)["waivers"]] == ["خواستهٔ مدیر"]
    other = LEAD.replace("سه هزار", "چهار هزار")
    changed = office.draft(HEADLINE, other, BODY, other, BYLINE, SOURCE)
    assert office.call("submit", changed, "--release", release, "--as", EDITOR).returncode == 1


@pytest.mark.parametrize("waiver", ["0123456789abcdef=دلیل", "0123456789abcdef", "0123456789abcdef=", "=دلیل"])
def test_a_waiver_of_nothing_is_refused(office: Office, waiver: str) -> None:
    done = office.act(EDITOR, "submit", office.draft(*CLEAN), "--waive", waiver)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fingerprint" in done.stderr


def test_what_is_known_beside_the_text_is_proposed_or_given(office: Office) -> None:
    plain = shown(office, office.submit(*CLEAN))
    assert (plain["author"], plain["kind"], plain["embargo"]) == ("نرگس حیدری", "news", None)
    options = ("--kind", "report", "--outlet", "خبرگزاری بهار", "--author", "علی رستمی", "--date", "۱۴۰۴/۵/۶")
    keywords = ("--keywords", "کتاب، کودک ,کتاب", "--embargo", "1404-05-06 ۱۴:۳۰")
    given = shown(office, office.submit(*CLEAN, options=(*options, *keywords)))
    assert (given["kind"], given["outlet"], given["author"]) == ("report", "خبرگزاری بهار", "علی رستمی")
    assert (given["date"], given["jalali"]) == ("2025-07-28", "1404-05-06")
    assert given["keywords"] == ["کتاب", "کودک"]
    assert given["embargo"] == "2025-07-28T11:00:00Z"


def test_a_new_version_keeps_what_was_known_unless_told_otherwise(office: Office) -> None:
    release = office.submit(*CLEAN, options=("--outlet", "خبرگزاری بهار", "--embargo", "1404-05-06"))
    office.submit(*CLEAN[:3], *CLEAN[3:], options=("--release", release, "--author", "علی رستمی"))
    kept = shown(office, release)
    assert (kept["outlet"], kept["author"], kept["embargo"]) == ("خبرگزاری بهار", "علی رستمی", "2025-07-27T20:30:00Z")
    office.submit(*CLEAN, options=("--release", release, "--embargo", ""))
    assert shown(office, release)["embargo"] is None


@pytest.mark.parametrize(
    "option", [("--date", "1404-13-01"), ("--date", "فردا"), ("--embargo", "1404-05-06 25:00"), ("--kind", "poem")]
)
def test_what_cannot_be_understood_is_told(office: Office, option: tuple[str, str]) -> None:
    done = office.act(EDITOR, "submit", office.draft(*CLEAN), *option)
    assert (done.returncode, done.stdout) == (2, "")
    assert option[0] in done.stderr
    assert "Traceback" not in done.stderr


def test_who_edited_the_text_cannot_approve_it(office: Office) -> None:
    release = office.submit(*CLEAN, options=("--edited-by", SUPERVISOR))
    refused = office.act(SUPERVISOR, "approve", release)
    assert refused.returncode == 2
    assert SUPERVISOR in refused.stderr
    assert shown(office, release)["state"] == "submitted"


def test_a_correction_takes_the_place_of_the_approved_text_when_approved(office: Office) -> None:
    release = office.approved(*CLEAN)
    again = office.act(EDITOR, "submit", office.draft(*CLEAN), "--release", release)
    assert again.returncode == 2
    corrected = office.draft(HEADLINE, LEAD.replace("سه", "پنج"), BODY, BYLINE, SOURCE)
    done = office.act(EDITOR, "correct", release, corrected)
    assert (done.returncode, done.stdout) == (0, "")
    target = office.folder / "out.txt"
    office.call("library", "export", release, "--to", target)
    assert "سه هزار" in target.read_text("utf-8")
    assert office.act(SUPERVISOR, "approve", release).returncode == 0
    office.call("library", "export", release, "--to", target)
    assert "پنج هزار" in target.read_text("utf-8")
    assert [shown(office, release, "--version", str(n))["state"] for n in (1, 2)] == ["corrected", "approved"]


def test_the_draft_as_it_came_in_is_kept(office: Office) -> None:
    came = office.draft(*REPEATED, name="received.txt")
    release = office.submit(*CLEAN, options=("--received", str(came)))
    assert release
    from pr_editor.app.services import build_services

    with build_services().shelf().open(readonly=True) as library:
        received = library.show(release).received
    assert received is not None
    assert [p.text for p in received.paragraphs] == list(REPEATED)


def test_a_text_that_cannot_be_read_is_told(office: Office) -> None:
    done = office.act(EDITOR, "submit", office.folder / "missing.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "missing.txt" in done.stderr
    unknown = office.act(EDITOR, "submit", office.draft(*CLEAN), "--release", "1404-9999")
    assert unknown.returncode == 2
    assert "1404-9999" in unknown.stderr
