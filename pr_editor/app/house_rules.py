"""Which rules a house runs and how heavy they weigh, as keys of its TOML file.

A rule is off when ``ignore`` names it; ``[severity]`` weighs it in every release, ``[severity.news]`` and its like
weigh it, or switch it off, in releases of one kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomlkit

from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.load import OFF
from pr_editor.profile.model import Severity
from pr_editor.profile.values import INHERITED

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pr_editor.profile.model import Profile

WORDS = tuple(severity.label for severity in Severity)
"""The words for how much a rule weighs, lightest first."""

type Place = tuple[str, str]
"""For which releases (a word of ``ReleaseKind``, empty for all of them), and the code of a rule."""


def weights_in(document: tomlkit.TOMLDocument, codes: Collection[str]) -> dict[Place, str]:
    """What a file itself says about single rules: ``off`` or a severity. Families it names are not spread out."""
    table = document.get("severity", {})
    found: dict[Place, str] = {}
    for kind in ("", *ReleaseKind):
        said = table.get(kind, {}) if kind else table
        words = (*WORDS, OFF) if kind else WORDS
        found |= {(str(kind), code): str(said[code]) for code in codes if said.get(code) in words}
    return found | {("", code): OFF for code in document.get("ignore", []) if code in codes}


def put_weight(
    document: tomlkit.TOMLDocument, place: Place, word: str | None, base: Profile, codes: Collection[str]
) -> None:
    """Say how much a rule weighs, that it is off, or nothing of it (None). ``base`` is the style that is extended."""
    kind, code = place
    if not kind:
        _ignore(document, code, word, base, codes)
        word = None if word == OFF else word
    _weigh(document, kind, code, word)


def _weigh(document: tomlkit.TOMLDocument, kind: str, code: str, word: str | None) -> None:
    table: Any = document.get("severity")
    if table is None:
        if word is None:
            return
        document["severity"] = table = tomlkit.table()
    said = table.get(kind) if kind else table
    if said is None:
        if word is None:
            return
        table[kind] = said = tomlkit.table()
    if word is None:
        said.pop(code, None)
    else:
        said[code] = word


def _ignore(document: tomlkit.TOMLDocument, code: str, word: str | None, base: Profile, codes: Collection[str]) -> None:
    before = [str(entry) for entry in document.get("ignore", [INHERITED])]
    entries = [entry for entry in before if entry != code]
    if word == OFF:
        entries.append(code)
    elif word is not None:
        # What a family or the extended style keeps off runs once the house weighs it.
        entries = [one for entry in entries for one in _without(entry, code, base, codes)]
        _select(document, code, base)
    if entries == [INHERITED]:
        document.pop("ignore", None)
    elif entries != before:
        document["ignore"] = entries


def _without(entry: str, code: str, base: Profile, codes: Collection[str]) -> list[str]:
    """An entry of ``ignore`` as entries that spare ``code``."""
    if entry == INHERITED:
        if not code.startswith(base.ignore or ("\0",)):
            return [entry]
        return [one for inherited in base.ignore for one in _without(inherited, code, base, codes)]
    if not code.startswith(entry):
        return [entry]
    return sorted(other for other in codes if other.startswith(entry) and other != code)


def _select(document: tomlkit.TOMLDocument, code: str, base: Profile) -> None:
    own = [str(entry) for entry in document.get("select", [INHERITED])]
    chosen = tuple(one for entry in own for one in (base.select if entry == INHERITED else (entry,)))
    if chosen and not code.startswith(chosen):
        document["select"] = [*own, code]


def usual(profile: Profile, own: Mapping[Place, str], place: Place, default: Severity) -> str:
    """What a rule of severity ``default`` comes to under ``profile`` where ``own`` says nothing at ``place``."""
    kind, code = place
    if kind and ("", code) in own:
        return own["", code]
    of_kind = ReleaseKind(kind) if kind else None
    if not profile.runs(code, of_kind):
        return OFF
    return profile.severity(code, default, of_kind).label
