"""Asks in which language, as what and where a report of the changes goes, and has it written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog

from pr_editor.app.change_report import ChangeReport, Wording, write_change_report
from pr_editor.gui.dialogs.pages import rule_title
from pr_editor.gui.library.form import Form
from pr_editor.gui.speech import Speech
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.services import Services
    from pr_editor.gui.library.librarian import Librarian

_LANGUAGES = {"fa": N_("Persian"), "en": N_("English")}
_UNWELCOME = re.compile(r"[\x00-\x1f/\\:*?\"<>|]+")
"""What one system or another does not take in the name of a file."""
_KINDS = {".html": N_("Web page"), ".docx": N_("Word document with tracked changes")}


class ReportForm(Form):
    """The report is made in the library's thread, so that the window does not wait."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        services: Services,
        librarian: Librarian,
        report: ChangeReport,
        written: Callable[[str], None],
    ) -> None:
        """Offer to write ``report``; ``written`` is called with the path once it is there."""
        super().__init__(window, speech, speech.tr("Change report"), speech.tr("Save…"))
        self.setObjectName("change-report-form")
        self._services, self._librarian, self._report, self._written = services, librarian, report, written
        tr = speech.tr
        self.explain(
            tr("For the author: what was changed by which rule and why, and the text with all changes marked in it.")
        )
        self.language = self.row(tr("Language"), QComboBox(self))
        for code, name in _LANGUAGES.items():
            self.language.addItem(tr(name), code)
        self.language.setCurrentIndex(self.language.findData(speech.language))
        self.kind = self.row(tr("File"), QComboBox(self))
        for suffix, name in _KINDS.items():
            self.kind.addItem(tr(name), suffix)
        self.comments = QCheckBox(tr("With the comments of the supervisor and the answers to them"), self)
        self.comments.setChecked(bool(report.remarks))
        self.comments.setVisible(bool(report.remarks))
        self.body.addWidget(self.comments)

    def go(self) -> None:
        """Ask where to."""
        tr, suffix = self.speech.tr, str(self.kind.currentData())
        dialog = QFileDialog(self, tr("Save the change report"), str(Path.home()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{tr(_KINDS[suffix])} (*{suffix})"])
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Save"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr("Cancel"))
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(self.proposed)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def proposed(self) -> str:
        """A name for the file that tells the reports of several drafts apart, on every system."""
        name = _UNWELCOME.sub(" ", self._report.name).strip(" .…")
        return f"{self.speech.tr('Change report')} - {name}{self.kind.currentData()}"

    def write(self, path: Path) -> None:
        """Write the report to ``path`` in the language and as what was chosen."""
        speech = Speech(self._services.translator(str(self.language.currentData())))
        services = self._services
        report = self._report if self.comments.isChecked() else replace(self._report, remarks=())

        def work() -> None:
            wording = Wording(speech.translator, lambda code: rule_title(services, speech, code))
            write_change_report(report, path, wording, services.paths.templates)

        def done(_: None) -> None:
            self._written(str(path))
            self.accept()

        self.wait(True)
        self._librarian.run(work, done, self.fail)
