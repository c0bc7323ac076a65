"""What of the findings is listed: chips, menu, field of search and commands set one and the same sieve."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.app.sieve import Sieve

if TYPE_CHECKING:
    from pr_editor.gui.look import Look
    from pr_editor.gui.panels.sieve_bar import SieveBar
    from pr_editor.gui.review.reviewing import Reviewing


class Filters(QObject):
    """Connects the bar over the list with the review."""

    def __init__(self, reviewing: Reviewing, look: Look, bar: SieveBar, parent: QObject) -> None:
        """Follow the bar."""
        super().__init__(parent)
        self._reviewing = reviewing
        self._look = look
        self._bar = bar
        bar.sieved.connect(reviewing.sift)

    def search(self) -> None:
        """Go to the field of search; the list is shown for it."""
        if not self._look.show_findings:
            self._look.toggle_findings()
        self._bar.begin()

    def only_new(self) -> None:
        """List only what is new, or everything again."""
        sieve = self._reviewing.sieve
        self._reviewing.sift(replace(sieve, fresh=not sieve.fresh))

    def clear(self) -> None:
        """List everything that is open."""
        self._reviewing.sift(Sieve())
