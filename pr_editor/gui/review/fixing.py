"""Putting findings right: one, all like it, or everything that is sure. Each is one step of the undo list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from pr_editor.app.changes import Done
from pr_editor.checks.closing_lines import new_line
from pr_editor.checks.fixes import ROUNDS, Applied, choose
from pr_editor.checks.model import Applicability
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.review.draft_review import alike, safe_fixes, same_choice
from pr_editor.gui.review.families import family_of
from pr_editor.text.draft import Kind
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding, Fix
    from pr_editor.gui.changes.ledger import Ledger
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.speech import Speech

OPENINGS = {"BYL001": "نویسنده: ", "BYL004": "منبع: "}
"""How a line begins that is missing and added from the card of the rule that misses it.

It is text of the release, so Persian whatever the window speaks.
"""


_LINES = {"BYL001": Kind.BYLINE, "BYL004": Kind.SOURCE}
"""What such a line is."""


@dataclass(slots=True)
class _Sweep:
    """One «fix everything that is sure» on its way: fix, check again, until nothing is left."""

    draft: OpenDraft
    rounds: int = 0
    done: Counter[str] = field(default_factory=Counter)
    """How many were fixed, by family."""


class Fixing(QObject):
    """Applies fixes to the draft in front, if the text still reads as it was checked."""

    def __init__(
        self,
        drafts: Drafts,
        ledger: Ledger,
        checking: Checking,
        reviewing: Reviewing,
        speech: Speech,
        tell: Tell,
        parent: QObject,
    ) -> None:
        """Begin with nothing to do; the ledger keeps what is done."""
        super().__init__(parent)
        self._drafts = drafts
        self._ledger = ledger
        self._checking = checking
        self._reviewing = reviewing
        self._speech = speech
        self._tell = tell
        self._sweep: _Sweep | None = None
        self._at_work = False
        checking.finished.connect(self._checked)
        checking.given_up.connect(self._given_up)
        drafts.removed.connect(self._removed)

    @property
    def busy(self) -> bool:
        """Whether «fix everything that is sure» is on its way."""
        return self._sweep is not None

    def candidates(self, finding: Finding | None) -> tuple[Fix, ...]:
        """The fixes of a finding that can be applied, at most five, best first."""
        fixes = finding.fixes if finding else ()
        return tuple(fix for fix in fixes if fix.applicability >= Applicability.ASK)[:5]

    def can_fix(self, finding: Finding | None) -> bool:
        """Whether something can be done about a finding: a fix, or a line to be added."""
        return finding is not None and (bool(self.candidates(finding)) or finding.code in OPENINGS)

    def fix_current(self) -> None:
        """Put the finding in hand right in the likeliest way."""
        self.fix_with(0)

    def fix_with(self, number: int) -> None:
        """Put the finding in hand right with its candidate ``number``, counted from 0, and go to the next.

        Where a line is missing and nothing else can be done, the first is to add it.
        """
        draft, finding = self._drafts.current, self._reviewing.current
        candidates = self.candidates(finding)
        if not candidates and number == 0:
            self.add_line()
        if draft is None or finding is None or number >= len(candidates):
            return
        fix = candidates[number]
        name = self._speech.tr("Fix: {family}", family=self._speech.tr(family_of(finding.code).title))
        self._apply(draft, [Applied(finding, fix)], name)

    def fix_alike(self) -> None:
        """Put right everything like the finding in hand, in its likeliest way."""
        draft, finding = self._drafts.current, self._reviewing.current
        candidates = self.candidates(finding)
        if draft is None or finding is None or not candidates:
            return
        ways = ((one, same_choice(one, candidates[0])) for one in self.like(finding))
        chosen = choose([replace(one, fixes=(way,)) for one, way in ways if way is not None], Applicability.ASK)
        if self._apply(draft, chosen, self._many(finding.rule.family, len(chosen))):
            self._tell(self._told(Counter({finding.rule.family: len(chosen)})))

    def like(self, finding: Finding) -> list[Finding]:
        """The open findings that one decision can serve, this one among them."""
        return alike(finding, self._reviewing.open)

    def fix_all_safe(self) -> None:
        """Apply every fix that is right whatever the text means, check again, and repeat until none is left."""
        draft = self._drafts.current
        if draft is None or self._sweep is not None:
            return
        self._sweep = _Sweep(draft)
        if draft.review.checked:
            self._next_round(self._sweep)
        else:
            self._checking.check(draft)

    def add_line(self) -> None:
        """Add the line the finding in hand misses at the end, and put the caret where its words go."""
        draft, finding = self._drafts.current, self._reviewing.current
        if draft is None or draft.editor is None or finding is None or finding.code not in OPENINGS:
            return
        opening, before = OPENINGS[finding.code], draft.texts()
        line = new_line(_LINES[finding.code], opening, draft.draft().paragraphs)
        done = Done(finding.code, finding.message, (line,))
        if not self._ledger.make(draft, [done], self._speech.tr("Add the missing line")):
            return
        key = next(key for key in draft.texts() if key not in before)
        draft.editor.move_caret(key, len(opening))
        draft.editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
        draft.editor.setFocus()

    def text_changed(self) -> None:
        """The text in front was edited by whomever; somebody else's hand ends a sweep."""
        if self._sweep is not None and not self._at_work:
            self._finish(self._sweep)

    def _checked(self, draft: OpenDraft) -> None:
        if self._sweep is not None and self._sweep.draft is draft:
            self._next_round(self._sweep)

    def _given_up(self, draft: OpenDraft) -> None:
        if self._sweep is not None and self._sweep.draft is draft:
            self._finish(self._sweep)

    def _removed(self, draft: OpenDraft) -> None:
        if self._sweep is not None and self._sweep.draft is draft:
            self._sweep = None

    def _next_round(self, sweep: _Sweep) -> None:
        chosen = safe_fixes(sweep.draft.review.findings(), sweep.draft.declined())
        if not chosen or sweep.rounds == ROUNDS or not self._sweep_once(sweep, chosen):
            self._finish(sweep)
        else:
            self._checking.check(sweep.draft)

    def _sweep_once(self, sweep: _Sweep, chosen: list[Applied]) -> bool:
        families = Counter(one.finding.rule.family for one in chosen)
        number = (sweep.done + families).total()
        name = self._speech.tr("Sure fixes ({number})", number=number)
        with _Flag(self):
            applied = self._ledger.apply(sweep.draft, chosen, name, join=sweep.rounds > 0)
        if applied:
            sweep.rounds += 1
            sweep.done += families
        return applied

    def _finish(self, sweep: _Sweep) -> None:
        self._sweep = None
        if sweep.done:
            self._tell(self._told(sweep.done))
        else:
            self._tell(Notice(message("Nothing is left that can be fixed without asking.")))

    def _apply(self, draft: OpenDraft, fixes: list[Applied], name: str) -> bool:
        """Apply fixes as one step and go to the next finding; False when the text is not what was checked."""
        with _Flag(self):
            applied = self._ledger.apply(draft, fixes, name)
        if applied:
            self._reviewing.advance()
        else:
            what = message("The text has changed here; nothing was fixed.")
            self._tell(Notice(what, message("It is being checked again.")))
        self._checking.check(draft)
        return applied

    def _many(self, family: str, number: int) -> str:
        return self._speech.tr(
            "Fix: {family} ({number})", family=self._speech.tr(family_of(family).title), number=number
        )

    def _told(self, done: Counter[str]) -> Notice:
        parts = (
            f"{self._speech.tr(family_of(code).title)} {self._speech.digits(number)}"
            for code, number in done.most_common()
        )
        separator = "، " if self._speech.language == "fa" else ", "
        what = message("{number} fixed.", number=done.total())
        more = message("{families}. Undo takes them all back at once.", families=separator.join(parts))
        editor = self._drafts.current.editor if self._drafts.current else None
        return Notice(what, more, Tone.DONE, message("Undo"), editor.undo if editor else None, until_edit=True)


class _Flag:
    """Marks the changes of the text that are our own."""

    def __init__(self, owner: Fixing) -> None:
        self._owner = owner

    def __enter__(self) -> None:
        self._owner._at_work = True

    def __exit__(self, *_: object) -> None:
        self._owner._at_work = False
