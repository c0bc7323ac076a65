"""Whatever the program can say it says in Persian as well, and with the same values in it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from pr_editor.checks.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "resources" / "locale" / "fa" / "LC_MESSAGES").glob("*.po"))
KEYWORDS = dict.fromkeys(("N_", "message", "KnownError", "DamagedError", "ProfileError", "fix", "tr", "_tr"))

WINDOW = ("gui", "editor", "house", "library-gui", "reuse-gui", "changes", "text-area", "work", "findings")
"""Catalogues of what the window alone says."""

_PLACE = re.compile(r"\{(\w*)(?:![rs])?\}")


@cache
def said() -> tuple[tuple[str, str], ...]:
    """Every sentence in the source, and where it stands."""
    return tuple(read_source())


def read_source() -> Iterator[tuple[str, str]]:
    for name, line, text, *_ in extract_from_dir(ROOT / "pr_editor", [("**.py", "python")], keywords=KEYWORDS):
        yield str(text), f"{name}:{line}"
    for page in (ROOT / "resources" / "templates").glob("*.html"):
        with page.open("rb") as file:
            for line, text, *_ in extract("jinja2.ext:babel_extract", file, KEYWORDS, options={"encoding": "utf-8"}):
                yield str(text), f"{page.name}:{line}"
    for rule in RULES.values():
        yield rule.summary, rule.code


def translated(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@cache
def entries() -> tuple[tuple[str, Message], ...]:
    return tuple((path.stem, entry) for path in CATALOGUES for entry in translated(path) if entry.id)


def forms(value: object) -> list[str]:
    return [str(form) for form in value] if isinstance(value, list | tuple) else [str(value)]


def test_every_sentence_has_a_persian_one() -> None:
    known = {forms(entry.id)[0] for _, entry in entries() if not entry.fuzzy and all(forms(entry.string))}
    assert known
    missing = {text: place for text, place in said() if text not in known}
    assert not missing


@pytest.mark.parametrize("domain", WINDOW)
def test_the_window_says_all_that_is_translated_for_it(domain: str) -> None:
    sentences = {text for text, _ in said()}
    translations = {forms(entry.id)[0] for name, entry in entries() if name == domain}
    assert translations
    assert translations <= sentences


def test_both_have_the_same_places() -> None:
    wrong = [
        forms(entry.id)[0]
        for _, entry in entries()
        for english, persian in zip(forms(entry.id), forms(entry.string), strict=True)
        if sorted(set(_PLACE.findall(english))) != sorted(set(_PLACE.findall(persian)))
    ]
    assert not wrong


def test_one_sentence_has_one_translation() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for _, entry in entries():
        seen[forms(entry.id)[0]].add(forms(entry.string)[0])
    assert not {text: persian for text, persian in seen.items() if len(persian) > 1}


def test_the_persian_is_written_in_persian_letters() -> None:
    assert not [domain for domain, entry in entries() if re.search("[يكىة٠-٩]", " ".join(forms(entry.string)))]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_compiled_catalogues_are_up_to_date(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        compiled = {forms(entry.id)[0]: forms(entry.string) for entry in read_mo(file) if entry.id}
    assert compiled == {forms(entry.id)[0]: forms(entry.string) for entry in translated(path) if entry.id}
