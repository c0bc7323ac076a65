"""The report as one self-contained page: the drafts with marks in them, and what each mark means."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import jinja2

from pr_editor import __version__
from pr_editor.app.report import KIND_NAMES, SEVERITY_NAMES, problems
from pr_editor.app.review import DraftReport
from pr_editor.app.text_report import candidates_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pr_editor.app.i18n import Translator
    from pr_editor.app.review import Outcome
    from pr_editor.checks.model import Finding
    from pr_editor.profile.model import Profile, Severity

_TEMPLATE = "report.html"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph with the same marks: numbers of findings, and the heaviest of their severities."""

    text: str
    marks: tuple[int, ...] = ()
    severity: str = ""


def html_report(outcomes: Sequence[Outcome], profile: Profile, tr: Translator, templates: Path) -> str:
    """The page; right to left where the language of ``tr`` is. ``templates`` holds ``report.html``."""
    # Not FileSystemLoader with caching: one page a run. Everything from drafts is escaped.
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    reports = [outcome for outcome in outcomes if isinstance(outcome, DraftReport)]
    return environment.get_template(_TEMPLATE).render(
        tr=tr,
        version=__version__,
        profile=profile.title.get(tr.language, profile.name),
        drafts=[_draft(number, report, tr) for number, report in enumerate(reports)],
        problems=[tr.render(problem.message) for problem in problems(outcomes)],
    )


def _draft(number: int, report: DraftReport, tr: Translator) -> dict[str, object]:
    numbered = list(enumerate(report.findings, 1))
    by_key: dict[int, list[tuple[int, Finding]]] = {}
    for item in numbered:
        by_key.setdefault(item[1].span.key, []).append(item)
    place = report.draft.index()
    return {
        "id": f"d{number}",
        "name": report.name,
        "words": report.draft.words,
        "paragraphs": [
            {
                "number": at,
                "kind": paragraph.kind.value,
                "kind_name": tr(KIND_NAMES[paragraph.kind]),
                "pieces": pieces(paragraph.text, by_key.get(paragraph.key, [])),
            }
            for at, paragraph in enumerate(report.draft.paragraphs, 1)
        ],
        "findings": [
            {
                "mark": mark,
                "paragraph": place[finding.span.key] + 1,
                "severity": finding.severity.label,
                "severity_name": tr(SEVERITY_NAMES[finding.severity]),
                "code": finding.code,
                "text": finding.text,
                "message": tr.render(finding.message),
                "candidates": candidates_of(finding, report.draft.paragraphs[place[finding.span.key]].text),
            }
            for mark, finding in numbered
        ],
    }


def pieces(text: str, findings: Sequence[tuple[int, Finding]]) -> list[Piece]:
    """Cut a paragraph where marks begin and end. A finding without width becomes an empty piece."""
    spans = [finding.span for _, finding in findings]
    cuts = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    out = [_piece("", found) for found in [_at(findings, 0, 0)] if found]
    for start, end in pairwise(cuts):
        over = [(n, f) for n, f in findings if f.span.start < end and start < f.span.end]
        out.append(_piece(text[start:end], over))
        if points := _at(findings, end, end):
            out.append(_piece("", points))
    return out


def _at(findings: Sequence[tuple[int, Finding]], start: int, end: int) -> list[tuple[int, Finding]]:
    return [(n, f) for n, f in findings if (f.span.start, f.span.end) == (start, end)]


def _piece(text: str, findings: Sequence[tuple[int, Finding]]) -> Piece:
    if not findings:
        return Piece(text)
    heaviest: Severity = max(finding.severity for _, finding in findings)
    return Piece(text, tuple(number for number, _ in findings), heaviest.label)
