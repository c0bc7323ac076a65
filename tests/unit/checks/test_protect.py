"""What the guard passes, weakens and refuses."""

from __future__ import annotations

import pytest

from pr_editor.checks.model import Applicability, Fix, Touches, fix
from pr_editor.checks.protect import judge, judge_all, quoted_spans, speech
from pr_editor.text.span import Edit, Span


def _replacing(text: str, old: str, new: str, applicability: Applicability = Applicability.SAFE) -> Fix:
    at = text.index(old)
    return fix("Fix", [Edit(Span(0, at, at + len(old)), new)], applicability)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("مبلغ ۱٬۲۵۰ ریال", "۱٬۲۵۰", "۱٬۲۶۰"),
        ("در تاریخ ۱۴۰۲ / ۱۱ / ۱۲ آمد", "/ ۱۱", "۱۱"),
        ("رشد ۱۲ % بود", "%", ""),
        ("ساعت ۱۰:۳۰ صبح", ":", ": "),
        ("نشانی info@example.ir است", ".", ". "),
        ("نشانی https://example.ir/a است", "//", "/"),
        ("شناسهٔ @example_pr است", "_", " "),
        ("هشتگ #روابط_عمومی منتشر شد", "_", " "),
        ("کد A4 است", "A4", "A۴"),
        ("نسخهٔ 2.5.1 است", "2.5.1", "2.5"),
        ("شبای IR82 0540 1026 8002 0817 9090 02 است", "0540 1026", "05401026"),
        ("شرکت Persian Gulf است", "Gulf", "gulf"),
        ("یازده نفر", "یازده", "11"),
        ("از ۱۲ تا ۱۵ نفر", " تا ", ""),
    ],
)
def test_facts_are_refused(text: str, old: str, new: str) -> None:
    assert judge(_replacing(text, old, new), {0: text}, None) is None


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("مبلغ ۱٬۲۵۰ ريال", "ريال", "ریال"),
        ("بهای آن ۱۲ ، نه ۱۵ است", " ،", "،"),
        ("می شود", " ", "\u200c"),
        ("رشد ۱۲ %بود", "%بود", "% بود"),
    ],
)
def test_all_else_passes(text: str, old: str, new: str) -> None:
    given = _replacing(text, old, new)
    assert judge(given, {0: text}, None) is given


@pytest.mark.parametrize("touches", [Touches.DIGITS, Touches.ALL])
def test_script_of_digits_may_change_where_the_rule_is_about_it(touches: Touches) -> None:
    text = "در سال 1402 آمد"
    assert judge(_replacing(text, "1402", "۱۴۰۲"), {0: text}, touches)


def test_value_of_digits_may_not() -> None:
    text = "در سال 1402 آمد"
    assert judge(_replacing(text, "1402", "۱۴۰۳"), {0: text}, Touches.DIGITS) is None


def test_latin_words_may_change_where_the_rule_is_about_them() -> None:
    text = "سامانهٔ Intrenet در 12 شهر"
    assert judge(_replacing(text, "Intrenet", "Internet"), {0: text}, Touches.LATIN)
    assert judge(_replacing(text, "12", "13"), {0: text}, Touches.LATIN) is None


@pytest.mark.parametrize("marks", ["«»", "“”", '""'])
def test_quoted_words_weaken_a_safe_fix(marks: str) -> None:
    text = f"وی گفت: {marks[0]}این طرح بسیاد خوب است{marks[1]}."
    passed = judge(_replacing(text, "بسیاد", "بسیار"), {0: text}, None)
    assert passed is not None
    assert passed.applicability is Applicability.ASK


def test_letters_and_spaces_of_quoted_words_may_be_put_right() -> None:
    text = "وی گفت: «كتاب ها را می بریم»."
    edits = [Edit(Span(0, 9, 10), "ک"), Edit(Span(0, 13, 14), "\u200c")]
    given = fix("Fix", edits, Applicability.SAFE)
    assert judge(given, {0: text}, None) is given


def test_taking_a_quotation_mark_away_is_not_safe() -> None:
    text = "وی گفت: «می‌آییم» و رفت."
    passed = judge(_replacing(text, "»", ""), {0: text}, None)
    assert passed is not None
    assert passed.applicability is Applicability.ASK


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 0, 3), "آن"), Edit(Span(0, 2, 4), "")],
        [Edit(Span(0, 3, 99), "")],
        [Edit(Span(7, 0, 1), "")],
    ],
)
def test_what_does_not_fit_the_text_is_refused(edits: list[Edit]) -> None:
    assert judge_all([fix("Fix", edits, Applicability.ASK)], {0: "این طرح"}, Touches.ALL) == ()


def test_quoted_spans_leave_the_marks_out() -> None:
    text = 'او «الف» و “ب” و "پ" گفت'
    assert [text[a:b] for a, b in quoted_spans(text)] == ["الف", "ب", "پ"]
    assert speech("«كتاب‌ ها»") == ("کتابها",)
