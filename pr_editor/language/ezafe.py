"""Pairs of words between which the ezafe is certain, though the press rarely writes it after silent heh.

A closed list on purpose: «گفته شد» and «گفتهٔ او» look alike to any rule about word classes. The pairs are
those that news has most often, read one by one; ordinals and prepositions are a matter of grammar.
"""

from __future__ import annotations

from pr_editor.language.affixes import FUNCTION_WORDS
from pr_editor.language.normal import normal, table

_ALWAYS = frozenset(table("درباره نحوه"))
"""Words that are nothing without the ezafe: «دربارهٔ», «نحوهٔ»."""
_ORDINALS = frozenset(
    table(
        "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم",
        "نوزدهم بیستم نخست",
    )
)
_COUNTED = frozenset(
    table(
        "مرحله هفته نیمه جلسه دوره رده رتبه برنامه دسته دقیقه دهه درجه صفحه گزینه وهله نمره طبقه منطقه ماده ناحیه",
        "جشنواره مقاله مسئله نکته شماره مرتبه",
    )
)
"""What is numbered: «مرحلهٔ دوم»; not «مسابقه», in which somebody may come second."""
_AFTER_ORDINAL_OF_RANK = ("شد", "شو", "می‌ش", "ماند")
"""What makes a place in a race of an ordinal: «آن هفته دوم شدیم»."""
_TIMES = table("آینده گذشته جاری اخیر")
_FOLLOWERS = {
    "هفته": (*_TIMES, *table("پایانی")),
    "دهه": (*_TIMES, *table("فجر مبارک")),
    "دوره": (*_TIMES, *table("آموزشی قبل قبلی")),
    "جلسه": table("علنی شورای هیئت هیات کمیته مجمع هماهنگی"),
    "مرحله": table("گروهی مقدماتی نهایی حذفی بعد بعدی پایانی"),
    "کمیته": table("امداد المپیک انضباطی فنی داوران اخلاق استیناف"),
    "حوزه": table("علمیه انتخابیه سلامت گردشگری اقتصادی"),
    "نماینده": table("مجلس مردم ولی‌فقیه ایران"),
    "توسعه": table("پایدار اقتصادی گردشگری"),
    "نکته": table("جالب مهم مثبت"),
    "جامعه": table("اسلامی جهانی مدنی پزشکی بین‌المللی"),
    "خانه": table("بهداشت ملت"),
    "شبکه": table("خبر توزیع بهداشت رادیویی تلویزیونی ماهواره‌ای"),
    "منطقه": table("آزاد ویژه خاورمیانه"),
    "کره": table("جنوبی شمالی"),
    "قوه": table("قضائیه قضاییه مقننه مجریه"),
    "اتحادیه": table("اروپا عرب"),
    "اداره": table("کل فرهنگ ورزش امور اوقاف آموزش منابع مالیات ارشاد بهزیستی برق گاز ثبت دامپزشکی"),
    "قاره": table("آسیا اروپا آفریقا آمریکا"),
    "ائمه": table("اطهار معصومین جمعه"),
    "بازه": table("زمانی"),
    "مدیره": table("شرکت باشگاه سازمان بانک"),
    "خارجه": table("ایران آمریکا روسیه چین کشورمان"),
    "رئیسه": table("مجلس فدراسیون"),
    "دبیرخانه": table("شورای جشنواره"),
    "جبهه": table("مقاومت"),
    "پرونده": table("هسته‌ای"),
    "برنامه": table("هسته‌ای غذایی ششم هفتم"),
    "لایحه": table("بودجه"),
    "مصوبه": table("مجلس شورای دولت هیئت"),
    "ماده": table("غذایی معدنی مغذی"),
    "سرمایه": table("اجتماعی انسانی"),
    "حمله": table("نظامی قلبی هوایی موشکی تروریستی"),
    "جریمه": table("نقدی"),
    "درجه": table("حرارت"),
    "وعده": table("غذایی"),
    "وظیفه": table("همگانی شرعی"),
    "ضربه": table("ایستگاهی پنالتی کرنر آزاد"),
    "مجموعه": table("ورزشی"),
    "سامانه": table("جامع"),
}
"""By first word: what follows it only in the ezafe."""


def has_ezafe(first: str, second: str, third: str = "") -> bool:
    """Whether ``first``, which ends in silent heh, surely takes the ezafe before ``second``; ``third`` comes after."""
    first, second = normal(first), normal(second)
    if first in _ALWAYS:
        return second not in FUNCTION_WORDS or second in {"این", "آن", "ما", "شما", "من", "او", "وی", "تو", "هر"}
    if first in _COUNTED and second in _ORDINALS:
        return not normal(third).startswith(_AFTER_ORDINAL_OF_RANK)
    return second in _FOLLOWERS.get(first, ())
