"""Releases as JSON Lines: what one line says. The fields are told in docs/library.md."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pr_editor.app.archive_dates import day_written
from pr_editor.formats.base import build_draft, refuse_many
from pr_editor.formats.read import read_bytes
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.draft import Draft, Kind
from pr_editor.text.fold import fold
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

FIELDS = frozenset(
    ("text", "paragraphs", "title", "headline", "date", "kind", "outlet", "author", "keywords", "id", "url")
)
_BETWEEN = re.compile("[,،;؛]")
_KINDS = {
    **{kind.value: kind for kind in ReleaseKind},
    "خبر": ReleaseKind.NEWS, "یادداشت": ReleaseKind.NOTE, "گزارش": ReleaseKind.REPORT,
    "اطلاعیه": ReleaseKind.NOTICE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """What an archive says about one release: ``kinds`` of the paragraphs where it names them, ``unknown`` fields."""

    draft: Draft
    kinds: Mapping[int, Kind] = field(default_factory=dict)
    day: date | None = None
    kind: ReleaseKind | None = None
    outlet: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    id: str = ""
    unknown: tuple[str, ...] = ()


def record_of(line: bytes, place: str) -> Record:
    """The release in a line. Raises ``KnownError`` that names its ``place``."""
    return _Reader(_object(line, place), place).record()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the fields of one object."""

    data: Mapping[str, Any]
    place: str

    def record(self) -> Record:
        """Everything it says."""
        draft, kinds = self._text()
        kind = _KINDS.get(self._words("kind").lower())
        return Record(
            draft=draft,
            kinds=kinds,
            day=self._day(),
            kind=kind,
            outlet=self._words("outlet"),
            author=self._words("author"),
            keywords=self._keywords(),
            id=self._words("id") or self._words("url"),
            unknown=tuple(name for name in self.data if name not in FIELDS),
        )

    def _text(self) -> tuple[Draft, dict[int, Kind]]:
        """The paragraphs, the title before them unless they begin with it, and the kinds that are named."""
        parts = list(self._paragraphs())
        refuse_many(len(parts), self.place)
        title = self._words("title") or self._words("headline")
        if title and not any(fold(text).split() == fold(title).split() for text, _ in parts[:2]):
            parts.insert(0, (title, Kind.HEADLINE))
        draft = build_draft(((text, kind or Kind.BODY) for text, kind in parts), self.place)
        return draft, {key: kind for key, (_, kind) in enumerate(parts) if kind is not None}

    def _paragraphs(self) -> Iterator[tuple[str, Kind | None]]:
        given = self.data.get("paragraphs")
        if given is None:
            yield from self._plain()
            return
        for one in self._list("paragraphs"):
            row = {"text": one} if isinstance(one, str) else one
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                raise self._wrong("paragraphs")
            kind = _paragraph_kind(row.get("kind"))
            yield from ((line.strip(), kind) for line in re.split(r"\r\n|\r|\n", row["text"]) if line.strip())

    def _plain(self) -> Iterator[tuple[str, Kind | None]]:
        """The text as if it were a file: lines, or the HTML of a web page."""
        text = self.data.get("text", "")
        if not isinstance(text, str):
            raise self._wrong("text")
        if text.strip():
            document = read_bytes(text.encode("utf-8", "surrogatepass"), self.place)
            yield from ((p.text, None if p.kind is Kind.BODY else p.kind) for p in document.draft.paragraphs)

    def _day(self) -> date | None:
        text = self._words("date")
        day = day_written(text) if text else None
        if text and day is None:
            raise KnownError("{name}: «{text}» is not a date.", name=self.place, text=text[:40])
        return day

    def _keywords(self) -> tuple[str, ...]:
        given = self.data.get("keywords")
        words = _BETWEEN.split(given) if isinstance(given, str) else self._list("keywords")
        if not all(isinstance(word, str | int) for word in words):
            raise self._wrong("keywords")
        return tuple(dict.fromkeys(word for one in words if (word := " ".join(str(one).split()))))

    def _words(self, name: str) -> str:
        """A field of words or a number; several are joined."""
        given = self.data.get(name)
        values = given if isinstance(given, list) else [given]
        if not all(value is None or isinstance(value, str | int) for value in values):
            raise self._wrong(name)
        return "، ".join(" ".join(str(value).split()) for value in values if value is not None)

    def _list(self, name: str) -> list[Any]:
        given = self.data.get(name)
        if given is not None and not isinstance(given, list):
            raise self._wrong(name)
        return given or []

    def _wrong(self, name: str) -> KnownError:
        return KnownError("{name}: the field «{field}» is not as it should be.", name=self.place, field=name)


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        data = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise KnownError("{name}: this line is not UTF-8.", name=place) from error
    except json.JSONDecodeError as error:
        raise KnownError(
            "{name}: this line is no JSON, at character {column}.", name=place, column=error.colno
        ) from error
    except (RecursionError, ValueError) as error:
        # Brackets in brackets by the thousand, or a number of as many digits.
        raise KnownError("{name}: this line is no JSON that can be read.", name=place) from error
    if not isinstance(data, dict):
        raise KnownError("{name}: this line is not a JSON object.", name=place)
    return data


def _paragraph_kind(name: object) -> Kind | None:
    """The kind that is named; what is none the text itself shows."""
    return Kind(name) if isinstance(name, str) and name in set(Kind) else None
