"""Names joined now by one dash and now by another: «تبریز - اهر», «تبریز – اهر»."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from pr_editor.checks.word_forms import FUNCTION_WORDS, form_of
from pr_editor.text.letters import ZWNJ
from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.checks.view import ParagraphView
    from pr_editor.text.span import Span

_LONGEST_CHAIN = 8
_DASH = "[-–—ـ]"
_NAME = f"[{LETTERS}{ZWNJ}]"
_DASHED = re.compile(rf"(?<!{_NAME}){_NAME}++(?:\s?{_DASH}\s?{_NAME}++)+(?!{_NAME})")
_JOINT = re.compile(rf"\s?{_DASH}\s?")
_ANY_DASH = re.compile(_DASH)


@dataclass(frozen=True, slots=True)
class Chain:
    """Names joined by dashes: «الف - ب». ``joint`` is the dash with the spaces beside it."""

    span: Span
    text: str
    names: frozenset[str]
    joint: str


@dataclass(frozen=True, slots=True)
class OddChain:
    """A chain with another joint than most of its family, the first of these, and how it would be written so."""

    chain: Chain
    model: Chain
    right: str


def odd_chains(views: Iterable[ParagraphView]) -> Iterator[OddChain]:
    """Chains that share two names, directly or through others, are one family and are to have one joint."""
    for family in _families(chain for view in views for chain in _chains(view)):
        counts = Counter(chain.joint for chain in family)
        best = max(counts, key=lambda joint: (counts[joint], joint == joint[::-1]))
        model = next(chain for chain in family if chain.joint == best)
        for chain in family:
            if chain.joint != best:
                yield OddChain(chain, model, _JOINT.sub(best, chain.text))


def _chains(view: ParagraphView) -> Iterator[Chain]:
    if not _ANY_DASH.search(view.text):
        return
    for match in _DASHED.finditer(view.text):
        names = frozenset(form_of(name) for name in _JOINT.split(match.group()))
        joints = set(_JOINT.findall(match.group()))
        if len(joints) == 1 and 1 < len(names) <= _LONGEST_CHAIN and not FUNCTION_WORDS & names:
            yield Chain(view.span(match.start(), match.end()), match.group(), names, joints.pop())


def _families(chains: Iterable[Chain]) -> list[list[Chain]]:
    families: list[list[Chain]] = []
    by_names: dict[tuple[str, ...], list[Chain]] = {}
    for chain in chains:
        pairs = list(combinations(sorted(chain.names), 2))
        home = next((by_names[pair] for pair in pairs if pair in by_names), None)
        if home is None:
            home = []
            families.append(home)
        home.append(chain)
        for pair in pairs:
            by_names.setdefault(pair, home)
    return families
