"""How drafts come in, are kept, and go out."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from pr_editor.app.config import Settings
from pr_editor.formats.read import read
from pr_editor.gui.notices import Tone
from tests.gui.driver import (
    PATIENCE,
    TYPO,
    codes,
    open_checked,
    open_files,
    press,
    shown,
    take,
    text_of,
    wait_checked,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow


def test_dropped_files_open_and_stay_as_they_are(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path, TYPO)
    before = path.read_bytes(), path.stat().st_mtime_ns
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(50, 50), action, data, button, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), action, data, button, none))
    wait_checked(qtbot, window)
    take(window, "SPL001")
    window.fixing.fix_current()
    assert text_of(window) != TYPO
    window.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_pasted_text_is_a_draft_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, "تیتر نخست\nمتن نخست در یک بند کوتاه آمده است."))
    QGuiApplication.clipboard().setText(TYPO)
    window.menus.actions["paste-draft"].trigger()
    wait_checked(qtbot, window)
    assert text_of(window) == TYPO
    assert window.drafts_panel.list.count() == len(window.drafts.all) == 2


def test_what_means_nothing_is_left_out_of_a_pasted_draft_but_not_of_what_was_received(
    qtbot: QtBot, window: MainWindow
) -> None:
    dirty = TYPO.replace("وی افزود", "\ufeffوی\x07 افزود").replace("منبع:", "\x07\nمنبع:")
    QGuiApplication.clipboard().setText(dirty)
    window.menus.actions["paste-draft"].trigger()
    wait_checked(qtbot, window)
    draft, _ = shown(window)
    assert text_of(window) == TYPO
    assert "\n".join(one.text for one in draft.session.received.paragraphs) == dirty
    notice = window.notices.notice
    assert notice is not None
    assert window.speech.render(notice.what) == "۳ نویسهٔ ناپیدا از متن چسبانده‌شده برداشته شد."
    assert "پاک‌سازی" in window.menus.actions["undo"].text()
    window.notices.action.click()
    assert text_of(window) == dirty
    window.menus.actions["redo"].trigger()
    assert text_of(window) == TYPO


def test_a_long_pasted_draft_is_cleaned_to_its_end(qtbot: QtBot, window: MainWindow) -> None:
    lines = [f"بند {number}: کتابخانه از امروز باز است و همه می‌توانند عضو شوند." for number in range(300)]
    QGuiApplication.clipboard().setText("\n".join([*lines, "پایان\x07"]))
    window.menus.actions["paste-draft"].trigger()
    qtbot.waitUntil(lambda: text_of(window).endswith("پایان"), timeout=PATIENCE)
    assert text_of(window).splitlines()[:-1] == lines


def test_a_draft_made_of_text_of_ours_is_left_as_it_is(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, "کتابخانه باز شد\u200f\nمتن آن در یک بند کوتاه آمده است."))
    editor = shown(window)[1]
    editor.selectAll()
    editor.copy()
    window.menus.actions["paste-draft"].trigger()
    assert len(window.drafts.all) == 2
    assert text_of(window).startswith("کتابخانه باز شد\u200f\n")


def test_an_empty_clipboard_is_explained(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.menus.actions["paste-draft"].trigger()
    assert not window.drafts.all
    assert "بریده‌دان" in window.notices.text.text()


def test_a_file_that_cannot_be_read_is_explained_and_others_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no package")
    open_files(qtbot, window, broken, tmp_path / "missing.txt", written(tmp_path, TYPO))
    assert window.drafts.all == [window.drafts.current]
    assert window.notices.notice is not None
    assert window.notices.notice.tone is Tone.ERROR
    assert "missing.txt" in window.notices.text.text()


def test_opening_a_file_again_shows_the_draft_there_is(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path, TYPO)
    open_checked(qtbot, window, path)
    window.drafts.open_sample("clean.txt")
    open_files(qtbot, window, path)
    assert len(window.drafts.all) == 2
    assert text_of(window) == TYPO
    assert window.look.settings.recent == (str(path),)


def test_copies_are_saved_as_text_and_word(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, _ = shown(window)
    for name in ("copy.txt", "copy.docx"):
        window.menus.actions["save-copy"].trigger()
        dialog = window.findChildren(QFileDialog)[-1]
        assert dialog.selectedFiles()[0].endswith("گشایش کتابخانه تازه در شهر بهاران.txt")
        dialog.selectFile(str(tmp_path / name))
        dialog.accept()
        assert [p.text for p in read(tmp_path / name).draft.paragraphs] == TYPO.splitlines()
    assert draft.kept


def test_the_file_as_received_is_never_overwritten(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path, TYPO)
    open_checked(qtbot, window, path)
    draft, editor = shown(window)
    editor.insertPlainText("تازه ")
    assert not window.drafts.copies.save(draft, path)
    assert path.read_text("utf-8") == TYPO


def test_typing_is_on_disk_within_seconds(
    qtbot: QtBot, open_window: Callable[[], MainWindow], services: Services, tmp_path: Path
) -> None:
    services.settings.save(Settings())
    window = open_window()
    open_checked(qtbot, window, written(tmp_path, TYPO))
    _, editor = shown(window)
    with qtbot.waitSignal(window.autosave.saved, timeout=5_000):
        press(editor, Qt.Key.Key_unknown, "ک")
    assert services.sessions.all()[0].paragraphs[0].text.startswith("ک")


def test_drafts_come_back_after_the_window_was_closed(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    first = open_window()
    open_checked(qtbot, first, written(tmp_path, TYPO))
    first.drafts.open_sample("clean.txt")
    first.drafts.show_draft(first.drafts.all[0])
    draft, editor = shown(first)
    editor.move_caret(draft.paragraphs()[2].key, 6)
    press(editor, Qt.Key.Key_unknown, "ک")
    text, place = text_of(first), editor.caret_place()
    first.close()
    second = open_window()
    second.open([])
    assert len(second.drafts.all) == 2
    second.drafts.show_draft(next(one for one in second.drafts.all if one.session.source))
    assert text_of(second) == text
    assert shown(second)[1].caret_place() == place
    assert "دفعهٔ پیش" in second.notices.text.text()


def test_a_long_draft_comes_back_with_the_part_that_was_in_sight(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    first = open_window()
    first.resize(1000, 700)
    lines = (f"بند {number}: کتابخانه از امروز باز است و همه می‌توانند عضو شوند." for number in range(150))
    open_checked(qtbot, first, written(tmp_path, "\n".join(lines)))
    editor = shown(first)[1]
    editor.move_caret(editor.paragraphs()[3].key, 6)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() // 2)
    caret, top = editor.caret_place(), editor.top_place()
    assert top[0] > 20
    first.close()
    second = open_window()
    second.resize(1000, 500)
    second.open([])
    editor = shown(second)[1]
    assert (editor.caret_place(), editor.top_place()) == (caret, top)
    qtbot.waitUntil(lambda: editor.verticalScrollBar().value() > 0)
    assert (editor.caret_place(), editor.top_place()) == (caret, top)


def test_a_killed_checker_costs_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    _, editor = shown(window)
    first = window.client.pid
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.notices.notice is not None, timeout=PATIENCE)
    assert "متن شما سالم است" in window.notices.text.text()
    editor.insertPlainText("كار ")
    qtbot.waitUntil(lambda: window.client.pid not in {0, first}, timeout=PATIENCE)
    wait_checked(qtbot, window)
    assert text_of(window) == "كار " + TYPO
    assert {"CHR001", "SPL001"} <= codes(window)


def test_the_checker_leaves_with_the_window(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    open_checked(qtbot, window, written(tmp_path, TYPO))
    pid = window.client.pid
    window.close()
    assert not Path(f"/proc/{pid}").exists()


def test_a_disk_that_refuses_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, editor = shown(window)
    folder = window.services.paths.sessions / draft.id
    away = folder.with_name("away")
    folder.rename(away)
    with qtbot.waitSignal(window.autosave.failed, timeout=PATIENCE):
        press(editor, Qt.Key.Key_unknown, "ک")
    assert "ذخیره نشد" in window.notices.text.text()
    assert "ذخیره نشد" in window.status.labels["saved"].text()
    away.rename(folder)
    with qtbot.waitSignal(window.autosave.saved, timeout=PATIENCE):
        pass
    assert "ذخیره شد" in window.status.labels["saved"].text()


def test_who_waits_for_drafts_to_be_saved_hears_of_what_was_being_written_already(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, editor = shown(window)
    folder = window.services.paths.sessions / draft.id
    away = folder.with_name("away")
    folder.rename(away)
    press(editor, Qt.Key.Key_unknown, "ک")
    window.autosave.save_now()
    assert list(window.autosave.save_all()) == [draft.id]
    away.rename(folder)
    window.autosave.touch(draft)
    assert window.autosave.save_all() == {}


def test_what_a_failed_saving_said_goes_with_its_draft(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, editor = shown(window)
    folder = window.services.paths.sessions / draft.id
    away = folder.with_name("away")
    folder.rename(away)
    with qtbot.waitSignal(window.autosave.stuck, timeout=PATIENCE):
        press(editor, Qt.Key.Key_unknown, "ک")
    away.rename(folder)
    window.closing.close(draft)
    assert "بسته شد" in window.notices.text.text()
    window.notices.clear()
    assert window.notices.notice is None


@pytest.mark.parametrize("begun", [False, True], ids=["typed just now", "being written"])
def test_a_window_stays_open_when_what_was_typed_would_be_lost(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, begun: bool
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, editor = shown(window)
    folder = window.services.paths.sessions / draft.id
    away = folder.with_name("away")
    folder.rename(away)
    press(editor, Qt.Key.Key_unknown, "ک")
    if begun:
        window.autosave.save_now()
    assert not window.close()
    assert "خروج بدون ذخیره" in window.notices.action.text()
    window.notices.action.click()
    assert not window.isVisible()
    away.rename(folder)


def test_what_an_error_said_goes_when_it_is_over(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    os.kill(window.client.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.notices.notice is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.notices.notice is None, timeout=PATIENCE)
    assert window.checking.state == "idle"


def test_a_copy_of_a_word_document_keeps_its_formatting(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    document = docx.Document()
    for at, line in enumerate(TYPO.splitlines()):
        document.add_paragraph().add_run(line).italic = at == 2
    document.save(str(tmp_path / "draft.docx"))
    open_checked(qtbot, window, tmp_path / "draft.docx")
    draft, editor = shown(window)
    editor.insertPlainText("خبر ")
    assert window.drafts.copies.save(draft, tmp_path / "copy.docx")
    copy = docx.Document(str(tmp_path / "copy.docx"))
    assert "\n".join(p.text for p in copy.paragraphs) == "خبر " + TYPO
    assert [bool(p.runs[0].italic) for p in copy.paragraphs] == [at == 2 for at in range(len(copy.paragraphs))]


def test_arrows_go_through_the_drafts_and_enter_to_the_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.drafts.open_sample("clean.txt")
    window.activateWindow()
    window.menus.actions["to-drafts"].trigger()
    rows = window.drafts_panel.list
    press(rows, Qt.Key.Key_Up)
    assert window.drafts.current is window.drafts.all[0]
    assert window.focusWidget() is rows
    press(rows, Qt.Key.Key_Return)
    assert window.focusWidget() is shown(window)[1]


def test_the_name_of_a_copy_ends_with_a_whole_word(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    headline = "افتتاح بزرگ‌ترین کتابخانهٔ دانش‌آموزی استان با حضور جمعی از مدیران شهر بهاران"
    open_checked(qtbot, window, written(tmp_path, headline + "\n" + TYPO))
    window.menus.actions["save-copy"].trigger()
    name = Path(window.findChildren(QFileDialog)[-1].selectedFiles()[0]).stem
    assert headline.startswith(name + " ")
    assert len(name) <= 60


def test_without_a_place_for_sessions_nothing_opens_and_the_place_is_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    sessions = window.services.paths.sessions
    sessions.parent.mkdir(parents=True, exist_ok=True)
    sessions.write_text("no folder")
    open_files(qtbot, window, written(tmp_path, TYPO))
    assert not window.drafts.all
    assert str(sessions) in window.notices.text.text()
    assert "پرونده‌ای با همان نام" in window.notices.text.text()
    assert "[Errno" not in window.notices.text.text()


def test_a_draft_that_opens_has_the_focus(qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    window = open_window()
    window.activateWindow()
    window.drafts_panel.list.setFocus()
    open_checked(qtbot, window, written(tmp_path, TYPO))
    assert window.focusWidget() is shown(window)[1]
