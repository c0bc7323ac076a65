"""QUO006, QUO007: what somebody is said to have said."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING

from pr_editor.checks.model import DraftCheck, Hit, Related, Rule
from pr_editor.checks.phrases import has_verb
from pr_editor.checks.protect import quoted_spans
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.fold import fold
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.similarity import likeness, longest_run
from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.text.span import Span

_NEWSROOM = "Newsroom practice: a quotation names its speaker and is quoted word by word"

UNATTRIBUTED = Rule(
    "QUO006",
    "quotation-without-speaker",
    N_("Nobody is named who said this."),
    Severity.NOTE,
    None,
    _NEWSROOM,
)
DIFFERENT = Rule(
    "QUO007",
    "quotation-differs",
    N_("The same words are quoted differently elsewhere in this draft: «{other}»."),
    Severity.WARNING,
    None,
    _NEWSROOM,
)

_SENTENCE = 7
"""Words from which a quotation with a verb is speech and no title or saying."""
_SAME = 0.75
"""Share of equal words from which two quotations are one."""
_LEAST = 5
"""Words of the shortest quotation that is compared."""
_SHOWN = 80
_MOST = 100
"""Quotations of a draft that are compared, each with each: no release has more."""
_TEXT = frozenset({Kind.HEADLINE, Kind.LEAD, Kind.BODY, Kind.LIST, Kind.SUBHEAD})
_PROSE = frozenset({Kind.LEAD, Kind.BODY})
_SAYING = re.compile(
    r"(?<!\w)(?:ن?می ?(?:گوی|گفت|افزای|نویس|پرس)\w*|گفت(?:ه|ند|م|ار|گو\w*|وگو\w*)?|افزود\w*|نوشت\w*|پرسید\w*|اظهار\w*"
    r"|تصریح|تاکید|بیان|اعلام|ادامه|خاطر ?نشان|یاداور\w*|اذعان|اضافه|مطرح|عنوان|تشریح|توضیح|پاسخ|جواب|سخن\w*|معتقد\w*"
    r"|فرمود\w*|نقل|قول|دیدگاه|عقیده|باور|نظر|تعبیر|پیام\w*|شعار\w*|خواند\w*|اشاره|هشدار|ابراز|دعوت|خواست\w*|توصیه|وعده"
    r"|خطاب|روایت\w*|حدیث|ایه|بیت|شعر\w*|سرود\w*|جمله\w*|عبارت\w*|متن|مضمون)(?!\w)"
)
"""Verbs and nouns of saying, folded. Whoever speaks is then named or known from the paragraph before."""


_PERSONAL = re.compile(
    rf"(?<![{LETTERS}{ZWNJ}])(?!مانند)[{LETTERS}{ZWNJ}]{{2,}}(?:م|[نی]د)(?![{LETTERS}{ZWNJ}])(?<!خرید)"
)
"""Words that end as verbs of a person do; «مانند» and «خرید» are sooner none."""


@dataclass(frozen=True, slots=True)
class _Quote:
    view: ParagraphView
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def span(self) -> Span:
        return self.view.span(self.start, self.end)


def unattributed(draft: DraftView, context: Context) -> Iterator[Hit]:
    """QUO006: quoted sentences with no word of saying in the paragraph or beside it."""
    for at, view in enumerate(draft.paragraphs):
        if view.kind not in _PROSE:
            continue
        spoken = [quote for quote in _quotes(view) if _is_speech(quote, context.language)]
        if spoken and not any(map(_says, draft.paragraphs[max(at - 1, 0) : at + 2])):
            yield from (Hit(UNATTRIBUTED, quote.span) for quote in spoken)


def _quotes(view: ParagraphView) -> Iterator[_Quote]:
    if "«" not in view.text and '"' not in view.text and "“" not in view.text:
        return
    for start, end in quoted_spans(view.text):
        first = bisect_left(view.compared, start, key=attrgetter("start"))
        last = bisect_left(view.compared, end, key=attrgetter("start"))
        words = tuple(word.text for word in view.compared[first:last])
        if len(words) >= _LEAST:
            yield _Quote(view, start, end, words)


def _is_speech(quote: _Quote, language: Language) -> bool:
    """Whether it is a sentence that nothing introduces: «علی کریمی: …» names the speaker."""
    text = quote.view.text
    introduced = text[: quote.start - 1].rstrip().endswith(":")
    return len(quote.words) >= _SENTENCE and not introduced and _is_sentence(quote, language)


def _is_sentence(quote: _Quote, language: Language) -> bool:
    """Whether there is a verb in it, one of the common ones or any of the first person or the plural."""
    text = quote.span.of(quote.view.text)
    return has_verb(fold(text)) or any(map(language.is_verb, _PERSONAL.findall(text)))


def _says(view: ParagraphView) -> bool:
    """Whether a paragraph says that somebody speaks, outside of what is quoted."""
    text, at, outside = view.text, 0, []
    for start, end in quoted_spans(text):
        outside.append(text[at:start])
        at = end
    return bool(_SAYING.search(fold(" ".join((*outside, text[at:])))))


def different(draft: DraftView, context: Context) -> Iterator[Hit]:
    """QUO007: two quoted sentences that are one but for a few words; a shortened one is no other."""
    quotes = [quote for view in draft.paragraphs if view.kind in _TEXT for quote in _quotes(view)][:_MOST]
    for earlier, later in combinations(quotes, 2):
        if _differ(earlier.words, later.words) and _is_sentence(later, context.language):
            other = earlier.span.of(earlier.view.text)
            shown = other if len(other) <= _SHOWN else other[:_SHOWN].rstrip() + "…"
            yield Hit(DIFFERENT, later.span, (("other", shown),), (Related(earlier.span),))


def _differ(a: Sequence[str], b: Sequence[str]) -> bool:
    if a == b or 2 * min(len(a), len(b)) < len(a) or 2 * min(len(a), len(b)) < len(b):
        return False
    if likeness(a, b) < _SAME:
        return False
    return longest_run(a, b)[2] < min(len(a), len(b))


CHECKS: tuple[Check, ...] = (DraftCheck((UNATTRIBUTED,), unattributed), DraftCheck((DIFFERENT,), different))
