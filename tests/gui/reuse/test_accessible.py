"""The report on what was published before, filled: by keys, read out, and at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.gui.reuse.exclude import ExcludeForm
from tests.gui.accessible import examine, roomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from tests.gui.library.desk import Desk


@pytest.mark.parametrize(
    ("look", "percent", "language"),
    [(examine, 100, "fa"), (roomy, 200, "fa"), (roomy, 200, "en")],
    ids=["keys", "fa", "en"],
)
def test_the_report_and_its_question(desk: Desk, look: Callable[[QDialog], None], percent: int, language: str) -> None:
    desk.do(f"language-{language}")
    desk.window.look.use_scale(percent)
    desk.do("reuse-report")
    view = desk.window.reuse.reports.view
    desk.until(lambda: view.beside.texts[1].toPlainText())
    view.beside.buttons["exclude"].click()
    look(desk.form(ExcludeForm))
    look(view)
