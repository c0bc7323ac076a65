"""Reading house styles.

A house style is a TOML file. It may extend another one: what it says replaces what that says, key by key; in a list
``"..."`` stands for the inherited entries. ``[lists]`` names the CSV files beside it with the house's terms, people,
organisations and standard paragraphs. All mistakes of all files of the chain are reported at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.idle import idle_codes, idle_options
from pr_editor.profile.lists import Lists
from pr_editor.profile.model import Profile, Severity
from pr_editor.profile.sheet import Problem, Sheet
from pr_editor.profile.table import LISTS, read_table
from pr_editor.profile.values import INHERITED, Values, extended, merged, options_of, read_values
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pr_editor.profile.idle import Named

OFF = "off"
"""The word for a rule that does not run for a kind of release."""
_SEVERITIES = {severity.label: severity for severity in Severity}
_OR_OFF: dict[str, Severity | str] = {**_SEVERITIES, OFF: OFF}
_FAMILY = re.compile(r"[A-Z]{3}")
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")


class ProfileError(KnownError):
    """A house style that cannot be used, with all that is wrong in it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        """Take the file that was asked for and the problems in it and in those it extends."""
        super().__init__(
            "The house style {name} cannot be used; mistakes in it: {count}.", name=str(path), count=len(problems)
        )
        self.problems = problems

    def __str__(self) -> str:
        """The sentence and the problems, in English."""
        return "\n".join([str(self.message), *map(str, self.problems)])


@dataclass(slots=True)
class _Layer:
    """What one file says; None where it says nothing."""

    extends: str | None = None
    name: str | None = None
    version: int | None = None
    title: dict[str, str] = field(default_factory=dict)
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severities: dict[str, Severity] = field(default_factory=dict)
    by_kind: dict[ReleaseKind, dict[str, Severity | None]] = field(default_factory=dict)
    options: Values = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)


def profile_names(folder: Path) -> list[str]:
    """Names of the house styles in ``folder``."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def load_profile(source: str | Path, folder: Path, known_codes: Collection[str]) -> Profile:
    """Read a house style: a name in ``folder``, or the path of a file. Raises ``KnownError``, often ``ProfileError``.

    ``known_codes`` are the codes of all rules there are.
    """
    return check_profile(source, folder, known_codes)[0]


def check_profile(
    source: str | Path, folder: Path, known_codes: Collection[str]
) -> tuple[Profile, tuple[Problem, ...]]:
    """Like ``load_profile``, with warnings: what the file itself says about rules that can never speak up."""
    path = _locate(source, folder)
    sheets, layers = zip(*_chain(path, folder, known_codes), strict=True)
    problems = [problem for sheet in sheets for problem in sorted(sheet.problems, key=lambda problem: problem.line)]
    if problems:
        raise ProfileError(path, tuple(problems))
    profile = _merge(layers, path)
    warnings = (
        *idle_codes(sheets[0], _named_codes(layers[0]), profile, known_codes),
        *idle_options(sheets[0], layers[0].options, profile, known_codes),
    )
    return profile, tuple(sorted(warnings, key=lambda problem: problem.line))


def _locate(source: str | Path, folder: Path) -> Path:
    """The file meant by ``source``. A text is a path only if it looks like one."""
    if isinstance(source, Path) or source.endswith(".toml") or Path(source).name != source:
        path = Path(source)
        if not path.is_file():
            raise KnownError("There is no house style {name}.", name=str(source))
        return path
    path = folder / f"{source}.toml"
    if not path.is_file():
        names = ", ".join(profile_names(folder))
        raise KnownError("There is no house style {name}; known ones: {known}.", name=source, known=names)
    return path


def _chain(path: Path, folder: Path, known_codes: Collection[str]) -> Iterator[tuple[Sheet, _Layer]]:
    """What the files say, from ``path`` to the one that extends nothing."""
    seen: list[Path] = []
    while True:
        seen.append(path.resolve())
        sheet = _open(path)
        layer = _read_layer(sheet, known_codes)
        yield sheet, layer
        if layer.extends is None:
            return
        # A house keeps its styles together; those of the program can be extended from anywhere.
        beside = path.parent / f"{layer.extends}.toml"
        path = beside if beside.is_file() else folder / f"{layer.extends}.toml"
        wrong = _wrong_extension(path, layer.extends, seen, folder)
        if wrong:
            sheet.problems.append(sheet.problem("", "extends", wrong))
            return


def _wrong_extension(path: Path, name: str, seen: list[Path], folder: Path) -> Message | None:
    if not path.is_file():
        known = ", ".join(profile_names(folder))
        return message("There is no house style {name}; known ones: {known}.", name=name, known=known)
    if path.resolve() in seen:
        return message("The house style {name} extends itself.", name=name)
    return None


def _open(path: Path) -> Sheet:
    try:
        return Sheet(path, path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise KnownError("The house style {name} is not UTF-8.", name=str(path)) from error
    except OSError as error:
        raise KnownError(
            "The house style {name} cannot be read: {reason}", name=str(path), reason=str(error)
        ) from error


def _read_layer(sheet: Sheet, known_codes: Collection[str]) -> _Layer:
    layer = _Layer(
        extends=sheet.text("", "extends"),
        name=sheet.text("", "name"),
        version=sheet.whole("", "version"),
        title={language: title for language in ("fa", "en") if (title := sheet.text("title", language))},
        select=sheet.texts("", "select"),
        ignore=sheet.texts("", "ignore"),
        options=read_values(sheet),
        lists=_read_lists(sheet),
    )
    for code in sheet.keys("severity"):
        if (severity := sheet.choice("severity", code, _SEVERITIES)) is not None:
            layer.severities[code] = severity
    layer.by_kind = {kind: _read_kind(sheet, _table(kind)) for kind in ReleaseKind}
    sheet.finish()
    for table, key, codes in _named_codes(layer):
        for code in codes:
            if wrong := _wrong_code(code, known_codes):
                sheet.problems.append(sheet.problem(table, key or code, wrong, code if key else ""))
    return layer


def _table(kind: ReleaseKind) -> str:
    """The table that weighs rules for a kind of release."""
    return f"severity.{kind}"


def _read_kind(sheet: Sheet, table: str) -> dict[str, Severity | None]:
    read = ((code, sheet.choice(table, code, _OR_OFF)) for code in sheet.keys(table))
    return {code: word if isinstance(word, Severity) else None for code, word in read if word is not None}


def _read_lists(sheet: Sheet) -> Lists:
    """The lists in the CSV files that ``[lists]`` names, relative to the house style."""
    sheet.expect("lists")
    found: dict[str, Any] = {}  # the entries are those of the list's own type
    for key, kind in LISTS.items():
        if name := sheet.text("lists", key):
            path = sheet.path.parent / name
            try:
                table = read_table(path.read_bytes().decode("utf-8-sig"), kind)
            except (OSError, UnicodeDecodeError) as error:
                wrong = message("The list {name} cannot be read: {reason}", name=name, reason=str(error))
                sheet.problems.append(sheet.problem("lists", key, wrong))
                continue
            found[key] = table.entries
            sheet.problems += (Problem(path, mistake.line, mistake.message) for mistake in table.mistakes)
    return Lists(**found)


def _named_codes(layer: _Layer) -> Iterator[Named]:
    """Where codes stand: (table, key, codes); an empty key where the codes are the keys."""
    yield "", "select", _but_inherited(layer.select)
    yield "", "ignore", _but_inherited(layer.ignore)
    yield "severity", "", tuple(layer.severities)
    for kind, said in layer.by_kind.items():
        yield _table(kind), "", tuple(said)


def _but_inherited(entries: tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(entry for entry in entries or () if entry != INHERITED)


def _wrong_code(code: str, known_codes: Collection[str]) -> Message | None:
    """What is wrong with a code or family; a family nobody has written rules for yet is only worth a warning."""
    if _FAMILY.fullmatch(code) or code in known_codes:
        return None
    if not _CODE.fullmatch(code):
        return message("{code} is neither the code of a rule, like SPL001, nor a family, like SPL.", code=code)
    family = sorted(known for known in known_codes if known.startswith(code[:3]))
    known = family or sorted({known[:3] for known in known_codes})
    return message("There is no rule {code}; known ones: {known}.", code=code, known=", ".join(known))


def _merge(layers: Sequence[_Layer], path: Path) -> Profile:
    """Lay the first layer over the second, and so on. Name, version and title are those of the first alone."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = {}
    by_kind: dict[ReleaseKind, dict[str, Severity | None]] = {kind: {} for kind in ReleaseKind}
    options: Values = {}
    lists = Lists()
    for layer in reversed(layers):
        select = select if layer.select is None else extended(layer.select, select)
        ignore = ignore if layer.ignore is None else extended(layer.ignore, ignore)
        severities |= layer.severities
        by_kind = {kind: _over(layer, kind, said) for kind, said in by_kind.items()}
        options = merged(layer.options, options)
        lists = layer.lists.extended(lists)
    return Profile(
        name=layers[0].name or path.stem,
        version=layers[0].version or 1,
        title=MappingProxyType(layers[0].title),
        select=select,
        ignore=ignore,
        severities=MappingProxyType(severities),
        by_kind=MappingProxyType({kind: MappingProxyType(said) for kind, said in by_kind.items() if said}),
        options=options_of(options),
        lists=lists,
    )


def _over(layer: _Layer, kind: ReleaseKind, inherited: dict[str, Severity | None]) -> dict[str, Severity | None]:
    """What holds for a kind once ``layer`` has spoken: its word about a rule, for this kind or for all, is the last."""
    own = layer.by_kind[kind]
    replaced = (*layer.severities, *own)
    return {code: word for code, word in inherited.items() if not code.startswith(replaced)} | own
