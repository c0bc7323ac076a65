"""The library: releases handed in, decided about, found again. One object for one open file, used by one thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from pr_editor.library.accounts import Accounts
from pr_editor.library.backup import backup
from pr_editor.library.canonical import digest
from pr_editor.library.imported import Imported
from pr_editor.library.jalali import year_of
from pr_editor.library.keys import Cost
from pr_editor.library.log import Identity, Log
from pr_editor.library.opening import create_file, open_file
from pr_editor.library.place import MOUNTS
from pr_editor.library.projection import index_version, project_release, read_body
from pr_editor.library.reading import Reading
from pr_editor.library.replay import told
from pr_editor.library.reuse_index import catch_up, publish
from pr_editor.library.texts import decode_draft, encode_received, encode_version
from pr_editor.library.verify import rebuild
from pr_editor.library.words import Words
from pr_editor.review.comments import check_places
from pr_editor.review.model import (
    Comment,
    Eyes,
    Release,
    ReleaseState,
    SignOff,
    Step,
    Submission,
    Verdict,
    now,
    today,
)
from pr_editor.review.people import Permission, require
from pr_editor.review.ports import Receipt
from pr_editor.review.workflow import advance, corrected_next, eyes_for
from pr_editor.text.message import KnownError, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from pr_editor.library.file import LibraryFile
    from pr_editor.library.pace import Progress
    from pr_editor.review.people import Person
    from pr_editor.review.ports import Arrival, Handover


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Environment:
    """What a library needs from outside. The defaults are for ordinary use; a ``checkpoint`` has to be given."""

    checkpoint: Path | None = None
    """Where the newest state is remembered, outside of the file."""
    timeout: float = 5.0
    """How long to wait for another process, in seconds."""
    clock: Callable[[], datetime] = now
    cost: Cost = field(default_factory=Cost)
    """Of trying a passphrase, for keys sealed from now on."""
    mounts: Path = MOUNTS


USUAL = Environment()


class Library(Reading):
    """An open library. Use it as a context manager, or ``close`` it."""

    def __init__(self, file: LibraryFile, environment: Environment) -> None:
        """Work on an open file; ``create`` and ``open`` are the ways here."""
        super().__init__(Log(file, environment.clock, environment.checkpoint))
        self.accounts = Accounts(self._log, environment.cost)
        self.words = Words(self._log)
        self.imported = Imported(self._log)

    @classmethod
    def create(
        cls, path: Path, supervisor: str, passphrase: str, solo: bool = False, environment: Environment = USUAL
    ) -> Library:
        """A new library at ``path``, where nothing may be, with its first supervisor. Raises ``KnownError``."""
        first = create_file(path, supervisor, passphrase, solo, environment)
        library = cls.open(path, environment=environment)
        library._log.remember(first)
        return library

    @classmethod
    def open(cls, path: Path, readonly: bool = False, environment: Environment = USUAL) -> Library:
        """The library at ``path``, brought up to date if it is older. Raises ``KnownError``."""
        library = cls(open_file(path, readonly, environment), environment)
        try:
            library._log.register()
            if not readonly:
                library._catch_up_if_possible()
        except BaseException:
            library.close()
            raise
        return library

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def warnings(self) -> list[Message]:
        """What went wrong beside steps that were taken all the same."""
        return self._log.warnings

    def submit(self, handover: Handover, by: Identity, release: str | None = None) -> str:
        """Hand in a new release, or a new version of ``release``; gives the id, such as ``1404-0173``.

        Raises ``KnownError`` when a blocker is neither fixed nor waived, or the release is not open for a new text.
        """
        with self._log.transaction(by) as person:
            found = self._new(today(self._log.now())) if release is None else self.release(release)
            waiting = found.state in {ReleaseState.SUBMITTED, ReleaseState.RETURNED}
            self._hand_in(found, handover, by, person, corrected_next(found) if waiting else None)
        return found.id

    def correct(self, release: str, handover: Handover, by: Identity) -> int:
        """Hand in a text to take the place of the approved one, which counts until then; gives its number."""
        with self._log.transaction(by) as person:
            found = self.release(release)
            corrects = corrected_next(found)
            if corrects is None:
                raise KnownError(
                    "Release {release} was never approved, so there is nothing to correct.", release=release
                )
            return len(self._hand_in(found, handover, by, person, corrects).versions)

    def approve(
        self,
        release: str,
        by: str,
        passphrase: str,
        *,
        seen: str | None = None,
        emergency: str = "",
        comments: tuple[Comment, ...] = (),
    ) -> Eyes:
        """Sign the version that waits, with the key that ``passphrase`` opens.

        ``seen`` is the digest of the text that was looked at: another one is not approved in its place. ``emergency``
        is the reason why somebody approves what he wrote himself. ``comments`` are kept with the approval. Raises
        ``KnownError``.
        """
        identity = self.accounts.login(by, passphrase)
        # What an import has left may be much: not within the transaction, for which everybody else waits.
        self.catch_up()
        with self._log.transaction(identity) as person:
            found = self.release(release)
            eyes = eyes_for(found, person, self.accounts.house, emergency=bool(emergency.strip()))
            note = emergency if eyes is Eyes.EMERGENCY else ""
            step = self._sign_off(found, person, Verdict.APPROVE, note, seen=seen)
            self._take(found, self._commented(replace(step, eyes=eyes), comments), identity, person)
            publish(self._file)
        return eyes

    def return_(
        self, release: str, by: Identity, note: str, comments: tuple[Comment, ...] = (), *, seen: str | None = None
    ) -> None:
        """Send the version that waits back to editing, with reasons: a note, comments on passages, or both.

        ``seen`` is the digest of the text they are about. Raises ``KnownError``.
        """
        with self._log.transaction(by) as person:
            found = self.release(release)
            step = self._sign_off(found, person, Verdict.RETURN, note, seen=seen)
            self._take(found, self._commented(step, comments), by, person)

    def withdraw(self, release: str, by: Identity, reason: str) -> None:
        """Recall the version in force; it is kept. Raises ``KnownError``."""
        with self._log.transaction(by) as person:
            found = self.release(release)
            version = found.in_force or found.versions[-1]
            step = self._sign_off(found, person, Verdict.WITHDRAW, reason, seen=version.submission.digest)
            self._take(found, step, by, person)

    def bring_in(self, arrivals: Sequence[Arrival], by: Identity) -> tuple[Receipt, ...]:
        """Import releases that were published elsewhere, in one transaction. Only supervisors may.

        What has come in before, or says the same, is not taken again. Nothing finds their words before ``catch_up``.
        Raises ``KnownError``; then none has come in.
        """
        bodies = [encode_version(arrival.draft, arrival.metadata) for arrival in arrivals]
        # Pages written before the commit would keep readers out that long.
        self._file.rows("PRAGMA cache_spill = OFF")
        with self._log.transaction(by) as person, self.imported.following():
            require(person, Permission.DECIDE)
            return tuple(self._bring_in(*one, by, person) for one in zip(arrivals, bodies, strict=True))

    def catch_up(self) -> None:
        """Make the words of everything that was imported or approved findable. Raises ``KnownError``."""
        catch_up(self._file)

    def backup(self, to: Path, progress: Progress = lambda _: None) -> None:
        """Write a verified copy to ``to``, where nothing may be; ``progress`` hears percent. Raises ``KnownError``."""
        backup(self._file, to, progress)

    def rebuild(self) -> None:
        """Write the derived tables anew from versions and events. Raises ``KnownError``."""
        rebuild(self._file)

    def close(self) -> None:
        """Close the file. Closing twice is no error."""
        self._file.close()

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def _catch_up_if_possible(self) -> None:
        """Finish what an import has left, if it was killed. A library that lags behind is of use as well."""
        try:
            self.catch_up()
        except KnownError as error:
            _log.warning("fingerprints still to be written: %s", error)

    def _new(self, day: date) -> Release:
        """A release with the next number of the year ``day`` lies in, nothing handed in yet."""
        year = year_of(day)
        row = self._file.row("SELECT max(number) FROM release WHERE year = ?", (year,))
        number = (row[0] if row and row[0] else 0) + 1
        # The table is derived and may be behind; the events decide what is taken.
        while self._file.row("SELECT 1 FROM happened WHERE release = ?", (f"{year}-{number:04}",)):
            number += 1
        return Release(f"{year}-{number:04}")

    def _hand_in(
        self, found: Release, handover: Handover, by: Identity, person: Person, corrects: int | None
    ) -> Release:
        if not any(paragraph.text.strip() for paragraph in handover.draft.paragraphs):
            raise KnownError("There is no text to submit.")
        for exclusion in handover.exclusions:
            self.release(exclusion.release)
        step = Submission(
            digest=self._keep(encode_version(handover.draft, handover.metadata)),
            by=person.name,
            at=self._log.now(),
            editors=frozenset(map(self._account, handover.editors)),
            findings=handover.findings,
            waivers=handover.waivers,
            exclusions=handover.exclusions,
            answers=handover.answers,
            received=None if handover.received is None else self._keep(encode_received(handover.received)),
            profile=handover.profile,
            corrects=corrects,
        )
        return self._take(found, step, by, person)

    def _bring_in(self, arrival: Arrival, body: bytes, by: Identity, person: Person) -> Receipt:
        """Import one release; what makes its words findable again is left to the caller, for all of them at once."""
        if (known := self.imported.release_of(arrival.origin)) is not None:
            return Receipt(known, new=False)
        found = self._new(arrival.metadata.date)
        step = Submission(self._keep(body), person.name, self._log.now(), origin=arrival.origin)
        self._take(found, step, by, person)
        return Receipt(found.id, new=True)

    def _account(self, name: str) -> str:
        """How an editor is called here; somebody without an account keeps the name that was given."""
        roll = self._log.register().now
        return roll.member(name).person.name if roll.has(name) else name

    def _keep(self, body: bytes) -> str:
        """Store the bytes of a text once; gives their digest."""
        name = digest(body)
        self._file.run(
            "INSERT INTO version (digest, body) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING", (name, body.decode())
        )
        return name

    def _sign_off(
        self, found: Release, person: Person, verdict: Verdict, note: str, seen: str | None = None
    ) -> SignOff:
        return SignOff(person.name, verdict, seen or found.versions[-1].submission.digest, self._log.now(), note)

    def _commented(self, step: SignOff, comments: tuple[Comment, ...]) -> SignOff:
        """The step with comments on passages that are in the text. Raises ``KnownError``."""
        if comments:
            check_places(comments, decode_draft(read_body(self._file, step.digest)))
        return replace(step, comments=comments)

    def _take(self, before: Release, step: Step, by: Identity, person: Person) -> Release:
        """Take a step of the workflow: judge it, sign it, and bring the tables up to date."""
        after = advance(before, step, person, self.accounts.house)
        kind, data = told(step)
        event = self._log.append(by, kind, data, before.id, step.digest, step.at)
        rows = self._file.rows(
            "SELECT seq FROM happened WHERE release = ? AND kind IN ('imported', 'submitted') ORDER BY seq",
            (before.id,),
        )
        project_release(self._file, after, [seq for (seq,) in rows])
        if isinstance(step, Submission):
            index_version(self._file, before.id, step.digest, event.seq)
        return after
