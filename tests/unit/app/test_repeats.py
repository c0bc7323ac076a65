"""Which places of a draft are read side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.app.repeats import pairs
from pr_editor.text.draft import Draft, Kind, Paragraph, draft_of

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine

SENTENCE = "کتابخانهٔ تازه شهر بهاران هر روز از ساعت ۹ تا ۲۱ به روی همه شهروندان باز است."
TEXT = draft_of(
    (
        "گشایش کتابخانه در بهاران",
        "ششمین کتابخانهٔ شهر بهاران دیروز با حضور شهردار و گروهی از نویسندگان گشایش یافت.",
        f"شهردار بهاران در آیین گشایش از همکاری مردم یاد کرد. {SENTENCE}",
        "بخش کودک با صدها جلد کتاب در طبقه همکف جای دارد و عضویت در آن رایگان است.",
        f"مدیر کتابخانه نیز از برنامه‌های تابستان خبر داد و مردم را فراخواند. {SENTENCE}",
        "بخش کودک با صدها جلد کتاب در طبقه همکف جای دارد و عضویت در آن رایگان است.",
    )
)


def test_a_repeated_paragraph_and_a_repeated_sentence_are_pairs_in_reading_order(engine: Engine) -> None:
    findings = [one for one in engine.review(TEXT).findings if one.rule.family == "DUP"]
    found = {pair.finding.code: pair for pair in pairs(findings, TEXT)}
    assert set(found) == {"DUP001", "DUP004"}
    assert (found["DUP001"].first.number, found["DUP001"].second.number) == (4, 6)
    sentence = found["DUP004"]
    assert (sentence.first.words, sentence.second.words) == (SENTENCE, SENTENCE)
    alignment = sentence.alignment()
    assert (alignment.only_a, alignment.only_b) == (0, 0)
    start, end = alignment.b[0].start, alignment.b[-1].end
    assert sentence.second.paragraph.text[start:end] == SENTENCE.rstrip(".")


def test_what_has_been_changed_since_is_no_pair(engine: Engine) -> None:
    findings = engine.review(TEXT).findings
    shorter = Draft((*TEXT.paragraphs[:5], Paragraph(5, "بخش کودک", Kind.BODY)))
    assert {pair.finding.code for pair in pairs(findings, shorter)} == {"DUP004"}
    assert pairs(findings, Draft(())) == ()
