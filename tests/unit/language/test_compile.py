"""Making the lists."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from pr_editor.language.compile import article_counts, main
from pr_editor.language.hamza import HAMZA
from pr_editor.language.language import Language
from pr_editor.language.lexicon import GENERAL, MODERN

if TYPE_CHECKING:
    from pathlib import Path


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
    for name in (MODERN, HAMZA):
        shutil.copy(resources / "dictionaries" / name, out)
    general = tmp_path / "general.csv"
    general.write_text("کتاب,5000\nكتاب,2500\nکمیاب,999\nBook,70000\n", "utf-8")
    main(["--news", str(news), "--general", str(general), "--out", str(out)])
    assert (out / GENERAL).read_text("utf-8") == "کتاب\t7\n"
    language = Language.load(out)
    assert language.knows("زرپوناک"), "a word of the news with nothing to explain it"
    assert not language.knows("سازمامن"), "one slip from a far more frequent word"
    assert not language.knows("درخصوص"), "two very frequent words"
    assert language.frequency("گزارش") == 309
    assert language.is_verb("برمی‌گردد")
