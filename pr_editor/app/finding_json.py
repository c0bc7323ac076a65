"""Findings as plain data, for the wire between window and checker: they come back equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pr_editor.checks.model import Applicability, Finding, Fix, Related
from pr_editor.profile.model import Severity
from pr_editor.text.message import Message
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.checks.model import Rule


def encode_finding(finding: Finding) -> dict[str, Any]:
    """A finding as plain data; its rule by code."""
    return {
        "rule": finding.rule.code,
        "span": place(finding.span),
        "text": finding.text,
        "message": _words(finding.message),
        "severity": int(finding.severity),
        "fixes": [
            {
                "title": _words(fix.title),
                "edits": [[*place(edit.span), edit.text] for edit in fix.edits],
                "applicability": int(fix.applicability),
            }
            for fix in finding.fixes
        ],
        "related": [[*place(other.span), other.score, other.release] for other in finding.related],
        "fingerprint": finding.fingerprint,
    }


def decode_finding(data: Mapping[str, Any], rules: Mapping[str, Rule]) -> Finding:
    """The finding of ``encode_finding``. Raises ``KeyError`` for a rule that isn't there."""
    return Finding(
        rule=rules[data["rule"]],
        span=Span(*data["span"]),
        text=data["text"],
        message=_message(data["message"]),
        severity=Severity(data["severity"]),
        fixes=tuple(
            Fix(
                _message(fix["title"]),
                tuple(Edit(Span(key, start, end), text) for key, start, end, text in fix["edits"]),
                Applicability(fix["applicability"]),
            )
            for fix in data["fixes"]
        ),
        related=tuple(Related(Span(key, a, b), score, release) for key, a, b, score, release in data["related"]),
        fingerprint=data["fingerprint"],
    )


def place(span: Span) -> list[int]:
    """A span as plain data."""
    return [span.key, span.start, span.end]


def _words(words: Message) -> list[Any]:
    return [words.id, [list(pair) for pair in words.args]]


def _message(data: list[Any]) -> Message:
    return Message(data[0], tuple((name, value) for name, value in data[1]))
