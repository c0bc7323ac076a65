"""SPL006: misspelled Latin words.

Latin words of Persian copy are mostly brands, models and names, and no dictionary has those. So a word is called
misspelled only where the dictionary has one very near, and nothing says that it is a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, Touches, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.english import English
    from pr_editor.text.tokens import Token

MISSPELLED_LATIN = Rule(
    code="SPL006",
    name="misspelled-latin-word",
    summary=N_("«{text}» is no English word; «{word}» may be meant."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="SCOWL word list (American English) and British endings",
    touches=Touches.LATIN,
)
_LATIN = re.compile("[A-Za-z]")
_LEAST_LETTERS = 5
"""Shorter words are short forms sooner than slips."""
_WORD = re.compile("[A-Za-z]?[a-z]+(?:['’-][a-z]+)*")
"""Neither an abbreviation in capitals nor a brand with capitals inside."""
_BEFORE = re.compile(r"[A-Za-z0-9۰-۹_][._/\\:=+~-]$|[@#$%&._/\\0-9۰-۹-]$")
_AFTER = re.compile(r"[._/\\:=+~@-][A-Za-z0-9۰-۹_]|[@_/\\0-9۰-۹=]")
"""What makes a word part of an address, a code or the name of a file."""
_JOINT = re.compile(r"[ \u00a0]*[,.&'’-]?[ \u00a0]*")
_FOREIGN = 0.25
"""Share of unknown words above which several of them make a foreign name or phrase, not an English one."""
_PHRASE = 3
"""Words of a phrase at the least."""


def latin_words(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report Latin words that one slip turns into English ones."""
    if not _LATIN.search(view.text):
        return
    english = context.language.english
    for run in _runs(view):
        unknown = [token for token in run if len(token.text) >= _LEAST_LETTERS and not english.knows(token.text)]
        if len(unknown) > 1 and len(unknown) > _FOREIGN * len(run):
            continue
        for token in unknown:
            candidates = english.candidates(token.text) if _is_plain(view, token) else ()
            if candidates and _is_slip(token.text, candidates[0], run, english):
                yield _hit(view, token, candidates)


def _runs(view: ParagraphView) -> Iterator[list[Token]]:
    """Latin words one after the other."""
    run: list[Token] = []
    for token in view.tokens:
        if token.kind is not TokenKind.LATIN:
            continue
        if run and not _JOINT.fullmatch(view.text, run[-1].end, token.start):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _is_plain(view: ParagraphView, token: Token) -> bool:
    """Whether this is a word of small letters, but perhaps for the first, and part of nothing longer."""
    before, after = view.text[max(token.start - 2, 0) : token.start], view.text[token.end : token.end + 2]
    return bool(_WORD.fullmatch(token.text)) and not _BEFORE.search(before) and not _AFTER.match(after)


def _is_slip(word: str, candidate: str, run: list[Token], english: English) -> bool:
    """Whether a word is sooner misspelled than new or a name nobody listed.

    It is one slip away. With a capital it must have the letters of a name the dictionary has, in another order, or
    begin a phrase that goes on in small letters.
    """
    if english.slips(word, candidate) != 1 or word[0].lower() != candidate[0].lower():
        return False
    begins_phrase = len(run) >= _PHRASE and run[0].text == word and all(token.text.islower() for token in run[1:])
    return word.islower() or begins_phrase or (_swaps(word, candidate) and english.is_name(candidate))


def _swaps(word: str, other: str) -> bool:
    """Whether the same letters stand in another order: no name comes about like that."""
    return sorted(word.lower()) == sorted(other.lower())


def _hit(view: ParagraphView, token: Token, candidates: tuple[str, ...]) -> Hit:
    fixes = tuple(
        fix(N_("Replace with «{word}»"), [view.edit(token.start, token.end, word)], Applicability.ASK, word=word)
        for word in candidates
    )
    return Hit(MISSPELLED_LATIN, view.span(token.start, token.end), args=(("word", candidates[0]),), fixes=fixes)


CHECKS: tuple[Check, ...] = (ParagraphCheck((MISSPELLED_LATIN,), latin_words),)
