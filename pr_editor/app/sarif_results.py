"""The findings of one draft as SARIF results.

Lines, offsets and changes are told of text files only: those of a Word document or a web page are nothing an editor of
the file would know, so a finding there names its paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pr_editor.app.report import KIND_NAMES
from pr_editor.app.sarif_places import region, replacements
from pr_editor.app.text_report import candidates_of
from pr_editor.checks.model import Applicability
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pr_editor.app.i18n import Translator
    from pr_editor.app.review import DraftReport
    from pr_editor.checks.model import Finding, Fix, Related
    from pr_editor.text.span import Span

LEVELS = {Severity.NOTE: "note", Severity.WARNING: "warning", Severity.ERROR: "error", Severity.BLOCKER: "error"}
"""SARIF knows nothing heavier than an error; what blocks says so among the properties of its result."""


class Results:
    """Tells the findings of a ``report`` about the ``file``; ``numbers`` are the places of rules in their list."""

    def __init__(self, tr: Translator, report: DraftReport, file: dict[str, Any], numbers: Mapping[str, int]) -> None:
        """Look nothing up yet but where the paragraphs stand."""
        self._tr = tr
        self._report = report
        self._file = file
        self._numbers = numbers
        self._place = report.draft.index()

    def all(self) -> Iterator[dict[str, Any]]:
        """The results (§3.27), in reading order."""
        return map(self._result, self._report.findings)

    def _result(self, finding: Finding) -> dict[str, Any]:
        related = [self._related(other) for other in finding.related]
        fixes = [told for fix in finding.fixes if (told := self._fix(fix))]
        return {
            "ruleId": finding.code,
            "ruleIndex": self._numbers[finding.code],
            "level": LEVELS[finding.severity],
            "message": message(self._tr.render(finding.message)),
            "locations": [self._location(finding.span)],
            **({"relatedLocations": related} if related else {}),
            **({"fixes": fixes} if fixes else {}),
            "partialFingerprints": {"finding/v1": finding.fingerprint},
            "properties": self._properties(finding),
        }

    def _properties(self, finding: Finding) -> dict[str, Any]:
        """What SARIF has no words for, and what ``--format json`` says of any kind of file."""
        at = self._place[finding.span.key]
        return {
            "severity": finding.severity.label,
            "paragraph": at,
            "start": finding.span.start,
            "end": finding.span.end,
            "text": finding.text,
            "candidates": candidates_of(finding, self._report.draft.paragraphs[at].text),
        }

    def _location(self, span: Span) -> dict[str, Any]:
        """Where it is (§3.28): a region of a text file, or the paragraph of a document."""
        at, layout = self._place[span.key], self._report.layout
        paragraph = self._report.draft.paragraphs[at]
        file = {"artifactLocation": self._file}
        if layout is None:
            kind = self._tr(KIND_NAMES[paragraph.kind])
            name = self._tr("Paragraph {number} ({kind})", number=at + 1, kind=kind)
            return {"physicalLocation": file, "logicalLocations": [{"name": name, "kind": "paragraph"}]}
        text = span.of(paragraph.text)
        snippet = {"snippet": {"text": text}} if text else {}
        return {"physicalLocation": {**file, "region": {**region(span, layout.lines[at]), **snippet}}}

    def _related(self, other: Related) -> dict[str, Any]:
        if other.release is None:
            return self._location(other.span)
        return {"logicalLocations": [{"name": other.release, "kind": "release"}]}

    def _fix(self, fix: Fix) -> dict[str, Any] | None:
        """A fix (§3.55), if a program can apply it to the file; advice is none."""
        report = self._report
        if report.layout is None or fix.applicability is Applicability.SHOW:
            return None
        changes = replacements(fix, report.draft, self._place, report.layout)
        if not changes:
            return None
        return {
            "description": message(self._tr.render(fix.title)),
            "artifactChanges": [{"artifactLocation": self._file, "replacements": changes}],
            "properties": {"applicability": fix.applicability.label},
        }


def message(words: str) -> dict[str, str]:
    """A ``message`` (§3.11), in which single braces would hold places for arguments."""
    return {"text": words.replace("{", "{{").replace("}", "}}")}
