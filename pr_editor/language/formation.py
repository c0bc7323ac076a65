"""Tables of how Persian makes words from words: what is put before, behind and between, joined or with a half-space."""

from __future__ import annotations

import re

from pr_editor.language.affixes import COMPARATIVES, ENDINGS, MEASURES, PLURALS, PLURALS_WITH_BE, POSSESSIVES
from pr_editor.language.names import SURE_ENDS, SURNAME_ENDS
from pr_editor.language.normal import table
from pr_editor.text.letters import ZWNJ

LEAST_BASE = 3
"""Letters a base must have before a joined ending of inflection or after a joined prefix …"""
_LEAST_STEM = 4
"""… and before one of derivation or of a surname."""
_LEAST_LIVING = 5
"""… and before the plural of living beings, that of Arabic, and the adverb: «تندروان», «استعلامات»."""
_DERIVED = table(
    "ساز سازی سازان گر گری گران گرا گرایی گرایان گرایانه مند مندی مندان محور محوری پذیر پذیری ناپذیر ناپذیری شناس",
    "شناسی شناسان گذار گذاری گذاران پرداز پردازی رسان رسانی زدایی زدگی زده یابی سنجی نامه",
)
"""Endings that make words from words, joined or not."""
_DOCTRINES = table("یسم یسمی یست یستی ایسم ایسمی ایست ایستی ئیسم ئیست ییسم ییست یزم ئیزم ایزم")
"""Endings of borrowed words, put to Persian ones as well: «هندوئیسم»."""
AFTER_ADDED = table("ی م ت ش ان یان")
"""Joined endings of words that a user or the house has added."""
AFTER_NAME = table("ی ان یان")
"""Joined endings of names and borrowed words."""
AND = "و"
ARE = "اند"
JOINED_ARE = "ند"
NEVER_BEFORE_ARE = tuple("اوهیند")
"""Letters before which «ند» takes a half-space and an alef, or makes a verb."""
IS = "ست"
OBJECTS = table("ش شان مان تان")
PARTICIPLE = "ه"
PERSONS = ("م", "یم", "ند")
"""Endings of the verb behind which its object is put."""
POSSESSED = ("ش",)
"""What is «his» of a compound: «سوت‌مانندش»."""
VOWELS = tuple("هاوی")
AFTER_VOWEL = frozenset(table("ام ای ات اش ایم اید اند م ت ش ی یی یم یت یش یمان یتان یشان ست"))
YE_AFTER_VOWEL = ("ی", "یی")
"""Ezafe or «a» after ا and و: «جست‌وجوی», «جست‌وجویی»."""
AFTER_HALF_SPACE = AFTER_VOWEL | frozenset(
    (
        *PLURALS,
        *COMPARATIVES,
        *POSSESSIVES,
        *_DERIVED,
        *table(
            "هاییم گونه گونه‌ای ور وری وار واره نامه‌ای زا زایی دار داری داران کننده کنندگان شده",
            "شدن کردن نشدنی آمیز آور خواه خواهی خواهان یاب کار کاری بندی گیری پوش نشین",
        ),
    )
)
"""What may follow a half-space after a word."""
# «شدهاست» is a lost space, not a plural.
JOINED = (
    *((ending, LEAST_BASE) for ending in sorted((PLURALS - PLURALS_WITH_BE) | COMPARATIVES)),
    *((ending, _LEAST_STEM) for ending in (*_DERIVED, *sorted(POSSESSIVES), *SURNAME_ENDS, *_DOCTRINES)),
    *((ending, LEAST_BASE) for ending in SURE_ENDS),
    *((ending, _LEAST_LIVING) for ending in ("ان", "ات", "اتی", "انه")),
)
"""Endings that are written joined, and the letters a base must have to be one."""
FREE = PLURALS | ENDINGS | frozenset(table("هاییم تر ترین المللی الملل"))
"""Endings an editor meets standing alone after a space; the half-space rules judge them."""

ARTICLE = "ال"
LEAST_WITH_ARTICLE = 6
PREFIXES = table("غیر ضد پیش فرا بین پسا پاد ابر هم نا بی باز فوق چند تک نیمه سه دو یک پر کم خوش نو ریز درون برون میان")
_BOUND_PREFIXES = table(
    "غیر ضد پیش فرا پسا ابر فوق پر بد سوء شبه سوپر میکرو نانو بیو ژئو الکترو هیدرو آنتی مولتی مینی مگا نئو متا پیشا",
    "سایبر",
)
FREE_PREFIXES = table("باز برون میان درون زیر خود دگر هم نا ناهم بیش کم نیم تک کلان پیرا")
"""Prefixes that are words of their own, or begin many: what stands beside them is looked at more closely."""
JOINED_PREFIXES = (*_BOUND_PREFIXES, *FREE_PREFIXES)
"""Prefixes that are written joined."""
COUNTED = re.compile("(?:دو|سه|چند|چهار|صد|هزار)(.{3,})[هی]ٔ?")
"""«چندزبانه»: a number and what is counted are one adjective."""
PREVERB = "فرو"
"""The preverb that goes before any verb; those of others are in the list of verbs."""
VERB_PREFIXES = ("می", "نمی")
VERB_PREFIX = re.compile("می(?=.)")

_MORE_MEASURES = table(
    "سالگی قرنه هزارنفری نفری متری کیلومتری هکتاری تنی لیتری گانه وجبی برابری پله‌ای ستاره رشته‌ای زمانه جلدی",
    "قسمتی ضلعی فصلی هجایی دقیقه ثانیه‌ای ثانیه روزی ساعتی ماهگی مگاواتی واتی اسبه پره سیلندر تکه چرخ نسله بخشی",
    "بابه فازه لایه",
)
_NUMBERS = table(
    "یک یکم دو سو چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه",
    "شصت هفتاد هشتاد نود صد یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار میلیون میلیارد",
)
NUMBER = re.compile(f"(?:چند)?(?:(?:{'|'.join(_NUMBERS)})(?:{ZWNJ}?و{ZWNJ}?(?=.))?)+(?:{ZWNJ}?(?:ا?(?:م|مین|می)|ی))?")
"""Numbers in words, their ordinals, and «میلیونی»."""
_COUNTING = "|".join((*_NUMBERS, "چند"))
_MEASURES = "|".join((*sorted(MEASURES), *_MORE_MEASURES))
MEASURED = re.compile(f"(?:{_COUNTING}){ZWNJ}?(?:{_MEASURES})(?:{ZWNJ}?(?:ها|های|ای)|ٔ|ی)?")
"""«پنج‌ساله», «صدنفره»: a number and a measure make an adjective."""
