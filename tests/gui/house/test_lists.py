"""The lists of the house in its window: filled in, searched, taken back, brought in and out; what is saved holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton

from pr_editor.gui.house.transfer import ImportForm
from pr_editor.gui.house.window import HouseWindow
from pr_editor.profile.lists import Organisation, Pack, Person, StandardParagraph, Term
from pr_editor.profile.table import LISTS, read_table
from tests.gui.driver import PATIENCE, press, type_words
from tests.gui.house.conftest import MAYOR, WRITER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.house import HouseStyle
    from pr_editor.gui.house.list_page import ListPage
    from pr_editor.gui.window.mainwindow import MainWindow

type Open = Callable[[], HouseWindow]


def page_of(house: HouseWindow, key: str) -> ListPage:
    house.tabs.setCurrentWidget(house.lists[key])
    return house.lists[key]


def write_cell(page: ListPage, words: str) -> None:
    """Type into the cell that is being edited, and press Return."""
    (editor,) = [one for one in page.table.viewport().findChildren(QLineEdit) if one.isVisible()]
    editor.selectAll()
    type_words(editor, words)
    press(editor, Qt.Key.Key_Return)


def shown(page: ListPage) -> list[str]:
    """The first cells of the rows that are seen."""
    return [page.found.index(at, 0).data() for at in range(page.found.rowCount())]


def test_a_row_is_filled_in_saved_and_taken_back(house: HouseStyle, open_alone: Open) -> None:
    window = open_alone()
    page = page_of(window, "organisations")
    assert not window.accept_button.isEnabled()
    page.add.click()
    assert "ردیف ۱" in window.problem.text()
    assert "«نام»" in window.problem.text(), "the field is named as above the table"
    assert not window.accept_button.isEnabled()
    write_cell(page, "سازمان زیباسازی شهر مهرآباد")
    page.table.edit(page.table.currentIndex())
    write_cell(page, "سازمان زیباسازی؛ زیباسازی")
    window.accept_button.click()
    entry = Organisation("سازمان زیباسازی شهر مهرآباد", ("سازمان زیباسازی", "زیباسازی"))
    assert house.lists().organisations == (entry,)
    assert not window.accept_button.isEnabled()
    while page.undo.isEnabled():
        page.undo.click()
    window.accept_button.click()
    assert house.lists().organisations == ()
    page.redo.click()
    assert window.draft.changed
    page.undo.click()
    window.reject()
    assert not window.isVisible()


def test_cells_are_changed_in_place(house: HouseStyle, open_alone: Open) -> None:
    window = open_alone()
    page = page_of(window, "terms")
    page.table.setCurrentIndex(page.found.index(0, 2))
    page.table.edit(page.table.currentIndex())
    (choice,) = page.table.viewport().findChildren(QComboBox)
    assert [choice.itemText(at) for at in range(3)] == ["غلط", "توصیه", "سلیقه"]
    choice.setCurrentIndex(0)
    page.table.itemDelegate().setModelData(choice, page.found, page.found.index(0, 2))
    assert page.found.index(0, 2).data() == "غلط"
    paragraphs = page_of(window, "paragraphs")
    paragraphs.add.click()
    write_cell(paragraphs, "دربارهٔ ما")
    paragraphs.table.edit(paragraphs.table.currentIndex())
    (box,) = paragraphs.table.viewport().findChildren(QPlainTextEdit)
    box.setPlainText("شهرداری مهرآباد\nدر سال ۱۳۴۲ بنیاد نهاده شد.")
    press(box, Qt.Key.Key_Return)
    window.accept_button.click()
    assert house.lists().terms == (Term("می‌باشد", ("است",), Pack.ERROR),)
    text = "شهرداری مهرآباد در سال ۱۳۴۲ بنیاد نهاده شد."
    assert house.lists().paragraphs == (StandardParagraph("دربارهٔ ما", text),)


def test_rows_are_found_and_removed(house: HouseStyle, open_alone: Open) -> None:
    window = open_alone()
    page = page_of(window, "people")
    assert shown(page) == [WRITER.name, MAYOR.name]
    page.search.setText("شهردار ١٤٠٢")
    assert shown(page) == [MAYOR.name], "digits and letters are compared folded"
    page.table.setCurrentIndex(page.found.index(0, 0))
    press(page.table, Qt.Key.Key_Delete)
    page.remove.click()
    page.search.clear()
    assert shown(page) == [WRITER.name]
    window.accept_button.click()
    assert house.lists().people == (WRITER,)


def test_one_name_cannot_stand_twice(house: HouseStyle, open_alone: Open) -> None:
    window = open_alone()
    rows = window.rows["people"]
    rows.change((*rows.rows, rows.rows[0]))
    assert "ردیف ۱" in window.problem.text()
    assert not window.accept_button.isEnabled()
    window.show_wrong.click()
    assert window.tabs.currentWidget() is window.lists["people"]
    assert window.lists["people"].table.currentIndex().row() == 2
    rows.undo()
    assert not window.show_wrong.isVisible()
    assert house.lists().people == (WRITER, MAYOR)


def test_what_another_window_saved_stays(house: HouseStyle, open_alone: Open) -> None:
    window = open_alone()
    other = Person("آرش دلیری", byline="خبرنگار")
    house.save_list("people", [WRITER, MAYOR, other])
    rows = window.rows["people"]
    rows.remove({1})
    window.accept_button.click()
    assert house.lists().people == (WRITER, other)
    assert [row[0] for row in rows.rows] == [WRITER.name, other.name]


def test_a_spreadsheet_comes_in_after_it_was_shown(
    qtbot: QtBot, house: HouseStyle, open_alone: Open, tmp_path: Path
) -> None:
    window = open_alone()
    path = tmp_path / "افراد.csv"
    table = (
        "نام;سمت;از تاریخ;عنوان نویسنده\n"
        "مريم كاظمي;;;مدير خبر\n"
        ";مدیر;;\n"
        "فرزانه كاويان;رئيس شورا;;\n"
        "مريم كاظمي;سردبير;;\n"
    )
    path.write_bytes(table.replace("ی", "ي").encode("cp1256"))
    page_of(window, "people")
    window.transfer.take_file(window, window.rows["people"], path)
    (form,) = window.findChildren(ImportForm)
    items = [form.list.topLevelItem(at) for at in range(form.list.topLevelItemCount())]
    listed = [(item.text(0), item.text(1)) for item in items if item]
    assert listed == [("۳", "نادرست"), ("۴", "تازه"), ("۵", "تازه"), ("۲", "دگرگون")]
    form.accept_button.click()
    names = [(row[0], row[1], row[6]) for row in window.rows["people"].rows]
    assert names[0] == ("مریم کاظمی", "", "مدیر خبر"), "Windows-1256 has no Persian ye"
    assert len(names) == 4
    assert house.lists().people == (WRITER, MAYOR), "nothing is written before it is saved"
    window.lists["people"].undo.click()
    assert not window.draft.changed
    path.write_bytes(b"\x00\x01\x02\x00")
    window.transfer.take_file(window, window.rows["people"], path)
    assert path.name in window.problem.text()
    assert window.problem.property("tone") == "error"


def test_a_list_goes_out_in_the_language_of_the_window(house: HouseStyle, open_alone: Open, tmp_path: Path) -> None:
    window = open_alone()
    path = tmp_path / "people.csv"
    window.transfer.give_file(window, window.rows["people"], path)
    text = path.read_bytes().decode("utf-8-sig")
    assert text.startswith("نام,سمت,")
    assert read_table(text, LISTS["people"]).entries == house.lists().people
    assert path.name in window.problem.text()


def test_closing_asks_about_what_is_not_saved(
    qtbot: QtBot, window: MainWindow, house: HouseStyle, open_house: Open
) -> None:
    made = open_house()
    made.rows["people"].remove({0})
    window.close()
    assert window.isVisible(), "the program waits for the answer"
    box = made.findChild(QMessageBox, "before-leaving")
    assert isinstance(box, QMessageBox)
    assert made.isVisible()
    made.reject()
    assert len(made.findChildren(QMessageBox)) == 1
    keep = next(one for one in box.findChildren(QPushButton) if one.property("primary"))
    keep.click()
    qtbot.waitUntil(lambda: window.findChildren(HouseWindow) == [], timeout=PATIENCE)
    assert house.lists().people == (MAYOR,)
