"""BYL001–003 and 006: who wrote the release, and whether the line that says so is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.attribution import reader_of
from pr_editor.checks.closing_lines import above_new_line
from pr_editor.checks.model import Applicability, DraftCheck, Hit, Related, Rule, fix
from pr_editor.profile.choices import BylineParts, Stance
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.fold import fold
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.attribution import Byline
    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.profile.options import BylineStyle

_PUBLIC_RELATIONS = "Public relations practice: a release names its author and the office that answers for it"

NO_BYLINE = Rule(
    "BYL001",
    "byline-missing",
    N_("Nobody is named as the author."),
    Severity.ERROR,
    Applicability.ASK,
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
MALFORMED = Rule(
    "BYL006",
    "byline-malformed",
    N_("The byline is out of place or not written as a byline."),
    Severity.WARNING,
    Applicability.ASK,
    _PUBLIC_RELATIONS,
)

_MOST = 5
"""Fixes of one finding."""
_SPACED_COLON = re.compile(r"^(?P<label>\S+(?: \S+)?)(?P<gap>\s+)[:：]")


def _author(draft: DraftView, context: Context) -> Iterator[Hit]:
    """BYL001–003: is somebody named, and as what?"""
    if not draft.paragraphs:
        return
    byline, style = draft.structure.byline, context.profile.options.byline
    if byline is None:
        last = draft.paragraphs[-1]
        yield Hit(NO_BYLINE, last.span(len(last.text), len(last.text)), fixes=_bylines(draft, context))
    elif not byline.name or _is_anonymous(byline, style):
        if refusal := _refusal(byline, style):
            yield Hit(NO_NAME, byline.span, message=refusal)
    elif lacking := _lacking(byline, style.requires):
        yield Hit(NO_ROLE, byline.span, message=lacking)


def _bylines(draft: DraftView, context: Context) -> tuple[Fix, ...]:
    """The people of the house who may have written it, each as a line in the house's form where a byline belongs."""
    above = above_new_line(Kind.BYLINE, draft.draft.paragraphs)
    if above is None:
        return ()
    form = context.profile.options.byline.form
    writers = (person for person in context.profile.lists.people if person.byline)
    lines = (form.replace("{name}", person.name).replace("{role}", person.byline) for person in writers)
    view = next(view for view in draft.paragraphs if view.key == above.key)
    end = len(view.text)
    return tuple(
        fix("Add “{byline}”", [view.edit(end, end, f"\n{line}")], Applicability.ASK, byline=line)
        for line in list(dict.fromkeys(lines))[:_MOST]
    )


def _is_anonymous(byline: Byline, style: BylineStyle) -> bool:
    return fold(byline.name) in map(fold, style.anonymous)


def _refusal(byline: Byline, style: BylineStyle) -> str:
    """Why the house does not take a byline without a name; empty when it does."""
    if not byline.name and not byline.role:
        refused = style.office_byline is Stance.REFUSE or not byline.organisation
        office = N_("The byline names an office, and nobody in it.")
        return (office if byline.organisation else NO_NAME.summary) if refused else ""
    return NO_NAME.summary if style.anonymous_byline is Stance.REFUSE else ""


def _lacking(byline: Byline, required: BylineParts) -> str:
    """What the house misses beside the name; empty when nothing."""
    if not byline.role and not byline.organisation:
        return NO_ROLE.summary
    if not byline.role and required in {BylineParts.ROLE, BylineParts.BOTH}:
        return N_("The byline does not say the author's role.")
    if not byline.organisation and required in {BylineParts.ORGANISATION, BylineParts.BOTH}:
        return N_("The byline does not say the author's organisation.")
    return ""


def _shape(draft: DraftView, context: Context) -> Iterator[Hit]:
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
    yield from _others(draft, at, byline, context.profile.options.byline)
    yield from _colon(draft.paragraphs[at], byline)


def _others(draft: DraftView, at: int, byline: Byline, style: BylineStyle) -> Iterator[Hit]:
    """Lines after the byline, the paragraph ``at``, that are bylines too. A translator may stand beside an author."""
    reader, related = reader_of(style), (Related(byline.span),)
    message = N_("There is more than one byline.")
    by_author = not reader.is_second(draft.paragraphs[at].folded)
    for view in draft.paragraphs[at + 1 :]:
        if view.kind is Kind.BYLINE and reader.is_second(view.folded) is not by_author:
            yield Hit(MALFORMED, view.span(0, len(view.text)), related=related, message=message)


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
    DraftCheck((MALFORMED,), _shape),
)
