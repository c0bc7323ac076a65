"""What is said about two passages that share words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.gui.speech import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.speech import Speech
    from pr_editor.text.alignment import Alignment, Figure, FigureChange

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


def overlap_said(found: Alignment, speech: Speech) -> str:
    """How many words are shared, and how many stand in one passage only."""
    if not found.only_a and not found.only_b:
        return speech.tr("All {number} words are the same.", number=found.shared)
    return speech.tr(
        "{shared} shared words; {a} only in the first, {b} only in the second.",
        shared=found.shared,
        a=found.only_a,
        b=found.only_b,
    )


def _written(figure: Figure | None) -> str:
    return isolated(figure.text) if figure else _NONE


def _along(pair: str, speech: Speech) -> str:
    """The first figure stands where lines of the window's language begin, as the first passage does."""
    return f"\u2067{pair}\u2069" if speech.translator.right_to_left else f"\u2066{pair}\u2069"
