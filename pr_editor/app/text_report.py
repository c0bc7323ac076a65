"""The report for people at a terminal: file by file, paragraph by paragraph, a line for each finding."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from pr_editor.app.report import KIND_NAMES, SEVERITY_NAMES
from pr_editor.app.review import DraftReport
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pr_editor.app.i18n import Translator
    from pr_editor.app.review import Outcome
    from pr_editor.checks.model import Finding
    from pr_editor.text.draft import Paragraph
    from pr_editor.text.span import Edit

_CONTEXT = 24

type Paint = Callable[[str, Severity | None], str]
"""Colours words by a severity, or emphasises them when there is none."""


def plain(text: str, severity: Severity | None) -> str:
    """Leave ``text`` as it is."""
    return text


def text_report(outcomes: Sequence[Outcome], tr: Translator, paint: Paint = plain) -> str:
    """All that was found in these drafts, each line ended; a summary comes last."""
    reports = [outcome for outcome in outcomes if isinstance(outcome, DraftReport)]
    lines = [line for report in reports for line in _draft(report, tr, paint)]
    if reports:
        lines.append(_summary(reports, tr))
    return "".join(f"{line}\n" for line in lines)


def _draft(report: DraftReport, tr: Translator, paint: Paint) -> Iterator[str]:
    place = report.draft.index()
    yield paint(report.name, None)
    for key, findings in groupby(report.findings, key=lambda finding: finding.span.key):
        paragraph = report.draft.paragraphs[place[key]]
        yield "  " + tr("Paragraph {number} ({kind})", number=place[key] + 1, kind=tr(KIND_NAMES[paragraph.kind]))
        for finding in findings:
            yield "    " + _finding(finding, paragraph, tr, paint)
    if not report.findings:
        yield "  " + tr("Nothing found.")
    yield ""


def _finding(finding: Finding, paragraph: Paragraph, tr: Translator, paint: Paint) -> str:
    severity = paint(tr(SEVERITY_NAMES[finding.severity]), finding.severity)
    sentence = tr.render(finding.message)
    shown = finding.text.strip() and finding.text not in sentence
    words = f" {_quoted(_shortened(finding.text))}" if shown else ""
    line = f"{severity} {finding.code}{words}: {sentence}"
    if candidates := candidates_of(finding, paragraph.text):
        line += " " + tr("→ {candidates}", candidates=tr(", ").join(map(_quoted, candidates)))
    return line


def candidates_of(finding: Finding, text: str) -> list[str]:
    """What the finding's words become by each of its fixes, where a fix stays near them; no word twice."""
    became = (_replaced(fix.edits, finding, text) for fix in finding.fixes)
    return list(dict.fromkeys(word for word in became if word))


def _replaced(edits: Sequence[Edit], finding: Finding, text: str) -> str | None:
    """The text from the first to the last place of finding and fix, after the fix; None for deletions and long ones."""
    ordered = sorted(edits)
    if not ordered or any(edit.span.key != finding.span.key for edit in ordered):
        return None
    start = min(finding.span.start, ordered[0].span.start)
    end = max(finding.span.end, ordered[-1].span.end)
    if end - start > len(finding.text) + _CONTEXT:
        return None
    out, at = [], start
    for edit in ordered:
        out += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return _shortened("".join([*out, text[at:end]]).strip()) or None


def _quoted(words: str) -> str:
    return words if "«" in words else f"«{words}»"


def _shortened(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[:limit].rstrip() + "…"


def _summary(reports: Sequence[DraftReport], tr: Translator) -> str:
    counts = Counter(finding.severity for report in reports for finding in report.findings)
    if not counts:
        return tr("Drafts: {drafts}. Nothing found.", drafts=len(reports))
    return tr(
        "Drafts: {drafts}. Blockers: {blockers}, errors: {errors}, warnings: {warnings}, notes: {notes}.",
        drafts=len(reports),
        blockers=counts[Severity.BLOCKER],
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
