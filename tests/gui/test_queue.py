"""Files come in one after the other while the window lives on; nobody has to look at them for them to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from pr_editor.gui.editor import DraftEditor
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.message import message
from tests.gui.driver import PATIENCE, TYPO, open_checked, open_files, shown, text_of, type_words, wait_checked, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.window.mainwindow import MainWindow
    from pr_editor.text.draft import Kind

CLEAN = "یک خط"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three drafts, a picture, and a folder in it."""
    made = tmp_path / "in"
    made.mkdir()
    for number in (1, 2, 3):
        written(made, f"{TYPO}\nشمارهٔ {number}", f"{number}.txt")
    (made / "picture.png").write_bytes(b"\x89PNG")
    (made / "older").mkdir()
    written(made / "older", TYPO)
    return made


def make_uncheckable(draft: OpenDraft) -> None:
    """Have the checker asked for a kind of paragraph that there is not: whatever it meets, it must live on."""
    draft.session.overrides[draft.paragraphs()[0].key] = cast("Kind", ReleaseKind.NEWS)


def states(window: MainWindow) -> list[str]:
    """What the list says about each draft."""
    rows = window.drafts_panel.list
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(rows.item(at).data(role)).rpartition(" — ")[2] for at in range(rows.count())]


def test_a_folder_is_a_queue_whose_first_draft_is_in_front(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    none, button, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(50, 50), copy, data, button, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, button, none))
    qtbot.waitUntil(lambda: len(window.drafts.all) == 3 and not window.drafts.opening, timeout=PATIENCE)
    assert [draft.session.title for draft in window.drafts.all] == ["1", "2", "3"]
    assert text_of(window).endswith("شمارهٔ 1")
    assert [draft.editor is not None for draft in window.drafts.all] == [True, False, False]
    qtbot.waitUntil(lambda: all(draft.review.checked for draft in window.drafts.all), timeout=PATIENCE)
    assert len(window.findChildren(DraftEditor)) == 1
    counts = [len(draft.review.findings()) for draft in window.drafts.all]
    assert [draft.open_findings for draft in window.drafts.all] == counts
    assert min(counts) > 1
    assert [state.startswith("خوانده‌نشده · ") for state in states(window)] == [False, True, True]
    assert window.look.settings.recent == (), "a folder would push everything else off the list"
    window.drafts.show_draft(window.drafts.all[1])
    assert [state.startswith("خوانده‌نشده · ") for state in states(window)] == [False, False, True]
    assert wait_checked(qtbot, window)


def test_what_nobody_has_read_is_unread_after_a_restart_too(
    qtbot: QtBot, open_window: Callable[[], MainWindow], folder: Path
) -> None:
    first = open_window()
    open_files(qtbot, first, folder)
    first.drafts.show_draft(first.drafts.all[1])
    first.close()
    second = open_window()
    second.open([])
    assert [draft.session.title for draft in second.drafts.all] == ["1", "2", "3"]
    assert second.drafts.current is second.drafts.all[1], "the draft that was in front is in front again"
    assert [state.startswith("خوانده‌نشده · ") for state in states(second)] == [False, False, True]


def test_each_draft_begins_with_its_first_finding(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    open_files(qtbot, window, folder)
    wait_checked(qtbot, window)
    places = [window.reviewing.place]
    window.reviewing.go_next()
    places.append(window.reviewing.place)
    window.drafts.show_draft(window.drafts.all[2])
    wait_checked(qtbot, window)
    assert [*places, window.reviewing.place] == [0, 1, 0]


def test_a_draft_with_nothing_open_is_done(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    icons = [window.drafts_panel.list.item(0).data(Qt.ItemDataRole.UserRole + 3)]
    draft, _ = shown(window)
    draft.review.decisions.left_here |= {finding.fingerprint for finding in window.reviewing.open}
    window.reviewing.refresh()
    icons.append(window.drafts_panel.list.item(0).data(Qt.ItemDataRole.UserRole + 3))
    assert icons == ["pencil", "check"]


def test_a_draft_the_checker_cannot_finish_holds_nobody_up(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """As when the house style has changed: all are checked anew, and the one in front meets a difficulty."""
    open_files(qtbot, window, folder)
    qtbot.waitUntil(lambda: all(draft.review.checked for draft in window.drafts.all), timeout=PATIENCE)
    front, *others = window.drafts.all
    make_uncheckable(front)
    window.checking.check_all()
    window.fixing.fix_all_safe()
    qtbot.waitUntil(lambda: all(draft.review.checked for draft in others), timeout=PATIENCE)
    assert not front.review.checked
    assert not window.fixing.busy
    assert window.checking.state == "idle"


def test_the_queue_goes_on_behind_a_draft_in_it_the_checker_cannot_finish(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.drafts.begun.connect(lambda draft: make_uncheckable(draft) if draft.session.title == "2" else None)
    open_files(qtbot, window, folder)
    first, second, third = window.drafts.all
    qtbot.waitUntil(lambda: first.review.checked and third.review.checked, timeout=PATIENCE)
    assert second.review.revision >= 0, "its turn came before the third's"
    assert not second.review.checked
    assert states(window)[1].endswith("بررسی آن ممکن نشد")


def test_the_draft_in_front_does_not_wait_for_the_queue(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    long = "\n".join(f"{TYPO} {number}" for number in range(200))
    open_files(qtbot, window, written(tmp_path, TYPO), written(tmp_path, long, "long.txt"))
    front, behind = window.drafts.all
    qtbot.waitUntil(lambda: behind.review.revision >= 0, timeout=PATIENCE)
    shown(window)[1].insertPlainText("همکری ")
    order: list[object] = []
    window.checking.finished.connect(order.append)
    qtbot.waitUntil(lambda: front in order and behind in order, timeout=PATIENCE)
    assert order.index(front) < order.index(behind)


def test_a_folder_is_chosen_by_key(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.menus.actions["open-folder"].trigger()
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.setDirectory(str(folder.parent))
    dialog.selectFile(str(folder))
    dialog.accept()
    qtbot.waitUntil(lambda: len(window.drafts.all) == 3, timeout=PATIENCE)


def test_an_empty_folder_is_explained(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    open_files(qtbot, window, tmp_path / "none")
    assert not window.drafts.all
    assert "در این پوشه چیزی نیست" in window.notices.text.text()


def test_what_could_not_be_opened_of_a_folder_is_told_all_at_once(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    (folder / "0-empty.txt").write_bytes(b"")
    (folder / "9-broken.docx").write_bytes(b"PK\x03\x04 no package")
    open_files(qtbot, window, folder)
    assert [draft.session.title for draft in window.drafts.all] == ["1", "2", "3"]
    assert text_of(window).endswith("شمارهٔ 1")
    told = window.notices.text.text()
    assert "۲" in told
    assert "0-empty.txt" in told
    assert "9-broken.docx" in told
    window.notices.dismiss.click()
    assert window.notices.notice is None


def test_opening_can_be_called_off_with_escape(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """What is being read when Escape is pressed is not opened, nor what would have come after it."""
    window.drafts.open_files([str(folder)])
    opening = [window.drafts.opening]
    assert not window.progress.isVisible(), "it stays quiet for what is over at once"
    window.work.cancel()
    opening.append(window.drafts.opening)
    assert opening == [True, False]
    open_checked(qtbot, window, written(folder.parent, CLEAN))
    assert [draft.session.title for draft in window.drafts.all] == ["draft"]


def test_what_takes_long_is_shown_and_goes_with_its_end(qtbot: QtBot, window: MainWindow) -> None:
    called: list[str] = []
    work = window.work.begin(message("“{name}” is being opened…", name="a.txt"), lambda: called.append("off"))
    qtbot.waitUntil(window.progress.isVisible)
    window.work.go_on(work, message("“{name}” is being opened…", name="b.txt"), 1, 3)
    assert "b.txt" in window.progress.text.text()
    assert (window.progress.bar.value(), window.progress.bar.maximum()) == (1, 3)
    assert window.menus.actions["cancel-work"].isEnabled()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.progress.cancel.click()
    assert called == ["off"]
    assert window.work.all == []
    assert not window.menus.actions["cancel-work"].isEnabled()
    assert not window.progress.isVisible()


def test_a_file_being_opened_when_the_window_closes_costs_nothing(
    qtbot: QtBot, open_window: Callable[[], MainWindow], folder: Path
) -> None:
    window = open_window()
    window.drafts.open_files([str(folder)])
    window.close()
    assert not window.drafts.opening


def test_who_turns_to_another_draft_at_once_has_what_was_typed_checked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO, "first.txt"))
    open_checked(qtbot, window, written(tmp_path, TYPO.replace("شهر", "استان"), "second.txt"))
    typed, editor = shown(window)
    type_words(editor, "سلامم ")
    window.drafts.show_draft(window.drafts.all[0])
    qtbot.waitUntil(lambda: typed.review.checked and typed.review.texts == typed.texts(), timeout=PATIENCE)
