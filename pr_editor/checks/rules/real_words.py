"""SPL004: a correct word that is probably the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule
from pr_editor.checks.strangers import announces_name
from pr_editor.checks.word_places import alone_in_marks, beside, is_part, replacements
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

OTHER_MEANT = Rule(
    code="SPL004",
    name="another-word-meant",
    summary=N_("«{text}» is a word, but probably another one was meant here."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority="Words side by side counted in published news, and in the approved releases of the house",
)
_REACH = 2
"""Words on either side that are looked at."""


def check(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report known words that hardly ever stand beside these neighbours, one slip from one that does."""
    language = context.language
    knows = [language.knows(token.text) for token in view.words]
    for at, token in enumerate(view.words):
        if all(knows[max(0, at - 1) : at + 2]) and language.may_doubt(token.text):
            before, after = _run(view, at, -1)[::-1], _run(view, at, 1)
            candidates = language.meant(token.text, before, after) if before or after else ()
            if candidates and not _is_excused(view, context, at):
                fixes = replacements(view, token, candidates)
                yield Hit(OTHER_MEANT, view.span(token.start, token.end), fixes=fixes)


def _run(view: ParagraphView, at: int, step: int) -> list[str]:
    """The words on one side, nearest first, as far as nothing but white space parts them."""
    found: list[str] = []
    while len(found) < _REACH and (word := beside(view, at, at + step)):
        found.append(word)
        at += step
    return found


def _is_excused(view: ParagraphView, context: Context, at: int) -> bool:
    """Whether the word is sooner a name, a word quoted for itself, or a part of one that lacks its half-space."""
    word = view.words[at]
    return (
        announces_name(beside(view, at, at - 1))
        or alone_in_marks(view, word)
        or is_part(context.language, beside(view, at, at - 1), word.text, beside(view, at, at + 1))
    )


CHECKS: tuple[Check, ...] = (ParagraphCheck((OTHER_MEANT,), check),)
