"""Which findings are new to the editor: they came with the last edit, or while he was not looking.

Fingerprints alone don't tell: words typed beside a finding give it another one. One that is gone and one that came
about the same words in the same matter are therefore the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.app.decisions import matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pr_editor.checks.model import Finding

_ENOUGH = 40
"""How much of its words tells a finding from others; whole paragraphs would swell what is kept of a draft."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The findings of one draft when it was last checked completely: fingerprints, and what each is about."""

    known: Mapping[str, str] = field(default_factory=dict)
    fresh: Mapping[str, str] = field(default_factory=dict)

    def after(self, findings: Iterable[Finding]) -> Seen:
        """What is known and what is new once the draft has been checked again."""
        found = {finding.fingerprint: finding for finding in findings}
        if found.keys() == self.known.keys() | self.fresh.keys():
            return self
        now = {name: self.known.get(name) or _about(finding) for name, finding in found.items()}
        gone = Counter(about for name, about in self.known.items() if name not in now)
        known, fresh = {}, {}
        for name, about in now.items():
            if name in self.known:
                known[name] = about
            elif name not in self.fresh and gone[about]:
                gone[about] -= 1
                known[name] = about
            else:
                fresh[name] = about
        return Seen(known, fresh)

    def looked_at(self, fingerprint: str | None) -> Seen:
        """The same after the editor has had a finding in hand."""
        if fingerprint is None or fingerprint not in self.fresh:
            return self
        fresh = {name: about for name, about in self.fresh.items() if name != fingerprint}
        return Seen({**self.known, fingerprint: self.fresh[fingerprint]}, fresh)

    def caught_up(self) -> Seen:
        """The same once nothing is new any more."""
        return Seen({**self.known, **self.fresh}) if self.fresh else self


def first_look(findings: Iterable[Finding]) -> Seen:
    """What is there when a draft has been checked for the first time: all of it belongs to the draft as it came."""
    return Seen({finding.fingerprint: _about(finding) for finding in findings})


def _about(finding: Finding) -> str:
    return f"{matter(finding.code)} {finding.text[:_ENOUGH]}"
