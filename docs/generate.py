"""``make docs``: writes ``rules.md`` from the rules, ``profiles.md`` from the options, the guide from resources."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docs.profiles_page import profiles_page
from docs.sources import read_rows, sources_table
from pr_editor.checks.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.model import Rule

TARGET = Path(__file__).with_name("rules.md")
PROFILES = Path(__file__).with_name("profiles.md")
GUIDES = {
    Path(__file__).parents[1] / "resources" / "guide" / f"{language}.md": Path(__file__).with_name(
        f"guide.{language}.md"
    )
    for language in ("fa", "en")
}
"""The guide as the program shows it, and as it is read here."""

FAMILIES = {
    "BID": "Direction and invisible marks",
    "BOI": "Boilerplate",
    "BYL": "Who wrote it, who issued it",
    "CHR": "Characters",
    "CON": "One thing written two ways",
    "DAT": "Dates",
    "DUP": "Repeated text",
    "FIG": "Figures that disagree",
    "HEH": "Ezafe after silent heh",
    "NAM": "Names and posts",
    "NUM": "Digits and numbers",
    "PUN": "Punctuation",
    "QUO": "Quotation marks",
    "REP": "Repeated words",
    "SPC": "Spacing",
    "SPL": "Spelling",
    "STR": "Parts of a release",
    "TRM": "House terms",
    "ZWN": "Half-spaces",
}
FIXES = {None: "none", 0: "advice", 1: "asks first", 2: "safe"}

INTRODUCTION = """\
# Rules

Generated from the rules by `make docs`; do not edit. Severities are those without a house style, and a house style may
change any of them. *Safe* fixes are right whatever the text means and are the only ones that «fix all» applies; the
others are applied one by one, by whoever answers for the text. Each code leads to the page that the program shows for
«why?».
"""

TABLE = """\
| code | name | severity | fix | what it says | authority |
|---|---|---|---|---|---|
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """The whole page: a table for each family, in the order of the codes, and where the rules come from."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    tables = [_family(code, list(members)) for code, members in groupby(ordered, key=lambda rule: rule.family)]
    return "\n".join([INTRODUCTION, *tables, sources_table(read_rows())])


def guide_page(shown: str) -> str:
    """The guide with pictures and links as they are found from this folder; the program shows it from its own."""
    note = "<!-- Generated from resources/guide by `make docs`; do not edit. -->\n\n"
    return note + shown.replace("](../../docs/", "](")


def _family(code: str, rules: list[Rule]) -> str:
    return f"## {code} · {FAMILIES[code]}\n\n{TABLE}" + "".join(map(_row, rules))


def _row(rule: Rule) -> str:
    link = f"[{rule.code}](../resources/rules/en/{rule.code}.md)"
    cells = (link, rule.name, rule.severity.label, FIXES[rule.applicability], rule.summary, rule.authority)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    TARGET.write_text(rules_page(RULES.values()), encoding="utf-8", newline="\n")
    PROFILES.write_text(profiles_page(), encoding="utf-8", newline="\n")
    for source, target in GUIDES.items():
        target.write_text(guide_page(source.read_text("utf-8")), encoding="utf-8", newline="\n")
