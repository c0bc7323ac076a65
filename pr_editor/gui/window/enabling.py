"""Which commands can be used just now, which are ticked, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.gui.window.command import Needs

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding
    from pr_editor.gui.window.mainwindow import MainWindow


class Enabling:
    """Reads controllers, writes menus; decides nothing."""

    def __init__(self, window: MainWindow) -> None:
        """Write the menus of ``window``."""
        self._window = window

    def tick(self) -> None:
        """Tick what the settings say."""
        window, look = self._window, self._window.look
        settings = look.settings
        window.menus.tick(
            {
                f"theme-{settings.theme}": True,
                f"language-{settings.language}": True,
                "half-spaces": settings.show_half_spaces,
                "invisibles": settings.show_invisibles,
                "show-drafts": look.show_drafts,
                "show-findings": look.show_findings,
                "from-pdf": window.origin.is_from_pdf,
                "compare": window.comparing.on,
                "changes": window.changes.on,
            }
        )

    def enable(self, alike: int) -> None:
        """What can be done with the draft in front and the finding in hand, to which ``alike`` findings are like."""
        window = self._window
        draft, finding = window.drafts.current, window.reviewing.current
        fixable = window.fixing.can_fix(finding)
        window.menus.enable(
            {
                Needs.DRAFT: draft is not None and draft.editor is not None,
                Needs.FINDING: finding is not None,
                Needs.FIX: fixable,
                Needs.SAFE_FIXES: bool(window.reviewing.sure),
                Needs.OTHER_PLACE: finding is not None and any(one.release is None for one in finding.related),
                Needs.RELATED: finding is not None and bool(finding.related),
                Needs.WORK: bool(window.work.all),
            }
        )
        self._enable_leaving(finding)
        window.menus.actions["add-word"].setEnabled(window.teaching.can_add_word(finding))
        window.approval.enable()
        self._name(alike if fixable else 0)

    def _enable_leaving(self, finding: Finding | None) -> None:
        """What can be left can be left for good, if it is about words; what was left can be opened again."""
        window, actions = self._window, self._window.menus.actions
        was_left = finding is not None and window.leaving.why(finding) is not None
        for_good = not was_left and window.leaving.can_leave_for_good(finding)
        for name in ("leave-here", "leave-draft"):
            actions[name].setEnabled(finding is not None and not was_left)
        actions["leave-mine"].setEnabled(for_good)
        actions["leave-house"].setEnabled(for_good and window.leaving.by_house)
        actions["open-again"].setEnabled(was_left)

    def _name(self, alike: int) -> None:
        """Say in the menus and on the bar how many are meant."""
        say, tr, sure = self._window.menus.say, self._window.speech.tr, self._window.reviewing.sure
        say(
            "fix-safe",
            tr("Fix everything that is sure"),
            tr("Sure fixes ({number})", number=sure) if sure else tr("Sure fixes"),
        )
        say("fix-alike", tr("Fix all of these ({number})", number=alike) if alike > 1 else tr("Fix all of these"))
        say("next", tr("Next finding"), tr("Next"))
        say("compare", tr("Compare with the draft as received"), tr("Compare"))
        say("previous", tr("Previous finding"), tr("Previous"))
        say("submit", tr("Submit for approval…"), tr("Submit for approval"))

    def name_undo(self) -> None:
        """Name what can be undone and redone."""
        window, tr = self._window, self._window.speech.tr
        editor = window.drafts.current.editor if window.drafts.current else None
        undo, redo = (editor.undo_name(), editor.redo_name()) if editor else ("", "")
        last, following = window.taking_back.last, window.taking_back.next
        if last is not None:
            undo = window.speech.render(last).rstrip(".")
        if following is not None:
            redo = window.speech.render(following).rstrip(".")
        window.menus.say("undo", tr("Undo: {name}", name=undo) if undo else tr("Undo"))
        window.menus.say("redo", tr("Redo: {name}", name=redo) if redo else tr("Redo"))
        document = editor.document() if editor else None
        can_undo = last is not None or (document is not None and document.isUndoAvailable())
        can_redo = following is not None or (document is not None and document.isRedoAvailable())
        window.menus.enable({Needs.UNDO: can_undo, Needs.REDO: can_redo})
