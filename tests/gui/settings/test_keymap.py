"""Which key belongs to which command: one key never to two, whatever is given and taken back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from pr_editor.gui.settings.keymap import Keymap, is_usable, key_pressed
from pr_editor.gui.window.command import Command

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
COMMANDS = (
    Command("open", "Open", ("Ctrl+O",), "drafts.choose"),
    Command("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "window.redo"),
    Command("next", "Next", ("F7",), "review.go_next"),
)
NAMES = st.sampled_from([command.id for command in COMMANDS])
KEYS = st.sampled_from(["Ctrl+O", "Ctrl+Y", "F7", "Ctrl+,", "Alt+M", "F2"])
STEPS = st.lists(st.tuples(NAMES, st.none() | st.lists(KEYS, max_size=2, unique=True)), max_size=8)


def pressed(key: int, modifiers: Qt.KeyboardModifier, text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@settings(deadline=None, max_examples=100)
@given(STEPS)
def test_no_key_belongs_to_two_commands(steps: list[tuple[str, list[str] | None]]) -> None:
    keymap = Keymap(COMMANDS)
    for name, keys in steps:
        if keys is None:
            keymap.reset(name)
            assert keymap.is_own(name)
        else:
            keymap.give(name, *keys)
            assert keymap.keys(name) == tuple(keys)
    held = [key for command in COMMANDS for key in keymap.keys(command.id)]
    assert len(held) == len(set(held))
    again = Keymap(COMMANDS, keymap.rows)
    assert [again.keys(one.id) for one in COMMANDS] == [keymap.keys(one.id) for one in COMMANDS]


def test_what_is_as_it_came_is_not_written_down() -> None:
    keymap = Keymap(COMMANDS)
    keymap.give("next", "F2")
    assert [*keymap.rows] == [("next", "F2")]
    keymap.reset("next")
    assert [*keymap.rows] == []


def test_rows_of_a_newer_program_change_nothing_here() -> None:
    assert Keymap(COMMANDS, (("hologram", "F7"),)).keys("next") == ("F7",)


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (0x634, CONTROL, "ش", "Ctrl+A"),
        (0x6F1, CONTROL, "۱", "Ctrl+1"),
        (0x648, CONTROL, "و", "Ctrl+,"),
        (int(Qt.Key.Key_A), CONTROL | SHIFT, "A", "Ctrl+Shift+A"),
        (int(Qt.Key.Key_F2), PLAIN, "", "F2"),
        (int(Qt.Key.Key_Backtab), CONTROL | SHIFT, "", "Ctrl+Shift+Tab"),
        (int(Qt.Key.Key_Control), CONTROL, "", ""),
    ],
)
def test_the_place_on_the_keyboard_counts(key: int, modifiers: Qt.KeyboardModifier, text: str, name: str) -> None:
    assert key_pressed(pressed(key, modifiers, text).keyCombination()) == name


@pytest.mark.parametrize(
    ("key", "modifiers", "usable"),
    [
        (Qt.Key.Key_A, PLAIN, False),
        (Qt.Key.Key_A, SHIFT, False),
        (Qt.Key.Key_Down, PLAIN, False),
        (Qt.Key.Key_A, CONTROL, True),
        (Qt.Key.Key_F2, PLAIN, True),
    ],
)
def test_what_is_needed_for_typing_is_no_command(key: Qt.Key, modifiers: Qt.KeyboardModifier, usable: bool) -> None:
    assert is_usable(pressed(int(key), modifiers, "").keyCombination()) is usable
