"""Bringing an archive of published releases into the library: batch by batch, so that it can be ended at any moment.

What is in stays in; whoever begins again passes quickly over what came in before.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pr_editor.app.archive_dates import day_in_name, day_in_text, day_of_file, is_plausible
from pr_editor.app.archive_files import LINES, Item, releases_in
from pr_editor.app.archive_lines import Record, record_of
from pr_editor.library.canonical import check_text
from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import Dated, Metadata, Origin, now, today
from pr_editor.review.names import DATED
from pr_editor.review.people import Permission, require
from pr_editor.review.ports import Arrival
from pr_editor.text.message import N_, KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pr_editor.app.i18n import Translator
    from pr_editor.app.services import Services
    from pr_editor.checks.engine import Engine
    from pr_editor.checks.structure import Structure
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library
    from pr_editor.review.ports import Receipt
    from pr_editor.text.draft import Draft

_log = logging.getLogger(__name__)
MOST, LONGEST, HEAVIEST = 200, 2.0, 8 * 1024 * 1024
"""A batch ends at so many releases, seconds or bytes, whichever comes first."""
_FINDABLE_AFTER = 5000
"""So many releases wait until their words are made findable: that costs hardly more than for a single one."""
_MOST_FIELDS = 50
"""So many unknown fields are named; an archive with more of them is none."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is said about a whole archive, where its releases do not say it themselves."""

    day: date | None = None
    outlet: str = ""
    kind: ReleaseKind | None = None
    profile: str = "pr"


@dataclass(slots=True)
class Tally:
    """What became of an archive."""

    imported: int = 0
    known: int = 0
    """Came in with an earlier import."""
    repeated: int = 0
    """Stand in the archive twice."""
    failed: int = 0
    dated: Counter[Dated] = field(default_factory=Counter)
    """How the days of the imported ones are known."""


class Listener(Protocol):
    """Hears what happens on the way."""

    def passed(self, size: int) -> None:
        """So many bytes of the archive are done."""
        ...

    def trouble(self, what: Message) -> None:
        """Something could not be imported."""
        ...

    def remark(self, what: Message) -> None:
        """Something is worth knowing, and no failure."""
        ...

    def arrived(self, release: str, place: str) -> None:
        """A release is in the library, for good."""
        ...


class ArchiveImport:
    """One import. ``tally`` tells how far it has come, also after it was broken off."""

    def __init__(self, services: Services, library: Library, by: Identity, wishes: Wishes, listener: Listener) -> None:
        """Import into an open ``library`` as ``by``, who must be a supervisor. Raises ``KnownError``."""
        require(by.person, Permission.DECIDE)
        self.tally = Tally()
        self._library, self._by, self._wishes, self._listener = library, by, wishes, listener
        self._today = today(now())
        self._reader = _Reader(services, wishes, self._today)
        library.imported.look()
        self._before = library.imported.last
        self._fields: set[str] = set()
        self._waiting = 0

    def run(self, names: Sequence[str]) -> None:
        """Import these files and folders. Raises ``KnownError`` when the library refuses; the last batch is not in.

        Broken off, it leaves releases whose words are not findable before the library is opened for writing again.
        """
        batch: list[tuple[Item, Arrival]] = []
        size, began = 0, time.monotonic()
        for item in self._unknown(names):
            if (arrival := self._arrival(item)) is not None:
                batch.append((item, arrival))
                size += item.size
            if len(batch) >= MOST or size >= HEAVIEST or time.monotonic() - began >= LONGEST:
                self._bring_in(batch)
                batch, size, began = [], 0, time.monotonic()
        self._bring_in(batch)
        self._library.catch_up()

    def _unknown(self, names: Sequence[str]) -> Iterator[Item]:
        """What has not come in yet, as far as its bytes tell."""
        for one in releases_in(names):
            if isinstance(one, Item):
                event = self._library.imported.event_of(one.digest)
                if event is None:
                    yield one
                else:
                    self._there(one, event)
            else:
                self._listener.passed(one.size)
                if one.trouble is not None:
                    self._failed(one.trouble)

    def _arrival(self, item: Item) -> Arrival | None:
        try:
            arrival, unknown = self._reader.read(item)
        except KnownError as error:
            self._failed(error.message)
        except Exception:  # noqa: BLE001 - a mistake of ours in one file must not keep the others out
            _log.exception("importing %s", item.place)
            self._failed(message("{name} could not be imported; the log of the program tells why.", name=item.place))
        else:
            self._remark_fields(unknown, item)
            return arrival
        self._listener.passed(item.size)
        return None

    def _bring_in(self, batch: Sequence[tuple[Item, Arrival]]) -> None:
        if not batch:
            return
        receipts = self._library.bring_in([arrival for _, arrival in batch], self._by)
        for (item, arrival), receipt in zip(batch, receipts, strict=True):
            if receipt.new:
                self._arrived(item, arrival, receipt)
            else:
                self._there(item, self._library.imported.event_of(arrival.origin.text) or 0, receipt.release)
        self._waiting += len(batch)
        if self._waiting >= _FINDABLE_AFTER:
            self._library.catch_up()
            self._waiting = 0

    def _arrived(self, item: Item, arrival: Arrival, receipt: Receipt) -> None:
        self.tally.imported += 1
        self.tally.dated[arrival.origin.dated] += 1
        self._listener.arrived(receipt.release, item.place)
        self._listener.passed(item.size)

    def _there(self, item: Item, event: int, release: str = "") -> None:
        """It is in the library: since an earlier import, or because the archive has it twice."""
        if event <= self._before:
            self.tally.known += 1
        else:
            self.tally.repeated += 1
            release = release or self._library.imported.release_at(event)
            self._listener.remark(message("{name} says the same as {release}.", name=item.place, release=release))
        self._listener.passed(item.size)

    def _failed(self, what: Message) -> None:
        self.tally.failed += 1
        self._listener.trouble(what)

    def _remark_fields(self, names: Sequence[str], item: Item) -> None:
        for name in names:
            if name not in self._fields and len(self._fields) < _MOST_FIELDS:
                self._fields.add(name)
                self._listener.remark(
                    message("{name}: the field «{field}» is not known and is left out.", name=item.place, field=name)
                )


class _Reader:
    """Makes arrivals of what lies in an archive."""

    def __init__(self, services: Services, wishes: Wishes, day: date) -> None:
        self._services, self._wishes, self._today = services, wishes, day
        self._engine: Engine = services.engine(services.profile(wishes.profile))

    def read(self, item: Item) -> tuple[Arrival, Sequence[str]]:
        """The release, and the fields that are not known. Raises ``KnownError`` that names its place."""
        lines = item.line is not None and item.path.suffix.lower() == LINES
        record = record_of(item.data, item.place) if lines else self._whole(item)
        wishes = self._wishes
        structure = self._engine.structure(record.draft, record.kinds, record.kind or wishes.kind)
        draft = record.draft.with_kinds(structure.kinds)
        day, dated = self._day(item, record, draft, structure)
        metadata = Metadata(
            date=day,
            kind=structure.release_kind or ReleaseKind.NEWS,
            outlet=record.outlet or wishes.outlet,
            author=record.author or (structure.byline.name if structure.byline else ""),
            keywords=record.keywords,
        )
        for text in (metadata.outlet, metadata.author, *metadata.keywords, record.id):
            check_text(text)
        origin = Origin(item.name, dated, item.digest, draft.digest, item.line, record.id)
        return Arrival(draft, metadata, origin), record.unknown

    def _whole(self, item: Item) -> Record:
        return Record(self._services.read_bytes(item.data, item.place).draft)

    def _day(self, item: Item, record: Record, draft: Draft, structure: Structure) -> tuple[date, Dated]:
        """The day it was published and how that is known: the surest of what there is."""
        if record.day is not None:
            if not is_plausible(record.day, self._today):
                raise KnownError("{name}: nothing was published on {day}.", name=item.place, day=record.day.isoformat())
            return record.day, Dated.FIELD
        if (day := day_in_text(draft, structure, self._today)) is not None:
            return day, Dated.TEXT
        if self._wishes.day is not None:
            return self._wishes.day, Dated.OPTION
        if (day := day_in_name(item.name, self._today)) is not None:
            return day, Dated.NAME
        return min(day_of_file(item.path), self._today), Dated.FILE


def summary(tally: Tally, tr: Translator) -> tuple[str, ...]:
    """What became of an archive, a line each."""
    lines = [tr("Imported: {count}", count=tally.imported)]
    lines += [
        tr("Date {how}: {count}", how=tr(DATED[dated]), count=tally.dated[dated])
        for dated in Dated
        if tally.dated[dated]
    ]
    rest = (
        (tally.known, N_("In the library already: {count}")),
        (tally.repeated, N_("Twice in the archive, taken once: {count}")),
        (tally.failed, N_("Not imported: {count}")),
    )
    return (*lines, *(tr(text, count=count) for count, text in rest if count))
