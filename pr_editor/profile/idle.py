"""What a house style says to no effect: rules that never run, or that can find nothing under its own choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.profile.values import all_options
from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pr_editor.profile.model import Profile
    from pr_editor.profile.sheet import Problem, Sheet
    from pr_editor.profile.values import Values

type Named = tuple[str, str, tuple[str, ...]]
"""Codes, and where they stand: (table, key, codes); an empty key where the codes are the keys."""


def idle_codes(
    sheet: Sheet, named: Iterable[Named], profile: Profile, known_codes: Collection[str]
) -> Iterator[Problem]:
    """Codes and families the file names in vain, each at its line."""
    silent = _silent(profile)
    for table, key, codes in named:
        for code in codes:
            meant = [known for known in known_codes if known.startswith(code)]
            if text := _in_vain(table or key, code, meant, profile) or _silenced(table or key, code, meant, silent):
                yield sheet.problem(table, key or code, text, code if key else "")


def idle_options(sheet: Sheet, values: Values, profile: Profile, known_codes: Collection[str]) -> Iterator[Problem]:
    """Options the file sets though none of the rules that consult them runs."""
    for table, key, declared in all_options():
        rules = [code for code in declared.rules if code in known_codes]
        if (table, key) in values and rules and not any(map(profile.runs, rules)):
            codes = ", ".join(rules)
            text = message("{key} changes nothing: of {codes}, none runs under this house style.", key=key, codes=codes)
            yield sheet.problem(table, key, text)


def _in_vain(where: str, code: str, meant: list[str], profile: Profile) -> Message | None:
    """Why an entry of ``select``, ``ignore`` or ``severity`` has no effect, by what runs at all."""
    if not meant:
        return message("No rule belongs to the family {code}.", code=code)
    if where == "ignore":
        if profile.select and not any(known.startswith(profile.select) for known in meant):
            return message("{code} is ignored but would not run anyway: it is not among those selected.", code=code)
        return None
    if any(map(profile.runs, meant)):
        return None
    if where == "select":
        return message("{code} is selected and ignored at once, so it does not run.", code=code)
    return message("{code} has a severity but does not run under this house style.", code=code)


def _silenced(where: str, code: str, meant: list[str], silent: dict[str, tuple[str, object]]) -> Message | None:
    """Why rules that run can match nothing, by the choices of the house."""
    # What the rule may weigh for a kind of release is said once for every house that makes the choice.
    if where == "ignore" or where.startswith("severity.") or not all(known in silent for known in meant):
        return None
    key, value = silent[meant[0]]
    if value:
        return message("{code} can never match: {key} is {value}.", code=code, key=key, value=str(value))
    return message("{code} can never match: {key} is not given.", code=code, key=key)


def _silent(profile: Profile) -> dict[str, tuple[str, object]]:
    """Rules that can find nothing under the house's choices: code → (option, its value)."""
    silent: dict[str, tuple[str, object]] = {}
    for table, key, declared in all_options():
        value = getattr(getattr(profile.options, table), key)
        silent |= dict.fromkeys(declared.idle.get(value, ()), (f"{table}.{key}", value))
    return silent
