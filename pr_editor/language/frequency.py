"""How common a form is, met or not.

An inflected form nobody counted is as common as its stem is and as its ending is among words.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from pr_editor.language.lexicon import Lexicon

ENDINGS = {
    "ی": -2.3, "ان": -4.5, "م": -5.2, "ند": -5.4, "ه": -5.9, "ات": -6.0, "یم": -6.0, "ش": -6.3, "ید": -6.4, "ت": -6.7,
    f"{ZWNJ}های": -5.2, f"{ZWNJ}ها": -6.2, f"{ZWNJ}هایی": -8.2, f"{ZWNJ}هایش": -10.4, f"{ZWNJ}هایم": -11.3,
    f"{ZWNJ}هایمان": -11.7, f"{ZWNJ}هایشان": -12.3, f"{ZWNJ}هایتان": -14.0, f"{ZWNJ}هایت": -14.0,
    "های": -5.6, "ها": -6.4, "هایی": -7.8, "هایش": -11.3, "هایم": -12.1, "هایشان": -12.3, "هایت": -12.5,
    "هایمان": -14.0, "هایتان": -14.0,
    f"{ZWNJ}تر": -8.4, f"{ZWNJ}ترین": -8.2, f"{ZWNJ}تری": -11.6, f"{ZWNJ}ترین{ZWNJ}ها": -14.0,
    "تر": -7.2, "ترین": -7.1, "تری": -7.3,
    f"{ZWNJ}ای": -6.4, f"{ZWNJ}اند": -8.1, f"{ZWNJ}ایم": -9.0, f"{ZWNJ}ام": -9.3, f"{ZWNJ}اش": -9.4, f"{ZWNJ}ی": -9.6,
    f"{ZWNJ}مان": -10.1, f"{ZWNJ}شان": -10.1, f"{ZWNJ}تان": -14.0, f"{ZWNJ}ات": -14.0, f"{ZWNJ}اید": -14.0,
    "ای": -5.7, "مان": -7.2, "شان": -7.5, "تان": -8.2, "ام": -9.1, "اند": -10.2, "ایم": -11.3, "اش": -11.4,
    "اید": -14.0,
}  # fmt: skip
"""What follows a stem, with a half-space or joined, and how often words of the press have it, as a logarithm."""
_LONGEST = max(map(len, ENDINGS))
LEAST_STEM = 3
_RARE = math.log(0.4)
"""Forms met less often than this are judged by what they are made of as well."""
_COMPOUND = 1.0
_VERB = math.log(0.1)


def stems(form: str) -> list[tuple[str, str]]:
    """Ways to see ``form`` as a stem and an ending. A silent ه comes back before گی: «گستردگی», «گسترده»."""
    found = []
    for at in range(max(LEAST_STEM, len(form) - _LONGEST), len(form)):
        stem, ending = form[:at], form[at:]
        if ending in ENDINGS:
            found.append((stem[:-1] + "ه" if ending == "ی" and stem.endswith("گ") else stem, ending))
    return found


def weight(form: str, lexicon: Lexicon) -> float:
    """The logarithm of how common ``form`` is, in articles, judged by its parts where it was hardly ever met."""
    met = lexicon.weight(form)
    if met > _RARE:
        return met
    parts = [lexicon.weight(stem) + ENDINGS[ending] for stem, ending in stems(form) if lexicon.met(stem)]
    head, half_space, tail = form.rpartition(ZWNJ)
    if half_space:
        parts.append(lexicon.weight(head) + lexicon.weight(tail) - math.log(lexicon.articles) - _COMPOUND)
    if form in lexicon.verbs:
        parts.append(_VERB)
    return max(met, *parts) if parts else met
