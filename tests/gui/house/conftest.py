"""A house with a style of its own, and its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from pr_editor.app.house import Facts
from pr_editor.gui.house.draft import HouseDraft
from pr_editor.gui.house.transfer import Transfer
from pr_editor.gui.house.window import HouseWindow
from pr_editor.gui.speech import Speech
from pr_editor.profile.lists import Person, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from pr_editor.app.house import HouseStyle
    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow

OFFICE = Facts("شهرداری مهرآباد", "روابط عمومی شهرداری مهرآباد", "به گزارش روابط عمومی شهرداری مهرآباد")
WRITER = Person("مریم کاظمی", byline="کارشناس روابط عمومی")
MAYOR = Person("نادر شکیبا", "شهردار مهرآباد", since="۱۴۰۲/۰۷/۱۵")


@pytest.fixture
def house(services: Services) -> HouseStyle:
    """A house that has said who it is, with two people and a term."""
    made = services.house()
    made.save_facts(OFFICE)
    made.save_list("people", [WRITER, MAYOR])
    made.save_list("terms", [Term("می‌باشد", ("است",))])
    return made


@pytest.fixture
def open_alone(services: Services, qapp: QApplication) -> Iterator[Callable[[], HouseWindow]]:
    """Opens the window of the house without the one behind it and its checker."""
    behind = QWidget()

    def opened() -> HouseWindow:
        speech, draft = Speech(services.translator("fa")), HouseDraft(services)
        draft.read()
        made = HouseWindow(behind, speech, services, draft, Transfer(speech))
        made.show()
        return made

    yield opened
    behind.deleteLater()


@pytest.fixture
def open_house(window: MainWindow) -> Callable[[], HouseWindow]:
    """Opens the window of the house by its command."""

    def opened() -> HouseWindow:
        window.menus.actions["house"].trigger()
        (made,) = window.findChildren(HouseWindow)
        return made

    return opened
