"""TRM: words the program's packs or the house would rather see written another way."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.language.normal import normal
from pr_editor.profile.lists import Pack
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.terms import Match
    from pr_editor.text.tokens import Token

MISSPELLING = Rule(
    code="TRM001",
    name="common-misspelling",
    summary=N_("«{text}» is a common misspelling of «{word}»."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Farhang-e Emlayi and Dastur-e Khatt-e Farsi",
)
ADVICE = Rule(
    code="TRM002",
    name="plainer-words",
    summary=N_("«{text}» is better said «{word}»."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Persian handbooks of editing, among them A. Najafi, Ghalat nanevisim",
)
TASTE = Rule(
    code="TRM003",
    name="words-of-taste",
    summary=N_("«{text}» may be said «{word}»."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Farhang-e Vazhe-ha-ye Mosavvab; newsrooms differ",
)
HOUSE = Rule(
    code="TRM004",
    name="house-term",
    summary=N_("The house writes «{word}», not «{text}»."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="The house's own terms (profile, [lists] terms)",
)
_RULES: Mapping[str, Rule] = MappingProxyType({"errors": MISSPELLING, "advice": ADVICE, "taste": TASTE})
"""Which rule reports the terms of a pack."""
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "put-or-perform": N_("«{text}» should be «{word}»: گزاردن is to perform, گذاردن to put or to found."),
        "rise-or-want": N_("«{text}» should be «{word}»: خاستن is to rise, خواستن to want."),
        "persian-tanvin": N_("«{text}» should be «{word}»: only Arabic words take tanvin."),
        "redundant": N_("«{text}» says one thing twice: «{word}»."),
        "persian-at": N_("«{text}» is an Arabic plural of a Persian word: «{word}»."),
        "double-plural": N_("«{text}» is the plural of a plural: «{word}»."),
        "loanword": N_("The Academy's word for «{text}» is «{word}»."),
    }
)
"""What is said instead of the rule's summary, by the reason a term is listed for."""
_WITH_ADVICE = N_("The house writes «{word}», not «{text}»: {advice}")
_AVOIDED = N_("The house does not write «{text}».")
_AVOIDED_WITH_ADVICE = N_("The house does not write «{text}»: {advice}")


def terms(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report the terms of the house and of all packs, in every inflected form; the house has the first word."""
    for run in _runs(view):
        words = [token.text for token in run]
        own = list(context.house.terms.matches(words))
        taken = {at for match in own for at in range(match.start, match.start + match.words)}
        for match in own:
            yield _house_hit(view, run, match)
        for match in context.language.terms.matches(words):
            added = context.language.is_added(words[match.start])
            if not added and match.start not in taken and normal(match.term.wrong) not in context.house.preferred:
                yield _hit(view, run, match, _RULES[match.term.pack], _REASONS.get(match.term.reason, ""))


def _runs(view: ParagraphView) -> Iterator[Sequence[Token]]:
    """Words with nothing but spaces between, as many as there are in a row."""
    words, text = view.words, view.text
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or text[words[at - 1].end : words[at].start].strip():
            yield words[first:at]
            first = at


def _house_hit(view: ParagraphView, run: Sequence[Token], match: Match) -> Hit:
    advice = match.term.reason
    severity = Severity.ERROR if match.term.pack == Pack.ERROR else Severity.NOTE
    if match.right:
        return _hit(view, run, match, HOUSE, _WITH_ADVICE if advice else "", severity)
    return _hit(view, run, match, HOUSE, _AVOIDED_WITH_ADVICE if advice else _AVOIDED, severity)


def _hit(
    view: ParagraphView,
    run: Sequence[Token],
    match: Match,
    rule: Rule,
    message: str = "",
    severity: Severity | None = None,
) -> Hit:
    start, end = run[match.start].start, run[match.start + match.words - 1].end
    return Hit(
        rule,
        view.span(start, end),
        args=(("word", "، ".join(match.right)), ("advice", match.term.reason)),
        fixes=tuple(_write(view, start, end, word) for word in match.right),
        message=message,
        severity=severity,
    )


def _write(view: ParagraphView, start: int, end: int, word: str) -> Fix:
    return fix(N_("Write «{word}»"), [view.edit(start, end, word)], Applicability.ASK, word=word)


CHECKS: tuple[Check, ...] = (ParagraphCheck((MISSPELLING, ADVICE, TASTE, HOUSE), terms),)
