"""Made-up press copy: ordinary Persian words, everything no fix may touch, and the faults editors meet."""

from __future__ import annotations

from hypothesis import strategies as st

from pr_editor.text.draft import Draft, draft_of
from pr_editor.text.fold import fold
from pr_editor.text.span import Edit, Span

WORDS = (
    "شورا", "استان", "همایش", "روابط", "عمومی", "گزارش", "کتاب", "رسانه", "بزرگ", "مردم", "وزارت", "نامه",
    "خانه", "رفته", "برنامه", "و", "در", "به", "از", "که", "این", "آن", "ماه", "می", "تر", "است", "شد",
    "گفت", "می‌رود", "کتاب‌ها", "لطفاً", "خانهٔ", "میدان", "تنها", "مسئول",
)  # fmt: skip
FAULTS = (
    "كتاب", "علي", "می رود", "نمی شود", "رسانه های", "کتاب هایشان", "بزرگ تر", "مهم ترین", "رفته اند",
    "خانه ای", "میشود", "برنامهها", "کتابهای", "می‌‌رود", "‌همایش", "ویژه‌", "می¬شود", "عزیـــز", "ھنر",
    "که که", "از از", "  ", " ،", " .", "گفت:این", "آمد.وی", "( نخست )", "طرح(دوم)تا", "« سوم »",
    "خانه ی", "خانهء", "خانه‌ی", "جلسۀ", "مرحله دوم", "رسماًً", "رسما ً", "می\u200eشود", "\u200f", "\u202b", "\u202c",
    "\u200b", "می&zwnj;شود", "&#1740;", "③", "۱２", "سلاممم", "سرمایة", "کٹاب", "ـ", "۵۰﷼", "رسید！", "Gооgle",
    "بین المللی", "بر می‌گردد", "سوم- چهارم", "بسیاد",
    "۹متر", "ساعت۱۰", "پیامکSMS", "ساعت ۱۰: ۳۰", "۱۲. ۷ درصد", "٪۱۲", "۱,۲۵۰,۰۰۰", "۱،۲۵۰ نفر", "۳.۵ درصد", "۱۴۰۲٬",
    "۲۵ ام", "کتاب, دفتر", "چرا?", "--", "....", "..", "!!", "!؟", "،.", "(، نخست)", "»دوم«", "<<سوم>>", "((چهارم))",
    "متن\u00a0دوم", "example. com", "سخن [۱]",
)  # fmt: skip
FACTS = (
    "1402", "۱۴۰۲", "٤٥٦", "۱2۳", "12.5", "۱٬۲۵۰٬۰۰۰", "3,500", "۱۲ %", "۱۲٪", "۱۴۰۲/۱۱/۱۲", "12/11/1402",
    "۱۴۰۲ / ۱۱ / ۱۲", "۱۲  /  ۱۱/۱۲", "10:30", "۹:۰۵", "021-88776655", "۰۹۱۲-۱۲۳۴۵۶۷", "IR820540102680020817909002",
    "IR82 0540 1026 8002 0817 9090 02", "info@example.ir", "https://example.ir/a?b=1",
    "www.example.ir/a_b-c", "example.com", "@example_pr", "#روابط_عمومی", "#روابط‌عمومی", "ISO 9001:2015",
    "iPhone 15 Pro", "A4", "2.5.1", "۱۲۳/الف/۴۵۶", "Persian Gulf Co. Ltd.", "SMSها", "۲۵‌ام", "3/4",
    "12-15", "(ص)", "🙂", "۱)",
)  # fmt: skip
MARKS = ("،", "؛", ":", ".", "!", "؟", "…", "...", "«", "»", "“", "”", '"', "(", ")", "[", "]", "-", "–", ",", "\u200c")

_pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(FAULTS),
    st.sampled_from(FACTS),
    st.sampled_from(MARKS),
)
_gaps = st.sampled_from((" ", " ", " ", " ", "", "  ", "\u200c"))


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """One paragraph: pieces of all sorts, mostly apart, sometimes run together; never empty, no space at its ends."""
    parts = draw(st.lists(st.tuples(_pieces, _gaps), min_size=1, max_size=25))
    return visible("".join(piece + gap for piece, gap in parts).strip())


def visible(text: str) -> str:
    """``text``, or a word where it shows nothing: such a paragraph goes when what is invisible in it goes."""
    return text if fold(text).strip() else "متن"


@st.composite
def quoted_paragraphs(draw: st.DrawFn) -> str:
    """A paragraph in which somebody is quoted."""
    before, speech, after = draw(paragraphs()), draw(paragraphs()), draw(paragraphs())
    opening, closing = draw(st.sampled_from((("«", "»"), ("“", "”"), ('"', '"'))))
    return f"{before}: {opening}{speech}{closing} {after}"


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A draft of a few paragraphs."""
    return draft_of(draw(st.lists(paragraphs() | quoted_paragraphs(), min_size=1, max_size=4)))


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A paragraph and some edits of it that don't overlap, sorted, not empty."""
    text = draw(paragraphs())
    # Where letters meet spaces, figures and marks, tokens begin and end; in the middle of words little can happen.
    borders = [at for at in range(len(text) + 1) if not text[max(at - 1, 0) : at + 1].isalpha()] or [0]
    places = sorted(draw(st.sets(st.sampled_from(borders), min_size=1, max_size=6)))
    if len(places) % 2:
        places.append(places[-1])
    new = st.sampled_from(("", " ", "\u200c", "ی", "5", "۵", "/", "%", "«", "A", ".", " ۱۲ "))
    return text, [Edit(Span(0, a, b), draw(new)) for a, b in zip(places[::2], places[1::2], strict=True)]
