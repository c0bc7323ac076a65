"""CHR: letters of other keyboards and scripts, old character forms, and what hides inside words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ARABIC, LOOK_ALIKES, NON_JOINING, TATWEEL, ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.span import Edit
    from pr_editor.text.tokens import Token

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi"
_STANDARD = "ISIRI 6219, Persian Information Interchange and Display Mechanism, using Unicode"

ARABIC_LETTER = Rule(
    code="CHR001",
    name="arabic-letter",
    summary=N_("«{text}» holds an Arabic ye or kaf instead of the Persian letter."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
)
FOREIGN_LETTER = Rule(
    code="CHR002",
    name="look-alike-letter",
    summary=N_("«{text}» holds a letter of another language that only looks Persian."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
)
OLD_FORM = Rule(
    code="CHR003",
    name="presentation-form",
    summary=N_("«{text}» is written in fixed letter shapes that neither search nor screen readers understand."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="The Unicode Standard, Arabic Presentation Forms are for compatibility only",
)
STRETCHED = Rule(
    code="CHR004",
    name="stretched-word",
    summary=N_("«{text}» is stretched by kashida signs, which hide it from every search."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
HIDDEN = Rule(
    code="CHR005",
    name="hidden-character",
    summary=N_("An invisible or stray character hides in «{text}» or at its border."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
)

_ARABIC = str.maketrans(ARABIC)
_LOOK_ALIKES = str.maketrans(LOOK_ALIKES)
_OF_ANOTHER_LANGUAGE = re.compile("[ٹڈڑںۆڕڵښړځڅډټڼږۇۈۋ]")
"""Letters with no Persian look-alike: the word is Urdu, Pashto, Kurdish or Azeri and stays as its writer meant it."""
_VOCALISED = re.compile("[\u064b-\u0650\u0652]")
_MOST_VOWEL_SIGNS = 2

_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd40-\ufdef\ufe70-\ufefc]")
_ODD = re.compile(f"[{''.join((*ARABIC, *LOOK_ALIKES))}{TATWEEL}\ufb50-\ufd3d\ufd40-\ufdef\ufe70-\ufefc]")
"""Whatever the rules about letters look for: most paragraphs hold none of it."""
_UNJOINED_TAIL = ("FINAL FORM", "ISOLATED FORM")

_HIDDEN = "\u00ac\u00ad\u200b\u200d\u2060\ufeff\u001f"
_BORDER = re.compile(f"[\u00ad\u200b\u2060\ufeff{ZWNJ}]+")
_LETTER = f"[{LETTERS}{SIGNS}]"
_PIECE = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}{_HIDDEN}]+")
_HIDDEN_RUN = re.compile(f"(?<!{ZWNJ}){ZWNJ}*+[{_HIDDEN}][{_HIDDEN}{ZWNJ}]*")
_STRETCH = re.compile(f"(?<={_LETTER})(?<!{TATWEEL}){TATWEEL}++(?=[{LETTERS}])")
_LEAST_STRETCHED = 2


def letters(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report each word with Arabic, look-alike or presentation letters or with kashida signs, one finding a rule."""
    if not _ODD.search(view.text):
        return
    for word in view.words:
        text = word.text
        if not _ODD.search(text):
            continue
        if text.translate(_ARABIC) != text and not _is_arabic_text(text):
            yield _rewritten(view, word, ARABIC_LETTER, text.translate(_ARABIC), Applicability.SAFE)
        plain = text.translate(_LOOK_ALIKES)
        if plain != text and not _OF_ANOTHER_LANGUAGE.search(text):
            yield _rewritten(view, word, FOREIGN_LETTER, plain, _safe_if(context.language.lists(plain)))
        if _PRESENTATION.search(text):
            yield _rewritten(view, word, OLD_FORM, _base_letters(text), Applicability.SAFE)
        if TATWEEL in text and (hit := _stretched(view, word, context)):
            yield hit


def hidden(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report what hides inside words (not-signs, soft hyphens, zero-width spaces and joiners) and at their borders."""
    for piece in _PIECE.finditer(view.text):
        text = piece.group().strip(_HIDDEN + ZWNJ)
        start = piece.start() + piece.group().index(text)
        border = _border_edits(view, piece, start, start + len(text)) if text else []
        runs = list(_HIDDEN_RUN.finditer(text))
        if not runs and not border:
            continue
        lists = context.language.lists
        joined, parted = _HIDDEN_RUN.sub("", text), _HIDDEN_RUN.sub(ZWNJ, text)
        has_half_space = all(ZWNJ in run.group() for run in runs)
        meant = parted if has_half_space or lists(parted) or not lists(joined) else joined
        inner = [view.edit(start + run.start(), start + run.end(), ZWNJ if meant is parted else "") for run in runs]
        sure = _safe_if(has_half_space or lists(meant))
        written = fix(N_("Write «{word}»"), [*border, *inner], sure, word=meant)
        yield Hit(HIDDEN, view.span(piece.start(), piece.end()), fixes=(written,))


def _border_edits(view: ParagraphView, piece: re.Match[str], start: int, end: int) -> list[Edit]:
    """Remove what is invisible between a word, ``[start, end)``, and the white space or the end of text beside it."""
    text = view.text
    edits = []
    if _BORDER.fullmatch(text, piece.start(), start) and (piece.start() == 0 or text[piece.start() - 1].isspace()):
        edits.append(view.edit(piece.start(), start, ""))
    if _BORDER.fullmatch(text, end, piece.end()) and (piece.end() == len(text) or text[piece.end()].isspace()):
        edits.append(view.edit(end, piece.end(), ""))
    return edits


def _is_arabic_text(word: str) -> bool:
    """Whether the word is vocalised as only quoted Arabic is: a verse keeps its letters."""
    return len(_VOCALISED.findall(word)) >= _MOST_VOWEL_SIGNS


def _safe_if(sure: bool) -> Applicability:
    return Applicability.SAFE if sure else Applicability.ASK


def _rewritten(view: ParagraphView, word: Token, rule: Rule, text: str, applicability: Applicability) -> Hit:
    title = N_("Write «{word}»")
    edits = [view.edit(word.start, word.end, text)]
    return Hit(rule, view.span(word.start, word.end), fixes=(fix(title, edits, applicability, word=text),))


def _base_letters(word: str) -> str:
    """The letters behind presentation forms; a shape that ends a joined run inside the word stands for a half-space."""
    out: list[str] = []
    for at, ch in enumerate(word):
        base = unicodedata.normalize("NFKC", ch) if _PRESENTATION.match(ch) else ch
        out.append(base.translate(_ARABIC))
        ends_run = unicodedata.name(ch, "").endswith(_UNJOINED_TAIL) and base[-1] not in NON_JOINING
        if ends_run and at + 1 < len(word) and word[at + 1] != ZWNJ:
            out.append(ZWNJ)
    return "".join(out)


def _stretched(view: ParagraphView, word: Token, context: Context) -> Hit | None:
    """A word with kashidas between its letters. A single one may be a dash between two words, so the lists decide."""
    if not _STRETCH.search(word.text):
        return None
    plain = _STRETCH.sub("", word.text)
    sure = context.language.lists(plain)
    if not sure and TATWEEL * _LEAST_STRETCHED not in word.text:
        return None
    return _rewritten(view, word, STRETCHED, plain, _safe_if(sure))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((ARABIC_LETTER, FOREIGN_LETTER, OLD_FORM, STRETCHED), letters),
    ParagraphCheck((HIDDEN,), hidden),
)
