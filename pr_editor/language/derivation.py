"""Words made of a word and a second half of a closed table, written as one: «احتکارشده», «بحران‌سازی», «جنگلبان».

Persian makes such words at will, so no list holds them all. Behind a letter that joins to none the script shows no
difference between a compound with its half-space and without; behind other letters the half-space is missing, which is
the business of the half-space rules. Whether that makes a compound or two words that lost their space is told by the
second half: only what forms words is in these tables, and what the press writes as a word of its own is taken out.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from pr_editor.language.affixes import DETERMINERS, FUNCTION_WORDS, NUMBER_STARTS
from pr_editor.language.normal import table
from pr_editor.text.letters import NON_JOINING, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon

_LEAST_BASE = 3
_LEAST_FORM = 6
_STEMS = table(
    "آفرین آموز آمیز آور آزما افزا افزار افکن انداز اندیش انگیز باف پاش پذیر ناپذیر پرداز پرست پرور پژوه پسند پوش",
    "پیما تراش خراش خواه خیز دوز دوست رسان روب ربا زدا ساز سپار ستیز ستا سرا سنج سوز شکن شناس طلب فروز فروش فرسا",
    "فرما فشان گذار گردان گریز گزار گزین گستر گسل گشا گیر محور مدار نشین نشان نگار نگر نما نواز نورد نوش نویس ورز یاب",
    "سالار پناه پندار باور گرا مند",
)
"""Present stems, and a few nouns that go with any word: «طلب», «توسعه‌محور»."""
_ACTS = table(
    "بازی بافی بانی بندی بخشی باری بری بینی پزی پاشی تابی جویی چینی چرخی خوانی خوری خیزی داری دانی درمانی دهی",
    "دوزی رانی روبی ریزی زنی زایی سواری سوزی شماری شویی فشانی کاری کاوی کشی کوبی کنی گویی گیری مالی ورزی یاری",
    "سنجی گردی سازمانی سپاری گری گرایی مندی زدگی زدایی زده مداری محوری آوری آرایی آزاری آزمایی آشامی پالایی",
    "فرسایی",
)
"""What is done, by light stems that would make anything of anything without their ی: «زباله‌روبی», «اسم‌گذاری»."""
_PARTICIPLES = table(
    "شده نشده کرده نکرده گرفته نگرفته یافته نیافته داده نداده دیده ندیده خورده نخورده گذاشته نگذاشته گذارده رفته آمده",
    "نیامده آورده برده مانده نمانده افتاده بسته نوشته ساخته پرداخته پرورده زده نزده کشیده رسیده نرسیده ریخته شکسته",
    "سوخته دوخته باخته یافته کاشته انداخته آموخته ناآموخته اندوخته انگیخته برخاسته خواسته ناخواسته گشته گردیده نهاده",
    "تنیده چیده سپرده گماشته گسیخته بافته فروخته نفروخته آلوده افزوده فرسوده آزموده گسترده پوشیده پذیرفته نپذیرفته",
    "شناخته ناشناخته گفته ناگفته شنیده ناشنیده",
)
"""Of both voices: «کنارگذاشته», «تغییرکرده»."""
_NOUNS_OF_STATE = table(
    "شدگی زدگی خوردگی گرفتگی یافتگی دیدگی افتادگی ماندگی بستگی گسیختگی ریختگی شکستگی سوختگی رفتگی برآمدگی کشیدگی",
    "آمیختگی پاشیدگی باختگی ساختگی پختگی آلودگی فرسودگی بودگی",
)
_INFINITIVES = table(
    "شدن نشدن کردن نکردن گرفتن یافتن دادن ندادن گذاشتن خوردن دیدن زدن کشیدن افتادن آمدن رفتن ماندن بستن بردن آوردن",
    "ساختن داشتن نداشتن انداختن نشستن خواستن نگهداشتن پذیرفتن ریختن شکستن بودن نبودن رساندن گرداندن",
)
_AGENTS = table(
    "کننده دهنده شونده گیرنده دارنده برنده سازنده آورنده زننده خورنده یابنده رساننده پذیرنده گوینده خواننده شنونده",
    "نویسنده فروشنده گذارنده پردازنده پوشاننده زداینده فزاینده افزاینده بخشنده روینده کشنده سوزاننده چسبنده",
)
_VERBAL = frozenset(
    (
        *_PARTICIPLES,
        *_NOUNS_OF_STATE,
        *_INFINITIVES,
        *_AGENTS,
        *(word[:-1] + "گان" for word in (*_PARTICIPLES, *_AGENTS)),
        *(word[:-1] + "گی" for word in _AGENTS),
    )
)
_NOUNS = table("مرد مردان بانوان زنان دختران رنگ پوش پوشان شهر نامه نامه‌ای خانه خانه‌ها سالاری سرا زار ستان بان")
"""Nouns that make compounds with what ends in a letter that joins to none: «دلاورمردان», «سفیدرنگ»."""
_ATTACHED = table(
    "بان بانان بانی کده زار سرا ستان چی چیان واره گانه مندانه گرایانه طلبانه جویانه خواهانه پرستانه شناسانه دوستانه",
    "ستیزانه سازانه محورانه سالارانه اندیشانه نگرانه",
)
"""Endings that make nouns and adverbs: «سوزنبان», «انحصارطلبانه»."""
_VOWELS = tuple("اوی")
_INFLECTIONS = table("ها های هایی هایش هایشان هایم هایمان یم ش شان مان تان", f"{ZWNJ}ای ی ٔ")
_TOO_COMMON = 250
"""Articles in which a second half that stands in as many as a word of its own has rather lost the space before it."""
_APART = 2
"""Articles in which two words stand side by side that are then no compound."""
_SILENT = "ه"
"""What ends in it keeps its half-space: «سهمیه‌بندی»."""
_NO_BASES = FUNCTION_WORDS | DETERMINERS | NUMBER_STARTS


def _of_stem(stem: str) -> Iterator[str]:
    """Who does it, the act, and several who do it; a glide parts vowels."""
    glide = "ی" if stem.endswith(("ا", "و")) else ""
    yield from (stem, f"{stem}{glide}ی", f"{stem}{glide}ان")


_HALVES = frozenset((*chain.from_iterable(map(_of_stem, _STEMS)), *_ACTS, *_ATTACHED))
_LONGEST = max(map(len, (*_HALVES, *_VERBAL, *_NOUNS)))


class Derivation:
    """Judges joined forms over one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon; cheap."""
        self._lexicon = lexicon

    def accepts(self, form: str) -> bool:
        """Whether the normal ``form`` is a base, a second half behind it, and perhaps an ending of inflection."""
        if len(form) < _LEAST_FORM:
            return False
        bare = (form.removesuffix(ending) for ending in _INFLECTIONS if form.endswith(ending))
        return any(map(self._is_derived, (form, *bare)))

    def _is_derived(self, form: str) -> bool:
        return any(
            self._makes_word(form[:at], form[at:])
            for at in range(max(_LEAST_BASE, len(form) - _LONGEST), len(form) - 1)
        )

    def _makes_word(self, base: str, half: str) -> bool:
        """Whether ``half`` forms words, and ``base`` is one it forms them from."""
        unseen = base.endswith(tuple(NON_JOINING))
        if half in _VERBAL or half in _NOUNS:
            return unseen and self._is_base(base)
        if half not in _HALVES or base.endswith(_SILENT) or not (unseen or self._may_join(base, half)):
            return False
        return self._is_base(base) and not self._stands_alone(base, half)

    def _may_join(self, base: str, half: str) -> bool:
        """Whether nobody writes these with a half-space: «تصمیمگیری» has lost one, «ایراندوست» is a name."""
        return not (self._lexicon.met(spaced := f"{base}{ZWNJ}{half}") or self._lexicon.counts_any(spaced))

    def _is_base(self, base: str) -> bool:
        return base not in _NO_BASES and self._lexicon.counts_any(base) and self._lexicon.met(base)

    def _stands_alone(self, base: str, half: str) -> bool:
        """Whether the press knows ``half`` as a word of its own, or these two side by side."""
        if self._lexicon.counts.get(half, 0) >= _TOO_COMMON:
            return True
        return not half.endswith("ی") and self._lexicon.pairs.get(f"{base} {half}", 0) >= _APART
