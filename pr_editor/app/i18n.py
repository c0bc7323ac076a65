"""Messages in the user's language, with the digits of that language.

The English sentence is the message id, so English needs no catalogue. Each part of the program has a gettext domain
of its own; a translator reads them all.
"""

from __future__ import annotations

import gettext
from datetime import date
from typing import TYPE_CHECKING

from pr_editor.text.fold import DIGITS, PERSIAN_DIGITS
from pr_editor.text.message import DAY, RELEASE

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.text.message import Message, Value

LANGUAGES = ("fa", "en")
_TO_PERSIAN = str.maketrans(DIGITS, PERSIAN_DIGITS)
_DECIMAL_TO_PERSIAN = str.maketrans(DIGITS + ".,", PERSIAN_DIGITS + "٫٬")


class Translator:
    """Turns messages into sentences of one language."""

    def __init__(self, language: str, locale: Path) -> None:
        """Load every catalogue of ``language`` (``fa`` or ``en``) under the folder ``locale``."""
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self._catalogue = gettext.NullTranslations()
        self._known: dict[str, str] = {}
        """Sentences that were asked for before; many catalogues would have to be looked through for each."""
        for path in sorted((locale / language / "LC_MESSAGES").glob("*.mo")):
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)
            catalogue.add_fallback(self._catalogue)
            self._catalogue = catalogue

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from the right."""
        return self.language == "fa"

    def __call__(self, text: str, /, **args: Value) -> str:
        """Translate ``text`` and fill its ``{named}`` places; numbers get the digits of the language."""
        sentence = self._known.get(text)
        if sentence is None:
            sentence = self._known[text] = self._catalogue.gettext(text) if text else ""
        return sentence.format(**{name: self._shown(name, value) for name, value in args.items()}) if args else sentence

    def render(self, message: Message) -> str:
        """The sentence of a message from the core."""
        return self(message.id, **dict(message.args))

    def digits(self, text: str | int) -> str:
        """``text`` with its ASCII digits written as the language writes them; all else stays."""
        return str(text).translate(_TO_PERSIAN) if self.language == "fa" else str(text)

    def _shown(self, name: str, value: Value) -> str:
        """Numbers and days as people of the language read them; words from drafts and files stay as they are."""
        if isinstance(value, str):
            if name == DAY:
                return self._day(value)
            return self.digits(value) if name == RELEASE else value
        plain = f"{value:g}" if isinstance(value, float) else str(value)
        return plain.translate(_DECIMAL_TO_PERSIAN) if self.language == "fa" else plain

    def _day(self, iso: str) -> str:
        # Loading the calendar takes longer than most sentences are worth.
        from pr_editor.app.dates import show_long_day

        return show_long_day(date.fromisoformat(iso), self)
