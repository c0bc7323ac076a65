"""From a faulty draft to an approved version, as two persons would: two windows, two homes, one library, keys alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from pr_editor.gui.families import family_order
from pr_editor.library.store import Library
from pr_editor.review.model import ReleaseState
from tests.e2e.screen import Screen, until
from tests.e2e.test_first_light import PROGRAM, ROOT, findings, saved_texts, screen, wait_for_text, window_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pr_editor.review.model import Release

__all__ = ["screen"]

SUPERVISOR, EDITOR = "نسرین کاوه", "فائزه امینی"
SECRETS = {SUPERVISOR: "گذرواژه نسرین", EDITOR: "گذرواژه فائزه"}
REASON, NOTE = "تکرار به خواست نویسنده", "لید دو بار آمده؛ یکی را بردارید"

pytestmark = pytest.mark.e2e


def command(home: Path, *words: str, secrets: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
    """Run a command of the program; passphrases go through a pipe."""
    read, write = os.pipe()
    os.write(write, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(write)
    options = ("--passphrase-fd", str(read)) if secrets else ()
    environment = {**os.environ, "PR_EDITOR_HOME": str(home)}
    try:
        return subprocess.run(
            [*PROGRAM, *words, *options], cwd=ROOT, env=environment, pass_fds=[read], capture_output=True, check=False
        )
    finally:
        os.close(read)


def releases(path: Path) -> list[Release]:
    """All releases of the library, oldest first; none while there is no library."""
    if not path.exists():
        return []
    with Library.open(path, readonly=True) as library:
        return [library.release(summary.id) for summary in reversed(library.list())]


def wait_for_state(path: Path, *states: ReleaseState) -> Release:
    """Wait until the versions of the one release are in these states."""

    def look() -> Release | None:
        found = releases(path)
        return next((one for one in found if [version.state for version in one.versions] == list(states)), None)

    return until(look, f"versions {', '.join(states)}")


class Person:
    """Somebody with a window of his own, working it by keys."""

    def __init__(self, screen: Screen, pid: int) -> None:
        """Work the window of the process ``pid``."""
        self._screen = screen
        self._pid = pid

    def look_at(self, title: str) -> None:
        """Wait for a window of this title and bring it to the front."""
        self._screen.wait_for_title(self._pid, title)
        self._screen.activate(self._pid, title)

    def press(self, *keys: str) -> None:
        """Press keys."""
        self._screen.press(*keys)

    def write(self, *lines: str) -> None:
        """Type lines; Tab goes from one to the next."""
        for at, line in enumerate(lines):
            if at:
                self.press("Tab")
            self._screen.write(line)

    def log_in(self, name: str, title: str = "ورود") -> None:
        """Answer the form that asks who is there; ``title`` is what it is called in the window's language."""
        self.look_at(f"^{title}$")
        self.press("shift+Tab", "ctrl+a")
        self.write(name, SECRETS[name])
        self.press("Return")
        self.gone(f"^{title}$")

    def gone(self, title: str) -> None:
        """Wait until no window is titled so."""
        until(lambda: not self._screen.shows(self._pid, title), f"no window titled {title}")


def test_two_persons_bring_a_draft_to_approval(screen: Screen, tmp_path: Path) -> None:
    homes = {name: tmp_path / folder for name, folder in ((SUPERVISOR, "supervisor"), (EDITOR, "editor"))}
    path = homes[SUPERVISOR] / "data" / "library.db"
    settings = homes[EDITOR] / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"library": str(path)}), "utf-8")
    draft, copy = tmp_path / "faulty.txt", tmp_path / "approved.txt"
    shutil.copy(ROOT / "resources" / "samples" / "faulty.txt", draft)
    faults = findings(draft, homes[EDITOR])
    families = sorted({fault["code"][:3] for fault in faults}, key=family_order)
    typo = next(fault for fault in faults if fault["code"] == "SPL001")

    environment = {**screen.environment, "PR_EDITOR_HOME": str(homes[SUPERVISOR])}
    second = subprocess.Popen(PROGRAM, cwd=ROOT, env=environment)
    try:
        supervisor = Person(screen, second.pid)
        supervisor.look_at("^سازمان شما")
        supervisor.press("Escape")
        supervisor.look_at("پی‌آر ادیتور")
        supervisor.press("ctrl+shift+i")
        supervisor.look_at("^کتابخانه‌ای")
        supervisor.write(SUPERVISOR, SECRETS[SUPERVISOR], SECRETS[SUPERVISOR])
        supervisor.press("Tab", "space", "ctrl+Return")
        until(path.exists, "a library")
        secrets = (SECRETS[SUPERVISOR], SECRETS[EDITOR])
        added = command(
            homes[SUPERVISOR], "account", "add", EDITOR, "--role", "editor", "--as", SUPERVISOR, secrets=secrets
        )
        assert added.returncode == 0, added.stderr.decode()

        with window_of(screen, homes[EDITOR], str(draft)) as first:
            editor = Person(screen, first.pid)
            editor.look_at("یافته")
            editor.press("F6", "Home", *["Next"] * families.index("SPL"), "Farsi_1")
            wait_for_text(homes[EDITOR], there=typo["fixes"][0]["edits"][0]["text"], gone=typo["text"])
            editor.press("F8")
            wait_for_text(homes[EDITOR], there="می\u200cشدند", gone="شركت")

            # The repeated lead blocks; it is left with a reason, the sixth field after the kind of release.
            editor.press("ctrl+shift+s")
            editor.log_in(EDITOR)
            editor.look_at("^ارسال برای تأیید$")
            editor.press(*["Tab"] * 6)
            editor.write(REASON)
            editor.press("ctrl+Return")
            release = wait_for_state(path, ReleaseState.SUBMITTED)
            assert [waiver.reason for waiver in release.versions[0].submission.waivers] == [REASON]

            # The editor's window does not approve, and neither does the command line.
            editor.press("ctrl+shift+w")
            editor.look_at("^کتابخانه · ۱ خبر$")
            editor.press("ctrl+Return")
            refused = command(homes[EDITOR], "approve", release.id, "--as", EDITOR, secrets=[SECRETS[EDITOR]])
            assert refused.returncode == 2
            assert releases(path) == [release]
            editor.press("Escape")

            supervisor.look_at("پی‌آر ادیتور")
            supervisor.press("ctrl+shift+w")
            supervisor.look_at("^کتابخانه · ۱ خبر$")
            supervisor.press("ctrl+BackSpace")
            supervisor.look_at("^برگرداندن")
            supervisor.write(NOTE)
            supervisor.press("ctrl+Return")
            release = wait_for_state(path, ReleaseState.RETURNED)
            assert release.versions[0].sign_offs[0].note == NOTE

            editor.look_at("یافته")
            editor.press("ctrl+Farsi_3", "Home", "Farsi_1")
            lead = draft.read_text("utf-8").split("\n\n")[1].strip()
            until(lambda: saved_texts(homes[EDITOR]).count(lead) == 1, "the repeated paragraph deleted")
            editor.press("ctrl+shift+s")
            editor.look_at("^ارسال برای تأیید$")
            editor.press("ctrl+Return")
            release = wait_for_state(path, ReleaseState.RETURNED, ReleaseState.SUBMITTED)

            supervisor.look_at("^کتابخانه · ۱ خبر$")
            supervisor.press("ctrl+Return")
            supervisor.look_at("^تأیید خبر")
            supervisor.write(SECRETS[SUPERVISOR])
            supervisor.press("Return")
            release = wait_for_state(path, ReleaseState.RETURNED, ReleaseState.APPROVED)
            editor.look_at("یافته")
            editor.press("ctrl+q")
            assert first.wait(30) == 0

        # Nothing waits any more; the text is found by a word that is spelled in another way in it.
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
        supervisor.write(str(copy))
        supervisor.press("Return")
        until(copy.exists, "an exported text")
        supervisor.press("ctrl+q")
        assert second.wait(30) == 0
    finally:
        if second.poll() is None:
            second.kill()
        second.wait(10)

    with Library.open(path, readonly=True) as library:
        signed = library.show(release.id, 2)
    assert signed.version.approval is not None
    assert signed.version.approval.by == SUPERVISOR
    assert [line for line in copy.read_text("utf-8").split("\n") if line] == [p.text for p in signed.draft.paragraphs]
    verified = command(homes[SUPERVISOR], "library", "verify")
    assert verified.returncode == 0, verified.stdout.decode()
