"""BYL: who wrote the release and who issued it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.attribution import ORNAMENT
from pr_editor.checks.model import Applicability, DraftCheck, Hit, Related, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.profile.options import ReleaseKind
from pr_editor.text.draft import Kind
from pr_editor.text.fold import fold, fold_map
from pr_editor.text.message import N_
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.attribution import Byline
    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView

_PUBLIC_RELATIONS = "Public relations practice: a release names its author and the office that answers for it"

NO_BYLINE = Rule(
    "BYL001",
    "byline-missing",
    N_("Nobody is named as the author."),
    Severity.ERROR,
    None,
    _PUBLIC_RELATIONS,
)
NO_NAME = Rule(
    "BYL002",
    "byline-without-name",
    N_("The byline names nobody."),
    Severity.ERROR,
    None,
    _PUBLIC_RELATIONS,
)
NO_ROLE = Rule(
    "BYL003",
    "byline-without-role",
    N_("The byline says neither the author's role nor the organisation."),
    Severity.WARNING,
    None,
    _PUBLIC_RELATIONS,
)
NO_SOURCE = Rule(
    "BYL004",
    "source-missing",
    N_("No source or issuing office is named."),
    Severity.ERROR,
    None,
    _PUBLIC_RELATIONS,
)
FORMULA = Rule(
    "BYL005",
    "attribution-formula",
    N_("The attribution differs from the registered formula «{formula}»."),
    Severity.WARNING,
    Applicability.ASK,
    "The house's own registered attribution formula (profile, [byline] registered_formula)",
)
MALFORMED = Rule(
    "BYL006",
    "byline-malformed",
    N_("The byline is out of place or not written as a byline."),
    Severity.WARNING,
    Applicability.ASK,
    _PUBLIC_RELATIONS,
)

_GENRES = {
    "یادداشت": ReleaseKind.NOTE, "سرمقاله": ReleaseKind.NOTE, "گزارش": ReleaseKind.REPORT,
    "اطلاعیه": ReleaseKind.NOTICE, "بیانیه": ReleaseKind.NOTICE, "اگهی": ReleaseKind.NOTICE, "خبر": ReleaseKind.NEWS,
}  # fmt: skip
_GENRE = re.compile(rf"^{ORNAMENT}(?P<genre>{'|'.join(_GENRES)})\s*(?:\w+\s*)?(?:[:|/؛–—-]|\]|\)|$)")
_SIGNED = frozenset({ReleaseKind.NOTE, ReleaseKind.REPORT})
_PROSE = frozenset({Kind.LEAD, Kind.BODY})
_SPACED_COLON = re.compile(r"^(?P<label>\S+(?: \S+)?)(?P<gap>\s+)[:：]")


def release_kind(draft: DraftView, chosen: ReleaseKind | None) -> ReleaseKind | None:
    """What sort of release this is: the house's choice, else the genre its kicker, headline or byline names.

    A draft that reports «به گزارش …» in its text and names no genre is a news item. None when nothing tells.
    """
    if chosen is not None:
        return chosen
    for view in draft.paragraphs:
        if view.kind in {Kind.KICKER, Kind.HEADLINE, Kind.BYLINE} and (match := _GENRE.match(view.folded)):
            return _GENRES[match["genre"]]
        if view.kind is Kind.BYLINE and view.folded.lstrip(" •-–—*([").startswith("یادداشت"):
            return ReleaseKind.NOTE
    source = draft.structure.source
    in_text = source is not None and any(
        v.key == source.span.key and v.kind is not Kind.SOURCE for v in draft.paragraphs
    )
    return ReleaseKind.NEWS if in_text else None


def _end(draft: DraftView) -> Span:
    last = draft.paragraphs[-1]
    return last.span(len(last.text), len(last.text))


def _author(draft: DraftView, context: Context) -> Iterator[Hit]:
    """BYL001–003: is somebody named, and as what?"""
    if not draft.paragraphs:
        return
    byline = draft.structure.byline
    if byline is None:
        light = release_kind(draft, context.profile.options.release.kind) in {ReleaseKind.NEWS, ReleaseKind.NOTICE}
        yield Hit(NO_BYLINE, _end(draft), severity=Severity.WARNING if light else None)
    elif not byline.name:
        yield Hit(NO_NAME, byline.span)
    elif not byline.role and not byline.organisation:
        yield Hit(NO_ROLE, byline.span)


def _issuer(draft: DraftView, context: Context) -> Iterator[Hit]:
    """BYL004: is an issuing office named?"""
    if draft.paragraphs and draft.structure.source is None:
        signed = release_kind(draft, context.profile.options.release.kind) in _SIGNED
        yield Hit(NO_SOURCE, _end(draft), severity=Severity.WARNING if signed else None)


def _formula(draft: DraftView, context: Context) -> Iterator[Hit]:
    """BYL005: does the text carry the house's formula, letter by letter?"""
    formula = context.profile.options.byline.registered_formula.strip()
    if not formula or release_kind(draft, context.profile.options.release.kind) in _SIGNED:
        return
    args = (("formula", formula),)
    prose = [view for view in draft.paragraphs if view.kind in _PROSE]
    if not prose or any(formula in view.text for view in prose):
        return
    place = next(filter(None, (_folded_place(view, formula) for view in prose)), None) or _other_formula(draft, prose)
    if place is not None:
        put = fix("Write the registered formula", [Edit(place, formula)], Applicability.ASK)
        yield Hit(FORMULA, place, args, fixes=(put,))
        return
    view = prose[1] if len(prose) > 1 else prose[0]
    put = fix("Add the registered formula", [view.edit(0, 0, f"{formula}، ")], Applicability.ASK)
    yield Hit(
        FORMULA, view.span(0, 0), args, fixes=(put,), message=N_("The registered formula «{formula}» is missing.")
    )


def _folded_place(view: ParagraphView, formula: str) -> Span | None:
    """Where the formula stands in other letters or with other half-spaces."""
    at = view.folded.find(fold(formula))
    if at < 0:
        return None
    _, origin = fold_map(view.text)
    return view.span(origin[at], origin[at + len(fold(formula)) - 1] + 1)


def _other_formula(draft: DraftView, prose: list[ParagraphView]) -> Span | None:
    source = draft.structure.source
    return source.span if source and any(view.key == source.span.key for view in prose) else None


def _shape(draft: DraftView, _: Context) -> Iterator[Hit]:
    """BYL006: one byline, in a line of its own, above or below the text, written «label: name»."""
    byline = draft.structure.byline
    if byline is None:
        return
    kinds = [view.kind for view in draft.paragraphs]
    at = next(n for n, view in enumerate(draft.paragraphs) if view.key == byline.span.key)
    if kinds[at] is not Kind.BYLINE:
        yield Hit(MALFORMED, byline.span, message=N_("The byline is run into the text; give it a line of its own."))
    elif Kind.BODY in kinds[:at] and Kind.BODY in kinds[at + 1 :]:
        yield Hit(MALFORMED, byline.span, message=N_("The byline stands in the middle of the text."))
    for view in draft.paragraphs[at + 1 :]:
        if view.kind is Kind.BYLINE:
            related = (Related(byline.span),)
            yield Hit(
                MALFORMED, view.span(0, len(view.text)), related=related, message=N_("There is more than one byline.")
            )
    yield from _colon(draft.paragraphs[at], byline)


def _colon(view: ParagraphView, byline: Byline) -> Iterator[Hit]:
    """A space before the colon of the label."""
    match = _SPACED_COLON.match(byline.span.of(view.text))
    if match is None:
        return
    start = byline.span.start
    gap = view.edit(start + match.start("gap"), start + match.end("gap"), "")
    yield Hit(
        MALFORMED,
        view.span(start, start + match.end()),
        args=(("label", match["label"]),),
        fixes=(fix("Write «{label}:»", [gap], Applicability.ASK, label=match["label"]),),
        message=N_("The colon belongs right after «{label}»."),
    )


CHECKS: tuple[Check, ...] = (
    DraftCheck((NO_BYLINE, NO_NAME, NO_ROLE), _author),
    DraftCheck((NO_SOURCE,), _issuer),
    DraftCheck((FORMULA,), _formula),
    DraftCheck((MALFORMED,), _shape),
)
