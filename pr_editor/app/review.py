"""Reviewing files one after the other, or several at a time, for whoever has no window."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.app.left import Left
from pr_editor.app.services import Services, build_services
from pr_editor.checks.ports import Against
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pr_editor.app.paths import Paths
    from pr_editor.checks.engine import Engine, Failure
    from pr_editor.checks.model import Finding
    from pr_editor.checks.structure import Byline, SourceLine
    from pr_editor.formats.base import Document
    from pr_editor.formats.layout import Layout
    from pr_editor.language.ngrams import Ngrams
    from pr_editor.profile.choices import ReleaseKind
    from pr_editor.profile.model import Profile
    from pr_editor.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Input:
    """A draft to review: its name as the user gave it, and its file, or its bytes when they came by a pipe."""

    name: str
    path: Path | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Style:
    """The house style by name or path, and what the command line asks for beyond it."""

    profile: str
    select: tuple[str, ...] = ()
    """Codes or family prefixes; when there are any, nothing else runs."""
    ignore: tuple[str, ...] = ()
    words: frozenset[str] | None = None
    """Words to take as correct, where they are not the user's own alone."""
    from_pdf: bool = False
    """Whether all drafts are to count as read from a PDF."""
    house: Ngrams | None = None
    """What the approved releases of a house teach about words side by side."""
    kind: ReleaseKind | None = None
    """What sort of release all drafts are, where that is not left to the house and to each of them."""
    library: Path | None = None
    """The library whose releases drafts are held against."""

    def resolve(self, services: Services) -> Profile:
        """The house style with these wishes worked in. Raises ``KnownError``."""
        profile = services.profile(self.profile).for_kind(self.kind)
        # A code asked for by name runs, even where the house ignores it or its family.
        ignored = tuple(code for code in profile.ignore if not any(s.startswith(code) for s in self.select))
        return replace(profile, select=self.select or profile.select, ignore=ignored + self.ignore)


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What was seen in one draft; the draft carries the recognised kinds."""

    name: str
    draft: Draft
    byline: Byline | None
    source: SourceLine | None
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    seconds: float
    layout: Layout | None = None
    """Where the paragraphs lie in the file, if it is a text file."""


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """A file that gave no draft, and why."""

    name: str
    message: Message


type Outcome = DraftReport | Unreviewed


class Reviewer:
    """Reviews by one house style. The dictionaries are loaded for the first draft that can be read."""

    def __init__(self, services: Services, style: Style) -> None:
        """Resolve the house style. Raises ``KnownError``."""
        self._services = services
        self._words = style.words
        self._from_pdf = style.from_pdf
        self._house = style.house
        self._against = None if style.library is None else Against(services.published(style.library))
        self.profile = style.resolve(services)
        self._left = Left(house=self.profile.lists.left)
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The engine behind it. Raises ``KnownError`` when the dictionaries can't be loaded."""
        if self._engine is None:
            self._engine = self._services.engine(self.profile, self._services.language(self._words, self._house))
        return self._engine

    def open(self, given: Input) -> Document:
        """Read a draft. Raises ``KnownError`` that names it, also for one without words."""
        if given.path is None:
            return self._services.read_bytes(given.data, given.name)
        return self._services.read(given.path)

    def draft(self, document: Document) -> Draft:
        """What a document holds, marked as read from a PDF where the document or the user says so."""
        return replace(document.draft, from_pdf=document.draft.from_pdf or self._from_pdf)

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be reported and fixed: not one that the house style always leaves."""
        return not self._left.hides(finding)

    def review(self, given: Input) -> Outcome:
        """Read and review one draft."""
        try:
            document = self.open(given)
            draft = self.draft(document)
        except KnownError as error:
            return Unreviewed(given.name, error.message)
        engine = self.engine
        began = time.perf_counter()
        review = engine.review(draft, against=self._against)
        structure = review.structure
        findings = tuple(filter(self.wants, review.findings))
        seconds = time.perf_counter() - began
        return DraftReport(
            given.name,
            review.draft,
            structure.byline,
            structure.source,
            findings,
            review.failures,
            seconds,
            document.layout,
        )


def review_each(services: Services, style: Style, inputs: Sequence[Input], jobs: int) -> Iterator[Outcome]:
    """Review drafts, in the order given, in ``jobs`` processes. Raises ``KnownError`` for the house style."""
    if min(jobs, len(inputs)) <= 1:
        reviewer = Reviewer(services, style)
        yield from map(reviewer.review, inputs)
        return
    style.resolve(services)
    yield from _review_in_pool(services.paths, style, inputs, min(jobs, len(inputs)))


def _review_in_pool(paths: Paths, style: Style, inputs: Sequence[Input], processes: int) -> Iterator[Outcome]:
    # Loading these takes as long as reviewing a short draft.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, spawn, initializer=_begin, initargs=(paths, style))
    # Ctrl-C reaches every process of the terminal; those of the pool inherit that it is not for them.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        outcomes = pool.map(_review, inputs)
    finally:
        signal.signal(signal.SIGINT, before)
    try:
        yield from outcomes
    finally:
        pool.shutdown(cancel_futures=True)


_reviewers: list[Reviewer] = []
"""In a process of the pool: its one reviewer. The pool can hand over nothing that can't be pickled."""


def _begin(paths: Paths, style: Style) -> None:
    _reviewers.append(Reviewer(build_services(paths), style))


def _review(given: Input) -> Outcome:
    return _reviewers[0].review(given)


def failure_message(name: str, failure: Failure) -> Message:
    """What to tell about rules that could not run on the draft ``name``."""
    return message(
        "The rules {codes} could not run on {name}: {reason}",
        codes=", ".join(failure.codes),
        name=name,
        reason=failure.reason,
    )
