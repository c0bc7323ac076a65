"""Names of persons by how they are made, for no list holds them all: «غلامرضا», «سیدمحمدباقر», «عمروبن‌عاص»."""

from __future__ import annotations

import re

from pr_editor.language.given_names import FOREIGN_GIVEN_NAMES, GIVEN_NAMES
from pr_editor.language.normal import table
from pr_editor.text.fold import fold
from pr_editor.text.letters import ZWNJ

_PARTS = table(
    "علی محمد رضا حسین حسن امیر مهدی سید سعید احمد حمید مجید غلام عبد عبدال ابو ابوال الله اله قاسم جواد صادق",
    "باقر کاظم جعفر تقی نقی عباس اکبر اصغر فضل نصر فتح اسد نور روح حبیب نعمت عزت یدا سیف شمس الدین دین بخش قلی",
    "زاده زهرا فاطمه مریم سادات شاه خان بیگ نیا پور فر مقدم نژاد وند گل ماه شهر ملک پری ناز هاشم سلطان مراد یار",
    "داد محمود مصطفی مرتضی مجتبی میرزا ملا حاج شیخ داود داوود عیسی موسی ابراهیم اسماعیل یوسف یعقوب سلیمان ایوب",
    "یونس یحیی زکریا اسحاق رحیم کریم رحمت قربان صفر رمضان شعبان رجب بهرام خسرو جهان فرخ نادر تیمور اسفندیار رستم",
    "سهراب فرامرز میر نبی غنی صمد جلال جمال کمال جبار ستار غفار غفور وهاب خالق رزاق قادر قدیر عظیم حلیم حکیم علیم",
    "نصیر ناصر منصور مناف مطلب رئوف رسول ولی امین امان عنایت هدایت لطف صفی علاء ضیاء بهاء صدر شرف قطب نجم نظام",
    "معین محی زین جان آقا بابا بانو خانم دخت آغا خلیل جلیل عقیل شریف رشید طاهر ظاهر نعیم مسلم عارف واحد احد حسام",
    "فخر رفیع اشرف عبید دوست",
)
_LEAST_FIRST = 3
_TITLES = table("سید سیده میر امیر ملا شیخ حاج حاجی میرزا محمد علی پور شاه")
_FIRST = frozenset((*_TITLES, *(part for part in _PARTS if len(part) >= _LEAST_FIRST)))
"""What stands before another name and makes one with it: «سیدکمال‌الدین», «پورعلی‌گنجی»."""
_LENGTHS = sorted(set(map(len, _FIRST)))
_COMPOUND = re.compile(f"(?:(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))}){ZWNJ}?){{2,}}ی?")
_SON = re.compile(f"{ZWNJ}?(?:ا?بن){ZWNJ}")
SURNAME_ENDS = table(
    "نیا آباد آبادی الدین اللهی وند وندی لو زائی زایی زهی پناه منش نسب تبار قلی فرد راد خواه مهر کلا کلایی",
    "محله رود تپه کندی کلاته",
)
"""What makes a surname or the name of a place from a name or word."""
SURE_ENDS = table("زاده زادگان پور پوری نژاد نژادی الدین الدینی")
"""Those of them that stand nowhere else, however short the name before them is: «نظرپور»."""
GIVEN = FOREIGN_GIVEN_NAMES | frozenset(
    table(
        "محمد علی حسین حسن رضا احمد محمود مهدی محمدرضا علیرضا حمیدرضا غلامرضا امیرحسین محمدحسین محمدعلی غلامحسین",
        "عبدالله اسدالله حبیب‌الله مصطفی مرتضی مجتبی ابراهیم اسماعیل یوسف جواد محمدجواد کاظم جعفر سعید حمید مجید",
        "وحید نوید فرشید جمشید خورشید مسعود منصور ناصر نادر بهرام بهروز بهمن بیژن منوچهر هوشنگ ایرج تورج فریدون",
        "فرهاد فرزاد مهرداد بهزاد شهریار کیوان کامران سیاوش آرش آرمان پیمان سامان ایمان احسان عرفان مهران فاطمه",
        "زهرا زینب مریم معصومه سکینه رقیه لیلا سمیه مرضیه راضیه طاهره نرگس نسرین شیرین پروین مهین مهناز شهناز",
        "فرناز الهام الهه سارا مینا نازنین فرشته فریبا سیما سهیلا شهلا ژاله لاله هما هاله نیلوفر یلدا آزاده بهنام",
        "پریسا مهسا سمیرا شیما نیما سینا آرمین آرین سهراب کورش کوروش داریوش خسرو سیروس شهرام آیدا آیدین رامین",
        "بابک سیامک افشین فرشاد فرامرز فریبرز کامبیز هومن مازیار مهرزاد پدرام پژمان یاسر میثم حامد محسن عباس اصغر",
        "یعقوب سلیمان داوود عیسی یونس اردشیر اسفندیار امیرعلی امیرمحمد ابوالفضل ابوالقاسم غلامعلی عبدالرضا",
        "عبدالکریم یدالله نصرالله رحمت‌الله سیدمحمد سیدعلی سیدحسن سیدحسین سیدرضا سیدمهدی سیداحمد سیدمحمود",
        "محمدمهدی محمدصادق محمدباقر محمدتقی محمدکاظم محمدامین محمدحسن علی‌اکبر علی‌اصغر شهرزاد پگاه آناهیتا آزیتا",
        "مهشید مهتاب منیژه سودابه فرزانه فریده ناهید شهین شهره سمانه ریحانه حمیده سعیده فهیمه نجمه هانیه مائده",
        "مهدیه منیره منصوره محبوبه اشرف اکرم نگین نسترن یاسمن رویا رؤیا هیوا",
    )
)
"""Given names that few would take for another word: what follows one is a surname."""


def is_given(form: str) -> bool:
    """Whether the form is a given name of Iran."""
    return fold(form) in GIVEN_NAMES


def is_compound(form: str) -> bool:
    """Whether the form is given names and their companions joined, with or without the ye of a surname."""
    return bool(_COMPOUND.fullmatch(form))


def second_names(form: str) -> list[str]:
    """What is left of the form behind a title or a first name joined to it: «عظیم» of «محمدعظیم»."""
    return [form[length:].removeprefix(ZWNJ) for length in _LENGTHS if form[:length] in _FIRST]


def lineage(form: str) -> list[str]:
    """The names of «عمروبن‌عاص» without «ابن»; a single one when the form is no such name."""
    return _SON.split(form)
