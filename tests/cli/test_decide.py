"""Approving, returning, withdrawing by command line: who may, and what is never half done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.office import BODY, BYLINE, CLEAN, EDITOR, HEADLINE, LEAD, SECRETS, SOURCE, SUPERVISOR

if TYPE_CHECKING:
    from tests.cli.office import Office


def show(office: Office, release: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(office.call("library", "show", release, "--format", "json").stdout)
    return answer


def test_a_decision_is_told_and_prints_nothing(office: Office) -> None:
    release = office.submit(*CLEAN)
    returned = office.act(SUPERVISOR, "return", release, "--note", "تاریخ را بنویسید")
    assert (returned.returncode, returned.stdout) == (0, "")
    assert release in returned.stderr
    assert show(office, release)["decisions"][0]["note"] == "تاریخ را بنویسید"
    office.submit(*CLEAN, options=("--release", release))
    approved = office.act(SUPERVISOR, "approve", release)
    assert (approved.returncode, approved.stdout) == (0, "")
    withdrawn = office.act(SUPERVISOR, "withdraw", release, "--reason", "ارقام نادرست بود")
    assert (withdrawn.returncode, withdrawn.stdout) == (0, "")
    answer = show(office, release)
    assert answer["state"] == "withdrawn"
    assert [entry["kind"] for entry in answer["history"]] == [
        "submitted",
        "returned",
        "submitted",
        "approved",
        "withdrawn",
    ]


@pytest.mark.parametrize(
    "decision", [("approve",), ("return", "--note", "بد است"), ("withdraw", "--reason", "نادرست")], ids=lambda d: d[0]
)
def test_an_editor_decides_nothing(office: Office, decision: tuple[str, ...]) -> None:
    release = office.approved(*CLEAN) if decision[0] == "withdraw" else office.submit(*CLEAN)
    before = show(office, release)
    done = office.act(EDITOR, decision[0], release, *decision[1:])
    assert (done.returncode, done.stdout) == (2, "")
    assert EDITOR in done.stderr
    assert show(office, release) == before


def test_who_submitted_a_text_cannot_approve_it_by_any_door(office: Office) -> None:
    release = office.act(SUPERVISOR, "submit", office.draft(*CLEAN)).stdout.strip()
    for options in ((), ("--emergency", "کسی نیست"), ("--version", "1")):
        done = office.act(SUPERVISOR, "approve", release, *options)
        assert done.returncode == 2
        assert show(office, release)["state"] == "submitted"


def test_only_the_version_that_was_looked_at_is_approved(office: Office) -> None:
    release = office.submit(*CLEAN)
    office.submit(HEADLINE, LEAD, BODY + " افزوده.", BYLINE, SOURCE, options=("--release", release))
    assert office.act(SUPERVISOR, "approve", release, "--version", "1").returncode == 2
    assert show(office, release)["state"] == "submitted"
    assert office.act(SUPERVISOR, "approve", release, "--version", "2").returncode == 0


def test_a_wrong_passphrase_changes_nothing(office: Office) -> None:
    release = office.submit(*CLEAN)
    done = office.call("approve", release, "--as", SUPERVISOR, secrets=("گذرواژه دیگر",))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"The passphrase of {SUPERVISOR} is wrong." in done.stderr
    assert show(office, release)["state"] == "submitted"
    unknown = office.call("approve", release, "--as", "ناشناس", secrets=("گذرواژه دیگر",))
    assert unknown.returncode == 2
    assert "ناشناس" in unknown.stderr


def test_wrong_passphrases_slow_down(office: Office) -> None:
    release = office.submit(*CLEAN)
    for _ in range(3):
        office.call("approve", release, "--as", SUPERVISOR, secrets=("گذرواژه دیگر",))
    hasty = office.call("approve", release, "--as", SUPERVISOR, secrets=(SECRETS[SUPERVISOR],))
    assert hasty.returncode == 2
    assert "wait" in hasty.stderr


def test_a_reason_is_asked_for(office: Office) -> None:
    release = office.submit(*CLEAN)
    assert office.act(SUPERVISOR, "return", release).returncode == 2
    assert office.act(SUPERVISOR, "return", release, "--note", " ").returncode == 2
    assert show(office, release)["state"] == "submitted"


def test_accounts_are_added_listed_and_disabled(office: Office) -> None:
    listed = office.call("account", "list")
    assert listed.stdout.splitlines() == [f"{SUPERVISOR}   supervisor", f"{EDITOR}  copy editor"]
    refused = office.call(
        "account", "add", "زهرا", "--role", "editor", "--as", EDITOR, secrets=(SECRETS[EDITOR], "x" * 9)
    )
    assert refused.returncode == 2
    assert office.act(SUPERVISOR, "account", "disable", EDITOR).returncode == 0
    people = json.loads(office.call("account", "list", "--format", "json").stdout)["accounts"]
    assert [(p["name"], p["role"], p["enabled"]) for p in people] == [
        (SUPERVISOR, "supervisor", True),
        (EDITOR, "editor", False),
    ]
    stopped = office.act(EDITOR, "submit", office.draft(*CLEAN))
    assert (stopped.returncode, stopped.stdout) == (2, "")
    assert "disabled" in stopped.stderr
    assert office.act(SUPERVISOR, "account", "disable", SUPERVISOR).returncode == 2


def test_a_name_is_known_however_its_letters_are_typed(office: Office) -> None:
    arabic = EDITOR.replace("ی", "ي")
    done = office.call("submit", office.draft(*CLEAN), "--as", arabic, secrets=(SECRETS[EDITOR],))
    assert done.returncode == 0
    assert show(office, done.stdout.strip())["submitted_by"] == EDITOR


def test_who_forgot_a_passphrase_gets_a_new_one(office: Office) -> None:
    forgotten, chosen = "گذرواژهٔ تازه ۱", "گذرواژهٔ تازه ۲"
    of = ("account", "passphrase", "--of", EDITOR)
    assert office.call(*of, "--as", SUPERVISOR, secrets=(SECRETS[SUPERVISOR], forgotten)).returncode == 0
    own = ("account", "passphrase", "--as", EDITOR)
    assert office.call(*own, secrets=(SECRETS[EDITOR], chosen)).returncode == 2
    assert office.call(*own, secrets=(forgotten, chosen)).returncode == 0
    assert office.call("submit", office.draft(*CLEAN), "--as", EDITOR, secrets=(chosen,)).returncode == 0
    assert office.call(*of, "--as", EDITOR, secrets=(chosen, forgotten)).returncode == 2
    assert office.call("library", "verify").returncode == 0


def test_an_account_comes_back(office: Office) -> None:
    assert office.act(SUPERVISOR, "account", "disable", EDITOR).returncode == 0
    assert office.act(SUPERVISOR, "account", "enable", EDITOR).returncode == 0
    assert office.submit(*CLEAN)


def test_an_emergency_is_for_those_the_house_names_and_is_marked(office: Office) -> None:
    house = ("library", "house", "--four-eyes", "--reason", "نوبت شب", "--emergency", SUPERVISOR)
    assert office.act(EDITOR, *house).returncode == 2
    assert office.act(SUPERVISOR, *house).returncode == 0
    assert "may approve in an emergency" in office.call("account", "list").stdout
    release = office.act(SUPERVISOR, "submit", office.draft(*CLEAN)).stdout.strip()
    assert office.act(SUPERVISOR, "approve", release).returncode == 2
    done = office.act(SUPERVISOR, "approve", release, "--emergency", "سیل در شهر")
    assert done.returncode == 0
    assert "emergency approval" in done.stderr
    last = show(office, release)["history"][-1]
    assert (last["eyes"], last["note"]) == ("emergency", "سیل در شهر")
