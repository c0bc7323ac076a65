"""``docs/profiles.md``: every key of a house style, with what it may be and what it is when nothing is said."""

from __future__ import annotations

import ast
import inspect
from dataclasses import MISSING, fields
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.checks.registry import RULES
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.lists import Pack
from pr_editor.profile.load import OFF, load_profile
from pr_editor.profile.model import Severity
from pr_editor.profile.table import LISTS, columns, heading, pack_word, several
from pr_editor.profile.values import all_options, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.profile.option import Declaration

STYLES = Path(__file__).parents[1] / "resources" / "profiles"

INTRODUCTION = """\
# House styles

Generated from `pr_editor/profile/options.py` by `make docs`; do not edit.

A house style is a TOML file. Two ship with the program: `base`, the orthography of the Academy of Persian Language and
Literature, and `pr`, a public relations office, which extends it and is the one used unless another is asked for. A
house writes its own beside them or anywhere else, and says only what it wants otherwise:

```toml
name = "our-office"
version = 1
extends = "pr"
ignore = ["...", "ZWN006"]

[title]
fa = "روابط عمومی ما"
en = "Our office"

[severity]
ZWN009 = "warning"

[severity.report]
BYL001 = "blocker"

[byline]
registered_formula = "به گزارش روابط عمومی ما"
outlets = ["...", "پایگاه خبری ما"]
```

What it says replaces what the extended one says, key by key; in a list `"..."` stands for the inherited entries.
`pr-editor profile check FILE` tells every mistake with its line, and entries that change nothing: rules that never run,
and rules that can find nothing under the choices made. `--profile FILE` reviews by it, and the window takes it from
*Review ▸ House style*, where it first shows what the change would mean for the open draft.

## At the top of the file

| key | what it may be | when left out | what it decides |
|---|---|---|---|
| `name` | a text | the file's name | What reports and approvals call the style. |
| `version` | a whole number from 1 | `1` | Raised by the house when it changes the style; approvals keep it. |
| `extends` | a house style beside the file, or one of the program's | nothing | Where everything else comes from. |
| `select` | a list of codes (`SPL001`) or families (`SPL`) | all rules | Which rules run. |
| `ignore` | a list of codes or families | none | Which rules do not run though they are selected. |

## [title]

| key | what it may be | when left out | what it decides |
|---|---|---|---|
| `fa`, `en` | a text | the name | What people read, by language. |

## [severity]

| key | what it may be | when left out | what it decides |
|---|---|---|---|
| a code or a family | `note`, `warning`, `error`, `blocker` | as [rules](rules.md) says | What findings weigh. |

The longest key counts. A blocker stops sign-off until it is fixed or waived.
"""

BY_KIND = """\
These tables go before `[severity]` of the same file, and what a file says about a rule goes before all that the one it
extends says about it. `off` means that the rule does not run for such releases. Which kind a draft is, its editor says
in the window or with `--kind`, else `[release] kind`, else the draft itself: by «یادداشت», «گزارش», «اطلاعیه» and their
like before its headline or in its byline, and it is news where its text says «به گزارش …». `base` says of kinds:

| table | rule | weighs |
|---|---|---|
"""

CSV = """\
The first line names the columns, in English or in Persian, in any order; commas, semicolons or tabs part the cells. The
window reads and writes these files (*Review ▸ Our house style*), and so can any spreadsheet.
"""

TABLE = """\
| key | what it may be | default | what it decides | rules |
|---|---|---|---|---|
"""


def profiles_page() -> str:
    """The whole page."""
    sections = [INTRODUCTION, _by_kind()]
    for table, group in tables():
        rows = [_row(key, declared) for owner, key, declared in all_options() if owner == table]
        about = (group.__doc__ or "").partition(": ")[2]
        sections.append(f"## [{table}]\n\n{about[:1].upper()}{about[1:]}\n\n{TABLE}{''.join(rows)}")
    return "\n".join([*sections, _lists()])


def _by_kind() -> str:
    kinds = _words(f"[severity.{kind}]" for kind in ReleaseKind)
    allowed = _words((*(severity.label for severity in Severity), OFF))
    row = f"| a code or a family | {allowed} | as `[severity]` says | What findings weigh in releases of this kind. |\n"
    base = load_profile("base", STYLES, RULES)
    shipped = "".join(
        f"| `[severity.{kind}]` | {_link(code)} | `{OFF if word is None else word.label}` |\n"
        for kind, said in base.by_kind.items()
        for code, word in said.items()
    )
    head = "| key | what it may be | when left out | what it decides |\n|---|---|---|---|\n"
    return f"## {kinds}\n\n{head}{row}\n{BY_KIND}{shipped}"


def _lists() -> str:
    rows = (
        f"| `{key}` | the name of a CSV file beside this one | none | {_about(kind)} |\n" for key, kind in LISTS.items()
    )
    head = "| key | what it may be | when left out | one line is |\n|---|---|---|---|\n"
    return "\n".join(
        [f"## [lists]\n\nWhat the house registers besides.\n\n{head}{''.join(rows)}\n{CSV}", *map(_columns, LISTS)]
    )


def _columns(key: str) -> str:
    """The columns of one list."""
    kind = LISTS[key]
    abouts = _field_abouts(kind)
    rows = (
        f"| `{column}` | {heading(column, 'fa')} | {_cell(kind, column)} | {abouts.get(column, '')} |\n"
        for column in columns(kind)
    )
    head = "| column | in Persian | a cell is | which says |\n|---|---|---|---|\n"
    return f"### {key}.csv\n\n{head}{''.join(rows)}"


def _cell(kind: type, column: str) -> str:
    if column == "pack":
        return ", ".join(f"`{pack}` ({pack_word(pack, 'fa')})" for pack in Pack)
    if column in several(kind):
        return "texts with a bar between"
    field = next(field for field in fields(kind) if field.name == column)
    return "a text, needed" if field.default is MISSING else "a text"


def _field_abouts(kind: type) -> dict[str, str]:
    """What the source says about the fields of a list, below each of them."""
    (made,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(made, ast.ClassDef)
    abouts: dict[str, str] = {}
    name = ""
    for node in made.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=field)):
                name = field
            case ast.Expr(value=ast.Constant(value=str(text))) if name:
                abouts[name] = " ".join(text.split())
    return abouts


def _about(kind: type) -> str:
    return " ".join((kind.__doc__ or "").partition("\n")[0].split())


def _row(key: str, declared: Declaration) -> str:
    links = ", ".join(map(_link, declared.rules)) or "–"
    cells = (f"`{key}`", _allowed(declared), _shown(declared.default), declared.about, links)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _link(code: str) -> str:
    return f"[{code}](../resources/rules/en/{code}.md)"


def _allowed(declared: Declaration) -> str:
    if declared.choices:
        return _words(declared.choices)
    match declared.default:
        case bool():
            return "`true`, `false`"
        case int():
            return "a whole number from 1"
        case float():
            return "a number above 0, up to 1"
        case str() if declared.holding:
            return f"a text with `{declared.holding}` in it"
        case str():
            return "a text"
    return "a list of texts"


def _shown(value: object) -> str:
    match value:
        case None | "":
            return "not given"
        case ():
            return "empty"
        case bool():
            return f"`{str(value).lower()}`"
        case Enum():
            return f"`{value.value}`"
        case tuple():
            return _words(map(str, value))
    return f"`{value}`"


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
