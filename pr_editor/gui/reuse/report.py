"""The draft beside what was published: releases ranked by how much is taken from them, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pr_editor.checks.reuse import percent_of
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.panels.scroll import Scroll
from pr_editor.gui.reuse.beside import Beside
from pr_editor.gui.reuse.left_out import LeftOut
from pr_editor.gui.reuse.sources import SourceList
from pr_editor.gui.theme import fit, font

if TYPE_CHECKING:
    from pr_editor.app.reuse_report import Pair, ReuseReport, Taken
    from pr_editor.app.side_by_side import Sides
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Exclusion
    from pr_editor.text.draft import Draft

_SIZE = (1240, 780)
_SIDES = (340, 900)


@dataclass(frozen=True, slots=True)
class Content:
    """A report about a draft, and what its editor has left out of it."""

    draft: Draft
    report: ReuseReport
    exclusions: tuple[Exclusion, ...]


class ReportWindow(QDialog):
    """Stands in the way of nothing; filled anew whenever the draft or what counts has changed."""

    texts_wanted = Signal(object, object)
    """The whole ``Draft`` and the whole release of a ``Taken`` are to be shown: answer with ``show_texts``."""
    excluded = Signal(object)
    """A ``Source`` is to count no more."""
    taken_back = Signal(str)
    """A release (id) is to count again."""
    release_wanted = Signal(object)
    """A ``Source`` is to be opened in the library."""
    place_wanted = Signal(object)
    """The user wants to go to a ``Pair`` in the draft."""

    def __init__(self, window: QWidget, speech: Speech) -> None:
        """Nothing to read yet."""
        super().__init__(window)
        self.setObjectName("reuse")
        fit(self, *_SIZE)
        self._speech = speech
        self._content: Content | None = None
        self._source = self._pair = 0
        self.share = Prose(self)
        self.share.setFont(font(13, font().Weight.Bold))
        self.sources = SourceList(speech, self)
        self.sources.chosen.connect(self._choose)
        self.left_out = LeftOut(speech, self)
        self.left_out.taken_back.connect(self.taken_back)
        self.beside = Beside(speech, self)
        self.beside.stepped.connect(self.step)
        self.nothing = Prose(self, "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QShortcut(QKeySequence("Ctrl+Q"), self, window.close)
        self._connect()
        self._lay_out()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.sources.dress(icons)
        self.beside.dress(icons)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.setLayoutDirection(self._speech.direction)
        self.setWindowTitle(self._speech.tr("What was published before"))
        self.sources.setAccessibleName(self._speech.tr("Earlier releases, most taken first"))
        self.beside.retranslate()
        if self._content is not None:
            self._fill(self._content)

    def say(self, text: str) -> None:
        """There is nothing to read, and why."""
        self._content = None
        self.share.say("", self._speech)
        self.sources.show_sources((), -1)
        self.left_out.show_exclusions(())
        self._say(text)

    def show_content(self, content: Content, release: str = "", paragraph: int = 0) -> None:
        """Show a report; stay with the passage in hand, or go to what ``paragraph`` takes from ``release``."""
        if content == self._content and not release:
            return
        held = release or (self.source.source.release if self.source else "")
        number = paragraph if release else self.pair.number if self.pair else 0
        places = [
            (pair.number != number, at, here)
            for at, taken in enumerate(content.report.sources)
            for here, pair in enumerate(taken.pairs)
            if taken.source.release == held
        ]
        _, self._source, self._pair = min(places, default=(True, 0, 0))
        self._content = content
        self._fill(content)

    def show_texts(self, taken: Taken, both: Sides) -> None:
        """The texts that were wanted, unless another release is in hand by now."""
        if taken is self.source:
            self.beside.show_texts(both)

    def step(self, by: int) -> None:
        """Go to the next passage (1) or the one before (-1), on into the next release, round the ends."""
        if self._content is None or not self._content.report.sources:
            return
        taken = self._content.report.sources
        every = [(at, number) for at, one in enumerate(taken) for number in range(len(one.pairs))]
        self._source, self._pair = every[(every.index((self._source, self._pair)) + by) % len(every)]
        self.sources.blockSignals(True)
        self.sources.setCurrentRow(self._source)
        self.sources.blockSignals(False)
        self._show()

    @property
    def filled(self) -> bool:
        """Whether a report is shown."""
        return self._content is not None

    @property
    def source(self) -> Taken | None:
        """The release in hand."""
        taken = self._content.report.sources if self._content else ()
        return taken[self._source] if self._source < len(taken) else None

    @property
    def pair(self) -> Pair | None:
        """The passage in hand."""
        return self.source.pairs[self._pair] if self.source and self._pair < len(self.source.pairs) else None

    def _connect(self) -> None:
        offers = self.beside.buttons
        offers["exclude"].clicked.connect(lambda: self._tell_source(self.excluded))
        offers["open"].clicked.connect(lambda: self._tell_source(self.release_wanted))
        offers["place"].clicked.connect(self._tell_place)
        offers["close"].clicked.connect(self.reject)
        QShortcut(QKeySequence("F7"), self, lambda: self.step(1))
        QShortcut(QKeySequence("Shift+F7"), self, lambda: self.step(-1))
        QShortcut(QKeySequence("Delete"), self.sources, offers["exclude"].click)
        QShortcut(QKeySequence("Return"), self.sources, offers["open"].click)

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("panel", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 16, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.share)
        column.addWidget(self.sources, 1)
        column.addWidget(self.left_out)
        empty = QWidget(self)
        room = QVBoxLayout(empty)
        room.setContentsMargins(60, 40, 60, 40)
        room.addWidget(self.nothing, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(empty)
        self._read = Scroll(self.beside, self)
        self._stack.addWidget(self._read)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.addWidget(side)
        sides.addWidget(self._stack)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(1)
        sides.setStretchFactor(1, 1)
        sides.setSizes(_SIDES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)

    def _tell_source(self, signal: SignalInstance) -> None:
        if self.source is not None:
            signal.emit(self.source.source)

    def _tell_place(self) -> None:
        if self.pair is not None:
            self.place_wanted.emit(self.pair)

    def _fill(self, content: Content) -> None:
        taken = content.report.sources
        self.share.say(self._share_said(content.report), self._speech)
        self.left_out.show_exclusions(content.exclusions)
        self.sources.show_sources(taken, self._source)
        if taken:
            self._stack.setCurrentWidget(self._read)
            self._show()
        else:
            self._say(self._why_empty(content))

    def _choose(self, at: int) -> None:
        self._source, self._pair = at, 0
        self._show()

    def _show(self) -> None:
        if self._content is None or self.source is None or self.pair is None:
            return
        if not self.beside.show_pair(self.source, self._pair):
            self.texts_wanted.emit(self._content.draft, self.source)

    def _say(self, text: str) -> None:
        self.nothing.say(text, self._speech)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.setCurrentIndex(0)

    def _share_said(self, report: ReuseReport) -> str:
        if not report.sources:
            return self._speech.tr("Nothing of this text was published before")
        return self._speech.tr("{percent} percent of this text was published before", percent=percent_of(report.share))

    def _why_empty(self, content: Content) -> str:
        tr = self._speech.tr
        if content.exclusions:
            return tr("Besides what was left out, no release shares text with this draft.")
        return tr("No release that was published shares text with this draft. Standing texts of the house don't count.")
