"""Unlisted words that are sooner names, or words of another language, than slips: judged by where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.language.names import GIVEN
from pr_editor.language.normal import normal, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TITLES = frozenset(
    (
        "آقای", "آقایان", "خانم", "خانم‌ها", "دکتر", "مهندس", "سید", "سیده", "حاج", "حاجی", "شیخ", "میرزا", "استاد",
        "پروفسور", "حجت‌الاسلام", "حجت‌الاسلام‌والمسلمین", "آیت‌الله", "سردار", "سرتیپ", "سرهنگ", "سرلشکر", "سروان",
        "ستوان", "دریادار", "ناخدا", "امیر", "شهید", "مرحوم", "ژنرال", "کاپیتان", "لرد", "ملکه", "پرنسس", "پاپ",
        "مدیرعامل", "مدیرکل", "رئیس", "رییس", "رئیس‌جمهور", "رئیس‌جمهوری", "نخست‌وزیر", "وزیر", "معاون", "سرپرست",
        "فرماندار", "استاندار", "شهردار", "بخشدار", "دادستان", "نماینده", "سفیر", "سخنگو", "سخنگوی", "سرمربی", "مربی",
        "بازیکن", "داور", "نویسنده", "کارگردان", "خبرنگار", "سناتور", "کشیش", "اسقف", "خواجه", "ملا", "مهاجم", "مدافع",
        "هافبک", "دروازه‌بان", "بازیگر", "خواننده", "آهنگساز", "عکاس", "گزارشگر", "فیلمساز", "دریاسالار", "سرگرد",
        "تیمسار", "پرفسور", "مارشال", "شاهزاده", "امپراتور", "قدیس", "سنت", "مستر", "میسیز", "مسیو", "مادام",
    )
)  # fmt: skip
"""Words that stand before the name of a person."""
_KINDS_OF_NAMED = frozenset(
    (
        "شهر", "شهرستان", "شهرک", "روستا", "روستای", "روستاهای", "بخش", "دهستان", "استان", "ایالت", "کشور", "جزیره",
        "کوه", "رود", "رودخانه", "دریاچه", "تالاب", "غار", "قلعه", "سد", "خیابان", "کوچه", "میدان", "بزرگراه", "محله",
        "تیم", "باشگاه", "ورزشگاه", "شرکت", "برند", "هتل", "بندر", "روزنامه", "هفته‌نامه", "ماهنامه", "خبرگزاری",
        "انتشارات", "نشریه", "شبکه", "قله", "گردنه", "تنگه", "ارتفاعات", "ییلاق", "گسل", "پتروشیمی", "پالایشگاه",
        "نیروگاه", "سامانه", "طایفه", "ایل", "گویش", "فرودگاه", "جزایر", "خلیج", "دشت",
    )
)  # fmt: skip
"""Kinds of places and bodies, which stand before their names."""
_SAYING = frozenset(table("گفت افزود اظهار تصریح تأکید تاکید خاطرنشان یادآور بیان عنوان ادامه اعلام معتقد"))
"""What follows the name of a speaker."""
_LATIN_LETTERS = frozenset(table("ای بی سی دی اف جی اچ آی کی کیو ال ام ان او پی آر اس تی یو وی دبلیو ایکس وای زد"))
"""Latin letters by their names, as in «یو اس ای»."""
_LEAST_FOREIGN = 3
"""Unlisted words that make a passage …"""
_MOST_BETWEEN = 2
"""… with so many listed ones between two of them …"""
_FOREIGN_SHARE = 0.6
"""… and this share of all its words: «ان» and «من» are words of Arabic, too."""


def announces_name(before: str) -> bool:
    """Whether the word ``before`` another is a title, a post, a given name, or what it is that has a name."""
    return before in _TITLES or before in _KINDS_OF_NAMED or normal(before) in GIVEN


def speaks(at: int, after: str) -> bool:
    """Whether the word at place ``at`` of a paragraph begins it and says something: «جانسون گفت»."""
    return at == 0 and normal(after) in _SAYING


def is_spelt_out(before: str, word: str, after: str) -> bool:
    """Whether the word is one of several Latin letters by their names."""
    return normal(word) in _LATIN_LETTERS and not _LATIN_LETTERS.isdisjoint((normal(before), normal(after)))


def foreign_passages(unknown: Sequence[bool]) -> Iterator[range]:
    """The stretches of a paragraph that are a verse, a quotation in another language or a list of foreign names.

    ``unknown`` says of each word in order whether no list holds it; a stretch is the places of its words.
    """
    stretch: list[int] = []
    for at in (*(at for at, is_unknown in enumerate(unknown) if is_unknown), None):
        if stretch and (at is None or at - stretch[-1] > _MOST_BETWEEN + 1):
            length = stretch[-1] - stretch[0] + 1
            if len(stretch) >= max(_LEAST_FOREIGN, _FOREIGN_SHARE * length):
                yield range(stretch[0], stretch[-1] + 1)
            stretch = []
        if at is not None:
            stretch.append(at)
