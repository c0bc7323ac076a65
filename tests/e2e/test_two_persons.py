"""From a faulty draft to an approved version, as two persons would: two windows, two homes, one library, keys alone."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from pr_editor.gui.review.families import family_order
from pr_editor.library.store import Library
from pr_editor.review.model import ReleaseState
from tests.e2e.person import EDITOR, SECRETS, SUPERVISOR, Person
from tests.e2e.program import ROOT, command, findings, running, saved_texts, wait_for_text, window_of
from tests.e2e.screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.review.model import Release
    from tests.e2e.screen import Screen

REASON, NOTE = "تکرار به خواست نویسنده", "لید دو بار آمده؛ یکی را بردارید"

pytestmark = pytest.mark.e2e


@dataclass(frozen=True, slots=True)
class Office:
    """Where things are: the homes of both, the library in the supervisor's, and the draft in no one's."""

    folder: Path

    @property
    def supervisor(self) -> Path:
        """The home of the supervisor."""
        return self.folder / "supervisor"

    @property
    def editor(self) -> Path:
        """The home of the copy editor."""
        return self.folder / "editor"

    @property
    def library(self) -> Path:
        """The library of both."""
        return self.supervisor / "data" / "library.db"

    @property
    def draft(self) -> Path:
        """What came in."""
        return self.folder / "faulty.txt"

    @property
    def copy(self) -> Path:
        """What goes out."""
        return self.folder / "approved.txt"

    def releases(self) -> list[Release]:
        """All releases of the library, oldest first; none while there is no library."""
        if not self.library.exists():
            return []
        with Library.open(self.library, readonly=True) as library:
            return [library.release(summary.id) for summary in reversed(library.list())]

    def wait_for_state(self, *states: ReleaseState) -> Release:
        """Wait until the versions of the one release are in these states."""

        def look() -> Release | None:
            found = self.releases()
            return next((one for one in found if [version.state for version in one.versions] == [*states]), None)

        return until(look, f"versions {', '.join(states)}")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A draft full of faults, and a copy editor whose window knows where the library will be."""
    made = Office(tmp_path)
    settings = made.editor / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"library": str(made.library)}), "utf-8")
    shutil.copy(ROOT / "resources" / "samples" / "faulty.txt", made.draft)
    return made


def test_two_persons_bring_a_draft_to_approval(screen: Screen, office: Office) -> None:
    with running(screen, office.supervisor) as second:
        supervisor = Person(screen, second.pid)
        _found_a_library(office, supervisor)
        with window_of(screen, office.editor, str(office.draft)) as first:
            editor = Person(screen, first.pid)
            _repair(office, editor)
            _submit_with_a_reason(office, editor)
            _fail_to_approve(office, editor)
            _send_back(office, supervisor)
            _submit_again(office, editor)
            _approve(office, supervisor)
            editor.look_at("یافته")
            editor.press("ctrl+q")
            assert first.wait(30) == 0
        _find_and_export(office, supervisor)
        supervisor.press("ctrl+q")
        assert second.wait(30) == 0
    _compare_what_was_signed(office)


def _found_a_library(office: Office, supervisor: Person) -> None:
    """At her first start; the account of her copy editor comes by a command."""
    supervisor.look_at("^سازمان شما")
    supervisor.press("Escape")
    supervisor.look_at("پی‌آر ادیتور")
    supervisor.press("ctrl+shift+i")
    supervisor.look_at("^کتابخانه‌ای")
    supervisor.write(SUPERVISOR, SECRETS[SUPERVISOR], SECRETS[SUPERVISOR])
    supervisor.press("Tab", "space", "ctrl+Return")
    until(office.library.exists, "a library")
    words = ("account", "add", EDITOR, "--role", "editor", "--as", SUPERVISOR)
    added = command(office.supervisor, *words, secrets=(SECRETS[SUPERVISOR], SECRETS[EDITOR]))
    assert added.returncode == 0, added.stderr.decode()


def _repair(office: Office, editor: Person) -> None:
    """A misspelled word by its first candidate, and everything that is sure."""
    faults = findings(office.draft, office.editor)
    families = sorted({fault["code"][:3] for fault in faults}, key=family_order)
    typo = next(fault for fault in faults if fault["code"] == "SPL001")
    editor.look_at("یافته")
    editor.press("F6", "Home", *["Next"] * families.index("SPL"), "Farsi_1")
    wait_for_text(office.editor, there=typo["fixes"][0]["edits"][0]["text"], gone=typo["text"])
    editor.press("F8")
    wait_for_text(office.editor, there="می\u200cشدند", gone="شركت")


def _submit_with_a_reason(office: Office, editor: Person) -> None:
    """The repeated lead blocks; it is left with a reason, the sixth field after the kind of release."""
    editor.press("ctrl+shift+s")
    editor.log_in(EDITOR)
    editor.look_at("^ارسال برای تأیید$")
    editor.press(*["Tab"] * 6)
    editor.write(REASON)
    editor.press("ctrl+Return")
    release = office.wait_for_state(ReleaseState.SUBMITTED)
    assert [waiver.reason for waiver in release.versions[0].submission.waivers] == [REASON]


def _fail_to_approve(office: Office, editor: Person) -> None:
    """The editor's window does not approve, and neither does the command line."""
    before = office.releases()
    editor.press("ctrl+shift+w")
    editor.look_at("^کتابخانه · ۱ خبر$")
    editor.press("ctrl+Return")
    refused = command(office.editor, "approve", before[0].id, "--as", EDITOR, secrets=[SECRETS[EDITOR]])
    assert refused.returncode == 2
    assert office.releases() == before
    editor.press("Escape")


def _send_back(office: Office, supervisor: Person) -> None:
    """With a note."""
    supervisor.look_at("پی‌آر ادیتور")
    supervisor.press("ctrl+shift+w")
    supervisor.look_at("^کتابخانه · ۱ خبر$")
    supervisor.press("ctrl+BackSpace")
    supervisor.look_at("^برگرداندن")
    supervisor.write(NOTE)
    supervisor.press("ctrl+Return")
    release = office.wait_for_state(ReleaseState.RETURNED)
    assert release.versions[0].sign_offs[0].note == NOTE


def _submit_again(office: Office, editor: Person) -> None:
    """Without the paragraph that stood there twice."""
    editor.look_at("یافته")
    editor.press("ctrl+Farsi_3", "Home", "Farsi_1")
    lead = office.draft.read_text("utf-8").split("\n\n")[1].strip()
    until(lambda: saved_texts(office.editor).count(lead) == 1, "the repeated paragraph deleted")
    editor.press("ctrl+shift+s")
    editor.look_at("^ارسال برای تأیید$")
    editor.press("ctrl+Return")
    office.wait_for_state(ReleaseState.RETURNED, ReleaseState.SUBMITTED)


def _approve(office: Office, supervisor: Person) -> None:
    """From the list of what waits, with her passphrase."""
    supervisor.look_at("^کتابخانه · ۱ خبر$")
    supervisor.press("ctrl+Return")
    supervisor.look_at("^تأیید خبر")
    supervisor.write(SECRETS[SUPERVISOR])
    supervisor.press("Return")
    office.wait_for_state(ReleaseState.RETURNED, ReleaseState.APPROVED)


def _find_and_export(office: Office, supervisor: Person) -> None:
    """Nothing waits any more; the text is found by a word that is spelled in another way in it."""
    supervisor.look_at("^کتابخانه$")
    supervisor.press("Escape")
    supervisor.look_at("پی‌آر ادیتور")
    supervisor.press("ctrl+shift+f")
    supervisor.look_at("^کتابخانه · ۱ خبر$")
    supervisor.write("نیست‌درهیچ‌متنی")
    supervisor.look_at("^کتابخانه$")
    supervisor.press("ctrl+a")
    supervisor.write("تأمين كارگاهها")
    supervisor.look_at("^کتابخانه · ۱ خبر$")
    supervisor.press("ctrl+s")
    supervisor.look_at("^برون‌بری$")
    supervisor.press("ctrl+a")
    supervisor.write(str(office.copy))
    supervisor.press("Return")
    until(office.copy.exists, "an exported text")


def _compare_what_was_signed(office: Office) -> None:
    """What she approved is what went out, and the library holds."""
    (release,) = office.releases()
    with Library.open(office.library, readonly=True) as library:
        signed = library.show(release.id, 2)
    assert signed.version.approval is not None
    assert signed.version.approval.by == SUPERVISOR
    exported = [line for line in office.copy.read_text("utf-8").split("\n") if line]
    assert exported == [paragraph.text for paragraph in signed.draft.paragraphs]
    verified = command(office.supervisor, "library", "verify")
    assert verified.returncode == 0, verified.stdout.decode()
