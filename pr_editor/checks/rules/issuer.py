"""BYL004–005: who issued the release, and whether it says so in the words the house has registered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, DraftCheck, Hit, Related, Rule, fix
from pr_editor.checks.phrases import any_of
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.fold import fold_map
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.span import Edit, Span

NO_SOURCE = Rule(
    "BYL004",
    "source-missing",
    N_("No source or issuing office is named."),
    Severity.ERROR,
    None,
    "Public relations practice: a release names its author and the office that answers for it",
)
FORMULA = Rule(
    "BYL005",
    "attribution-formula",
    N_("The attribution differs from the registered formula «{formula}»."),
    Severity.WARNING,
    Applicability.ASK,
    "The house's own registered attribution formula (profile, [byline] registered_formula)",
)

_PROSE = frozenset({Kind.LEAD, Kind.BODY})
_COMMA = re.compile(r"\s*[،,]\s*")


def _issuer(draft: DraftView, _: Context) -> Iterator[Hit]:
    """BYL004: is an issuing office named?"""
    if draft.paragraphs and draft.structure.source is None:
        last = draft.paragraphs[-1]
        yield Hit(NO_SOURCE, last.span(len(last.text), len(last.text)))


def _formula(draft: DraftView, context: Context) -> Iterator[Hit]:
    """BYL005: does the text carry the house's formula: letter by letter, where it begins, and once?"""
    formula = context.profile.options.byline.registered_formula.strip()
    prose = [view for view in draft.paragraphs if view.kind in _PROSE]
    if not formula or not prose:
        return
    args = (("formula", formula),)
    places = [(view, place) for view in prose for place in _places(view, formula)]
    if not places:
        yield _missing(draft, prose, formula)
        return
    (view, first), *others = places
    if first.of(view.text) != formula:
        yield Hit(FORMULA, first, args, fixes=(_written(view.edit(first.start, first.end, formula)),))
    elif view not in _opening(prose):
        said = N_("The registered formula «{formula}» belongs where the text begins.")
        yield Hit(FORMULA, first, args, fixes=_moved(view, first, prose, formula), message=said)
    for other, place in others:
        said = N_("The registered formula «{formula}» stands here once more.")
        yield Hit(FORMULA, place, args, (Related(first),), _dropped(other, place), message=said)


def _missing(draft: DraftView, prose: Sequence[ParagraphView], formula: str) -> Hit:
    """No formula at all, or another one in its place."""
    args, source = (("formula", formula),), draft.structure.source
    for view in prose if source else ():
        if source and view.key == source.span.key:
            span = source.span
            return Hit(FORMULA, span, args, fixes=(_written(view.edit(span.start, span.end, formula)),))
    view = _opening(prose)[-1]
    put = fix("Add the registered formula", [view.edit(0, 0, f"{formula}، ")], Applicability.ASK)
    said = N_("The registered formula «{formula}» is missing.")
    return Hit(FORMULA, view.span(0, 0), args, fixes=(put,), message=said)


def _places(view: ParagraphView, formula: str) -> list[Span]:
    """Where the formula stands, in whatever letters and with whatever half-spaces and spaces."""
    matches = list(re.finditer(any_of([formula]), view.folded))
    if not matches:
        return []
    _, origin = fold_map(view.text)
    return [view.span(origin[match.start()], origin[match.end() - 1] + 1) for match in matches]


def _opening(prose: Sequence[ParagraphView]) -> Sequence[ParagraphView]:
    """Where the formula may stand: in the lead or right under it; without a lead in the first paragraph."""
    return prose[:2] if prose[0].kind is Kind.LEAD else prose[:1]


def _written(edit: Edit) -> Fix:
    return fix("Write the registered formula", [edit], Applicability.ASK)


def _moved(view: ParagraphView, place: Span, prose: Sequence[ParagraphView], formula: str) -> tuple[Fix, ...]:
    """Take the formula from the head of a later paragraph to the one it belongs to."""
    rest = _COMMA.match(view.text, place.end)
    if place.start or rest is None:
        return ()
    target = _opening(prose)[-1]
    edits = [target.edit(0, 0, f"{formula}، "), view.edit(0, rest.end(), "")]
    return (fix("Move the registered formula to the beginning", edits, Applicability.ASK),)


def _dropped(view: ParagraphView, place: Span) -> tuple[Fix, ...]:
    """Take the formula away where a comma sets it off from its sentence."""
    rest = _COMMA.match(view.text, place.end)
    if rest is None:
        return ()
    return (fix("Take it out here", [view.edit(place.start, rest.end(), "")], Applicability.ASK),)


CHECKS: tuple[Check, ...] = (DraftCheck((NO_SOURCE,), _issuer), DraftCheck((FORMULA,), _formula))
