"""What the program says passes its own checks: its messages, its pages about rules and its guide.

Pages must show faults to explain them. Left out is therefore what a page only quotes: words between « », in backticks,
in tables, and the section with the examples. All else on a page is the program's own prose. That the sample of a clean
release is clean is tested with the other samples.
"""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind, draft_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

RESOURCES = Path(__file__).parents[3] / "resources"
CATALOGUES = sorted((RESOURCES / "locale" / "fa" / "LC_MESSAGES").glob("*.po"))
PAGES = [*sorted((RESOURCES / "rules" / "fa").glob("*.md")), RESOURCES / "guide" / "fa.md"]

OF_ONE_LINE = {"CHR", "NUM", "PUN", "QUO", "REP", "SPC", "SPL", "ZWN"}
"""Families that judge a line by itself; the others ask for the parts of a release."""
NEUTRAL = ("نمونه", "متن")
"""Stand by turns for what is filled in or quoted: known words that agree with anything beside them."""
EXAMPLES = "نمونه"
"""The heading of the section in which a page shows faults."""

_PLACE = re.compile(r"\{\w*(?:![rs])?\}")
_CODE = re.compile(r"`[^`]*`")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_QUOTED = re.compile(r"«[^«»]+»")


def messages(catalogue: Path) -> Iterator[str]:
    """Every line the program can say in Persian, its places filled."""
    with catalogue.open("rb") as file:
        for entry in read_po(file):
            if entry.id:
                forms = [entry.string] if isinstance(entry.string, str) else entry.string or []
                for form in forms:
                    yield from filled(form or "").splitlines()


def filled(form: str) -> str:
    """A message with neutral words in its places."""
    words = cycle(NEUTRAL)
    return _PLACE.sub(lambda _: next(words), form)


def prose(page: str) -> Iterator[str]:
    """The paragraphs, list items, headings and names of pictures of a page in its own words."""
    page = _PICTURE.sub(r"\1.", page).replace("**", "")
    for section in re.split(r"^(?=## )", page, flags=re.MULTILINE):
        if section.startswith(f"## {EXAMPLES}\n"):
            continue
        for block in re.split(r"\n\s*\n|\n(?=[#-])", section):
            line = " ".join(block.strip("#- \n").split("\n"))
            if line and not line.startswith("|"):
                yield _QUOTED.sub(f"«{NEUTRAL[0]}»", _CODE.sub(f"«{NEUTRAL[0]}»", line))


def faults(engine: Engine, lines: Iterable[str]) -> list[str]:
    """What the engine holds against any of these lines, each by itself."""
    found = []
    for line in lines:
        review = engine.review(draft_of([line]), {0: Kind.BODY})
        assert not review.failures
        found += [
            f"{finding.code} «{finding.text}»: {line}"
            for finding in review.findings
            if finding.severity >= Severity.WARNING and finding.rule.family in OF_ONE_LINE
        ]
    return found


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_messages_are_clean(engine: Engine, catalogue: Path) -> None:
    assert not faults(engine, messages(catalogue))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_pages_are_clean(engine: Engine, page: Path) -> None:
    lines = list(prose(page.read_text("utf-8")))
    assert len(lines) > len(["title", "what", "why", "authority", "fix"])
    assert not faults(engine, lines)


def test_one_word_has_one_spelling_everywhere(language: Language, profile: Profile) -> None:
    """All the program says, held together as one text, keeps to one form of each word."""
    lines = [line for catalogue in CATALOGUES for line in messages(catalogue)]
    lines += [line for page in PAGES for line in prose(page.read_text("utf-8"))]
    lines += (RESOURCES / "samples" / "clean.txt").read_text("utf-8").splitlines()
    consistency = [check for check in CHECKS if any(rule.family == "CON" for rule in check.rules)]
    review = Engine(consistency, language, profile).review(draft_of(lines), dict.fromkeys(range(len(lines)), Kind.BODY))
    assert not review.failures
    assert not [f"«{finding.text}»: {finding.message}" for finding in review.findings if finding.rule.family == "CON"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("پرونده باز نمی شود", "ZWN001"),
        ("نسخه های دیگر", "ZWN002"),
        ("پرونده «{name}» خوانده نشد .", "SPC001"),
        ("بسیاد خوب", "SPL001"),
    ],
)
def test_a_slip_would_be_seen(engine: Engine, line: str, code: str) -> None:
    assert [fault.split()[0] for fault in faults(engine, [filled(line)])] == [code]


def test_only_what_is_quoted_is_left_out() -> None:
    page = "# سر صفحه\n\nمی شود «می شود»\nو `می شود`.\n\n| می شود |\n\n## نمونه\n\n- می شود\n\n## اصلاح\n\n- نمی شود\n"
    assert list(prose(page)) == ["سر صفحه", "می شود «نمونه» و «نمونه».", "اصلاح", "نمی شود"]
