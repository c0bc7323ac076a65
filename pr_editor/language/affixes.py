"""The affixes of written Persian that are joined by half-spaces, and the words they never follow.

After «دستور خط فارسی» of the Academy of Persian Language and Literature.
"""

from __future__ import annotations

from functools import lru_cache

from pr_editor.text.letters import ARABIC, TATWEEL

PLURALS_WITH_BE = frozenset(("هاست", "هایند"))
PLURALS = PLURALS_WITH_BE | frozenset(
    ("ها", "های", "هایت", "هایتان", "هایش", "هایشان", "هایم", "هایمان", "هایی")
)  # fmt: skip
COMPARATIVES = frozenset(("تر", "ترها", "ترهای", "تری", "ترین", "ترین‌ها", "ترین‌های", "ترینها", "ترینهای"))
POSSESSIVES = frozenset(("تان", "شان", "مان"))
FREE_ENDINGS = frozenset(("ات", "ام", "ای"))
"""Endings that are words of their own as well."""
ENDINGS = frozenset(("اش", "اند", "اید", "ایم")) | FREE_ENDINGS | POSSESSIVES
VERB_PREFIXES = ("", "باز", "بر", "در", "فرا", "فرو", "وا", "ور")
"""What may stand before می and نمی in one verb; the empty one is the plain verb."""
FUNCTION_WORDS = frozenset(
    (
        "آن", "آنکه", "از", "اما", "او", "اگر", "این", "با", "بر", "برای", "بلکه", "به", "تا", "تو", "جز",
        "در", "را", "زیرا", "شما", "طی", "فقط", "لیکن", "ما", "من", "مگر", "نه", "نیز", "هر", "هم", "و",
        "ولی", "وی", "چه", "چون", "که", "یا", "یعنی",
    )
)  # fmt: skip
DEMONSTRATIVES = frozenset(("آن", "این"))
"""Function words that take a plural: «آن‌ها»."""
COMPOUND_STARTS = frozenset(("بی", "شبه", "ضد", "نیمه", "هم"))
NUMBER_STARTS = frozenset(
    (
        "ده", "دو", "سه", "شش", "نه", "هشت", "هفت", "پنج", "چند", "چهار", "یک",
    )
)  # fmt: skip
MEASURES = frozenset(
    (
        "بعدی", "جانبه", "درصدی", "دقیقه‌ای", "رقمی", "روزه", "زبانه", "ساعته", "ساله", "سویه", "طبقه",
        "طرفه", "قلو", "ماهه", "مرحله‌ای", "منظوره", "نفره", "هفته‌ای", "وجهی", "پایه", "کاره", "گانه",
        "گوش",
    )
)  # fmt: skip
"""What makes one adjective with a number before it: «دوروزه»."""
ADVERBS_WITH_BE = frozenset(
    (
        "آسانی", "تازگی", "تدریج", "تنهایی", "خصوص", "خوبی", "درستی", "راحتی", "رغم", "روشنی", "زودی",
        "سادگی", "سختی", "سرعت", "شدت", "موقع", "ندرت", "وضوح", "ویژه",
    )
)  # fmt: skip
"""Nouns that are adverbs with «به» before them: «به‌ویژه»."""
COMPOUND_ENDS = frozenset(
    (
        "آفرین", "آفرینی", "آمیز", "آوری", "افزایی", "انگیز", "بندی", "خواهان", "خیزی", "داری",
        "دهنده", "دهندگان", "رسانی", "زایی", "زدایی", "زده", "زدگی", "ساز", "سازان", "سازی", "ستیز",
        "ستیزی", "سنجی", "شناس", "شناسان", "شناسی", "طلب", "طلبان", "طلبی", "فروشی", "محور", "محوری", "مند",
        "مندان", "مندی", "ناپذیر", "ناپذیری", "نشین", "نشینان", "نویس", "نویسی", "ورزی", "پذیر", "پذیری",
        "پرداز", "پردازی", "پرست", "پرستی", "کننده", "کنندگان", "گذار", "گذاران", "گذاری", "گرا", "گرایان",
        "گرایی", "گری", "گونه", "گیری", "یابی",
    )
)  # fmt: skip
"""Second halves that are joined to nouns at will and rarely stand alone: «سرمایه‌گذاری»."""

_PLAIN = str.maketrans({**ARABIC, TATWEEL: None})


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """``word`` in Persian letters without stretching, to look it up; never to be written."""
    return word.translate(_PLAIN)
