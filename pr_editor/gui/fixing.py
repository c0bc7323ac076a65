"""Putting findings right: one, all like it, or everything that is sure. Each is one step of the undo list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from pr_editor.checks.fixes import ROUNDS, choose
from pr_editor.checks.model import Applicability
from pr_editor.gui.families import family_of
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.review import alike, safe_fixes, same_choice
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.fixes import Applied
    from pr_editor.checks.model import Finding, Fix
    from pr_editor.gui.checking import Checking
    from pr_editor.gui.drafts import Drafts
    from pr_editor.gui.open_draft import OpenDraft
    from pr_editor.gui.reviewing import Reviewing
    from pr_editor.gui.speech import Speech

OPENINGS = {"BYL001": "نویسنده: ", "BYL004": "منبع: "}
"""How a line begins that is missing and added from the card of the rule that misses it.

It is text of the release, so Persian whatever the window speaks.
"""


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
        self, drafts: Drafts, checking: Checking, reviewing: Reviewing, speech: Speech, tell: Tell, parent: QObject
    ) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._drafts = drafts
        self._checking = checking
        self._reviewing = reviewing
        self._speech = speech
        self._tell = tell
        self._sweep: _Sweep | None = None
        self._wanted: tuple[str, int] | None = None
        self._at_work = False
        checking.finished.connect(self._checked)

    def candidates(self, finding: Finding | None) -> tuple[Fix, ...]:
        """The fixes of a finding that can be applied, at most five, best first."""
        fixes = finding.fixes if finding else ()
        return tuple(fix for fix in fixes if fix.applicability >= Applicability.ASK)[:5]

    def fix_current(self) -> None:
        """Put the finding in hand right in the likeliest way."""
        self.fix_with(0)

    def fix_with(self, number: int) -> None:
        """Put the finding in hand right with its candidate ``number``, counted from 0, and go to the next."""
        draft, finding = self._drafts.current, self._reviewing.current
        candidates = self.candidates(finding)
        if draft is None or finding is None or number >= len(candidates):
            return
        fix = candidates[number]
        name = self._speech.tr("Fix: {family}", family=self._speech.tr(family_of(finding.code).title))
        self._apply(draft, [fix], name)

    def fix_alike(self) -> None:
        """Put right everything the finding in hand stands for, in the likeliest way."""
        self.fix_alike_with(0)

    def fix_alike_with(self, number: int) -> None:
        """Put right everything like the finding in hand with its candidate ``number``."""
        draft, finding = self._drafts.current, self._reviewing.current
        candidates = self.candidates(finding)
        if draft is None or finding is None or number >= len(candidates):
            return
        ways = ((one, same_choice(one, candidates[number], number)) for one in self.like(finding))
        chosen = choose([replace(one, fixes=(way,)) for one, way in ways if way is not None], Applicability.ASK)
        fixes = [one.fix for one in chosen]
        if self._still_fits(draft, fixes):
            self._apply(draft, fixes, self._many(finding.rule.family, len(chosen)))
            self._tell(self._told(Counter({finding.rule.family: len(chosen)})))
        else:
            self._changed_meanwhile(draft)

    def like(self, finding: Finding) -> list[Finding]:
        """The open findings that one decision can serve, this one among them."""
        return alike(finding, self._reviewing.open)

    def fix_all_safe(self) -> None:
        """Apply every fix that is right whatever the text means, check again, and repeat until none is left."""
        draft = self._drafts.current
        if draft is None or self._sweep is not None:
            return
        self._sweep = _Sweep(draft)
        if draft.review.checked and self._still_fits(draft, [one.fix for one in safe_fixes(draft.review.findings())]):
            self._next_round(self._sweep)
        else:
            self._checking.check(draft)

    def add_line(self) -> None:
        """Add the line the finding in hand misses as the last paragraph, and put the caret where its words go."""
        draft, finding = self._drafts.current, self._reviewing.current
        if draft is None or draft.editor is None or finding is None or finding.code not in OPENINGS:
            return
        opening = OPENINGS[finding.code]
        paragraphs = draft.paragraphs()
        last = paragraphs[-1].key if paragraphs else None
        key = draft.editor.insert_paragraph(last, opening, self._speech.tr("Add the missing line"))
        draft.editor.move_caret(key, len(opening))
        draft.editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
        draft.editor.setFocus()

    def text_changed(self) -> None:
        """The text in front was edited by whomever; somebody else's hand ends a sweep."""
        if not self._at_work:
            self._wanted = None
            if self._sweep is not None:
                self._finish(self._sweep)

    def _checked(self, draft: OpenDraft) -> None:
        if self._sweep is not None and self._sweep.draft is draft:
            self._next_round(self._sweep)
        elif self._wanted is not None and draft is self._drafts.current:
            (name, number), self._wanted = self._wanted, None
            finding = self._reviewing.current
            if finding is not None and finding.fingerprint == name:
                self.fix_with(number)

    def _next_round(self, sweep: _Sweep) -> None:
        chosen = safe_fixes(sweep.draft.review.findings())
        if not chosen or sweep.rounds == ROUNDS or not self._sweep_once(sweep, chosen):
            self._finish(sweep)
        else:
            self._checking.check(sweep.draft)

    def _sweep_once(self, sweep: _Sweep, chosen: list[Applied]) -> bool:
        if sweep.draft.editor is None or not self._still_fits(sweep.draft, [one.fix for one in chosen]):
            return False
        families = Counter(one.finding.rule.family for one in chosen)
        number = (sweep.done + families).total()
        name = self._speech.tr("Sure fixes ({number})", number=number)
        edits = [edit for one in chosen for edit in one.fix.edits]
        with _Flag(self):
            applied = sweep.draft.editor.apply(edits, name, join=sweep.rounds > 0)
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

    def _apply(self, draft: OpenDraft, fixes: list[Fix], name: str) -> None:
        if draft.editor is None:
            return
        with _Flag(self):
            applied = draft.editor.apply([edit for fix in fixes for edit in fix.edits], name)
        if not applied:
            self._changed_meanwhile(draft)
            return
        self._reviewing.advance()
        self._checking.check(draft)

    def _changed_meanwhile(self, draft: OpenDraft) -> None:
        self._checking.check(draft)
        self._tell(
            Notice(message("The text has changed here; nothing was fixed."), message("It is being checked again."))
        )

    def _still_fits(self, draft: OpenDraft, fixes: Iterable[Fix]) -> bool:
        return draft.review.can_apply(fixes, draft.texts())

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
        return Notice(what, more, Tone.DONE, message("Undo"), editor.undo if editor else None)


class _Flag:
    """Marks the changes of the text that are our own."""

    def __init__(self, owner: Fixing) -> None:
        self._owner = owner

    def __enter__(self) -> None:
        self._owner._at_work = True

    def __exit__(self, *_: object) -> None:
        self._owner._at_work = False
