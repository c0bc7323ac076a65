"""REP: one word written twice in a row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.tokens import Token

SAME_WORD = Rule(
    code="REP001",
    name="same-word-twice",
    summary=N_("«{word}» is written twice in a row."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="Newsroom practice; Persian doubles words on purpose only in fixed expressions",
)

_FUNCTION_WORDS = frozenset(
    (
        "آن", "از", "است", "اما", "او", "این", "با", "باید", "بر", "برای", "به", "بود", "بودن", "بین", "تا",
        "توسط", "جهت", "خواهد", "خود", "دارد", "دارند", "در", "دیگر", "را", "زیرا", "شد", "شده", "شود",
        "طی", "علیه", "ما", "مانند", "مورد", "می‌شود", "می‌کند", "نیز", "نیست", "هستند", "هم", "همچنین",
        "همین", "و", "ولی", "وی", "چون", "کرد", "کرده", "کند", "کنند", "که", "گردید", "گفت", "یا",
    )
)  # fmt: skip
"""Words that carry grammar alone: written twice they are always a slip."""
_DOUBLED_ON_PURPOSE = frozenset(
    (
        "آرام", "آفرین", "آهسته", "افتان", "اندک", "بار", "بخش", "برد", "برگ", "بسیار", "بله", "بند", "تند",
        "تک", "تکه", "تیکه", "جای", "جدا", "جزء", "جفت", "جمله", "جوق", "حتما", "حتماً", "حرف", "خانه",
        "خرده", "خط", "خوش", "خیلی", "داغ", "دانه", "دسته", "دور", "ذره", "راست", "رشته", "رفته", "رنگ",
        "روز", "زار", "زنده", "زود", "سال", "سلانه", "شاخه", "شهر", "صف", "صفحه", "عدد", "غلط", "فرد",
        "فوج", "قاه", "قدم", "قطره", "قطعه", "لحظه", "لنگ", "متر", "مرحله", "مرگ", "مشت", "مو", "نخیر",
        "نرم", "نفر", "نفس", "نقطه", "نم", "نه", "های", "هرگز", "هزار", "هق", "هی", "واژه", "وجب", "ورق",
        "پاره", "پله", "پوسته", "پچ", "چند", "چه", "کف", "کلمه", "کم", "کوچه", "گام", "گاه", "گروه", "گله",
        "گوشه", "یواش", "یکی",
    )
)  # fmt: skip
_NUMBERS = frozenset(
    (
        "اول", "بیست", "ده", "دو", "دوم", "سه", "سی", "شش", "صد", "صفر", "میلیارد", "میلیون", "نه", "نیم",
        "هزار", "هشت", "هفت", "پنج", "چهار", "یک",
    )
)  # fmt: skip
_LEAST_LETTERS = 3
"""Shorter words are doubled in names and nursery words: «سی سی», «بی بی»."""
_EXCLAMATION = "به"


def same_word(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a word that follows itself after nothing but spaces, unless such doubling is good Persian."""
    for first, second in pairwise(view.words):
        if first.text != second.text or not view.text[first.end : second.start].isspace():
            continue
        if _is_intended(view, first, second):
            continue
        removed = fix(N_("Remove the second one"), [view.edit(first.end, second.end, "")], Applicability.ASK)
        yield Hit(
            SAME_WORD,
            view.span(first.start, second.end),
            args=(("word", first.text),),
            fixes=(removed,),
            severity=None if first.text in _FUNCTION_WORDS else Severity.WARNING,
        )


def _is_intended(view: ParagraphView, first: Token, second: Token) -> bool:
    word = first.text
    if word == _EXCLAMATION:
        following = view.text[second.end : second.end + 2].strip()
        return not following or not following[0].isalpha()
    if word in _FUNCTION_WORDS:
        return False
    return len(word) < _LEAST_LETTERS or word in _DOUBLED_ON_PURPOSE or word in _NUMBERS


CHECKS: tuple[Check, ...] = (ParagraphCheck((SAME_WORD,), same_word),)
