"""The review window as an editor works it by keys alone, held against what it keeps on disk."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.app.sessions import SessionStore
from pr_editor.gui.review.draft_review import by_family
from pr_editor.text.draft import Draft, Kind
from pr_editor.text.edits import apply
from pr_editor.text.fold import fold
from tests.e2e.screen import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.camera import Wear
    from pr_editor.app.session import Session
    from pr_editor.checks.engine import Engine
    from pr_editor.checks.model import Finding
    from pr_editor.checks.ports import Against
    from pr_editor.gui.speech import Speech
    from tests.e2e.screen import Screen

ALBUM = os.environ.get("PR_EDITOR_PICTURES", "")
"""The folder that wants pictures of what is done, if any does."""


def choose_settings(home: Path, **chosen: object) -> None:
    """Write settings as somebody has made them who knows the program: nothing is offered at the start."""
    path = home / "config" / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"house_offered": True, "tour_seen": True, **chosen}), "utf-8")


@dataclass
class Desk:
    """One window, and what an engine like its own finds in the draft in front.

    That the window finds as much, its title says; that it does what it is told, the session on disk.
    """

    screen: Screen
    pid: int
    home: Path
    engine: Engine
    against: Against
    wear: Wear
    speech: Speech
    """What the window says, in its language."""
    source: str = ""
    """The name of the file the draft in front came from."""
    known: set[str] = field(default_factory=set)
    """Words (folded) that were added to the dictionary."""
    decisions: list[str] = field(default_factory=list)
    """What was decided, in words for whoever reads a failure."""

    def session(self) -> Session:
        """The draft in front as it is on disk."""
        sessions = SessionStore(self.home / "data" / "sessions").all()
        return next(one for one in sessions if one.source.endswith(self.source))

    def findings(self, draft: Draft | None = None) -> list[Finding]:
        """What is open in the draft as it is on disk, or as it is to become, in the order of the panel."""
        session = self.session()
        now = draft or session.draft
        # The kinds on disk are those recognised when it was written: maybe before what was typed last was checked.
        now = now.with_kinds({one.key: session.hints.get(one.key, Kind.BODY) for one in now.paragraphs})
        found = self.engine.review(now, session.overrides, session.release_kind, self.against).findings
        shown = [one for one in found if not session.decisions.hides(one) and fold(one.text) not in self.known]
        return [one for group in by_family(shown).values() for one in group]

    def turn_to(self, source: str, *keys: str) -> None:
        """Bring another draft to the front by these keys, pressed where the list of drafts has the focus."""
        self.source = source
        self.screen.press("ctrl+Farsi_1", *keys)
        headline = self.session().paragraphs[0].text
        self.screen.wait_for_title(self.pid, f"^{headline[:30]}")
        self.screen.press("ctrl+Farsi_2")
        self.settle()

    def come_back(self) -> None:
        """Wait until no other window stands before the drafts, and keys go to them."""
        until(lambda: len(self.screen.titles(self.pid)) == 1, "nothing before the drafts")
        until(lambda: self.screen.has_keys(self.pid), "the keys back in the window")

    def settle(self, draft: Draft | None = None) -> None:
        """Wait until the window has found what there is to find in the text on disk, or in what it is to become."""
        number = len(self.findings(draft))
        said = {0: "Nothing open", 1: "{number} finding"}.get(number, "{number} findings")
        self.wait_for(f"· {re.escape(self.speech.tr(said, number=number))} ·")
        # So many may be there before all is checked again; what comes then moves the list under the keys that follow.
        self.rest()

    def rest(self) -> None:
        """Wait until the program has nothing to do: keys find what is to be seen."""
        until(lambda: self.screen.rests(self.pid), "a program with nothing to do")

    def wait_for(self, pattern: str) -> None:
        """Wait for a window whose title holds this."""
        self.screen.wait_for_title(self.pid, pattern)

    def wait_for_window(self, title: str) -> None:
        """Wait for the window that is called so in English, and until it has the keys."""
        self.screen.activate(self.pid, self._titled(title))

    def leave_window(self, title: str) -> None:
        """Close the window that is called so in English, if it is still there, and go back to the drafts."""
        if self.screen.shows(self.pid, self._titled(title)):
            self.screen.press("Escape")
        self.come_back()

    def _titled(self, title: str) -> str:
        return f"^{re.escape(self.speech.tr(title))}"

    def picture(self, name: str) -> None:
        """Keep a picture of what is to be seen now, if pictures are wanted."""
        if ALBUM:
            self.screen.picture(Path(ALBUM) / f"keys-{name}-{self.wear}.png")

    def hold(self, code: str, words: str = "", draft: Draft | None = None) -> Finding:
        """Take the first finding of a rule or a family, about these words, in hand from the list of findings."""
        findings = self.findings(draft)
        at = next(at for at, one in enumerate(findings) if one.code.startswith(code) and words in one.text)
        self.screen.press("ctrl+Farsi_3", "Home", *["Down"] * at)
        return findings[at]

    def fix(self, *wanted: tuple[str, str]) -> None:
        """Take the first candidate of one finding after the other by its number: of a rule or a family, about words.

        The text on disk is then that and nothing else.
        """
        draft = self.session().draft
        for code, words in wanted:
            finding = self.hold(code, words, draft)
            draft = apply(draft, finding.fixes[0].edits)
            self.decisions.append(f"fix {finding.text}")
            self.screen.press("Farsi_1")
            self.settle(draft)
        self._prove(lambda session: [p.text for p in session.paragraphs] == [p.text for p in draft.paragraphs])

    def decide(self, what: str, *keys: str, proof: Callable[[Session], bool]) -> Session:
        """Press keys that decide something and wait for the proof of it on disk, and for what is found then."""
        self.decisions.append(what)
        self.screen.press(*keys)
        self._prove(proof)
        self.settle()
        return self.session()

    def _prove(self, proof: Callable[[Session], bool]) -> None:
        """Wait for the proof on disk of what was decided last."""
        try:
            until(lambda: proof(self.session()), f"{self.decisions[-1]}; decided so far: {len(self.decisions)}")
        except AssertionError as error:
            error.add_note(f"the windows: {self.screen.titles(self.pid)}; on disk: {self.session().decisions}")
            raise

    def text(self) -> str:
        """The draft in front as it is on disk, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.session().paragraphs)
