"""CHR: letters that may be meant as they stand, so that the word lists or the editor must decide."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from pr_editor.checks.ezafe_forms import HEH, house_end, is_silent
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.checks.protect import quoted_spans
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ARABIC
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.tokens import Token

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi"

DRAWN_OUT = Rule(
    code="CHR014",
    name="repeated-letter",
    summary=N_("In «{text}» a letter stands more than twice in a row."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_ACADEMY,
)
OTHER_LANGUAGE = Rule(
    code="CHR015",
    name="letter-of-another-language",
    summary=N_("«{text}» holds a letter that Persian does not have."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority="ISIRI 6219, Persian Information Interchange and Display Mechanism, using Unicode",
)
TEH_MARBUTA = Rule(
    code="CHR016",
    name="teh-marbuta",
    summary=N_("«{text}» ends in an Arabic ة, which Persian words write as ه or ت."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_ACADEMY,
)

_DRAWN_OUT = re.compile(rf"([{LETTERS}])\1{{2,}}")
_MOST_RUNS = 3
_PERSIAN = {
    "ښ": "شس", "ړ": "ر", "ځ": "جز", "څ": "چس", "ډ": "د", "ټ": "ت", "ڼ": "ن", "ږ": "گژ", "ګ": "گک",
    "ٹ": "ت", "ڈ": "د", "ڑ": "ر", "ں": "ن", "ۆ": "و", "ڕ": "ر", "ڵ": "ل", "ۇ": "و", "ۈ": "و", "ۋ": "و",
}  # fmt: skip
"""Letters of Pashto, Urdu, Kurdish and Azeri, and the Persian ones they are taken for or slip in for."""
_OTHER = re.compile(f"[{''.join(_PERSIAN)}]")
_MOST_OTHER = 2
_ARTICLE = "ال"
_TEH_MARBUTA = "ة"
_ARABIC = str.maketrans(ARABIC)
_VOWEL_SIGN = re.compile("[\u064b-\u0652]")


def drawn_out(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words with a letter three times in a row; the word lists decide between one and two of it."""
    if not _DRAWN_OUT.search(view.text):
        return
    for word in view.words:
        runs = [match for match in _DRAWN_OUT.finditer(word.text) if match[1] != "ـ"]
        if runs and not context.language.lists(word.text):
            yield _offered(view, context, word, DRAWN_OUT, _shortened(word.text, runs[:_MOST_RUNS]))


def _shortened(word: str, runs: list[re.Match[str]]) -> Iterator[str]:
    """The word with one or two of each drawn-out letter."""
    for counts in product((1, 2), repeat=len(runs)):
        out, at = [], 0
        for run, count in zip(runs, counts, strict=True):
            out += [word[at : run.start()], run[1] * count]
            at = run.end()
        yield "".join([*out, word[at:]])


def other_language(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words that are Persian but for a letter of a neighbour's language; not in quotes, not in such a text."""
    if not _OTHER.search(view.text):
        return
    foreign = [word for word in view.words if _OTHER.search(word.text)]
    if len(foreign) > _MOST_OTHER:
        return
    for word in foreign:
        hit = _offered(view, context, word, OTHER_LANGUAGE, _persian(word.text))
        if hit.fixes and not _is_quoted(view, word):
            yield hit


def _persian(word: str) -> Iterator[str]:
    for letters in product(*(_PERSIAN.get(ch, ch) for ch in word)):
        yield "".join(letters)


def teh_marbuta(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words in final ة where Persian has its own form, outside quotes and Arabic phrases."""
    if _TEH_MARBUTA not in view.text:
        return
    for at, word in enumerate(view.words):
        if word.text.endswith(_TEH_MARBUTA) and not _is_arabic(view, at) and not _is_quoted(view, word):
            stem = word.text[:-1].translate(_ARABIC)
            ends = [house_end(context)] if _is_in_ezafe(view, context, at, stem) else []
            hit = _offered(view, context, word, TEH_MARBUTA, [stem + end for end in (*ends, *"هت")], ordered=bool(ends))
            if hit.fixes:
                yield hit


def _is_in_ezafe(view: ParagraphView, context: Context, at: int, stem: str) -> bool:
    """Whether ة may be an old way to write the ezafe: «سرمایة اجتماعی»."""
    word, *after = view.words[at : at + 2]
    goes_on = bool(after) and view.text[word.end : after[0].start] == " "
    return goes_on and is_silent(context.language, stem + HEH)


def _is_arabic(view: ParagraphView, at: int) -> bool:
    """Whether the word belongs to an Arabic phrase: vocalised, with the article, or before a word that has it."""
    word, *after = view.words[at : at + 2]
    phrase = [word.text, *(one.text for one in after)]
    return any(text.startswith(_ARTICLE) for text in phrase) or _VOWEL_SIGN.search(word.text) is not None


def _is_quoted(view: ParagraphView, word: Token) -> bool:
    return any(start <= word.start < end for start, end in quoted_spans(view.text))


def _offered(
    view: ParagraphView, context: Context, word: Token, rule: Rule, forms: Iterable[str], *, ordered: bool = False
) -> Hit:
    """A finding that offers those of ``forms`` that are words, the most frequent first unless they are in order."""
    known = list(filter(context.language.lists, forms))
    if not ordered:
        known.sort(key=context.language.frequency, reverse=True)
    fixes = tuple(
        fix(N_("Write «{word}»"), [view.edit(word.start, word.end, form)], Applicability.ASK, word=form)
        for form in known
    )
    return Hit(rule, view.span(word.start, word.end), fixes=fixes)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((DRAWN_OUT,), drawn_out),
    ParagraphCheck((OTHER_LANGUAGE,), other_language),
    ParagraphCheck((TEH_MARBUTA,), teh_marbuta),
)
