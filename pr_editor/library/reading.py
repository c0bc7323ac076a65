"""Lists, search, texts and history: everything that only reads."""

from __future__ import annotations

import json
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from pr_editor.library.canonical import read_time
from pr_editor.library.filters import condition
from pr_editor.library.jalali import shown_time
from pr_editor.library.projection import read_body
from pr_editor.library.replay import step_of
from pr_editor.library.reuse import Reuse
from pr_editor.library.search import highlights_of, match_of, terms_of
from pr_editor.library.texts import decode_draft, decode_metadata
from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.comments import quoted
from pr_editor.review.model import Eyes, Metadata, ReleaseState, SignOff, Submission
from pr_editor.review.names import EYES
from pr_editor.review.ports import Copy, Entry, Filters, Hit, Summary, VersionText
from pr_editor.text.message import KnownError, Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pr_editor.checks.ports import Match
    from pr_editor.library.log import Log
    from pr_editor.review.model import Release, Step, Version
    from pr_editor.review.ports import Quoted

EVERYTHING = Filters()
_COLUMNS = (
    "id, state, headline, date, kind, outlet, author, keywords, embargo, versions, in_force, submitted_by,"
    " submitted_at, decided_by, decided_at, eyes"
)
_ROW = ", ".join(f"release.{name}" for name in _COLUMNS.split(", "))
_NEWEST = "release.date DESC, submission.seq DESC"
"""An archive may have come in later than what was written since, so the day of a release decides."""
_IN_FORCE = (
    "SELECT id, year, number, in_force FROM release WHERE in_force IS NOT NULL"
    " ORDER BY date DESC, year DESC, number DESC LIMIT ?"
)
ALL = -1
"""No limit, in SQLite."""
_PAGE = 200


class Reading:
    """What can be asked of a library."""

    def __init__(self, log: Log) -> None:
        """Read what ``log`` tells of."""
        self._log = log
        self._file = log.file

    def list(self, filters: Filters = EVERYTHING, limit: int = 100) -> tuple[Summary, ...]:
        """Releases, newest first. Raises ``KnownError``."""
        where, values = condition(self._file, filters)
        rows = self._file.rows(
            f"SELECT {_COLUMNS} FROM release WHERE {where} ORDER BY year DESC, number DESC LIMIT ?",  # noqa: S608 - values are bound
            (*values, limit),
        )
        return tuple(map(_summary, rows))

    def search(self, words: str, filters: Filters = EVERYTHING, limit: int = 50) -> tuple[Hit, ...]:
        """Releases that hold all ``words``, each once, newest first. Raises ``KnownError``."""
        terms = terms_of(words)
        if not terms:
            raise KnownError("Type a word to search for.")
        hits: dict[str, Hit] = {}
        for number, digest, *row in self._matches(match_of(terms), filters):
            summary = _summary(row)
            if summary.id not in hits:
                draft = decode_draft(read_body(self._file, digest))
                hits[summary.id] = Hit(summary, number, highlights_of(draft, terms))
            if len(hits) >= limit:
                break
        return tuple(hits.values())

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        """What of these texts was published: ``checks.ports.Published``. Raises ``KnownError``."""
        with self._file.reading():
            return Reuse(self._file, {own, *without}).matches(paragraphs)

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        """Which of these texts are standing text: ``checks.ports.Published``. Raises ``KnownError``."""
        with self._file.reading():
            return Reuse(self._file, ()).standing(paragraphs)

    def release(self, release: str) -> Release:
        """A release with its versions and decisions. Raises ``KnownError``."""
        return self._log.release(release)

    def knows(self, release: str, text: str) -> bool:
        """Whether a version of ``release`` says the text with the digest ``text``: the number alone proves nothing

        in another library, or after going back to a backup. Raises ``KnownError``.
        """
        return bool(self._log.events_of(release)) and any(one.draft.digest == text for one in self.versions(release))

    def show(self, release: str, number: int | None = None) -> VersionText:
        """Version ``number`` of a release, the newest by default. Raises ``KnownError``."""
        return self._text(release, _version(self.release(release), number))

    def versions(self, release: str) -> tuple[VersionText, ...]:
        """All versions of a release, oldest first. Raises ``KnownError``."""
        return tuple(self._text(release, version) for version in self.release(release).versions)

    def in_force(self, newest: int = ALL) -> frozenset[str]:
        """Digests of the approved versions that count, of so many releases, newest first. Raises ``KnownError``."""
        rows = self._file.rows(
            f"SELECT submission.digest FROM ({_IN_FORCE}) AS counts JOIN submission"  # noqa: S608 - a constant
            " ON submission.release = counts.id AND submission.number = counts.in_force",
            (newest,),
        )
        return frozenset(digest for (digest,) in rows)

    def texts_in_force(self, newest: int = ALL) -> Iterator[tuple[str, ...]]:
        """The paragraphs of the same versions, by the signed events, oldest first. Raises ``KnownError``."""
        for (release,) in self._file.rows(
            f"SELECT id FROM ({_IN_FORCE}) ORDER BY year, number",  # noqa: S608 - a constant
            (newest,),
        ):
            version = self.release(release).in_force
            if version is not None:
                yield tuple(p.text for p in decode_draft(read_body(self._file, version.submission.digest)).paragraphs)

    def history(self, release: str) -> tuple[Entry, ...]:
        """All that happened to a release, oldest first. Raises ``KnownError``."""
        numbers = iter(self.release(release).versions)
        entries: list[Entry] = []
        number: dict[str, int] = {}
        for event in self._log.events_of(release):
            step = step_of(event)
            if isinstance(step, Submission):
                number[step.digest] = next(numbers).number
            note, eyes = _said(step)
            handed = step if isinstance(step, Submission) else None
            entries.append(
                Entry(
                    seq=event.seq,
                    at=event.at,
                    by=event.actor,
                    kind=event.kind.value,
                    number=number[step.digest],
                    digest=step.digest,
                    note=note,
                    eyes=eyes,
                    exclusions=handed.exclusions if handed else (),
                    comments=() if isinstance(step, Submission) else self._quoted(step),
                    answers=handed.answers if handed else (),
                )
            )
        return tuple(entries)

    def export_draft(self, release: str, number: int | None = None, *, proof: bool = False) -> Copy:
        """The version in force, or ``number``, for use outside.

        What is not approved, no longer in force or still under embargo is given as a ``proof`` only. Raises
        ``KnownError``.
        """
        found = self.release(release)
        version = found.in_force if number is None and found.in_force else _version(found, number)
        text = self._text(release, version)
        embargo = text.metadata.embargo
        waits = embargo is not None and self._log.now() < embargo
        final = version is found.in_force and not waits
        if not final and not proof:
            if embargo is not None and version is found.in_force:
                raise KnownError(
                    "Release {release} is under embargo until {time}.", release=release, time=shown_time(embargo)
                )
            raise KnownError(
                "Version {number} of release {release} is not approved.", number=version.number, release=release
            )
        return Copy(release, version.number, text.draft, text.metadata, final, mark_of(version))

    def _quoted(self, step: SignOff) -> tuple[Quoted, ...]:
        """The comments of a decision with their words; most decisions have none, and need no text read."""
        draft = decode_draft(read_body(self._file, step.digest)) if step.comments else None
        return quoted(step.comments, draft) if draft else ()

    def _text(self, release: str, version: Version) -> VersionText:
        body = read_body(self._file, version.submission.digest)
        received = version.submission.received
        return VersionText(
            release,
            version,
            decode_draft(body),
            decode_metadata(body),
            None if received is None else decode_draft(read_body(self._file, received)),
        )

    def _matches(self, match: str, filters: Filters) -> Iterator[tuple[Any, ...]]:
        """Number and digest of the versions that match, with their releases, newest first, read page by page."""
        where, values = condition(self._file, filters)
        for page in count():
            # First the order alone: sorting whole rows of a hundred thousand releases would take ten times as long.
            rows = self._file.rows(
                f"SELECT submission.number, submission.digest, {_ROW} FROM (SELECT search.rowid AS seq FROM search"  # noqa: S608 - values are bound
                " JOIN submission ON submission.seq = search.rowid JOIN release ON release.id = submission.release"
                f" WHERE search MATCH ? AND {where} ORDER BY {_NEWEST} LIMIT ? OFFSET ?) AS found"
                " JOIN submission ON submission.seq = found.seq JOIN release ON release.id = submission.release"
                f" ORDER BY {_NEWEST}",
                (match, *values, _PAGE, page * _PAGE),
            )
            yield from rows
            if len(rows) < _PAGE:
                return


def mark_of(version: Version) -> Message | None:
    """What an approval without a second pair of eyes carries for ever."""
    approval = version.approval
    mark = EYES.get(approval.eyes) if approval and approval.eyes else None
    return Message(mark) if mark else None


def _said(step: Step) -> tuple[str, Eyes | None]:
    """What was said with a step, or where a text was imported from; and how independent an approval is."""
    if isinstance(step, SignOff):
        return step.note, step.eyes
    return (step.origin.place, Eyes.ARCHIVE) if step.origin else ("", None)


def _version(release: Release, number: int | None) -> Version:
    if number is None:
        return release.versions[-1]
    if not 1 <= number <= len(release.versions):
        raise KnownError("Release {release} has no version {number}.", release=release.id, number=number)
    return release.versions[number - 1]


def _summary(row: Sequence[Any]) -> Summary:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Summary(
        id=values["id"],
        state=ReleaseState(values["state"]),
        headline=values["headline"],
        metadata=Metadata(
            date=date.fromisoformat(values["date"]),
            kind=ReleaseKind(values["kind"]),
            outlet=values["outlet"],
            author=values["author"],
            keywords=tuple(json.loads(values["keywords"])),
            embargo=_moment(values["embargo"]),
        ),
        versions=values["versions"],
        in_force=values["in_force"],
        submitted_by=values["submitted_by"],
        submitted_at=read_time(values["submitted_at"]),
        decided_by=values["decided_by"],
        decided_at=_moment(values["decided_at"]),
        eyes=values["eyes"] and Eyes(values["eyes"]),
    )


def _moment(text: str | None) -> Any:
    return None if text is None else read_time(text)
