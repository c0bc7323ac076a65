"""Asking for passphrases: hidden on a terminal, or from a file descriptor; never an argument or a variable."""

from __future__ import annotations

import getpass
import os
import sys
import warnings
from typing import TYPE_CHECKING

from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pr_editor.cli.terminal import Terminal

_LONGEST = 1 << 16
"""Bytes read for one passphrase: nobody types more, and a wrong descriptor may hold no line end."""


class Passphrases:
    """Where the passphrases of one command come from. Of a descriptor each takes one line, in the order of asking."""

    def __init__(self, terminal: Terminal, descriptor: int | None) -> None:
        """Ask on the terminal, or read from ``descriptor``; nothing is read yet."""
        self._terminal = terminal
        self._descriptor = descriptor

    def ask(self, name: str) -> str:
        """The passphrase of ``name``. Raises ``KnownError``."""
        if self._descriptor is not None:
            return _read_line(self._descriptor)
        return self._prompt(self._terminal.tr("Passphrase of {name}: ", name=name))

    def choose(self, name: str) -> str:
        """A new passphrase for ``name``, typed twice where typing can go wrong. Raises ``KnownError``."""
        if self._descriptor is not None:
            return _read_line(self._descriptor)
        first = self._prompt(self._terminal.tr("New passphrase for {name}: ", name=name))
        if self._prompt(self._terminal.tr("The same once more: ")) != first:
            raise KnownError("The two passphrases differ.")
        return first

    def _prompt(self, prompt: str) -> str:
        with warnings.catch_warnings():
            # Where typing can't be hidden, getpass only warns and shows it.
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                return getpass.getpass(prompt, sys.stderr)
            except (getpass.GetPassWarning, EOFError) as error:
                raise KnownError("There is no terminal to ask for a passphrase on; use --passphrase-fd.") from error


def _read_line(descriptor: int) -> str:
    """The next line; the rest stays for the next passphrase. Raises ``KnownError``."""
    line = bytearray()
    try:
        while len(line) < _LONGEST and (byte := os.read(descriptor, 1)) not in {b"", b"\n"}:
            line += byte
    except OSError as error:
        raise KnownError("No passphrase can be read from descriptor {number}.", number=descriptor) from error
    try:
        passphrase = line.decode().removesuffix("\r")
    except ValueError as error:
        raise KnownError("The passphrase from descriptor {number} is not UTF-8.", number=descriptor) from error
    if not passphrase:
        raise KnownError("No passphrase came from descriptor {number}.", number=descriptor)
    return passphrase
