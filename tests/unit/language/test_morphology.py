"""Which forms are words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from pr_editor.language.language import Language

ARABIC = str.maketrans("یک", "يك")

CORRECT = {
    "lists leave them out": "نهایی کووید مسؤول مسئول هزینه بازنشستگی روابط عمومی",
    "hamza, tanvin, ezafe": "لطفاً لطفا خانهٔ خانه‌ی خانۀ برنامهٔ تأمین تامین رأی سؤال جزء",
    "inflected": "کتاب‌هایشان دانشگاه‌های بزرگ‌ترین مهم‌ترین سریع‌تر خانه‌ام رفته‌اند ایرانی‌اند مردمانشان",
    "ye after a vowel": "جست‌وجوی شست‌وشویی پرس‌وجوی",
    "are": "موفق‌اند عبارت‌اند درست‌اند",
    "of the trade": "لید لیدهای روتیتر زیرتیتر کپشن رپورتاژ دونقطه واگردانی",
    "affixes joined": "کتابها دستگاههای مهمترین میشود نمیتوانند برمیگردد میلیونها",
    "compound": "بین‌المللی تأمین‌کنندگان بهره‌برداری گفت‌وگو زیست‌بوم دانش‌بنیان بهره‌مند غیردولتی فرابخشی پیش‌نویس هم‌اندیشی",
    "ordinals": "سی‌ام سوم بیست‌وپنجمین شصت‌ودومین چهل‌وهفتم",
    "alone": "ها های تر ترین المللی ا م و",
    "names": "غلامرضا تقی‌پور امیرعباس سیدمحمدباقر شیرزادی نوربخش",
    "foreign": "اینستاگرام وبینار پالرمو فیبرینوژن استرپتومایسین لسوتو",
    "joined compounds": "پروازکنندگان آزادشدگان سوءقصدی نانوفناوری چندزبانهٔ هندوئیسم سفیدرنگ",
    "copula": "اوست اینست کافیست",
    "preverb": "فرومی‌چکیدند فرومی‌افتند",
    "sons": "سعیدبن‌عاص عمروبن‌عاص سیدعبدالکریم محمدزائی مختومقلی",
    "numbers": "میلیونی سی‌ودو",
    "participles behind a letter that joins to none": "احتکارشده تغییرکرده کنارگذاشته برآوردشده ابرازکننده آزادشدگان",
    "nouns of state and infinitives": "گودافتادگی لاغرکردن کنارگذاشتن",
    "joined second halves": "گوگردزدایی بحران‌سازیهای سوزن‌بان‌ها انحصارطلبانه دلاورمردان",
    "compounds amid ZWNJ": "خط‌وخش کم‌وکاست بی‌کم‌وکاست سوت‌مانندش",
    "more prefixes": "بازآفرینی بازفرستاده‌اند ناهمخوانی",
    "a number and a measure": "چندصدمیلیارد پنج‌ساله سی‌وپنج‌ساله صدنفره چندده چهارنفره",
    "names of names": "سیدکمال‌الدین محمدعظیم میرعبداللهی پورعلی‌گنجی ملاعبدالغنی نظرپور طهماسبی‌گندمکار",
    "international terms": "کاردیومیوپاتی پیزوالکتریک اولتراسونیک فتوکاتالیست‌های آزیترومایسین نوروتئولوژی",
    "listed names inflected": "تبلتی هالیوودی زلنسکی",
    "several are, and objects": "یکدیگرند دیدمش می‌شناسمش",
    "plurals and adverbs": "استعلامات هذیانات مقتدرانه",
    "rare but regular": "کارهایش درسش وجودش سرمایة می‌دمد",
}
WRONG = """بسیاد یاسرمایه گسترگی عمومیدر سازمانتامین تهارن گزراش خبزر مدیرعالم نشدهاست می‌آبد طریق‌ای دیپلمات‌ای بیافتد
واتگذار پیسگیری بیکارستان بادآور گردشگرا بازیکان شط‌بندی پیم‌رسان زمینه‌چیتی میس‌کردند
کتاب‌هلی تصمیمگیری سهمیهبندی خودگفتند اعزامپرورشی تغییرکردند اظهارداشت استادتمام
اطلعات همکارب درخصوص وخدمات گرفت‌اند شد‌اند ابران گزرش اسالمی بایدد نشستت مهمونی البوم سهمیهبندی"""


@pytest.mark.parametrize("kind", CORRECT)
def test_accepts(language: Language, kind: str) -> None:
    assert [word for word in CORRECT[kind].split() if not language.knows(word)] == []


@pytest.mark.parametrize("word", WRONG.split())
def test_refuses(language: Language, word: str) -> None:
    assert not language.knows(word)


@pytest.mark.parametrize("word", [*" ".join(CORRECT.values()).split(), *WRONG.split()])
def test_arabic_letters_make_no_difference(language: Language, word: str) -> None:
    assert language.knows(word.translate(ARABIC)) == language.knows(word)


@given(word=st.text(alphabet="ابپتدرزسشعکگلمنوهی" + ZWNJ, min_size=1, max_size=12))
@settings(deadline=None, max_examples=100)
def test_any_letters_have_an_answer_that_script_does_not_change(language: Language, word: str) -> None:
    assert language.knows(word.translate(ARABIC)) == language.knows(word)


@pytest.mark.parametrize("word", ["", " ", ZWNJ, "\u0640", "\u064b"])
def test_nothing_is_no_fault(language: Language, word: str) -> None:
    assert language.knows(word)
    assert language.candidates(word) == ()
