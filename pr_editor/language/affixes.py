"""The affixes of written Persian that are joined by half-spaces, and the words they never follow.

After «دستور خط فارسی» of the Academy of Persian Language and Literature.
"""

from __future__ import annotations

from functools import lru_cache

from pr_editor.text.letters import ARABIC, TATWEEL, ZWNJ

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
DETERMINERS = frozenset(
    (
        "آن", "این", "برخی", "بسیاری", "بعضی", "بقیه", "بیشتر", "تمام", "تمامی", "چنان", "چنین", "چند", "سایر", "فلان",
        "کدام", "کل", "کلیه", "هر", "همان", "همه", "همین", "هیچ",
    )
)  # fmt: skip
"""Words before a noun that is a word of its own: «همان بندی» is «that very clause»."""
DEMONSTRATIVES = frozenset(("آن", "این"))
"""Function words that take a plural: «آن‌ها»."""
COMPOUND_STARTS = frozenset(("بی", "شبه", "ضد", "هم"))
"""What is joined to the word behind it and is none by itself, or a function word."""
NUMBER_STARTS = frozenset(
    (
        "ده", "دو", "سه", "شش", "نه", "هشت", "هفت", "پنج", "چند", "چهار", "یک",
    )
)  # fmt: skip
DAYS = frozenset(("شنبه",))
"""What a number makes the name of a day with: «سه‌شنبه»."""
MEASURES = frozenset(
    (
        "بعدی", "جانبه", "درصدی", "دقیقه‌ای", "رقمی", "روزه", "زبانه", "ساعته", "ساله", "سویه", "طبقه",
        "طرفه", "قلو", "ماهه", "مرحله‌ای", "منظوره", "نفره", "هفته‌ای", "وجهی", "پایه", "کاره", "گانه",
    )
)  # fmt: skip
"""What makes one adjective with a number before it: «دوروزه»."""
ARABIC_COMPOUNDS = frozenset(
    (
        "ضرب العجل", "علیها السلام", "علیهم السلام", "علیهما السلام", "قصیر المدت", "مجهول الحال", "متحد الشکل",
        "محیر العقول", "مستند الیه", "مع الاسف", "معظم لها", "مومی الیه", "مشار الیه", "کثیر الانتشار", "جدید التأسیس",
        "جدید التاسیس",
    )
)  # fmt: skip
"""Arabic compounds that no list holds with a half-space."""
ADVERBS_WITH_BE = frozenset(
    (
        "آسانی", "تازگی", "تدریج", "تنهایی", "خصوص", "خوبی", "درستی", "راحتی", "رغم", "روشنی", "زودی",
        "سادگی", "سختی", "سرعت", "شدت", "موقع", "ندرت", "وضوح", "ویژه",
    )
)  # fmt: skip
"""Nouns that are adverbs with «به» before them: «به‌ویژه»."""
STUCK_TO_BE = frozenset(
    (
        "تازگی", "تدریج", "تنهایی", "جای", "جهت", "خاطر", "خصوص", "خوبی", "درستی", "دلیل", "دنبال", "راحتی", "رغم",
        "زودی", "سادگی", "سبب", "سختی", "سرعت", "سمت", "سوی", "شدت", "شرح", "صورت", "طور", "طوری", "عبارتی", "علاوه",
        "علت", "عنوان", "عهده", "قدری", "قول", "لحاظ", "مثابه", "مدت", "منزله", "منظور", "موجب", "موقع", "نحوی", "ندرت",
        "نظر", "نفع", "هنگام", "واسطه", "وسیله", "وضوح", "ویژه",
    )
)  # fmt: skip
"""What «به» is often stuck to as a mere ب: «بعنوان»."""
COMPOUND_ENDS = frozenset(
    (
        "آفرین", "آفرینی", "آموزی", "آمیز", "آمیزی", "آوری", "افزایی", "اندیشی", "انگیز", "انگیزی", "خیزی",
        "درمانگر", "دهنده", "دهندگان", "دیدگان", "رسانی", "زایی", "زدایی", "زدگی", "سازان", "سازی", "سالاری",
        "ستیزی", "سنجی", "سواران", "سپاری", "شناس", "شناسان", "شناسی", "طلب", "طلبان", "طلبی", "فام", "مانندی",
        "محور", "مند", "مندان", "مندی", "ناپذیر", "ناپذیری", "نشین", "نشینان", "نوازی", "نوردی", "نویس", "نویسی",
        "نگاران", "نگاری", "ورزی", "پذیر", "پذیری", "پرداز", "پردازان", "پردازی", "پرست", "پرستی", "پروری",
        "پوشانی", "پژوهان", "پژوهی", "کننده", "کنندگان", "کنندگی", "گانه", "گذار", "گذاران", "گذاری", "گرا",
        "گرایان", "گرایی", "گری", "گستری", "گون", "گونه", "گیرنده", "گیرندگان", "گیری", "یابی", "یافتگی",
    )
)  # fmt: skip
"""Second halves that are joined to nouns at will and rarely stand alone: «سرمایه‌گذاری»."""

INFLECTIONS = PLURALS | COMPARATIVES | ENDINGS
"""What a word may take on behind a half-space without becoming another word."""

_PLAIN = str.maketrans({**ARABIC, TATWEEL: None})


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """``word`` in Persian letters without stretching, to look it up; never to be written."""
    return word.translate(_PLAIN)


def uninflected(word: str) -> str:
    """``word`` without the endings that hang on half-spaces: «اسنپ» for «اسنپ‌هایشان»; itself when it has none."""
    stem, _, ending = word.rpartition(ZWNJ)
    return uninflected(stem) if stem and ending in INFLECTIONS else word
