"""Tables of how Persian makes words from words: what is put before, behind and between, joined or with a half-space."""

from __future__ import annotations

import re

from pr_editor.language.affixes import COMPARATIVES, ENDINGS, PLURALS, PLURALS_WITH_BE, POSSESSIVES
from pr_editor.language.names import SURNAME_ENDS
from pr_editor.language.normal import table
from pr_editor.text.letters import ZWNJ

LEAST_BASE = 3
"""Letters a base must have before a joined ending of inflection or after a joined prefix …"""
_LEAST_STEM = 4
"""… and before one of derivation or of a surname."""
_LEAST_LIVING = 5
"""… and before the plural of living beings: «تندروان»."""
_DERIVED = table(
    "ساز سازی سازان گر گری گران گرا گرایی گرایان گرایانه مند مندی مندان محور محوری پذیر پذیری ناپذیر ناپذیری شناس",
    "شناسی شناسان گذار گذاری گذاران پرداز پردازی رسان رسانی زدایی زدگی زده یابی سنجی نامه",
)
"""Endings that make words from words, joined or not."""
_DOCTRINES = table("یسم یسمی یست یستی ایسم ایسمی ایست ایستی ئیسم ئیست ییسم ییست یزم ئیزم ایزم")
"""Endings of borrowed words, put to Persian ones as well: «هندوئیسم»."""
DOERS = table("نشده نیافته کننده کنندگان دهنده دهندگان شوندگان شدگان یافتگان گیرندگان پوش پوشان رنگ")
"""Second halves written joined where the script shows no difference: «پروازکنندگان»."""
AFTER_ADDED = table("ی م ت ش ان یان")
"""Joined endings of words that a user or the house has added."""
ARE = "اند"
IS = "ست"
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
    ("ان", _LEAST_LIVING),
)
"""Endings that are written joined, and the letters a base must have to be one."""
FREE = PLURALS | ENDINGS | frozenset(table("هاییم تر ترین المللی الملل"))
"""Endings an editor meets standing alone after a space; the half-space rules judge them."""

ARTICLE = "ال"
LEAST_WITH_ARTICLE = 6
PREFIXES = table("غیر ضد پیش فرا بین پسا پاد ابر هم نا بی باز فوق چند تک نیمه سه دو یک پر کم خوش نو ریز درون برون میان")
JOINED_PREFIXES = table(
    "غیر ضد پیش فرا پسا ابر فوق پر بد سوء شبه سوپر میکرو نانو بیو ژئو الکترو هیدرو آنتی مولتی مینی مگا نئو متا پیشا",
    "سایبر",
)
"""Prefixes that are written joined."""
COUNTED = re.compile("(?:دو|سه|چند)(.{3,})[هی]ٔ?")
"""«چندزبانه»: a number and what is counted are one adjective."""
PREVERB = "فرو"
"""The preverb that goes before any verb; those of others are in the list of verbs."""
VERB_PREFIXES = ("می", "نمی")
VERB_PREFIX = re.compile("می(?=.)")

_NUMBERS = table(
    "یک یکم دو سو چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه",
    "شصت هفتاد هشتاد نود صد یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار میلیون میلیارد",
)
NUMBER = re.compile(f"(?:(?:{'|'.join(_NUMBERS)})(?:{ZWNJ}?و{ZWNJ}?(?=.))?)+(?:{ZWNJ}?(?:ا?(?:م|مین|می)|ی))?")
"""Numbers in words, their ordinals, and «میلیونی»."""
