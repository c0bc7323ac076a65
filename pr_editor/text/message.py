"""Words for the user, kept as data until it is known which language he reads.

The core names a message by its English text and hands over the values; ``app.i18n`` turns both into Persian or
English at the last moment. Thus a finding can be stored, sent to another process and shown in either language.
"""

from __future__ import annotations

from dataclasses import dataclass

DAY = "on"
"""The place of a message that holds a day, in ISO form: shown in the Jalali calendar."""
RELEASE = "release"
"""The place of a message that holds the number of a release: shown in the digits of the language."""

type Value = str | int | float
type Args = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user: English ``id`` with ``{named}`` places, and the values that fill them."""

    id: str
    args: Args = ()

    def __str__(self) -> str:
        """The English sentence, for logs and tracebacks; users see a translation."""
        return self.id.format(**dict(self.args)) if self.args else self.id


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for «translate later»
    """Mark ``text`` for the translators and give it back unchanged."""
    return text


def message(text: str, /, **args: Value) -> Message:
    """Build a ``Message``; ``text`` must be a literal so that the translators' tools find it."""
    return Message(text, tuple(args.items()))


class KnownError(Exception):
    """Something that can go wrong in ordinary use. Its message is written for the user, not for us."""

    def __init__(self, text: str, /, **args: Value) -> None:
        """Take a literal English text with ``{named}`` places, and their values."""
        self.message = message(text, **args)
        super().__init__(str(self.message))
