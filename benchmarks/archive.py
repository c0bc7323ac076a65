"""A library of any size, made of pseudo-news and written through the program's own code.

What is left out beside a real import is the index of the search, which reuse does not touch, and the look for releases
that are there already. Events are signed, versions hashed, tables projected and fingerprints written as always.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self

from benchmarks.pseudo_news import PseudoNews
from pr_editor.library.canonical import digest
from pr_editor.library.keys import Cost
from pr_editor.library.log import Log
from pr_editor.library.opening import open_file
from pr_editor.library.projection import project_release
from pr_editor.library.replay import told
from pr_editor.library.reuse_index import publish
from pr_editor.library.store import Environment, Library
from pr_editor.library.texts import encode_version
from pr_editor.review.model import Dated, Metadata, Origin, Release, Submission
from pr_editor.review.people import House, Role
from pr_editor.review.ports import Handover
from pr_editor.review.workflow import advance
from pr_editor.text.draft import Draft, Kind, draft_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pr_editor.library.log import Identity
    from pr_editor.review.people import Person

SUPERVISOR, EDITOR, PASSPHRASE = "لیلا رضوی", "سارا امینی", "گذرواژهٔ سنجش"
PARAGRAPHS = 12
"""Of each release, headline included."""
_BATCH = 2000
"""Releases in one transaction, as an import writes them."""
_KEPT = 40
"""Of so many releases one is remembered, to plant copies of it."""
_AT = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
_TABLES = ("fingerprint", "published")


@dataclass(slots=True)
class Archive:
    """A growing library. ``kept`` are some of its releases, ``indexing`` the seconds spent on fingerprints."""

    path: Path
    environment: Environment
    supervisor: Identity
    editor: Identity
    news: PseudoNews
    releases: int = 0
    indexing: float = 0.0
    kept: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Id and paragraphs."""

    @classmethod
    def make(cls, folder: Path, seed: int) -> Self:
        """An empty library with an editor and a supervisor, whose keys are sealed at hardly any cost."""
        environment = Environment(folder / "checkpoint.json", cost=Cost(1, 8, 1))
        path = folder / "library.db"
        with Library.create(path, SUPERVISOR, PASSPHRASE, environment=environment) as library:
            supervisor = library.accounts.login(SUPERVISOR, PASSPHRASE)
            library.accounts.add(EDITOR, Role.EDITOR, PASSPHRASE, supervisor)
            editor = library.accounts.login(EDITOR, PASSPHRASE)
        return cls(path, environment, supervisor, editor, PseudoNews(seed))

    @property
    def paragraphs(self) -> int:
        """How many have been published."""
        return self.releases * PARAGRAPHS

    def open(self) -> Library:
        """The library, as the program opens it."""
        return Library.open(self.path, environment=self.environment)

    def grow(self, paragraphs: int) -> None:
        """Publish until there are at least so many paragraphs."""
        file = open_file(self.path, False, self.environment)
        log = Log(file, lambda: _AT, self.environment.checkpoint)
        try:
            while (missing := -(-(paragraphs - self.paragraphs) // PARAGRAPHS)) > 0:
                with log.transaction(self.supervisor) as person:
                    for _ in range(min(missing, _BATCH)):
                        self._bring_in(log, person)
                    begun = time.perf_counter()
                    publish(file)
                    self.indexing += time.perf_counter() - begun
        finally:
            file.close()

    def bytes_per_paragraph(self) -> float:
        """What all tables of reuse with their indices take in the file."""
        file = open_file(self.path, True, self.environment)
        marks = ", ".join("?" * len(_TABLES))
        ((size,),) = file.rows(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({marks})", _TABLES)
        file.close()
        return float(size / self.paragraphs)

    def handover(self) -> Handover:
        """Another release, to be handed in."""
        return Handover(draft(self.news), _metadata())

    def _bring_in(self, log: Log, person: Person) -> None:
        self.releases += 1
        name = f"{1300 + self.releases // 10000}-{self.releases % 10000:04}"
        text = draft(self.news)
        body = encode_version(text, _metadata())
        log.file.run("INSERT INTO version (digest, body) VALUES (?, ?)", (digest(body), body.decode()))
        source = "sha256:" + hashlib.sha256(name.encode()).hexdigest()
        step = Submission(
            digest(body), person.name, _AT, origin=Origin(f"{name}.txt", Dated.FIELD, source, text.digest)
        )
        kind, data = told(step)
        event = log.append(self.supervisor, kind, data, name, step.digest, _AT)
        project_release(log.file, advance(Release(name), step, person, House(solo=False)), [event.seq])
        if self.releases % _KEPT == 0:
            self.kept.append((name, tuple(paragraph.text for paragraph in text.paragraphs)))


def draft(news: PseudoNews) -> Draft:
    """A release: headline, lead and body."""
    return draft_of(_texts(news)).with_kinds({0: Kind.HEADLINE, 1: Kind.LEAD})


def _texts(news: PseudoNews) -> Iterator[str]:
    yield news.headline()
    yield from (news.paragraph() for _ in range(PARAGRAPHS - 1))


def _metadata() -> Metadata:
    return Metadata(date(2026, 5, 20))
