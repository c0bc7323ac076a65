"""What is said about text that stands twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.app.dates import show_long_day
from pr_editor.checks.ports import Fate
from pr_editor.checks.reuse import Relation, percent_of
from pr_editor.gui.signoff.marks import name_of
from pr_editor.gui.speech import isolated
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.reuse_report import Taken
    from pr_editor.app.side_by_side import Marked
    from pr_editor.checks.ports import Source
    from pr_editor.gui.speech import Speech
    from pr_editor.text.alignment import Alignment, Figure, FigureChange

_RELATIONS = {
    Relation.COPIED: N_("copied"),
    Relation.UPDATED: N_("the same story, updated"),
    Relation.PARTLY: N_("in part"),
}
_FATES = {Fate.CORRECTED: N_("corrected since"), Fate.WITHDRAWN: N_("withdrawn since")}
_SHOWN = 6
_NONE = "—"


def figures_said(figures: Sequence[FigureChange], speech: Speech) -> str:
    """Which figures differ, first the one of the first passage; empty when none do."""
    if not figures:
        return ""
    pairs = [f"{_written(one.a)} ↔ {_written(one.b)}" for one in figures[:_SHOWN]]
    more = len(figures) - len(pairs)
    if more:
        pairs.append(speech.tr("{number} more", number=more))
    separator = "، " if speech.language == "fa" else ", "
    return speech.tr("Figures differ: {figures}", figures=separator.join(_along(pair, speech) for pair in pairs))


def overlap_said(found: Alignment, speech: Speech, *, published: bool = False) -> str:
    """How many words are shared, and how many stand in one passage only; the second may be ``published``."""
    if not found.only_a and not found.only_b:
        return speech.tr("All {number} words are the same.", number=found.shared)
    counts = {"shared": found.shared, "a": found.only_a, "b": found.only_b}
    if published:
        return speech.tr("{shared} shared words; {a} only in this draft, {b} only in that release.", **counts)
    return speech.tr("{shared} shared words; {a} only in the first, {b} only in the second.", **counts)


def only_said(paragraph: Marked, speech: Speech) -> str:
    """The words of a paragraph that the other side does not have, for who hears the text."""
    texts = [paragraph.text[run.start : run.end] for run in paragraph.runs if not run.shared]
    separator = "، " if speech.language == "fa" else ", "
    return speech.tr("Only here: {words}", words=separator.join(texts)) if texts else ""


def relation_said(taken: Taken, speech: Speech) -> str:
    """How much of the draft stands in a release, and whether as a copy or as news of it."""
    relation = speech.tr(_RELATIONS[taken.relation])
    return speech.tr("{percent} percent of this text — {relation}", percent=percent_of(taken.share), relation=relation)


def facts_said(source: Source, speech: Speech) -> tuple[str, str]:
    """Number and date of a release, what became of it, and who approved it if that was here."""
    day = show_long_day(source.day, speech.translator)
    approver = source.approved_by
    by = speech.tr("approved by {name}", name=approver) if approver else speech.tr("from the archive")
    fate = _FATES.get(source.fate)
    return f"{name_of(source.release, speech)} · {isolated(day)}", f"{speech.tr(fate)} · {by}" if fate else by


def _written(figure: Figure | None) -> str:
    return isolated(figure.text) if figure else _NONE


def _along(pair: str, speech: Speech) -> str:
    """The first figure stands where lines of the window's language begin, as the first passage does."""
    return f"\u2067{pair}\u2069" if speech.translator.right_to_left else f"\u2066{pair}\u2069"
