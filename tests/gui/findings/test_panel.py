"""The list of findings: what it lists, what it says, and that all of it is done by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from pr_editor.app.house import Facts
from pr_editor.app.sieve import Sieve
from pr_editor.gui.panels.findings_model import Head, Line
from pr_editor.gui.review.always_left import AlwaysLeft
from pr_editor.profile.lists import LeftAlone
from pr_editor.profile.model import Severity
from tests.gui.driver import TYPO, codes, open_checked, press, shown, take, text_of, type_words, wait_checked, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.panels.findings_view import FindingsView
    from pr_editor.gui.window.mainwindow import MainWindow

_MIXED = TYPO.replace("شهردار بهاران در این", "شهردار بهاران با ياران در این")


def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path, text: str = _MIXED) -> FindingsView:
    """The list over a text that was checked, with the focus."""
    open_checked(qtbot, window, written(tmp_path, text))
    window.activateWindow()
    window.findings_panel.view.setFocus()
    return window.findings_panel.view


def rows(window: MainWindow) -> list[Head | Line]:
    model = window.findings_panel.rows
    return [model.row(model.index(at)) for at in range(model.rowCount())]


def heads(window: MainWindow) -> dict[str, int]:
    return {row.family: row.count for row in rows(window) if isinstance(row, Head)}


def heard(window: MainWindow, code: str) -> str:
    """What a screen reader says of the row of a rule."""
    model = window.findings_panel.rows
    at = next(at for at, row in enumerate(rows(window)) if isinstance(row, Line) and row.finding.code == code)
    return str(model.data(model.index(at), Qt.ItemDataRole.AccessibleTextRole))


def test_weights_and_families_are_asked_for_together(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    everything = heads(window)
    window.findings_panel.sieve.sieved.emit(Sieve(families=frozenset({"SPL", "CHR"})))
    assert heads(window) == {family: everything[family] for family in ("SPL", "CHR")}
    chips = window.bar.chips
    assert not chips[Severity.ERROR].isHidden(), "counts follow what is listed"
    assert chips[Severity.NOTE].isHidden()
    window.findings_panel.sieve.all.click()
    assert heads(window) == everything


def test_the_menu_stays_open_while_several_are_ticked(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    menu = window.findings_panel.sieve.menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    for at in (0, 1):
        menu.setActiveAction([action for action in menu.actions() if action.isCheckable()][at])
        QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert len(window.reviewing.sieve.severities) == 2
    menu.close()


def test_words_are_sought_and_forgotten_by_keys(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = opened(qtbot, window, tmp_path)
    press(view, Qt.Key.Key_Slash, "/")
    field = window.findings_panel.sieve.words
    assert window.focusWidget() is field
    type_words(field, "همكری")
    assert [one.text for one in window.reviewing.shown] == ["همکری"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.focusWidget() is view
    press(view, Qt.Key.Key_Backspace)
    assert window.reviewing.shown
    assert not field.text()
    assert len(window.reviewing.shown) == len(window.reviewing.open)


def test_an_empty_list_says_what_hides_the_rest(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = opened(qtbot, window, tmp_path)
    window.reviewing.sift(Sieve(frozenset({Severity.ERROR}), words="چنین چیزی نیست"))
    panel = window.findings_panel
    assert panel.stack.currentWidget() is panel.empty
    said = panel.empty.accessibleName()
    assert "چنین چیزی نیست" in said
    assert window.speech.tr("Errors") in said
    assert window.speech.digits(len(window.reviewing.open)) in said
    assert "Backspace" in said
    window.menus.actions["clear-filter"].trigger()
    assert panel.stack.currentWidget() is view


def test_a_filter_stays_for_the_next_draft(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    window.reviewing.sift(Sieve(families=frozenset({"CHR"})))
    open_checked(qtbot, window, written(tmp_path, _MIXED.replace("بهاران", "گلستان"), "second.txt"))
    assert set(heads(window)) == {"CHR"}


def test_letters_decide_on_both_keyboards(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = opened(qtbot, window, tmp_path)
    take(window, "CHR001")
    press(view, Qt.Key.Key_F, "f")
    assert "ياران" not in shown(window)[1].toPlainText()
    wait_checked(qtbot, window)
    take(window, "SPL001")
    press(view, Qt.Key.Key_unknown, "م")
    assert "SPL001" not in codes(window)
    take(window, "ZWN001")
    press(view, Qt.Key.Key_D, "D", Qt.KeyboardModifier.ShiftModifier)
    assert "ZWN001" not in codes(window)


def test_the_card_tells_letters_and_reach(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path, _MIXED.replace("بخش کودک", "همکری مردم"))
    take(window, "SPL001")
    links = window.findings_panel.card.links.findChildren(type(window.findings_panel.sieve.all))
    texts = [link.text() for link in links]
    for letter in "LDMWY":
        assert [text for text in texts if f"\u2068{letter}\u2069" in text]
    assert [text for text in texts if window.speech.tr("Leave it in this draft ({number})", number=2) in text]
    assert all(link.accessibleName() for link in links)
    assert sum(bool(link.toolTip()) for link in links) >= 4


@pytest.mark.parametrize("key", [("1", Qt.Key.Key_1), ("", Qt.Key.Key_Return)])
def test_a_missing_line_is_added_by_the_keys_of_a_fix(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, key: tuple[str, Qt.Key]
) -> None:
    view = opened(qtbot, window, tmp_path, TYPO.rpartition("\n")[0])
    take(window, "BYL004")
    card = window.findings_panel.card
    qtbot.waitUntil(lambda: "۱  افزودن" in "".join(button.text() for button in card.findChildren(QPushButton)))
    press(view, key[1], key[0])
    assert text_of(window).endswith("\nمنبع:")


def test_families_close_and_open_along_the_line_of_reading(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = opened(qtbot, window, tmp_path)
    take(window, "ZWN001")

    def is_open() -> bool:
        return any(isinstance(row, Line) and row.finding.rule.family == "ZWN" for row in rows(window))

    for language, closes, opens in (
        ("language-fa", Qt.Key.Key_Right, Qt.Key.Key_Left),
        ("language-en", Qt.Key.Key_Left, Qt.Key.Key_Right),
    ):
        window.menus.actions[language].trigger()
        press(view, closes)
        assert not is_open()
        press(view, closes)
        assert not is_open()
        press(view, opens)
        assert is_open()


def test_a_screen_reader_hears_all_of_a_row(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    finding = take(window, "SPL001")
    said, tr = heard(window, "SPL001"), window.speech.tr
    place = window.reviewing.shown.index(finding) + 1
    for part in (
        tr("Error"),
        tr("Spelling"),
        "این کتابخانه با همکری مردم",
        window.speech.render(finding.message),
        "همکاری",
        tr("{place} of {total}", place=place, total=len(window.reviewing.shown)),
    ):
        assert part in said


def test_progress_counts_what_was_fixed_and_left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = opened(qtbot, window, tmp_path)
    total = len(window.reviewing.open)
    take(window, "SPL001")
    press(view, Qt.Key.Key_Delete)
    take(window, "CHR001")
    press(view, Qt.Key.Key_Return)
    wait_checked(qtbot, window)
    assert window.reviewing.decided == {"SPL": 1, "CHR": 1}
    panel = window.findings_panel
    assert (panel.progress.value(), panel.progress.maximum()) == (2, total)
    assert panel.remains.text() == window.speech.tr(
        "{decided} decided, {remaining} left", decided=2, remaining=total - 2
    )


def test_the_last_decision_tells_what_remains(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = opened(qtbot, window, tmp_path)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Delete)
    left = len(window.reviewing.open)
    told = window.notices.notice
    assert told is not None
    assert told.more is not None
    assert window.speech.digits(left) in window.speech.render(told.more)
    assert window.reviewing.current == window.reviewing.shown[0], "and begins again"
    while window.reviewing.shown:
        press(view, Qt.Key.Key_Delete)
    assert window.notices.notice is not None
    assert window.notices.notice.more is not None
    assert window.notices.notice.more.id == "Done. Nothing is open in this draft."


def test_what_an_edit_brings_is_marked_as_new(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    assert not window.reviewing.fresh
    editor = shown(window)[1]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_words(editor, " كودكان")
    wait_checked(qtbot, window)
    new = [one for one in window.reviewing.open if one.fingerprint in window.reviewing.fresh]
    assert {one.text for one in new} == {"كودكان"}
    window.menus.actions["only-new"].trigger()
    assert window.reviewing.shown == new
    assert window.menus.actions["only-new"].isChecked()
    assert window.speech.tr("New") in heard(window, new[0].code)
    window.menus.actions["caught-up"].trigger()
    assert not window.reviewing.shown
    window.menus.actions["clear-filter"].trigger()
    assert new[0] in window.reviewing.shown


def test_what_is_taken_in_hand_before_the_first_check_ends_makes_nothing_new(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    early: list[int] = []

    def take_first() -> None:
        if window.reviewing.shown and not early:
            draft = shown(window)[0]
            early.append(int(draft.review.checked))
            window.reviewing.take(window.reviewing.shown[-1].fingerprint)
            draft.catch_up()

    window.reviewing.changed.connect(take_first)
    opened(qtbot, window, tmp_path)
    window.reviewing.changed.disconnect(take_first)
    assert early == [0]
    assert not window.reviewing.fresh


def test_what_is_left_for_me_is_left_in_every_draft(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    view = opened(qtbot, window, tmp_path)
    take(window, "SPL001")
    press(view, Qt.Key.Key_M, "m")
    assert "SPL001" not in codes(window)
    assert [(one.rule, one.words) for one in services.own_left().entries()] == [("SPL001", "همکری")]
    open_checked(qtbot, window, written(tmp_path, TYPO.replace("بهاران", "گلستان"), "second.txt"))
    assert "SPL001" not in codes(window)
    window.notices.clear()
    window.menus.actions["show-left"].trigger()
    finding = next(one for one in window.reviewing.shown if one.code == "SPL001")
    window.reviewing.take(finding.fingerprint)
    assert window.speech.tr("Always left by you.")[:10] in window.findings_panel.card.state.accessibleName()
    press(view, Qt.Key.Key_B, "b")
    assert "SPL001" in codes(window)
    assert services.own_left().entries() == ()


def test_the_house_leaves_only_where_its_style_is_used(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    view = opened(qtbot, window, tmp_path)
    take(window, "SPL001")
    assert not window.menus.actions["leave-house"].isEnabled()
    services.house().save_facts(Facts("شهرداری بهاران"))
    window.look.use_profile("house")
    wait_checked(qtbot, window)
    take(window, "SPL001")
    press(view, Qt.Key.Key_H, "h")
    assert [(one.rule, one.words) for one in services.house().left()] == [("SPL001", "همکری")]
    assert services.profile("house").lists.left == services.house().left()
    assert "SPL001" not in codes(window)
    window.notices.action.click()
    assert "SPL001" in codes(window)


def test_what_is_always_left_is_listed_and_taken_back(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    entries = [LeftAlone("SPL001", "همکری", "نام یک جشنواره است", "فائزه کاویانی"), LeftAlone("ZWN001", "می توانند")]
    for entry in entries:
        services.own_left().add(entry)
    window.leaving.learn()
    opened(qtbot, window, tmp_path)
    assert not codes(window) & {"SPL001", "ZWN001"}
    window.menus.actions["always-left"].trigger()
    sheet = window.findChild(AlwaysLeft)
    assert isinstance(sheet, AlwaysLeft)
    assert sheet.list.topLevelItemCount() == len(entries)
    sheet.accept_button.click()
    assert services.own_left().entries() == tuple(entries[1:])
    assert "SPL001" in codes(window)
    sheet.accept_button.click()
    assert not sheet.list.topLevelItemCount()
    assert not sheet.accept_button.isEnabled()
    sheet.reject()


def test_a_list_that_can_not_be_read_is_told(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    path = services.paths.left
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("words\nهمکری\n", "utf-8")
    window.leaving.learn()
    told = window.notices.notice
    assert told is not None
    assert told.why is None
    assert told.more is not None
    assert str(path) in window.speech.render(told.more)
    view = opened(qtbot, window, tmp_path)
    take(window, "SPL001")
    press(view, Qt.Key.Key_M, "m")
    assert "SPL001" in codes(window)
    assert path.read_text("utf-8") == "words\nهمکری\n"


def test_a_chip_keeps_what_else_is_asked_for(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path)
    window.reviewing.sift(Sieve(words="می"))
    window.bar.chips[Severity.ERROR].click()
    assert window.reviewing.sieve == replace(Sieve(words="می"), severities=frozenset({Severity.ERROR}))


class _Shown(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_hurrying_through_the_findings_shows_no_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    # A button that was replaced before it had ever been seen came up as a window, and took a key or two.
    open_checked(qtbot, window, written(tmp_path, TYPO))
    application, seen = QApplication.instance(), _Shown()
    assert application is not None
    application.installEventFilter(seen)
    for _ in range(3):
        window.reviewing.go_next()
    QApplication.processEvents()
    application.removeEventFilter(seen)
    assert not seen.windows
