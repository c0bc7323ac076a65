"""TRM001: misspellings so common that word lists accept them, or no list explains them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.tokens import Token

MISSPELLING = Rule(
    code="TRM001",
    name="common-misspelling",
    summary=N_("«{text}» is a common misspelling of «{word}»."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Farhang-e Emlayi and Dastur-e Khatt-e Farsi",
)
_RULES: Mapping[str, Rule] = MappingProxyType({"errors": MISSPELLING})
"""Which rule reports the terms of a pack."""
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "put-or-perform": N_("«{text}» should be «{word}»: گزاردن is to perform, گذاردن to put or to found."),
        "rise-or-want": N_("«{text}» should be «{word}»: خاستن is to rise, خواستن to want."),
        "persian-tanvin": N_("«{text}» should be «{word}»: only Arabic words take tanvin."),
    }
)
"""What is said instead of the rule's summary, by the reason a term is listed for."""
_MOST_WORDS = 3


def misspellings(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report the terms of all packs, in every inflected form."""
    words, terms = view.words, context.language.terms
    after = 0
    for at, token in enumerate(words):
        if at < after:
            continue
        if not terms.may_begin(token.text):
            continue
        match = terms.find(tuple(word.text for word in _run(view, at)))
        if match is None or context.language.is_added(token.text):
            continue
        after = at + match.words
        start, end = token.start, words[after - 1].end
        put = fix(N_("Write «{word}»"), [view.edit(start, end, match.right)], Applicability.ASK, word=match.right)
        yield Hit(
            _RULES[match.term.pack],
            view.span(start, end),
            args=(("word", match.right),),
            fixes=(put,),
            message=_REASONS.get(match.term.reason, ""),
        )


def _run(view: ParagraphView, at: int) -> Iterator[Token]:
    """The word ``at`` and those after it with nothing but spaces between."""
    end = view.words[at].start
    for word in view.words[at : at + _MOST_WORDS]:
        if view.text[end : word.start].strip():
            return
        yield word
        end = word.end


CHECKS: tuple[Check, ...] = (ParagraphCheck((MISSPELLING,), misspellings),)
