"""Real libraries with a few releases that were published."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING

from pr_editor.library.keys import Cost
from pr_editor.library.store import Environment, Library
from pr_editor.review.model import Metadata
from pr_editor.review.people import Role
from pr_editor.review.ports import Handover
from pr_editor.text.draft import Kind, draft_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAY = date(2024, 10, 3)
APPROVER, EDITOR = "مریم کاظمی", "سارا امینی"
_PASSPHRASE = "گذرواژهٔ آزمون"
_CHEAP = Cost(1, 8, 1)


@dataclass(frozen=True, slots=True)
class Release:
    """A release by its paragraphs, the headline first, and the day it is dated and was approved."""

    texts: tuple[str, ...]
    day: date


def release(texts: Iterable[str], day: date = DAY) -> Release:
    """A release of these paragraphs."""
    return Release(tuple(texts), day)


class Libraries:
    """Makes libraries in a folder, all by the same two people."""

    def __init__(self, folder: Path) -> None:
        """Make the people."""
        self._folder = folder
        self._numbers = count(1)
        self._open: list[Library] = []
        self._template = folder / "template.db"
        with Library.create(self._template, APPROVER, _PASSPHRASE, environment=_at(DAY)) as library:
            supervisor = library.accounts.login(APPROVER, _PASSPHRASE)
            library.accounts.add(EDITOR, Role.EDITOR, _PASSPHRASE, supervisor)

    def holding(self, *releases: Release) -> Library:
        """A library of these releases, called ``1403-0001`` and so on where they are of that year."""
        path = self._folder / f"{next(self._numbers)}.db"
        shutil.copy(self._template, path)
        for one in releases:
            with Library.open(path, environment=_at(one.day)) as library:
                draft = draft_of(one.texts).with_kinds({0: Kind.HEADLINE})
                handed = Handover(draft, Metadata(one.day))
                number = library.submit(handed, library.accounts.login(EDITOR, _PASSPHRASE))
                library.approve(number, APPROVER, _PASSPHRASE)
        self._open.append(Library.open(path, readonly=True))
        return self._open[-1]

    def close(self) -> None:
        """Close them all."""
        for library in self._open:
            library.close()


def _at(day: date) -> Environment:
    """A workstation whose clock shows noon of that day."""
    moment = datetime.combine(day, time(12), UTC)
    return Environment(cost=_CHEAP, clock=lambda: moment)
