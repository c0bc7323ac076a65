"""The finding in hand: what its card says, and what card, keys and context menu can do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.gui.editor.marks import token_of
from pr_editor.gui.panels.card import CardContent
from pr_editor.gui.panels.snippet import snippet
from pr_editor.gui.review.draft_review import replacement
from pr_editor.gui.review.fixing import OPENINGS
from pr_editor.gui.window.menus import KeyedMenu

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from pr_editor.checks.model import Finding
    from pr_editor.gui.window.mainwindow import MainWindow

_DECISIONS = (
    "fix-alike",
    "leave-here",
    "leave-draft",
    "leave-mine",
    "leave-house",
    "add-word",
    "add-house-word",
    "open-again",
    "why",
    "side-by-side",
    "other-place",
)
_CLIPBOARD = ("cut", "copy", "paste")
_STEPS = ("undo", "redo")


class CardWriter:
    """Reads controllers, writes the card."""

    def __init__(self, window: MainWindow) -> None:
        """Write the card of ``window``."""
        self._window = window
        self.alike = 0
        """How many findings are like the one on the card."""

    def write(self, *, reveal: bool) -> None:
        """Show the finding in hand on the card and in the text; ``reveal`` scrolls there."""
        window = self._window
        finding, draft, place = window.reviewing.current, window.drafts.current, window.reviewing.place
        number = 0 if place is None else place + 1
        window.findings_panel.show_card(self._content(finding) if finding else None, number)
        if draft is not None and draft.editor is not None:
            draft.editor.set_current(finding.fingerprint if finding else None, reveal)

    def _content(self, finding: Finding) -> CardContent:
        window = self._window
        draft = window.drafts.current
        texts = draft.review.texts if draft else {}
        other = next((one.span.key for one in finding.related if one.release is None), None)
        self.alike = len(window.fixing.like(finding))
        for_good = window.leaving.can_leave_for_good(finding)
        can_add_word = window.teaching.can_add_word(finding)
        return CardContent(
            finding=finding,
            snippet=snippet(finding, texts.get(finding.span.key, "")),
            candidates=window.fixing.candidates(finding),
            ink=token_of(finding),
            alike=self.alike,
            other=texts.get(other, "") if other is not None else "",
            other_number=list(texts).index(other) + 1 if other in texts else 0,
            can_add_word=can_add_word,
            can_add_house_word=can_add_word and window.approval.can_add_house_word,
            missing_line=OPENINGS.get(finding.code, ""),
            same=window.reviewing.same(finding),
            can_leave_mine=for_good,
            can_leave_house=window.leaving.by_house and for_good,
            fresh=finding.fingerprint in window.reviewing.fresh,
            left=window.leaving.why(finding),
        )

    def do(self, name: str) -> None:
        """Do what a key or a button of the findings panel says."""
        window = self._window
        moves = {
            "previous-family": lambda: window.reviewing.go_next_family(-1),
            "next-family": lambda: window.reviewing.go_next_family(1),
            "first": lambda: window.reviewing.go_to_end(first=True),
            "last": lambda: window.reviewing.go_to_end(first=False),
            "add-line": window.fixing.add_line,
        }
        if name in moves:
            moves[name]()
        else:
            window.menus.actions[name].trigger()

    def edit_menu(self, place: QPoint) -> None:
        """What can be done where nothing was found, as a menu at a place on the screen."""
        window = self._window
        draft = window.drafts.current
        if draft is not None and draft.editor is not None:
            menu = KeyedMenu(window)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.addActions([window.menus.actions[name] for name in _STEPS])
            menu.addSeparator()
            draft.editor.add_clipboard_actions(menu)
            menu.popup(place)

    def menu(self, fingerprint: str, place: QPoint) -> None:
        """The card's offers for a finding as a menu at a place on the screen."""
        window = self._window
        window.reviewing.take(fingerprint, reveal=False)
        finding = window.reviewing.current
        if finding is None:
            return
        menu = KeyedMenu(window)
        menu.aboutToHide.connect(menu.deleteLater)
        for at, fix in enumerate(window.fixing.candidates(finding)):
            title = replacement(finding, fix) or window.speech.render(fix.title)
            words = f"{title.replace('&', '&&')}\tAlt+{window.speech.digits(at + 1)}"
            menu.addAction(words).triggered.connect(lambda _=False, at=at: window.fixing.fix_with(at))
        for names in (_DECISIONS, _CLIPBOARD):
            menu.addSeparator()
            menu.addActions([action for name in names if (action := window.menus.actions[name]).isEnabled()])
        menu.popup(place)
