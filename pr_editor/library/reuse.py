"""What of a draft was published before: candidates by rare fingerprints, then judged by their verbatim texts."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pr_editor.checks.ports import Fate, Match, Source
from pr_editor.library.projection import headline_of, read_body
from pr_editor.library.texts import decode_draft, decode_metadata
from pr_editor.text.reuse import SENTENCE, STANDING, Passage, Sought, lookups, overlap, whole
from pr_editor.text.similarity import folded_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from pr_editor.library.file import Tables

_HOLDERS = STANDING + 4
"""What so many paragraphs hold is taken for standing text without looking which releases they are in."""
_CANDIDATES = 8
"""How many paragraphs one is compared with word by word."""

_FIND = f"""
SELECT value, (SELECT group_concat(paragraph) FROM (
    SELECT paragraph FROM fingerprint WHERE hash = value ORDER BY paragraph DESC LIMIT {_HOLDERS}
)) FROM json_each(?)
"""  # noqa: S608 - a constant
_PLACE = """
SELECT value, first, release FROM json_each(?)
JOIN published ON first = (SELECT max(first) FROM published WHERE first <= value) AND value < first + paragraphs
"""
_TELL = """
SELECT submission.number, submission.digest, iif(happened.kind = 'imported', '', happened.actor),
    CASE WHEN in_force IS NULL THEN 'withdrawn' WHEN in_force = submission.number THEN 'in-force' ELSE 'corrected' END
FROM published JOIN submission ON submission.seq = published.submission
JOIN happened ON happened.seq = published.approval JOIN release ON release.id = published.release WHERE first = ?
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph of an approved version, which begins with paragraph ``first``."""

    paragraph: int
    first: int
    release: str


@dataclass(frozen=True, slots=True)
class _Holders:
    """The paragraphs that hold a fingerprint, and in how many releases they are; no places where there are too many."""

    places: tuple[_Place, ...]
    releases: int


_NONE = _Holders((), 0)


class _Version:
    """An approved version. Most are only looked into, so what is told of one waits until it is needed."""

    def __init__(self, release: str, number: int, approved_by: str, fate: Fate, body: bytes) -> None:
        self._release = release
        self._number = number
        self._approved_by = approved_by
        self._fate = fate
        self._body = body
        self.draft = decode_draft(body)

    @cached_property
    def source(self) -> Source:
        """The release as a report names it."""
        day, words = decode_metadata(self._body).date, self.draft.words
        return Source(self._release, self._number, headline_of(self.draft), day, self._approved_by, words, self._fate)


class Reuse:
    """One question to the tables: the texts of versions are read once for all paragraphs asked about."""

    def __init__(self, tables: Tables, exempt: Collection[str]) -> None:
        """Ask these tables; the releases ``exempt`` count for nothing."""
        self._tables = tables
        self._exempt = exempt
        self._versions: dict[int, _Version] = {}

    def matches(self, paragraphs: Sequence[str]) -> tuple[Match, ...]:
        """What of these texts was published, best matches of each paragraph first. Raises ``KnownError``."""
        passages = {at: passage for at, text in enumerate(paragraphs) if (passage := Passage.of(text)).compared}
        hashes = {mark for passage in passages.values() for mark in (*lookups(passage.folded), whole(passage.folded))}
        holders = self._holders(hashes)
        return tuple(match for at, passage in passages.items() for match in self._of(at, passage, holders))

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        """Which of these texts stand word for word in ``STANDING`` releases or more. Raises ``KnownError``."""
        marks = {at: whole(folded_words(text)) for at, text in enumerate(paragraphs)}
        holders = self._holders(frozenset(marks.values()))
        return frozenset(at for at, mark in marks.items() if holders.get(mark, _NONE).releases >= STANDING)

    def _of(self, at: int, passage: Passage, holders: Mapping[int, _Holders]) -> list[Match]:
        runs = [holders.get(mark, _NONE) for mark in lookups(passage.folded)]
        same = holders.get(whole(passage.folded), _NONE)
        sought = Sought(passage, [held.releases for held in runs])
        repeated = Sought(passage) if len(passage.words) >= SENTENCE and same.releases < STANDING else sought
        places = _candidates([*runs, same])
        found = [self._match(at, repeated if place in same.places else sought, place) for place in places]
        return sorted(filter(None, found), key=lambda match: (-match.share, -match.sentence, match.source.release))

    def _match(self, at: int, sought: Sought, place: _Place) -> Match | None:
        version = self._version(place)
        there = place.paragraph - place.first
        text = version.draft.paragraphs[there].text
        found = overlap(sought, text)
        if found is None:
            return None
        return Match(
            paragraph=at,
            start=found.start,
            end=found.end,
            source=version.source,
            there=there,
            there_start=found.there_start,
            there_end=found.there_end,
            text=text,
            share=found.share,
            sentence=found.sentence,
            words=found.words,
            exact=found.exact,
            figures_differ=found.figures_differ,
        )

    def _holders(self, hashes: Iterable[int]) -> dict[int, _Holders]:
        """Who holds these fingerprints."""
        rows = self._tables.rows(_FIND, (json.dumps(sorted(hashes)),))
        known = {mark: [int(held) for held in kept.split(",")] for mark, kept in rows if kept}
        few = {mark: held for mark, held in known.items() if len(held) < _HOLDERS}
        wanted = sorted({paragraph for held in few.values() for paragraph in held})
        places = {row[0]: _Place(*row) for row in self._tables.rows(_PLACE, (json.dumps(wanted),))}
        holders = dict.fromkeys(known, _Holders((), STANDING))
        for mark, held in few.items():
            # Marks of what is being published just now have no place yet.
            there = [places[at] for at in held if at in places]
            told = tuple(place for place in there if place.release not in self._exempt)
            holders[mark] = _Holders(told, len({place.release for place in told}))
        return holders

    def _version(self, place: _Place) -> _Version:
        if place.first not in self._versions:
            number, digest, approved_by, fate = self._tables.rows(_TELL, (place.first,))[0]
            body = read_body(self._tables, digest)
            self._versions[place.first] = _Version(place.release, number, approved_by, Fate(fate), body)
        return self._versions[place.first]


def _candidates(holders: Iterable[_Holders]) -> list[_Place]:
    """The paragraphs most worth comparing: those that share the rarest fingerprints."""
    weights: defaultdict[_Place, float] = defaultdict(float)
    for held in holders:
        if held.releases < STANDING:
            for place in held.places:
                weights[place] += 1 / held.releases
    return sorted(weights, key=lambda place: (-weights[place], -place.paragraph))[:_CANDIDATES]
