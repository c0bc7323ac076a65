"""What the families of rules are called in the panel, in which order they are gone through, and in which colour."""

from __future__ import annotations

from dataclasses import dataclass

from pr_editor.text.message import N_


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules: its three letters, its name for people, and the theme's token for its colour."""

    code: str
    title: str
    colour: str


FAMILIES: tuple[Family, ...] = (
    Family("DUP", N_("Repeated text"), "duplicate"),
    Family("REP", N_("Repeated words"), "error"),
    Family("SPL", N_("Spelling"), "error"),
    Family("ZWN", N_("Half-spaces"), "halfspace"),
    Family("CHR", N_("Characters"), "error"),
    Family("HEH", N_("Ezafe"), "warning"),
    Family("NUM", N_("Digits and numbers"), "warning"),
    Family("PUN", N_("Punctuation"), "warning"),
    Family("SPC", N_("Spacing"), "warning"),
    Family("QUO", N_("Quotation marks"), "warning"),
    Family("BID", N_("Direction marks"), "error"),
    Family("CON", N_("Consistency"), "warning"),
    Family("TRM", N_("House terms"), "warning"),
    Family("NAM", N_("Names and posts"), "warning"),
    Family("DAT", N_("Dates"), "warning"),
    Family("FIG", N_("Figures"), "warning"),
    Family("STR", N_("Parts of the release"), "warning"),
    Family("BYL", N_("Byline and source"), "error"),
    Family("BOI", N_("Boilerplate"), "warning"),
)
"""In the order of the panel: heavy and quick to decide first, what is missing last."""

_PLACE = {family.code: at for at, family in enumerate(FAMILIES)}


def family_of(code: str) -> Family:
    """The family of a rule's code; one the window has no name for is called by its letters."""
    letters = code[:3]
    at = _PLACE.get(letters)
    return Family(letters, letters, "note") if at is None else FAMILIES[at]


def family_order(code: str) -> tuple[int, str]:
    """For sorting codes by family as the panel shows them."""
    return _PLACE.get(code[:3], len(FAMILIES)), code[:3]
