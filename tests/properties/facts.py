"""What must come out of every fix, each between spaces, so that a test can look for it without the guard's eyes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pr_editor.text.draft import Draft, draft_of
from tests.properties.strategies import FAULTS, WORDS, visible

if TYPE_CHECKING:
    from pathlib import Path

VERBATIM = (
    "info@example.ir", "r.ahmadi+news@press.example.com", "https://example.ir/a?b=1&c=می", "www.example.ir/a_b-c",
    "example.com", "@example_pr", "#روابط_عمومی", "#روابط‌عمومی", "#كتاب", "Persian", "Co-op", "iPhone", "A4",
    "COVID-19", "2.5.1", "report-v2.1.docx", "iOS17.4",
)  # fmt: skip
"""To the letter."""
IDENTITIES = (
    "IR820540102680020817909002", "IR۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲", "IR82 0540 1026 8002 0817 9090 02",
    "IR۸۲ ۰۵۴۰ ۱۰۲۶ ۸۰۰۲ ۰۸۱۷ ۹۰۹۰ ۰۲", "0084575948", "۰۰۸۴۵۷۵۹۴۸", "۰۰۸-۴۵۷۵۹۴-۸", "۱۴۰۰۳۲۱۵۶۷۸", "1193547860",
    "021-88776655", "۰۲۱-۸۸۷۷۶۶۵۵", "۰۹۱۲۳۴۵۶۷۸۹", "09123456789", "+989123456789", "۱۴۰۲/۱۱/۱۲", "1402/07/05",
    "2024-01-31", "12/11/1402", "10:30", "۹:۰۵", "۲۳:۵۹:۳۰", "۱۲۳/الف/۴۵۶", "6037-9975-1234-5678",
    "۶۰۳۷۹۹۷۵۱۲۳۴۵۶۷۸", "۲-۳", "۱۲-۱۵", "1402", "۷",
)  # fmt: skip
"""But for the script of their digits."""
FIGURES = ("۱٬۲۵۰٬۰۰۰", "1,250,000", "3,500", "12.5", "۱۲٫۵", "۳٫۵٪", "12%", "۱۲ %", "۰/۷۵", "۱:۲", "16:9")
"""But for digits and the marks inside a number."""
NAMES = (
    "رسانه های نو", "خانه ی هنر", "كارخانه بزرگ تر", "بین المللی بهاران", "می نا رادمنش", "سلاممم",
    "علي رضا کریمی", "گروه میشود", "کتابهای زرین", "شرکت فراز , فرود", "ویژه‌ نامه", "موسسۀ امید", "خانهء مهر",
)  # fmt: skip
"""Names a house might register against every rule."""
ADDED = ("زرپوناک", "میروند", "برنامهها", "رسماًً", "که‌که")
"""Words a user might add to the dictionary."""

_SCRIPT = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_MARKS = str.maketrans({"٫": ".", "/": ".", "٬": ",", "٪": "%"})
_KEYS = str.maketrans({"ي": "ی", "ك": "ک", "ۀ": "ه", "\u0654": None, "ـ": None})


def verbatim(text: str) -> str:
    """The text itself."""
    return text


def in_one_script(text: str) -> str:
    """Digits of one script."""
    return text.translate(_SCRIPT)


def in_one_form(text: str) -> str:
    """Digits of one script, numbers with one sort of marks, no space before a percentage sign."""
    return re.sub(r"(?<=\d) (?=%)", "", text.translate(_SCRIPT).translate(_MARKS))


def in_one_keyboard(text: str) -> str:
    """ی, ک, no stretching, no hamza of an ezafe, spaces single."""
    return re.sub(" +", " ", text.translate(_KEYS))


def lost(before: str, after: str) -> list[str]:
    """The facts that stand less often, between anything but letters and figures, in ``after`` than in ``before``."""
    levels = ((VERBATIM, verbatim), (IDENTITIES, in_one_script), (FIGURES, in_one_form))
    return [
        fact
        for facts, level in levels
        for fact in facts
        if _times(level(fact), level(before)) > _times(level(fact), level(after))
    ]


def lost_names(before: str, after: str) -> list[str]:
    """The names and added words that stand less often in ``after`` than in ``before``."""
    old, new = in_one_keyboard(before), in_one_keyboard(after)
    return [
        name for name in (*NAMES, *ADDED) if _times(in_one_keyboard(name), old) > _times(in_one_keyboard(name), new)
    ]


def _times(fact: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(fact)}(?!\w)", text))


_facts = st.sampled_from((*VERBATIM, *IDENTITIES, *FIGURES))
_any = st.one_of(
    _facts,
    _facts,
    st.sampled_from((*NAMES, *ADDED)),
    st.sampled_from(FAULTS),
    st.sampled_from(FAULTS),
    st.sampled_from(WORDS),
)


@st.composite
def laden(draw: st.DrawFn) -> Draft:
    """A draft of words, faults, facts and names, with spaces between."""
    paragraph = st.lists(_any, min_size=1, max_size=16).map(" ".join).map(visible)
    return draft_of(draw(st.lists(paragraph, min_size=1, max_size=3)))


@st.composite
def loaded(draw: st.DrawFn, paragraphs: tuple[str, ...]) -> Draft:
    """Real ``paragraphs`` into which faults and facts have got between the words."""
    draft = []
    for text in draw(st.lists(st.sampled_from(paragraphs), min_size=1, max_size=2)):
        words = text.split(" ")
        for piece in draw(st.lists(_any, max_size=8)):
            words.insert(draw(st.integers(0, len(words))), piece)
        draft.append(" ".join(words))
    return draft_of(draft)


def paragraphs_of(samples: Path) -> tuple[str, ...]:
    """The paragraphs of the releases that ship with the program."""
    files = sorted(samples.glob("*.txt"))
    return tuple(line.strip() for file in files for line in file.read_text("utf-8").splitlines() if line.strip())
