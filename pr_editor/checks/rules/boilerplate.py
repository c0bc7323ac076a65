"""BOI: the standard paragraphs of a house, as registered and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Related, Rule, Touches, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.similarity import word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.span import Span

_REGISTERED = "The standard paragraphs the house has registered (profile, [lists] paragraphs)"

ALTERED = Rule(
    "BOI001",
    "standard-paragraph-altered",
    N_("The standard paragraph «{title}» is not as registered: «{here}» stands for «{there}»."),
    Severity.WARNING,
    Applicability.ASK,
    _REGISTERED,
    Touches.ALL,
)
TWICE = Rule(
    "BOI002",
    "standard-paragraph-twice",
    N_("The standard paragraph «{title}» stands twice in the draft."),
    Severity.WARNING,
    Applicability.ASK,
    _REGISTERED,
    Touches.ALL,
)
_FORMER = N_("This is a former wording of «{title}»: «{here}» stands for «{there}».")
_SHOWN = 60


def altered(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """BOI001: a former or altered wording; the finding stands where the first difference is."""
    found = context.house.standing.recognise(tuple(word.text for word in view.compared))
    if found is None or (found.exact and not found.former):
        return
    registered = found.paragraph.text
    span, there = _difference(view, registered)
    put = fix("Write the registered wording", [view.edit(0, len(view.text), registered)], Applicability.ASK)
    here = _shown(span.of(view.text))
    args = (("title", found.paragraph.title), ("here", here), ("there", _shown(there)))
    yield Hit(ALTERED, span, args, fixes=(put,), message=_FORMER if found.former else "")


def _difference(view: ParagraphView, registered: str) -> tuple[Span, str]:
    """The first stretch that differs, and what is registered in its place, each with a word of its neighbourhood."""
    change = next((change for change in word_diff(view.text, registered) if not change.equal), None)
    if change is None:
        return view.span(0, len(view.text)), registered
    text = view.text
    if change.a_start == change.a_end or change.b_start == change.b_end:
        left, right = text[: change.a_start].rstrip().rfind(" ") + 1, len(text[: change.a_end].rstrip())
        there = registered[change.b_start - (change.a_start - left) : change.b_end]
        return view.span(left, max(left, right)), there
    return view.span(change.a_start, change.a_end), registered[change.b_start : change.b_end]


def _shown(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


def twice(draft: DraftView, context: Context) -> Iterator[Hit]:
    """BOI002: a standard paragraph again, in whichever wording."""
    if not context.house.standing:
        return
    first: dict[str, ParagraphView] = {}
    for view in draft.paragraphs:
        found = context.house.standing.recognise(tuple(word.text for word in view.compared))
        if found is None:
            continue
        earlier = first.setdefault(found.paragraph.text, view)
        if earlier is not view:
            gone = fix("Delete this copy", [view.edit(0, len(view.text), "")], Applicability.ASK)
            related = (Related(earlier.span(0, len(earlier.text))),)
            yield Hit(TWICE, view.span(0, len(view.text)), (("title", found.paragraph.title),), related, (gone,))


CHECKS: tuple[Check, ...] = (ParagraphCheck((ALTERED,), altered), DraftCheck((TWICE,), twice))
