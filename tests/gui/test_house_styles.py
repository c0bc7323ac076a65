"""Another house style shows what it would change before it is used; a text from a PDF is told of once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from pr_editor.gui.dialogs.switching import SwitchForm
from pr_editor.gui.editor.transfer import is_from_pdf
from tests.gui.driver import PATIENCE, TYPO, codes, open_checked, shown, wait_checked, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

HOUSE = """
name = "strict"
extends = "pr"
ignore = ["SPL001"]
[title]
fa = "سخت‌گیر"
[severity]
ZWN001 = "note"
[byline]
registered_formula = "به گزارش شهرداری بهاران"
"""


def asked(qtbot: QtBot, window: MainWindow, name: str) -> SwitchForm:
    """The sheet about a house style, once it has its answer."""
    window.styles.choose(name)
    (form,) = window.findChildren(SwitchForm)
    qtbot.waitUntil(lambda: "سنجش" not in form.explanation.text(), timeout=PATIENCE)
    return form


def rows(form: SwitchForm) -> dict[str, list[str]]:
    """What the sheet lists: code → appear, go, weigh otherwise, words."""
    items = [form.list.topLevelItem(at) for at in range(form.list.topLevelItemCount())]
    return {item.toolTip(0): [item.text(column) for column in range(1, 5)] for item in items if item}


def test_what_would_change_is_shown_before_the_switch_which_goes_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.offers.learn()
    window.styles.choose("base")
    assert window.findChildren(SwitchForm) == [], "without a draft there is nothing to show"
    assert window.services.settings.load().profile == "base"
    window.styles.choose("pr")
    open_checked(qtbot, window, written(tmp_path, TYPO))
    before = codes(window)
    unreadable_cannot_be_used(qtbot, window, tmp_path)
    house = str(written(tmp_path, HOUSE, "strict.toml"))
    form = asked(qtbot, window, house)
    listed = rows(form)
    assert listed["SPL001"] == ["", "۱", "", "«همکری»"]
    assert listed["ZWN001"] == ["", "", "۱", "«می توانند»"]
    assert listed["BYL005"][:3] == ["۱", "", ""]
    assert "۱" in form.explanation.text()
    form.cancel_button.click()
    assert (window.services.settings.load().profile, codes(window)) == ("pr", before)
    qtbot.waitUntil(lambda: window.findChildren(SwitchForm) == [], timeout=PATIENCE)
    asked(qtbot, window, house).accept_button.click()
    qtbot.waitUntil(lambda: "SPL001" not in codes(window), timeout=PATIENCE)
    wait_checked(qtbot, window)
    assert "BYL005" in codes(window)
    assert window.services.settings.load().profile == house
    assert "سخت‌گیر" in window.status.labels["profile"].text()
    window.notices.action.click()
    qtbot.waitUntil(lambda: codes(window) == before, timeout=PATIENCE)
    assert window.services.settings.load().profile == "pr"


def unreadable_cannot_be_used(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    form = asked(qtbot, window, str(written(folder, "colour = 1", "wrong.toml")))
    assert not form.accept_button.isEnabled()
    assert "wrong.toml" in form.problem.text()
    form.cancel_button.click()
    qtbot.waitUntil(lambda: window.findChildren(SwitchForm) == [], timeout=PATIENCE)


def half_spaces(window: MainWindow) -> list[str]:
    return [finding.code for finding in window.reviewing.open if finding.rule.family == "ZWN"]


def test_a_text_marked_as_from_a_pdf_is_told_of_once_and_the_mark_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    assert half_spaces(window) == ["ZWN002", "ZWN001"]
    action = window.menus.actions["from-pdf"]
    action.trigger()
    qtbot.waitUntil(lambda: half_spaces(window) == ["ZWN016"], timeout=PATIENCE)
    assert action.isChecked()
    draft, editor = shown(window)
    window.autosave.save_all()
    assert window.services.sessions.all()[0].from_pdf
    window.fixing.fix_all_safe()
    qtbot.waitUntil(lambda: half_spaces(window) == [], timeout=PATIENCE)
    assert "می\u200cتوانند" in draft.draft().paragraphs[3].text
    editor.undo()
    wait_checked(qtbot, window)
    action.trigger()
    qtbot.waitUntil(lambda: half_spaces(window) == ["ZWN002", "ZWN001"], timeout=PATIENCE)
    assert not action.isChecked()
    paste_from_pdf(window)
    wait_checked(qtbot, window)
    assert half_spaces(window) == ["ZWN016"]
    assert action.isChecked()


def paste_from_pdf(window: MainWindow) -> None:
    source = QMimeData()
    source.setText(TYPO)
    source.setData("application/pdf", b"%PDF-1.7")
    QGuiApplication.clipboard().setMimeData(source)
    window.pasting.paste()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("form", "data", "expected"),
    [
        ("application/pdf", b"%PDF-1.7", True),
        ("text/html", b'<meta name="generator" content="Some PDF Viewer"><p>x</p>', True),
        ("text/html", b'<div class="page textLayer"><span>x</span></div>', True),
        ("text/html", b'<meta name="generator" content="LibreOffice"><p>about PDF files</p>', False),
        ("text/plain", "متن بی نیم فاصله".encode(), False),
    ],
)
def test_what_tells_that_a_text_comes_from_a_pdf(qtbot: QtBot, form: str, data: bytes, *, expected: bool) -> None:
    source = QMimeData()
    source.setData(form, data)
    assert is_from_pdf(source) is expected
