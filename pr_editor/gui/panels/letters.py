"""Single letters that decide while the list of findings has the focus, on the Latin and the Persian keyboard."""

from __future__ import annotations

LETTERS = {
    "fix": "F",
    "fix-alike": "A",
    "leave-here": "L",
    "leave-draft": "D",
    "leave-mine": "M",
    "leave-house": "H",
    "add-word": "W",
    "add-house-word": "O",
    "open-again": "B",
    "why": "Y",
    "side-by-side": "S",
    "other-place": "G",
    "next": "N",
    "previous": "P",
    "only-new": "E",
    "clear-filter": "X",
}
"""The letter of each command, as it stands on the key and on the card."""

_PERSIAN = {
    "F": "ب", "A": "ش", "L": "م", "D": "یي", "M": "ئپ", "H": "ا", "W": "ص", "O": "خ", "B": "ذ", "Y": "غ", "S": "س",
    "G": "ل", "N": "د", "P": "ح", "E": "ث", "X": "ط",
}  # fmt: skip
"""What the same keys write on the Persian keyboards in use (ISIRI 9147 and its forerunner)."""

_COMMANDS = {
    written: command for command, letter in LETTERS.items() for written in (letter, letter.lower(), *_PERSIAN[letter])
}


def command_of(written: str) -> str | None:
    """The command of the key that writes this, None where there is none."""
    return _COMMANDS.get(written)
