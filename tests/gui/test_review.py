"""Going through findings and deciding, with findings from the real checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from pr_editor.gui.review.draft_review import replacement
from pr_editor.profile.model import Severity
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
    type_words,
    wait_checked,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_findings_of_a_sample_arrive(qtbot: QtBot, window: MainWindow, services: Services) -> None:
    sample = services.sample("faulty.txt")
    before = sample.read_bytes()
    window.drafts.open_sample("faulty.txt")
    wait_checked(qtbot, window)
    assert {"DUP001", "SPL001", "BYL001", "NUM001", "ZWN001"} <= codes(window)
    assert window.reviewing.current == window.reviewing.shown[0]
    assert window.findings_panel.card.isVisible()
    assert sample.read_bytes() == before


def test_a_number_key_fixes_and_undo_says_what(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001", "همکری")
    press(window.findings_panel.view, Qt.Key.Key_1, "۱")
    assert "با همکاری مردم" in text_of(window)
    assert "املایی" in window.menus.actions["undo"].text()
    wait_checked(qtbot, window)
    assert "SPL001" not in codes(window)
    window.menus.actions["undo"].trigger()
    assert text_of(window) == TYPO
    assert "املایی" in window.menus.actions["redo"].text()


def test_every_number_key_applies_its_candidate(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    words = [replacement(finding, fix) for finding in [take(window, "SPL001", "همکری")] for fix in finding.fixes]
    assert len(set(words)) == 5
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
    for digits in ("۱۲۳۴۵", "12345"):
        for key, digit, word in zip(keys, digits, words, strict=True):
            take(window, "SPL001", "همکری")
            press(window.findings_panel.view, key, digit)
            assert text_of(window) == TYPO.replace("همکری", word)
            window.menus.actions["undo"].trigger()
            wait_checked(qtbot, window)


def test_alt_and_a_number_fix_at_the_caret(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "ZWN001")
    draft, editor = shown(window)
    key = draft.paragraphs()[2].key
    editor.move_caret(key, draft.texts()[key].index("همکری") + 2)
    window.activateWindow()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "با همکاری مردم" in text_of(window)
    assert "می توانند" in text_of(window)


def test_enter_fixes_and_the_next_finding_is_in_hand(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    finding = take(window, "SPL001")
    after = window.reviewing.shown[window.reviewing.shown.index(finding) + 1]
    press(window.findings_panel.view, Qt.Key.Key_Return)
    assert window.reviewing.current is not None
    assert (window.reviewing.current.code, window.reviewing.current.text) == (after.code, after.text)


def test_two_fixes_in_one_paragraph_need_no_waiting(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "ZWN002")
    window.fixing.fix_current()
    take(window, "ZWN001")
    window.fixing.fix_current()
    assert "برنامه\u200cهای دیگری" in text_of(window)
    assert "می\u200cتوانند" in text_of(window)


def test_everything_sure_is_fixed_as_one_step(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["fix-safe"].trigger()
    qtbot.waitUntil(lambda: window.notices.notice is not None and "2 fixed." in str(window.notices.notice.what))
    assert "می\u200cتوانند" in text_of(window)
    assert "همکری" in text_of(window), "spelling is never fixed without asking"
    wait_checked(qtbot, window)
    assert not window.menus.actions["fix-safe"].isEnabled()
    window.menus.actions["undo"].trigger()
    assert text_of(window) == TYPO


def test_fix_all_of_these_takes_every_place(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    twice = TYPO.replace("ساخته شده", "و همکری بانک‌ها ساخته شده")
    open_checked(qtbot, window, written(tmp_path, twice))
    take(window, "SPL001", "همکری")
    press(window.findings_panel.view, Qt.Key.Key_Return, modifiers=_SHIFT)
    assert "همکری" not in text_of(window)
    window.menus.actions["undo"].trigger()
    assert text_of(window) == twice


def test_left_findings_stay_hidden_in_the_next_session(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    first = open_window()
    open_checked(qtbot, first, written(tmp_path, TYPO))
    take(first, "SPL001", "همکری")
    press(first.findings_panel.view, Qt.Key.Key_Delete)
    assert "SPL001" not in codes(first)
    take(first, "ZWN001")
    press(first.findings_panel.view, Qt.Key.Key_Delete, modifiers=_SHIFT)
    assert "ZWN001" not in codes(first)
    first.close()
    second = open_window()
    second.open([])
    wait_checked(qtbot, second)
    assert not codes(second) & {"SPL001", "ZWN001"}
    second.menus.actions["show-left"].trigger()
    assert {"SPL001", "ZWN001"} <= {finding.code for finding in second.reviewing.shown}


def test_a_decision_can_be_taken_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    window.reviewing.leave_here()
    window.notices.action.click()
    assert "SPL001" in codes(window)


def test_a_word_for_the_dictionary_is_no_fault_any_more(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001", "همکری")
    press(window.findings_panel.view, Qt.Key.Key_Insert)
    wait_checked(qtbot, window)
    assert "همکری" in services.words.words()
    assert "SPL001" not in codes(window)


def test_repeated_text_is_deleted_from_its_card(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    lines = TYPO.splitlines()
    open_checked(qtbot, window, written(tmp_path, "\n".join([*lines[:3], lines[1], *lines[3:]])))
    take(window, "DUP001")
    card = window.findings_panel.card
    assert lines[1][:20] in card.other.text()
    window.menus.actions["other-place"].trigger()
    assert shown(window)[1].caret_place()[0] == 1
    press(window.findings_panel.view, Qt.Key.Key_1, "1")
    assert text_of(window) == TYPO


def test_a_chip_filters_and_the_next_click_shows_all(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    everything = open_checked(qtbot, window, written(tmp_path, TYPO.replace("روز شنبه", "روز 12 آبان")))
    assert {Severity.ERROR, Severity.WARNING} <= {finding.severity for finding in everything}
    chip = window.bar.chips[Severity.WARNING]
    chip.click()
    assert {finding.severity for finding in window.reviewing.shown} == {Severity.WARNING}
    chip.click()
    assert len(window.reviewing.shown) == len(everything)


def test_the_panel_is_walked_by_keys(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    view = window.findings_panel.view
    press(view, Qt.Key.Key_Home)
    met = []
    for _ in window.reviewing.shown:
        assert window.reviewing.current is not None
        met.append(window.reviewing.current.fingerprint)
        press(view, Qt.Key.Key_Down)
    assert met == [finding.fingerprint for finding in window.reviewing.shown]
    assert window.reviewing.current == window.reviewing.shown[0], "it goes round"
    press(view, Qt.Key.Key_PageDown)
    assert window.reviewing.current is not None
    assert window.reviewing.current.rule.family != window.reviewing.shown[0].rule.family


def test_typing_is_checked_after_a_pause(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, editor = shown(window)
    editor.move_caret(draft.paragraphs()[3].key, 0)
    for letter in "كار ":
        press(editor, Qt.Key.Key_unknown, letter)
    wait_checked(qtbot, window)
    assert "CHR001" in codes(window)


def test_a_missing_byline_is_added_from_its_card(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    without = "\n".join(line for line in TYPO.splitlines() if not line.startswith("نویسنده"))
    open_checked(qtbot, window, written(tmp_path, without))
    take(window, "BYL001")
    button = window.findings_panel.card.buttons.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    _, editor = shown(window)
    for letter in "مریم کاظمی، کارشناس روابط عمومی":
        press(editor, Qt.Key.Key_unknown, letter)
    wait_checked(qtbot, window)
    *_, byline, source = text_of(window).splitlines()
    assert byline == "نویسنده: مریم کاظمی، کارشناس روابط عمومی"
    assert source.startswith("منبع"), "who issues it stays the last line"
    assert not codes(window) & {"BYL001", "BYL002"}


def test_a_kind_chosen_by_hand_wins(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, _ = shown(window)
    key = draft.paragraphs()[2].key
    menu = window.kinds.menu(draft, key)
    next(action for action in menu.actions() if action.text() == "میان‌تیتر").trigger()
    wait_checked(qtbot, window)
    assert draft.draft().paragraphs[2].kind.value == "subhead"
    menu.close()


def test_the_card_stays_while_one_types_beside_its_words(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    held = take(window, "SPL001", "همکری")
    _, editor = shown(window)
    editor.move_caret(held.span.key, held.span.end + 1)
    type_words(editor, "همهٔ ")
    wait_checked(qtbot, window)
    now = window.reviewing.current
    assert now is not None
    assert (now.code, now.text) == (held.code, held.text)
    assert now.fingerprint != held.fingerprint, "its neighbours have changed, or this tests nothing"


def test_the_state_of_a_draft_does_not_flicker_while_one_types(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    titles: list[str] = []
    window.windowTitleChanged.connect(titles.append)
    type_words(shown(window)[1], "در ")
    wait_checked(qtbot, window)
    assert not [title for title in titles if "یافته" not in title]


def test_a_draft_checked_behind_the_one_in_front_tells_its_number(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_files(qtbot, window, written(tmp_path, "یک خط", "other.txt"), written(tmp_path, TYPO))
    front, behind = window.drafts.all
    assert front is window.drafts.current
    qtbot.waitUntil(lambda: behind.review.checked and front.review.checked, timeout=PATIENCE)
    assert behind.open_findings == len(behind.review.findings()) > 0


def test_alt_and_a_number_never_fix_another_finding_than_the_one_at_the_caret(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    without = "\n".join(line for line in TYPO.splitlines() if not line.startswith("نویسنده"))
    open_checked(qtbot, window, written(tmp_path, without))
    take(window, "SPL001")
    missing = next(one for one in window.reviewing.open if one.code == "BYL001")
    shown(window)[1].move_caret(missing.span.key, 0)
    before = text_of(window)
    shown(window)[1].candidate_requested.emit(2)
    assert text_of(window) == before
    assert window.reviewing.current is not None
    assert window.reviewing.current.code == "BYL001"


def test_the_offer_to_undo_goes_with_the_next_edit(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["fix-safe"].trigger()
    qtbot.waitUntil(lambda: window.notices.notice is not None, timeout=PATIENCE)
    assert window.notices.action.isVisible()
    type_words(shown(window)[1], "ک")
    assert window.notices.notice is None


def test_the_card_is_as_high_as_what_it_shows(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    card = window.findings_panel.card
    for finding in list(window.reviewing.shown):
        window.reviewing.take(finding.fingerprint)
        QTest.qWait(0)
        layout = card.layout()
        assert layout is not None
        layout.invalidate()
        assert card.height() == layout.totalHeightForWidth(card.width()), finding.code


class _Layouts(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let through."""
        self.number += event.type() is QEvent.Type.LayoutRequest
        return False


def test_the_card_comes_to_rest(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    layouts = _Layouts()
    window.findings_panel.card.installEventFilter(layouts)
    for _ in range(50):
        QApplication.processEvents()
    assert layouts.number < 10


def test_one_decision_serves_every_place_of_a_word(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    line = "ساکنان گردشفر از مردم گردشفر قدردانی کردند.\n"
    open_checked(qtbot, window, written(tmp_path, TYPO + "\n" + line * 3))
    finding = take(window, "SPL005", "گردشفر")
    assert len(window.fixing.like(finding)) == 6
    window.reviewing.leave_in_draft()
    assert not [one for one in window.reviewing.open if one.text == "گردشفر"]
    window.notices.action.click()
    take(window, "SPL005", "گردشفر")
    window.teaching.add_word()
    qtbot.waitUntil(lambda: not [one for one in window.reviewing.open if one.text == "گردشفر"])
    wait_checked(qtbot, window)
    assert not [one for one in window.reviewing.open if one.text == "گردشفر"]


def test_the_finding_the_caret_goes_to_by_key_is_the_one_decided_about(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft, editor = shown(window)
    take(window, "ZWN001")
    typo = next(finding for finding in window.reviewing.open if finding.text == "همکری")
    editor.move_caret(typo.span.key, typo.span.start - 1)
    press(editor, Qt.Key.Key_Left)
    assert window.reviewing.current == typo
    window.menus.actions["leave-here"].trigger()
    assert draft.review.decisions.left_here == {typo.fingerprint}


def test_going_through_the_text_by_key_lifts_no_filter(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    _, editor = shown(window)
    typo = next(finding for finding in window.reviewing.open if finding.text == "همکری")
    window.reviewing.filter(frozenset(set(Severity) - {typo.severity}))
    before, listed = window.reviewing.current, window.reviewing.shown
    editor.move_caret(typo.span.key, typo.span.start - 1)
    press(editor, Qt.Key.Key_Left)
    assert (window.reviewing.current, window.reviewing.shown) == (before, listed)


def test_no_other_finding_comes_into_hand_while_the_one_in_it_is_looked_for_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    # What the whole draft shows is told after what single paragraphs show, and fits a changed paragraph only then.
    twice = TYPO.replace("از امروز پذیرای", "با تأمین کتاب و تأمین نیرو از امروز پذیرای")
    text = twice.replace("با همکری مردم", "با همکری مردم و تامین بودجه")
    open_checked(qtbot, window, written(tmp_path, text))
    finding, editor = take(window, "CON001", "تامین"), shown(window)[1]
    hands: list[str | None] = []

    def look() -> None:
        hands.append(window.reviewing.current.code if window.reviewing.current else None)

    window.reviewing.changed.connect(look)
    editor.move_caret(finding.span.key, 0)
    type_words(editor, "و ")
    wait_checked(qtbot, window)
    window.reviewing.changed.disconnect(look)
    assert set(hands) <= {None, "CON001"}
    assert hands[-1] == "CON001"
    assert window.reviewing.current == window.reviewing.shown[-1]
