"""Language, themes, sizes, menus: what the window says and how it looks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.help.book import Book
from pr_editor.gui.window.actions import BAR, COMMANDS, MENUS, Menu
from tests.gui.driver import TYPO, open_checked, shown, take, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

ROOT = Path(__file__).parents[2]
_LATIN_DIGITS = set("0123456789")


def test_english_and_back_while_the_window_is_open(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    persian = window.findings_panel.card.sentence.text()
    window.menus.actions["language-en"].trigger()
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert window.findings_panel.title.text() == "Findings"
    assert window.findings_panel.card.sentence.text() != persian
    assert "words" in window.status.labels["words"].text()
    window.menus.actions["language-fa"].trigger()
    assert window.findings_panel.card.sentence.text() == persian
    assert window.services.settings.load().language == "fa"


def test_persian_speaks_with_persian_digits(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    said = [label.text() for label in window.status.labels.values()]
    said += [chip.text() for chip in window.bar.chips.values() if chip.isVisible()]
    said += [window.findings_panel.place.text(), window.menus.actions["fix-safe"].iconText()]
    assert not _LATIN_DIGITS & set("".join(said))


@pytest.mark.parametrize(("name", "ground"), [("dark", "#14171b"), ("light", "#f6f4ef"), ("contrast", None)])
def test_themes_change_at_once_and_stay(window: MainWindow, name: str, ground: str | None) -> None:
    window.menus.actions[f"theme-{name}"].trigger()
    assert window.look.icons is not None
    assert window.look.icons.theme.name == name
    assert ground is None or window.palette().color(QPalette.ColorRole.Window) == QColor(ground)
    assert window.services.settings.load().theme == name


def test_the_text_grows_and_half_spaces_show(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    _, editor = shown(window)
    before = editor.font().pointSizeF()
    window.menus.actions["larger"].trigger()
    assert editor.font().pointSizeF() == before + 1
    window.menus.actions["half-spaces"].trigger()
    assert "پیدا" in window.status.labels["half_spaces"].text()
    assert window.menus.actions["half-spaces"].isChecked()


def test_why_opens_the_page_of_the_rule(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    window.menus.actions["why"].trigger()
    page = window.findChild(Page, "why")
    assert isinstance(page, Page)
    assert len(page.text.toPlainText()) > 100
    assert "چرا" in page.text.toPlainText()
    page.close()


def test_help_pages_open(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    for name in ("rules", "keys", "about"):
        window.menus.actions[name].trigger()
    pages = {page.windowTitle(): page.text.toPlainText() for page in window.findChildren(Page)}
    assert "شبکه" in pages["دربارهٔ پی‌آر ادیتور"]
    assert "Ctrl+Shift+Z" in pages["کلیدها"]
    assert any(isinstance(page, Book) for page in window.findChildren(Page))


def test_every_command_has_a_key_of_its_own_and_a_place() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert all(command.keys for command in COMMANDS)
    assert [key for key, number in keys.items() if number > 1] == []

    def inside(menu: Menu) -> list[str]:
        found = []
        for item in menu.items:
            found += inside(item) if isinstance(item, Menu) else [item] if item and not item.startswith("@") else []
        return found

    offered = Counter(name for menu in MENUS for name in inside(menu))
    assert offered == Counter(command.id for command in COMMANDS)
    assert set(BAR) <= set(offered)


def test_the_place_of_the_window_is_kept(open_window: Callable[[], MainWindow]) -> None:
    first = open_window()
    first.resize(first.minimumSizeHint().width(), 640)
    size = first.size()
    first.close()
    assert open_window().size() == size


_START = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pr_editor.app.checker import checker_command
from pr_editor.app.paths import Paths
from pr_editor.app.services import build_services
from pr_editor.gui.window.mainwindow import MainWindow
from pr_editor.gui.review.work import CheckerClient
home = Path(sys.argv[1])
services = build_services(Paths(Path(sys.argv[2]), home / "data", home / "config"))
app = QApplication([])
client = CheckerClient(checker_command(services))
client.start()
window = MainWindow(services, client)
window.show()
window.open([str(services.sample("faulty.txt"))])
window.checking.finished.connect(lambda _: app.quit())
app.exec()
print(json.dumps([len(window.reviewing.open), sorted({name.partition(".")[0] for name in sys.modules})]))
window.close()
"""


def test_the_window_loads_no_dictionaries(tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", _START, str(tmp_path), str(ROOT / "resources")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    found, modules = json.loads(done.stdout)
    assert found > 10
    assert not {"hazm", "nltk", "enchant", "docx", "jinja2", "lxml"} & set(modules)
