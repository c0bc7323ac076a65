"""Which keys commands have: their own, or those the user gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QKeyCombination

    from pr_editor.gui.window.command import Command

type Rows = tuple[tuple[str, ...], ...]
"""As the settings keep it: the id of a command, then its keys."""
type KeysOf = Callable[[str], tuple[str, ...]]
"""The keys a command (id) has just now."""

_LATIN = dict(
    zip("ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو", "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,", strict=True),
    ي="D",
    ك=";",
    ژ="\\",
    ئ="M",
)
"""What stands on the same key of a Latin keyboard, by the Iranian standard layout (ISIRI 9147)."""
_DIGITS = {chr(zero + digit): str(digit) for zero in (0x06F0, 0x0660) for digit in range(10)}
_MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock}
)
_PLAIN = frozenset(range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1))
"""Keys that type nothing and so need nothing held."""


class Keymap:
    """The keys of all commands."""

    def __init__(self, commands: Iterable[Command], rows: Rows = ()) -> None:
        """Begin with the commands' own keys, then those in ``rows``; rows of unknown commands are kept and idle."""
        self._own = {command.id: command.keys for command in commands}
        self._given = {row[0]: row[1:] for row in rows}

    @property
    def rows(self) -> Rows:
        """What differs from the commands' own keys."""
        return tuple((name, *keys) for name, keys in self._given.items() if self._own.get(name) != keys)

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of a command; the first is the one to show."""
        return self._given.get(name, self._own[name])

    def is_own(self, name: str) -> bool:
        """Whether a command has the keys it came with."""
        return self.keys(name) == self._own[name]

    def owner(self, key: str, besides: str = "") -> str | None:
        """The command that has a key, unless it is ``besides``."""
        return next((name for name in self._own if name != besides and key in self.keys(name)), None)

    def give(self, name: str, *keys: str) -> None:
        """Give a command these keys alone; commands that had one of them lose it."""
        for key in keys:
            while (other := self.owner(key, name)) is not None:
                self._given[other] = tuple(had for had in self.keys(other) if had != key)
        self._given[name] = keys

    def reset(self, name: str) -> None:
        """Give a command its own keys back; who has taken them meanwhile loses them."""
        self.give(name, *self._own[name])


def with_key(text: str, keys: Sequence[str]) -> str:
    """What a command does and its first key, if it has one, set apart from words of another direction."""
    return f"{text} (\u2066{keys[0]}\u2069)" if keys else text


def key_pressed(combination: QKeyCombination) -> str:
    """The portable name of a pressed key, by its place on a Latin keyboard; empty while only modifiers are held."""
    key = combination.key()
    if key in _MODIFIERS:
        return ""
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    letter = chr(key) if 0x80 < key < 0x110000 else ""
    latin = _LATIN.get(letter) or _DIGITS.get(letter)
    pad = Qt.KeyboardModifier.KeypadModifier
    held = combination.keyboardModifiers() & ~pad
    made = QKeySequence(int(held.value) | (ord(latin) if latin else int(key)))
    return made.toString(QKeySequence.SequenceFormat.PortableText)


def is_usable(combination: QKeyCombination) -> bool:
    """Whether a key may stand for a command: one that types a letter or moves the caret by itself may not."""
    strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(combination.keyboardModifiers() & strong) or combination.key() in _PLAIN
