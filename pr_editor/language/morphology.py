"""Is this a word of Persian, seen as what it is made of? Affixes, half-spaces, hamza and compounds over the word lists.

A list can't hold every inflected form. This layer takes a form apart and asks the lists for what remains. It is lenient
about *how* an affix is attached (joined or with a half-space), for that is the business of the half-space rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.language.affixes import COMPARATIVES, ENDINGS, PLURALS, PLURALS_WITH_BE, POSSESSIVES
from pr_editor.language.normal import normal, table
from pr_editor.text.letters import HAMZA_ABOVE, NON_JOINING, TANVIN, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon

_LEAST_BASE = 3
_LEAST_NAME = 4
"""Letters a base must have before a joined ending of inflection, and of derivation or a family name."""
_DERIVED = table(
    "ساز سازی سازان گر گری گران گرا گرایی گرایان گرایانه مند مندی مندان محور محوری پذیر پذیری ناپذیر ناپذیری شناس",
    "شناسی شناسان گذار گذاری گذاران پرداز پردازی رسان رسانی زدایی زدگی زده یابی سنجی نامه",
)
"""Endings that make words from words, joined or not."""
_AFTER_VOWEL = frozenset(table("ام ای ات اش ایم اید اند م ت ش ی یی یم یت یش یمان یتان یشان ست"))
_VOWELS = "هاوی"
_AFTER_ADDED = table("ی م ت ش ان یان")
"""Joined endings of words that a user or the house has added."""
_ARE = "اند"
_YE_AFTER_VOWEL = ("ی", "یی")
"""Ezafe or «a» after ا and و: «جست‌وجوی», «جست‌وجویی»."""
AFTER_HALF_SPACE = _AFTER_VOWEL | frozenset(
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

_NAME_ENDS = table("زاده زادگان پور نژاد نیا آباد آبادی الدین اللهی وند وندی لو")
# «شدهاست» is a lost space, not a plural.
_JOINED = tuple((ending, _LEAST_BASE) for ending in sorted((PLURALS - PLURALS_WITH_BE) | COMPARATIVES)) + tuple(
    (ending, _LEAST_NAME)
    for ending in (
        *_DERIVED,
        *sorted(POSSESSIVES),
        *table("زاده زادگان پور نژاد نیا آباد آبادی الدین اللهی وند وندی لو"),
    )
)
_GIVEN_NAMES = table(
    "علی محمد رضا حسین حسن امیر مهدی سید سعید احمد حمید مجید غلام عبد الله اله ابو قاسم جواد صادق باقر کاظم جعفر تقی",
    "نقی عباس اکبر اصغر فضل نصر فتح اسد نور روح حبیب نعمت عزت یدا سیف شمس الدین دین بخش قلی زاده زهرا فاطمه مریم سادات",
    "شاه خان بیگ نیا پور فر مقدم نژاد وند گل ماه شهر ملک پری ناز هاشم سلطان مراد یار داد محمود مصطفی مرتضی مجتبی",
)
_COMPOUND_NAME = re.compile(f"(?:{'|'.join(sorted(_GIVEN_NAMES, key=len, reverse=True))}){{2,}}ی?")
_ARTICLE = "ال"
_LEAST_WITH_ARTICLE = 6
_PREFIXES = table(
    "غیر ضد پیش فرا بین پسا پاد ابر هم نا بی باز فوق چند تک نیمه سه دو یک پر کم خوش نو ریز درون برون میان"
)
_JOINED_PREFIXES = table("غیر ضد پیش فرا پسا ابر فوق")
_FREE = PLURALS | ENDINGS | frozenset(table("هاییم تر ترین المللی الملل"))
"""Endings an editor meets standing alone after a space; the half-space rules judge them."""

_NUMBERS = table(
    "یک یکم دو سو چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه",
    "شصت هفتاد هشتاد نود صد یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار میلیون میلیارد",
)
_ORDINAL = re.compile(f"(?:(?:{'|'.join(_NUMBERS)})(?:{ZWNJ}?و{ZWNJ}?(?=.))?)+(?:{ZWNJ}?ا?(?:م|مین|می))?")

_AFTER_NON_JOINING = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}")
_LEAST_COMPOUND_PART = 2
_LEAST_DOUBLED = 5
_MOST_LETTERS = 40
"""No longer form is taken apart: the ways to do so double with each half-space."""
_VERB_PREFIXES = ("می", "نمی")
_VERB_PREFIX = re.compile("می(?=.)")


class Morphology:
    """Judges forms over one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon; cheap."""
        self._lexicon = lexicon

    def accepts(self, word: str) -> bool:
        """Whether ``word``, written in whatever letters, is a correct form or one only its half-spaces spoil."""
        form = normal(word)
        if len(form) <= 1 or form in _FREE:
            return True
        if self.accepts_plainly(form):
            return not self._doubles_last_letter(form)
        if len(form) > _MOST_LETTERS:
            return False
        return any(self._by_parts(variant) for variant in (form, *_variants(form)))

    def accepts_plainly(self, form: str) -> bool:
        """Whether the normal ``form`` is listed as it is or in another spelling of hamza and tanvin."""
        return self._lexicon.lists(form) or any(self._lexicon.lists(variant) for variant in _variants(form))

    def _doubles_last_letter(self, form: str) -> bool:
        """«نشستت»: grammar allows «your session», but in press copy it is «نشست» with a letter typed twice."""
        doubled = len(form) >= _LEAST_DOUBLED and form[-1] == form[-2] and form[-1] in "تمش"
        return doubled and not self._lexicon.counts_any(form) and self._lexicon.lists(form[:-1])

    def _by_parts(self, form: str) -> bool:
        return (
            self._is_joined_verb(form)
            or bool(_ORDINAL.fullmatch(form) or _COMPOUND_NAME.fullmatch(form))
            or self._has_article(form)
            or self._has_joined_ending(form)
            or self._inflects_added(form)
            or self._has_ye_after_vowel(form)
            or self._has_joined_prefix(form)
            or (ZWNJ in form and self._has_half_space(form))
        )

    def _is_joined_verb(self, form: str) -> bool:
        """«میشود», «برمیگردد»: right but for the half-space."""
        return any(
            form[: at.end()] + ZWNJ + form[at.end() :].removeprefix(ZWNJ) in self._lexicon.verbs
            for at in _VERB_PREFIX.finditer(form)
        )

    def _has_joined_ending(self, form: str) -> bool:
        return any(
            form.endswith(ending)
            and len(base := form.removesuffix(ending).removesuffix(ZWNJ)) >= least
            and self.accepts_plainly(base)
            for ending, least in _JOINED
        )

    def _inflects_added(self, form: str) -> bool:
        """«اسنپی» after «اسنپ» was added: endings of one letter would excuse slips of any other word."""
        return any(form.removesuffix(ending) in self._lexicon.added for ending in _AFTER_ADDED if form.endswith(ending))

    def _has_ye_after_vowel(self, form: str) -> bool:
        return any(
            form.endswith(ye)
            and len(base := form.removesuffix(ye)) >= _LEAST_BASE
            and base.endswith(("ا", "و"))
            and self.accepts_plainly(base)
            for ye in _YE_AFTER_VOWEL
        )

    def _has_joined_prefix(self, form: str) -> bool:
        return any(
            form.startswith(prefix)
            and len(form) - len(prefix) > _LEAST_BASE
            and self.accepts_plainly(form[len(prefix) :])
            for prefix in _JOINED_PREFIXES
        )

    def _has_article(self, form: str) -> bool:
        """«الشمال»: an Arabic name of a known word."""
        long_enough = len(form) >= _LEAST_WITH_ARTICLE
        return long_enough and form.startswith(_ARTICLE) and self.accepts_plainly(form.removeprefix(_ARTICLE))

    def _has_half_space(self, form: str) -> bool:
        """Judge a form with half-spaces: affixes around a word, a compound of words, or one needless half-space."""
        loose = _AFTER_NON_JOINING.sub("", form)
        if loose != form and self.accepts_plainly(loose):
            return True
        head, _, tail = form.rpartition(ZWNJ)
        if head not in _VERB_PREFIXES and self._may_follow(tail, head) and self._accepts_part(head):
            return True
        return any(self._is_compound(first, rest) for first, rest in _halves(form))

    def _may_follow(self, ending: str, head: str) -> bool:
        """Personal endings ask for a vowel, but «موفق‌اند»: whatever is no verb may be said of several."""
        if ending == _ARE and head not in self._lexicon.verbs:
            return True
        return ending in AFTER_HALF_SPACE and (ending not in _AFTER_VOWEL or head.endswith(tuple(_VOWELS)))

    def _is_compound(self, first: str, rest: str) -> bool:
        if first in _VERB_PREFIXES or rest in _AFTER_VOWEL:
            return False
        return (first in _PREFIXES or self._accepts_part(first)) and self._accepts_part(rest)

    def _accepts_part(self, part: str) -> bool:
        if len(part) < _LEAST_COMPOUND_PART:
            return part == "و"
        return self.accepts_plainly(part) or (ZWNJ in part and self._has_half_space(part))


def _halves(form: str) -> Iterator[tuple[str, str]]:
    at = form.find(ZWNJ)
    while at != -1:
        yield form[:at], form[at + 1 :]
        at = form.find(ZWNJ, at + 1)


def _variants(form: str) -> Iterator[str]:
    """Other accepted spellings of the same word: hamza on another seat or left out, tanvin, the ezafe, final ة."""
    if HAMZA_ABOVE in form:
        yield form.replace(HAMZA_ABOVE, "")
    if TANVIN in form:
        yield form.replace(TANVIN, "")
    if form.endswith("ة"):
        yield form[:-1] + "ه"
        yield form[:-1] + "ت"
    if form.endswith("هء"):
        yield form[:-1]
    for seat, others in (("ؤ", "ئو"), ("أ", "ائ"), ("إ", "ا"), ("ئ", "یأ"), ("ء", ("",))):
        if seat in form:
            for other in others:
                yield form.replace(seat, other)
