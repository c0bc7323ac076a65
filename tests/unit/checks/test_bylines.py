"""Bylines in the ways people write them, and what is none; all by the words of the program's own house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.structure import recognise
from pr_editor.text.draft import Kind, draft_of
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from pr_editor.profile.model import Profile

HEADLINE = "گشایش پل تازه رودخانه در لنگرود"
LEAD = "پل تازه رودخانه لنگرود با دو خط رفت‌وآمد پس از یک سال کار به روی خودروها باز شد."
BODY = "این پل صد متر درازا دارد و با بودجه استانی ساخته شده است."
NAME = "رها امینی"

LABELLED = (
    "نویسنده: {}",
    "نویسنده :{}",
    "نویسنده : {}",
    "نویسنده {}",
    "نویسنده - {}",
    "نویسنده – {}",
    "نویسنده ـ {}",
    "نویسنده/ {}",
    "نویسنده | {}",
    "نويسنده：{}",
    "نویسنده\u200c: {}",
    "نویسنده\u00a0: {}",
    "\u200fنویسنده: {}",
    "نویسنده: {}.",
    "نام نویسنده: {}",
    "نویسندهٔ خبر: {}",
    "نویسنده این گزارش: {}",
    "نویسنده و تنظیم‌کننده: {}",
    "نویسنده/خبرنگار: {}",
    "(نویسنده: {})",
    "[نویسنده: {}]",
    "«نویسنده: {}»",
    "*نویسنده: {}*",
    "**نویسنده:** {}",
    "• نویسنده: {}",
    "– نویسنده: {}",
    "🔹 نویسنده: {}",
    "✍️ نویسنده: {}",
    "📝 نویسنده: {}",
    "✍️ {}",
    "✍🏻 به قلم: {}",
    "🖊 به قلم {}",
    "به قلم {}",
    "به‌قلم {}",
    "بقلم: {}",
    "خبرنگار: {}",
    "خبرنگار {}",
    "گزارش: {}",
    "گزارش از {}",
    "گزارش از: {}",
    "گزارش و عکس: {}",
    "گزارشگر: {}",
    "تهیه و تنظیم: {}",
    "تهیه و تنظيم : {}",
    "تهیه\u200c و تنظیم: {}",
    "تهیه کننده: {}",
    "تنظیم‌کننده: {}",
    "یادداشت: {}",
    "یادداشت از {}",
    "یادداشتی از: {}",
    "نگارنده: {}",
    "نوشتهٔ {}",
    "نوشته‌ی {}",
    "مصاحبه کننده: {}",
    "نویسنده: {} @raha_amini",
    "نویسنده: {}، 0912-0000000",
)
"""Ways to say who wrote it."""

PARTS = (
    ("{}، کارشناس روابط عمومی", "کارشناس", "روابط عمومی"),
    ("{},كارشناس سازمان بنادر", "كارشناس", "سازمان بنادر"),
    ("{} - خبرنگار", "خبرنگار", ""),
    ("{} – دبیر سرویس اقتصاد", "دبیر سرویس اقتصاد", ""),
    ("{} ـ گروه اقتصاد", "", "گروه اقتصاد"),
    ("{} ــ سرپرست روابط عمومی", "سرپرست", "روابط عمومی"),
    ("{} | پژوهشگر", "پژوهشگر", ""),
    ("{}/مدیر رسانه", "مدیر رسانه", ""),
    ("{} / معاون فنی شهرداری رشت", "معاون فنی", "شهرداری رشت"),
    ("{} (پژوهشگر)", "پژوهشگر", ""),
    ("{} [مدیر شرکت آب]", "مدیر", "شرکت آب"),
    ("{}؛ استاد دانشگاه گیلان", "استاد", "دانشگاه گیلان"),
    ("{} دبیرکل انجمن ناشران", "دبیرکل", "انجمن ناشران"),
    ("{}، شبکه خبر", "", "شبکه خبر"),
    ("{}، سمت: کارشناس فنی، سازمان: شهرداری رشت", "کارشناس فنی", "شهرداری رشت"),
    ("{}  سمت : کارشناس  محل خدمت: اداره کل بنادر", "کارشناس", "اداره کل بنادر"),
)
"""Ways to say as what: (words, role, organisation)."""


@pytest.mark.parametrize("form", LABELLED)
def test_a_name_is_found_behind_every_label(profile: Profile, form: str) -> None:
    for name in (NAME, "دكتر سيده رها امینی‌پور"):
        structure = recognise(draft_of([HEADLINE, LEAD, BODY, form.format(name)]), profile.options.byline)
        assert structure.byline is not None, name
        assert structure.byline.name == name
        assert (structure.byline.role, structure.byline.organisation) == ("", "")
        assert structure.kinds[3] is Kind.BYLINE


@pytest.mark.parametrize(("words", "role", "organisation"), PARTS)
def test_role_and_organisation_are_told_apart(profile: Profile, words: str, role: str, organisation: str) -> None:
    for label in ("نویسنده: ", "✍️ ", "به قلم "):
        line = label + words.format(NAME)
        byline = recognise(draft_of([HEADLINE, LEAD, BODY, line]), profile.options.byline).byline
        assert byline is not None, line
        assert (byline.name, byline.role, byline.organisation) == (NAME, role, organisation)


@pytest.mark.parametrize(
    "line",
    [
        "(رها امینی / کارشناس رسانه)",
        "رها امینی، کارشناس رسانه",
        "🔸 رها امینی - کارشناس رسانه",
        "رها امینی (کارشناس رسانه)",
    ],
)
def test_name_and_role_need_no_label_under_the_text(profile: Profile, line: str) -> None:
    byline = recognise(draft_of([HEADLINE, LEAD, BODY, line]), profile.options.byline).byline
    assert byline is not None
    assert (byline.name, byline.role) == (NAME, "کارشناس رسانه")


@pytest.mark.parametrize(
    ("line", "role", "organisation"),
    [
        ("نویسنده: روابط عمومی بندر لنگرود", "", "روابط عمومی بندر لنگرود"),
        ("تهیه و تنظیم: اداره کل روابط عمومی", "", "اداره کل روابط عمومی"),
        ("نویسنده: کارشناس", "کارشناس", ""),
        ("خبرنگار: تحریریه", "", "تحریریه"),
        ("نویسنده:", "", ""),
    ],
)
def test_an_office_or_a_role_is_no_name(profile: Profile, line: str, role: str, organisation: str) -> None:
    byline = recognise(draft_of([HEADLINE, LEAD, BODY, line]), profile.options.byline).byline
    assert byline is not None
    assert (byline.name, byline.role, byline.organisation) == ("", role, organisation)


@pytest.mark.parametrize(
    "line",
    [
        "گزارش: افزایش تولید در کارخانه",
        "گزارش: ساخت این پل دو سال زمان برد.",
        "خبر: از امروز راه باز است",
        "یادداشت: رها",
        "یادداشت پایانی این نشست خوانده شد.",
        "نویسنده این کتاب در لنگرود به دنیا آمده است.",
        "خبرنگار: آیا این پل ایمن است؟",
        "✍️ قلم مردم این شهر می‌نویسد",
        "✍️ به زودی",
        "عکس: رها امینی",
    ],
)
def test_other_lines_name_no_author(profile: Profile, line: str) -> None:
    assert recognise(draft_of([HEADLINE, LEAD, BODY, line]), profile.options.byline).byline is None


def test_a_genre_above_the_text_is_no_byline(profile: Profile) -> None:
    lines = [f"گزارش: {NAME}", HEADLINE, LEAD, BODY, BODY, BODY, BODY]
    assert recognise(draft_of(lines), profile.options.byline).byline is None


def test_what_is_read_stands_in_the_line(profile: Profile) -> None:
    """Parts are verbatim, in order, and do not overlap."""
    for words, *_ in PARTS:
        line = "• نویسنده: " + words.format(NAME)
        byline = recognise(draft_of([HEADLINE, LEAD, BODY, line]), profile.options.byline).byline
        assert byline is not None
        at = byline.span.start
        for part in filter(None, (byline.name, byline.role, byline.organisation)):
            at = line.index(part, at) + len(part)
        assert fold(line[byline.span.start :]).startswith("نویسنده")
