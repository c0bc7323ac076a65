"""The lists of a house as CSV: what the program reads and writes, and what a spreadsheet opens.

The first line names the columns, in English or in Persian, in any order; commas, semicolons or tabs part them. A cell
that a spreadsheet would run as a formula is written with an apostrophe before it, which is taken off again when read.
"""

from __future__ import annotations

import csv
import io
from dataclasses import MISSING, Field, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pr_editor.profile.lists import LeftAlone, Organisation, Pack, Person, StandardParagraph, Term
from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SEPARATOR = "|"
"""Parts the entries of a cell that holds several."""
LISTS: dict[str, type[Term | Person | Organisation | StandardParagraph | LeftAlone]] = {
    "terms": Term,
    "people": Person,
    "organisations": Organisation,
    "paragraphs": StandardParagraph,
    "left": LeftAlone,
}
"""The lists there are, by the name of their key in a house style."""

_HEADINGS = {
    "avoid": "ننویسیم",
    "prefer": "بنویسیم",
    "pack": "دسته",
    "advice": "توضیح",
    "unless": "جز در",
    "name": "نام",
    "post": "سمت",
    "organisation": "سازمان",
    "since": "از تاریخ",
    "until": "تا تاریخ",
    "variants": "صورت‌های نادرست",
    "byline": "عنوان نویسنده",
    "short": "نام کوتاه",
    "title": "عنوان",
    "text": "متن",
    "former": "متن‌های پیشین",
    "rule": "قاعده",
    "words": "واژه‌ها",
    "reason": "دلیل",
    "by": "به تصمیم",
}
"""Persian names of the columns."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PACK_WORDS = {Pack.ERROR: "غلط", Pack.ADVICE: "توصیه", Pack.TASTE: "سلیقه"}
_PACKS = {word: pack for pack, persian in _PACK_WORDS.items() for word in (persian, pack.value)}
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in one line of a table; lines count from 1."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class Table[T]:
    """The entries that could be read, and what was wrong with the other lines."""

    entries: tuple[T, ...]
    mistakes: tuple[Mistake, ...]
    lines: tuple[int, ...] = ()
    """In which line each entry ends."""


def heading(column: str, language: str) -> str:
    """The name of a column for people: ``fa`` or ``en``."""
    return _HEADINGS[column] if language == "fa" else column


def columns(kind: type) -> tuple[str, ...]:
    """The columns of a list, in their order."""
    return tuple(field.name for field in fields(kind))


def several(kind: type) -> frozenset[str]:
    """The columns whose cells hold several entries."""
    return frozenset(field.name for field in fields(kind) if isinstance(field.default, tuple))


def read_table[T](text: str, kind: type[T]) -> Table[T]:
    """Read the CSV ``text`` as a list of ``kind``, one of ``LISTS``. Lines that are wrong are told, not raised."""
    entries: list[T] = []
    ends: list[int] = []
    mistakes: list[Mistake] = []
    rows = _rows(text, mistakes)
    line, first = next(rows, (1, []))
    names = [_column(cell) for cell in first]
    mistakes += _wrong_columns(names, kind, line)
    for line, cells in rows if not mistakes else ():
        entry = entry_of(dict(zip(names, map(_live, cells), strict=False)), kind)
        if isinstance(entry, Message):
            mistakes.append(Mistake(line, entry))
        else:
            entries.append(entry)
            ends.append(line)
    return Table(tuple(entries), tuple(mistakes), tuple(ends))


def _rows(text: str, mistakes: list[Mistake]) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty, with the number of their last line; what is no CSV ends them with a mistake."""
    text = text.removeprefix("\ufeff")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield lines.line_num, cells
    except csv.Error as error:
        mistakes.append(Mistake(lines.line_num, message("This line is not CSV: {reason}.", reason=str(error))))


def write_table[T](entries: Iterable[T], kind: type[T], language: str = "en") -> str:
    """The list as CSV with a heading; reading it gives equal entries."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heading(column, language) for column in columns(kind))
    for entry in entries:
        writer.writerow(map(_dead, cells_of(entry, language)))
    return out.getvalue()


def cells_of(entry: object, language: str = "en") -> tuple[str, ...]:
    """An entry as the texts of its cells, in the order of ``columns``."""
    return tuple(_cell(getattr(entry, column), language) for column in columns(type(entry)))


def pack_word(pack: Pack, language: str) -> str:
    """What a pack is called in tables for people."""
    return _PACK_WORDS[pack] if language == "fa" else pack.value


def entry_of[T](cells: Mapping[str, str], kind: type[T]) -> T | Message:
    """The entry with these texts, by column, or what is wrong with the first cell that is."""
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type] # the lists are dataclasses
        cell = cells.get(field.name, "").strip()
        if not cell:
            if field.default is MISSING:
                return message("The column {name} is empty.", name=field.name)
            continue
        value = _value(field, cell)
        if isinstance(value, Message):
            return value
        values[field.name] = value
    return kind(**values)


def split_cell(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several."""
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def join_cell(entries: Iterable[str]) -> str:
    """Several entries in one cell."""
    return f" {SEPARATOR} ".join(entries)


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))


def _column(cell: str) -> str:
    name = _live(cell).strip()
    return next((column for column, persian in _HEADINGS.items() if persian == name), name.lower())


def _wrong_columns(names: Sequence[str], kind: type, line: int) -> Iterator[Mistake]:
    allowed = ", ".join(columns(kind))
    for name in names:
        if name not in columns(kind):
            yield Mistake(line, message("There is no column {name}; known ones: {known}.", name=name, known=allowed))
    for field in fields(kind):
        if field.default is MISSING and field.name not in names:
            yield Mistake(line, message("The column {name} is missing.", name=field.name))


def _value(field: Field[Any], cell: str) -> object:
    if isinstance(field.default, tuple):
        return split_cell(cell)
    if isinstance(field.default, StrEnum):
        allowed = ", ".join(pack.value for pack in Pack)
        wrong = message("{key} must be one of {allowed}, not {value}.", key=field.name, allowed=allowed, value=cell)
        return _PACKS.get(cell, wrong)
    return cell


def _cell(value: object, language: str) -> str:
    if isinstance(value, Pack):
        return pack_word(value, language)
    return join_cell(value) if isinstance(value, tuple) else str(value)


def _dead(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _live(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
