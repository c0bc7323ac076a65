"""What is always left as it is: words that a rule is to say nothing about, for one user or for the house.

The house's are a list of its style (``profile.lists.LeftAlone``), the user's own a file of the same form. They are
compared as decisions for a draft are: the matter a rule is about, and the words after folding.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pr_editor.app.decisions import matter
from pr_editor.profile.lists import LeftAlone
from pr_editor.profile.model import Severity
from pr_editor.profile.table import read_table, write_table
from pr_editor.text.files import write_atomically
from pr_editor.text.fold import fold
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pr_editor.checks.model import Finding


class Reach(StrEnum):
    """How far a decision to leave something goes."""

    HERE = "here"
    DRAFT = "draft"
    MINE = "mine"
    """In all drafts of one user."""
    HOUSE = "house"
    """In all drafts of the house."""


class Left:
    """All entries that hold, looked up by finding."""

    def __init__(self, mine: Iterable[LeftAlone] = (), house: Iterable[LeftAlone] = ()) -> None:
        """Take both lists; where both speak of the same words it is the house that decides."""
        self._entries = {
            _about(entry): (whose, entry)
            for whose, list_ in ((Reach.MINE, mine), (Reach.HOUSE, house))
            for entry in list_
        }
        self.matters = {about for about, _ in self._entries}
        """The matters in which anything is left."""

    def __bool__(self) -> bool:
        """Whether anything is left at all."""
        return bool(self._entries)

    def entry(self, finding: Finding) -> tuple[Reach, LeftAlone] | None:
        """The entry that hides ``finding``. Nothing hides what stands in the way of approval."""
        # Folding words takes longer than all the rest: only where some words of that matter are left.
        if matter(finding.code) not in self.matters or finding.severity is Severity.BLOCKER:
            return None
        return self._entries.get((matter(finding.code), fold(finding.text.strip())))

    def hides(self, finding: Finding) -> bool:
        """Whether ``finding`` is not to be shown."""
        return self.entry(finding) is not None


class OwnLeft:
    """The user's own list: a CSV file that a spreadsheet opens. Every call reads it anew: two windows may be open."""

    def __init__(self, path: Path) -> None:
        """Use the file at ``path``; it need not exist."""
        self._path = path

    def entries(self) -> tuple[LeftAlone, ...]:
        """All entries. Raises ``KnownError`` for a file with mistakes, and ``OSError``."""
        try:
            table = read_table(self._path.read_bytes().decode("utf-8-sig"), LeftAlone)
        except FileNotFoundError:
            return ()
        except UnicodeDecodeError as error:
            raise KnownError("The list {name} is not UTF-8.", name=str(self._path)) from error
        if table.mistakes:
            line = table.mistakes[0].line
            raise KnownError(
                "The list {name} has mistakes; the first is in line {line}.", name=str(self._path), line=line
            )
        return table.entries

    def add(self, entry: LeftAlone) -> None:
        """Leave these words from now on; twice is no error. Raises like ``entries``."""
        self._write(with_entry(self.entries(), entry))

    def remove(self, entry: LeftAlone) -> None:
        """Leave these words no more; an entry that isn't there is no error. Raises like ``entries``."""
        self._write(without_entry(self.entries(), entry))

    def _write(self, entries: Iterable[LeftAlone]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path, ("\ufeff" + write_table(entries, LeftAlone)).encode())


def entry_for(finding: Finding, by: str = "", since: str = "", reason: str = "") -> LeftAlone:
    """The entry that leaves the words of ``finding`` for ever."""
    return LeftAlone(matter(finding.code), finding.text.strip(), reason, by, since)


def with_entry(entries: Iterable[LeftAlone], entry: LeftAlone) -> tuple[LeftAlone, ...]:
    """``entries`` with one more at the end, unless they say the same already."""
    entries = tuple(entries)
    return entries if any(_about(one) == _about(entry) for one in entries) else (*entries, entry)


def without_entry(entries: Iterable[LeftAlone], entry: LeftAlone) -> tuple[LeftAlone, ...]:
    """``entries`` without those that say the same."""
    return tuple(one for one in entries if _about(one) != _about(entry))


def _about(entry: LeftAlone) -> tuple[str, str]:
    return matter(entry.rule), fold(entry.words)
