"""Text that was published before, at the command line: checking against a library, handing in with sources left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.cli.office import BODY, BYLINE, CLEAN, EDITOR, HEADLINE, LEAD, SOURCE, SUPERVISOR
from tests.cli.shape import REPORT, differences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.office import Office
    from tests.cli.program import Outcome

UPDATED = (HEADLINE, LEAD.replace("سه هزار", "پنج هزار"), BODY, BYLINE, SOURCE)
REUSE = {"DUP101", "DUP102"}
"""The other rules are the business of other tests."""


def checked(office: Office, draft: Path, *options: str | Path) -> dict[str, Any]:
    done = office.call("check", draft, "--format", "json", "--select", "DUP", *options)
    report: dict[str, Any] = json.loads(done.stdout)
    assert list(differences(report, REPORT)) == []
    return report


def found(office: Office, release: str) -> list[str]:
    return [one["code"] for one in shown(office, release)["findings"] if one["code"] in REUSE]


def shown(office: Office, release: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(office.call("library", "show", release, "--format", "json").stdout)
    return answer


def handed_in(done: Outcome) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_library_that_is_named_is_consulted(office: Office) -> None:
    release = office.approved(*CLEAN)
    draft = office.draft(*UPDATED, name="دوباره.txt")
    assert checked(office, draft)["drafts"][0]["findings"] == [], "none was named"
    (report,) = checked(office, draft, "--library", office.path)["drafts"]
    findings = {one["code"]: one for one in report["findings"] if one["paragraph"] < 2}
    whole, lead = findings["DUP102"], findings["DUP101"]
    assert whole["related"][0]["release"] == release
    assert lead["paragraph"] == 1
    (place,) = lead["related"]
    assert (place["release"], place["paragraph"]) == (release, 1)
    assert LEAD[place["start"] : place["end"]].split()[0] == LEAD.split()[0]
    assert 0.5 <= place["score"] <= 1


def test_reports_name_release_approver_and_share(office: Office) -> None:
    release = office.approved(*CLEAN)
    draft = office.draft(*UPDATED, name="دوباره.txt")
    for form in ("text", "html"):
        page = office.call("check", draft, "--format", form, "--select", "DUP", "--library", office.path).stdout
        assert f"release {release} of" in page
        assert f"approved by {SUPERVISOR}" in page
        assert "percent of its words" in page


def test_a_library_that_cannot_be_read_is_no_clean_result(office: Office) -> None:
    broken = office.folder / "broken.db"
    broken.write_bytes(b"nothing of the kind" * 100)
    done = office.call("check", office.draft(*CLEAN), "--library", broken)
    assert done.returncode == 2
    assert str(broken) in done.stderr


def test_what_is_handed_in_keeps_what_it_repeats(office: Office) -> None:
    office.approved(*CLEAN)
    assert "DUP102" in found(office, office.submit(*UPDATED))


def test_a_new_version_is_not_held_against_its_own_release(office: Office) -> None:
    release = office.approved(*CLEAN)
    corrected = office.act(EDITOR, "correct", release, office.draft(*UPDATED))
    assert corrected.returncode == 0, corrected.stderr
    assert found(office, release) == []


def test_a_source_is_left_out_with_a_reason_that_is_kept(office: Office) -> None:
    earlier = office.approved(*CLEAN)
    draft = office.draft(*UPDATED)
    release = handed_in(office.act(EDITOR, "submit", draft, "--exclude", f"{earlier}=خرید هر ساله = همان خبر"))
    answer = shown(office, release)
    (exclusion,) = answer["exclusions"]
    assert (exclusion["release"], exclusion["by"]) == (earlier, EDITOR)
    assert exclusion["reason"] == "خرید هر ساله = همان خبر"
    assert answer["history"][0]["exclusions"] == [exclusion]
    assert found(office, release) == []
    page = office.call("library", "show", release).stdout
    assert f"not held against release {earlier}, by {EDITOR}: خرید هر ساله = همان خبر" in page
    again = office.draft(*UPDATED, LEAD.replace("سه هزار", "شش هزار"))
    handed_in(office.act(EDITOR, "submit", again, "--release", release))
    assert [one["reason"] for one in shown(office, release)["exclusions"]] == [exclusion["reason"]], "it still holds"


def test_only_a_release_can_be_left_out_and_only_with_a_reason(office: Office) -> None:
    draft = office.draft(*CLEAN)
    unknown = office.act(EDITOR, "submit", draft, "--exclude", "1399-0001=دلیل")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "1399-0001" in unknown.stderr
    bare = office.act(EDITOR, "submit", draft, "--exclude", "1399-0001")
    assert bare.returncode == 2
    assert "«1399-0001» is not the number of a release, = and a reason." in bare.stderr
