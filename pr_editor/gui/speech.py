"""The language the window speaks just now; every part of it holds this one object and asks anew when it changes."""

from __future__ import annotations

import html
from os import sep
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.app.i18n import Translator
    from pr_editor.text.message import Message, Value

_OF_FILES = ("path", "name", "file")
"""Places of messages that hold what a file or a draft is called."""
_LEFT_TO_RIGHT = "\u200e"
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_RELEASE = "release"
"""The place that holds the number of a release: its parts keep their order among Persian words."""


class Speech:
    """A translator that can be exchanged while the window is open."""

    def __init__(self, translator: Translator) -> None:
        """Speak through ``translator`` until ``use`` is called."""
        self.translator = translator

    def use(self, translator: Translator) -> None:
        """Speak another language from now on; who shows words must be asked to show them again."""
        self.translator = translator

    @property
    def language(self) -> str:
        """``fa`` or ``en``."""
        return self.translator.language

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Where lines of this language begin."""
        right = self.translator.right_to_left
        return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight

    def sentence(self, text: str) -> str:
        """``text`` with a mark that keeps its line in the direction of the language, whatever it begins with."""
        return self._mark + text if text else ""

    def row(self, parts: Iterable[str]) -> str:
        """``parts`` beside each other in the order of the language, whichever direction each of them has."""
        return " · ".join(map(self.sentence, parts))

    @property
    def _mark(self) -> str:
        return "\u200f" if self.direction is Qt.LayoutDirection.RightToLeft else "\u200e"

    def tr(self, text: str, /, **args: Value) -> str:
        """Translate a literal English ``text`` and fill its ``{named}`` places."""
        return self.translator(text, **{name: self._set_apart(name, value) for name, value in args.items()})

    def render(self, message: Message) -> str:
        """The sentence of a message."""
        return self.tr(message.id, **dict(message.args))

    def digits(self, text: str | int) -> str:
        """``text`` with the digits of the language."""
        return self.translator.digits(text)

    def _set_apart(self, name: str, value: Value) -> Value:
        if name == _RELEASE and isinstance(value, str):
            return f"\u2066{self.digits(value)}\u2069"
        return of_file(value) if name in _OF_FILES and isinstance(value, str) else value


def isolated(text: str) -> str:
    """``text`` between marks that keep its direction to itself: a path in a Persian sentence, Persian in English."""
    return f"\u2068{text}\u2069"


def of_file(text: str) -> str:
    """The name of a file; a path keeps the order of its folders, whatever scripts they are written in."""
    if sep not in text or not any(bidirectional(letter) in _FROM_THE_RIGHT for letter in text):
        return isolated(text)
    return f"\u2066{text.replace(sep, sep + _LEFT_TO_RIGHT)}\u2069"


def as_html(text: str, direction: Qt.LayoutDirection) -> str:
    """A paragraph of plain text for those parts of Qt that guess whether they are given HTML."""
    name = "rtl" if direction is Qt.LayoutDirection.RightToLeft else "ltr"
    return f'<p dir="{name}" style="margin:0">{html.escape(text).replace(chr(10), "<br>")}</p>'
