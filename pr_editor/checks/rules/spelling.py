"""SPL: misspelled, joined and unknown words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Candidate, Language
    from pr_editor.text.tokens import Token

_LISTS = "Lilak and hazm word lists, and words counted in published news"

MISSPELLED = Rule(
    code="SPL001",
    name="misspelled-word",
    summary=N_("«{text}» is not a word; another word is very likely meant."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority=_LISTS,
)
JOINED = Rule(
    code="SPL002",
    name="words-run-together",
    summary=N_("«{text}» is two words without the space between them."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority=_LISTS,
)
UNKNOWN = Rule(
    code="SPL005",
    name="unknown-word",
    summary=N_("«{text}» is in no word list: check its spelling."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority=_LISTS,
)

_TITLES = frozenset(
    (
        "آقای", "آقایان", "خانم", "خانم‌ها", "دکتر", "مهندس", "سید", "سیده", "حاج", "حاجی", "شیخ", "میرزا", "استاد",
        "پروفسور", "حجت‌الاسلام", "آیت‌الله", "سردار", "سرتیپ", "سرهنگ", "سرلشکر", "دریادار", "امیر", "شهید", "مرحوم",
        "ژنرال", "کاپیتان", "مدیرعامل", "مدیرکل", "رئیس", "رییس", "وزیر", "معاون", "سرپرست", "فرماندار", "استاندار",
        "شهردار", "بخشدار", "دادستان", "نماینده", "سفیر", "سخنگو", "سخنگوی", "سرمربی", "مربی", "بازیکن", "داور",
        "نویسنده", "کارگردان", "خبرنگار",
    )
)  # fmt: skip
"""Words that stand before a name."""
_OPENING = tuple('(«“"[')
_CLOSING = tuple(')»”"]')
_FOREIGN_RUN = 3


def check(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report every word that no list knows, with what may have been meant."""
    words = view.words
    unknown = [not context.language.knows(token.text) for token in words]
    foreign = _in_foreign_speech(unknown)
    for at, token in enumerate(words):
        before, after = _beside(view, at, at - 1), _beside(view, at, at + 1)
        if not unknown[at] or _is_part(context.language, before, token.text, after):
            continue
        candidates = context.language.candidates(token.text, before, after)
        doubtful = foreign[at] or _follows_title(view, at) or _alone_in_marks(view, token)
        yield _hit(view, token, UNKNOWN if doubtful else _rule(candidates), candidates)


def _is_part(language: Language, before: str, word: str, after: str) -> bool:
    """Whether the word only lacks its half-space to a neighbour, as in «بهره وری»: the half-space rules say so."""
    return bool(before and language.lists(f"{before}{ZWNJ}{word}")) or bool(
        after and language.lists(f"{word}{ZWNJ}{after}")
    )


def _beside(view: ParagraphView, at: int, other: int) -> str:
    """The neighbour ``other`` of a word, when nothing but white space parts them."""
    if not 0 <= other < len(view.words):
        return ""
    left, right = view.words[min(at, other)], view.words[max(at, other)]
    return view.words[other].text if view.text[left.end : right.start].isspace() else ""


def _rule(candidates: tuple[Candidate, ...]) -> Rule:
    if not candidates or not candidates[0].convincing:
        return UNKNOWN
    return JOINED if " " in candidates[0].text else MISSPELLED


def _in_foreign_speech(unknown: list[bool]) -> list[bool]:
    """For each word whether it stands among unknown ones, as in a verse or in another language of the same script."""
    foreign: list[bool] = []
    for is_unknown, run in groupby(unknown):
        length = len(list(run))
        foreign += [is_unknown and length >= _FOREIGN_RUN] * length
    return foreign


def _follows_title(view: ParagraphView, at: int) -> bool:
    """Whether only a space stands between a title and the word: then it is a name, sooner than a slip."""
    return _beside(view, at, at - 1) in _TITLES


def _alone_in_marks(view: ParagraphView, token: Token) -> bool:
    """Whether brackets or quotation marks hold this one word: «… (ایسا)» gives a name or a short form."""
    return view.text[token.start - 1 : token.start] in _OPENING and view.text[token.end : token.end + 1] in _CLOSING


def _hit(view: ParagraphView, token: Token, rule: Rule, candidates: tuple[Candidate, ...]) -> Hit:
    fixes = tuple(
        fix(
            N_("Replace with «{word}»"),
            [view.edit(token.start, token.end, candidate.text)],
            Applicability.ASK,
            word=candidate.text,
        )
        for candidate in candidates
    )
    return Hit(rule, view.span(token.start, token.end), fixes=fixes)


CHECKS: tuple[Check, ...] = (ParagraphCheck((MISSPELLED, JOINED, UNKNOWN), check),)
