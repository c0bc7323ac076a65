"""Names of persons by how they are made, for no list holds them all: «غلامرضا», «سیدمحمدباقر», «عمروبن‌عاص»."""

from __future__ import annotations

import re

from pr_editor.language.normal import table
from pr_editor.text.letters import ZWNJ

_PARTS = table(
    "علی محمد رضا حسین حسن امیر مهدی سید سعید احمد حمید مجید غلام عبد عبدال ابو ابوال الله اله قاسم جواد صادق باقر",
    "کاظم جعفر تقی نقی عباس اکبر اصغر فضل نصر فتح اسد نور روح حبیب نعمت عزت یدا سیف شمس الدین دین بخش قلی زاده زهرا",
    "فاطمه مریم سادات شاه خان بیگ نیا پور فر مقدم نژاد وند گل ماه شهر ملک پری ناز هاشم سلطان مراد یار داد محمود مصطفی",
    "مرتضی مجتبی میرزا ملا حاج شیخ داود داوود عیسی موسی ابراهیم اسماعیل یوسف یعقوب سلیمان ایوب یونس یحیی زکریا اسحاق",
    "رحیم کریم رحمت قربان صفر رمضان شعبان رجب بهرام خسرو جهان فرخ نادر تیمور اسفندیار رستم سهراب فرامرز",
)
_COMPOUND = re.compile(f"(?:(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))}){ZWNJ}?){{2,}}ی?")
_SON = re.compile(f"{ZWNJ}?(?:ا?بن){ZWNJ}")
SURNAME_ENDS = table("زاده زادگان پور نژاد نیا آباد آبادی الدین اللهی وند وندی لو زائی زایی زهی پناه منش نسب تبار قلی")
"""What makes a surname or the name of a place from a name or word."""
GIVEN = frozenset(
    table(
        "محمد علی حسین حسن رضا احمد محمود مهدی محمدرضا علیرضا حمیدرضا غلامرضا امیرحسین محمدحسین محمدعلی غلامحسین",
        "عبدالله اسدالله حبیب‌الله مصطفی مرتضی مجتبی ابراهیم اسماعیل یوسف جواد محمدجواد کاظم جعفر سعید حمید مجید وحید",
        "نوید فرشید جمشید خورشید مسعود منصور ناصر نادر بهرام بهروز بهمن بیژن منوچهر هوشنگ ایرج تورج فریدون فرهاد",
        "فرزاد مهرداد بهزاد شهریار کیوان کامران سیاوش آرش آرمان پیمان سامان ایمان احسان عرفان مهران فاطمه زهرا زینب",
        "مریم معصومه سکینه رقیه لیلا سمیه مرضیه راضیه طاهره نرگس نسرین شیرین پروین مهین مهناز شهناز فرناز الهام الهه",
        "سارا مینا نازنین فرشته فریبا سیما سهیلا شهلا ژاله لاله هما هاله نیلوفر یلدا آزاده",
    )
)
"""Given names that few would take for another word: what follows one is a surname."""


def is_compound(form: str) -> bool:
    """Whether the form is given names and their companions joined, with or without the ye of a surname."""
    return bool(_COMPOUND.fullmatch(form))


def lineage(form: str) -> list[str]:
    """The names of «عمروبن‌عاص» without «ابن»; a single one when the form is no such name."""
    return _SON.split(form)
