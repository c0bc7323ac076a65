"""The inner half of the Unicode Bidirectional Algorithm (UAX #9): characters of one level, taken together.

Names in brackets are those of the algorithm's rules. Bracket pairs are those of ordinary text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from unicodedata import bidirectional

ISOLATES = frozenset(("LRI", "RLI", "FSI"))
STRONG = frozenset(("L", "R", "AL"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATES))
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩"}
_MOST_OPEN_BRACKETS = 63


@dataclass(slots=True)
class Sequence:
    """One isolating run sequence: the places ``at`` of its characters, whose kinds are settled here."""

    text: str
    at: list[int]
    kinds: list[str]
    levels: list[int | None]
    direction: int
    closing: dict[int, int]
    own: list[str] = field(default_factory=list)

    def resolve(self) -> list[int]:
        """Settle each neutral and each number, and give the levels that follow from it [W1–I2]."""
        level = self.levels[self.at[0]] or 0
        self.own = [self.kinds[at] for at in self.at]
        before, after = self._borders(level)
        self._weak(before)
        embedding = "R" if level % 2 else "L"
        self._brackets(before, embedding)
        self._neutral(before, after, embedding)
        higher = {"R": 0} if level % 2 else {"L": 0, "R": 1}
        return [level + higher.get(kind, 2 - level % 2) for kind in self.own]  # [I1, I2]

    def _borders(self, level: int) -> tuple[str, str]:
        """The directions before and after the sequence: that of the higher level of both sides [X10]."""
        first, last = self.at[0], self.at[-1]
        left = next((one for one in reversed(self.levels[:first]) if one is not None), self.direction)
        isolate = bidirectional(self.text[last]) in ISOLATES and last not in self.closing
        right = None if isolate else next((one for one in self.levels[last + 1 :] if one is not None), None)
        right = self.direction if right is None else right
        return ("LR"[max(level, left) % 2], "LR"[max(level, right) % 2])

    def _weak(self, before: str) -> None:
        own = self.own
        previous = strong = before
        for n, kind in enumerate(own):
            if kind == "NSM":  # [W1]
                own[n] = "ON" if previous in ISOLATES or previous == "PDI" else previous
            elif kind == "EN" and strong == "AL":  # [W2]
                own[n] = "AN"
            previous = own[n]
            strong = previous if previous in STRONG else strong
        own[:] = ["R" if kind == "AL" else kind for kind in own]  # [W3]
        for n in range(1, len(own) - 1):  # [W4]
            if own[n] in {"ES", "CS"} and own[n - 1] == own[n + 1]:
                number = own[n - 1]
                if number == "EN" or (number == "AN" and own[n] == "CS"):
                    own[n] = number
        self._terminators()
        strong = before
        for n, kind in enumerate(own):  # [W7]
            if kind == "EN" and strong == "L":
                own[n] = "L"
            strong = kind if kind in STRONG else strong

    def _terminators(self) -> None:
        """Signs such as % belong to the number they touch; what touches none is neutral [W5, W6]."""
        at = 0
        for kind, run in groupby(list(self.own)):
            length = len(list(run))
            if kind in {"ET", "ES", "CS"}:
                beside = (*self.own[max(at - 1, 0) : at], *self.own[at + length : at + length + 1])
                meant = "EN" if kind == "ET" and "EN" in beside else "ON"
                self.own[at : at + length] = [meant] * length
            at += length

    def _brackets(self, before: str, embedding: str) -> None:
        """Give both brackets of a pair one direction [N0]."""
        for first, last in self._bracket_pairs():
            inside = {_side(kind) for kind in self.own[first + 1 : last]} - {""}
            if embedding in inside:
                side = embedding
            elif inside:
                context = next((s for kind in reversed(self.own[:first]) if (s := _side(kind))), before)
                side = context if context in inside else embedding
            else:
                continue
            for n in (first, last):
                self.own[n] = side
                for following in range(n + 1, len(self.own)):
                    if self.kinds[self.at[following]] != "NSM":
                        break
                    self.own[following] = side

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        """Brackets that belong together [BD16], in the order of the opening ones."""
        pairs: list[tuple[int, int]] = []
        begun: list[tuple[str, int]] = []
        for n, at in enumerate(self.at):
            if self.own[n] != "ON":
                continue
            ch = self.text[at]
            if ch in _BRACKETS:
                if len(begun) == _MOST_OPEN_BRACKETS:
                    return []
                begun.append((_BRACKETS[ch], n))
            else:
                match = next((k for k in range(len(begun) - 1, -1, -1) if begun[k][0] == ch), None)
                if match is not None:
                    pairs.append((begun[match][1], n))
                    del begun[match:]
        return sorted(pairs)

    def _neutral(self, before: str, after: str, embedding: str) -> None:
        """A stretch of neutrals takes the direction that both its neighbours share, or that around it [N1, N2]."""
        at = 0
        for neutral, run in groupby(list(self.own), lambda kind: kind in _NEUTRAL):
            length = len(list(run))
            end = at + length
            if neutral:
                left = _side(self.own[at - 1]) if at else before
                right = _side(self.own[end]) if end < len(self.own) else after
                self.own[at:end] = [left if left == right else embedding] * length
            at = end


def _side(kind: str) -> str:
    """The direction a settled kind lends its neighbours; numbers count as right-to-left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")
