"""Which findings have to travel: those of paragraphs where they are others than was told before.

The checker keeps what it has told about a draft; the window keeps what it was told (``gui.review``). As nothing gets
lost between them and nothing overtakes, both have the same, and applying every difference gives the whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.checks.engine import Scope
    from pr_editor.checks.model import Finding

type Difference = dict[int, tuple[Finding, ...]]
"""All findings of one scope in each paragraph (by key) where they have changed; none where there are none any more."""

_SLICE = 40
"""Findings that travel together: few enough to be read between two keystrokes."""


class Told:
    """What was told about one draft, by scope and paragraph."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self._told: dict[Scope, Difference] = {}

    def keep(self, keys: Iterable[int]) -> None:
        """Only paragraphs ``keys`` are left; one that comes back is told of anew."""
        left = set(keys)
        for told in self._told.values():
            for key in told.keys() - left:
                del told[key]

    def difference(self, scope: Scope, keys: Iterable[int], findings: Iterable[Finding]) -> Difference:
        """What has to be told now that ``findings`` are all there is of a scope in the paragraphs ``keys``.

        A paragraph never told about has to be told about even when nothing was found in it.
        """
        now: dict[int, list[Finding]] = {key: [] for key in keys}
        for finding in findings:
            now[finding.span.key].append(finding)
        told = self._told.setdefault(scope, {})
        changed = {key: found for key, ones in now.items() if told.get(key) != (found := tuple(ones))}
        told |= changed
        return changed


def slices(difference: Difference) -> Iterator[tuple[tuple[int, ...], tuple[Finding, ...]]]:
    """A difference in parts: keys and their findings. At least one part, which may be empty."""
    keys: list[int] = []
    findings: list[Finding] = []
    for key, found in difference.items():
        if keys and len(findings) + len(found) > _SLICE:
            yield tuple(keys), tuple(findings)
            keys, findings = [], []
        keys.append(key)
        findings += found
    yield tuple(keys), tuple(findings)
