"""Finding all places of a query in a text, a piece at a time, so that no keystroke waits for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from pr_editor.gui.editor.painting import Hits
from pr_editor.gui.find.region import holds
from pr_editor.text.find import Finder, Query
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.gui.find.region import Parts
    from pr_editor.text.draft import Paragraph

_AT_ONCE = 20
"""Milliseconds of searching between two looks at the keyboard."""
_STEP = 8
"""Paragraphs between two looks at the clock."""


class Search(QObject):
    """Holds the hits of one query in one text. A paragraph that has been searched is not searched again."""

    found = Signal()
    """All hits are known."""

    def __init__(self, parent: QObject) -> None:
        """Seek nothing yet."""
        super().__init__(parent)
        self.query = Query("")
        self.within: Parts | None = None
        """The region that is searched; None for all."""
        self.hits: list[Span] = []
        self.texts: dict[int, str] = {}
        """The paragraphs as they were searched, by key, in order."""
        self.frames: dict[int, Hits] = {}
        """The hits by key, as the editor frames them."""
        self._known: dict[str, list[tuple[int, int]]] = {}
        self._finder = Finder(self.query)
        self._rest: Iterator[Paragraph] = iter(())
        self._clock = QTimer(self, singleShot=True, interval=0)
        self._clock.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether hits are still being looked for."""
        return self._clock.isActive()

    def begin(self, query: Query, paragraphs: Sequence[Paragraph], within: Parts | None = None) -> None:
        """Seek ``query`` in these paragraphs, or ``within`` a region of them.

        ``found`` comes when all are done, at once where they are few.
        """
        self.within = within
        if query != self.query:
            self.query, self._finder = query, Finder(query)
            self._known = {}
        else:
            texts = {paragraph.text for paragraph in paragraphs}
            self._known = {text: spans for text, spans in self._known.items() if text in texts}
        self._forget()
        self._rest = iter(paragraphs)
        self._go_on()

    def stop(self) -> None:
        """Seek nothing any more."""
        self._clock.stop()
        self._forget()

    def _forget(self) -> None:
        self.hits, self.texts, self.frames = [], {}, {}

    def _go_on(self) -> None:
        """Search for a while; the rest when the window has done what else it has to do."""
        began = QElapsedTimer()
        began.start()
        while began.elapsed() < _AT_ONCE:
            some = list(islice(self._rest, _STEP))
            if not some:
                self.found.emit()
                return
            for paragraph in some:
                self._take(paragraph)
        self._clock.start()

    def _take(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if text not in self._known:
            self._known[text] = self._finder.spans(text)
        self.texts[paragraph.key] = text
        found = (Span(paragraph.key, start, end) for start, end in self._known[text])
        if hits := [hit for hit in found if holds(self.within, hit)]:
            self.frames[paragraph.key] = Hits(text, [(hit.start, hit.end) for hit in hits])
            self.hits += hits
