"""Places and changes in text files as SARIF tells them: lines and columns from 1, offsets from 0, in code points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.checks.model import Fix
    from pr_editor.formats.encodings import Encoding
    from pr_editor.formats.layout import Layout, LinePlace
    from pr_editor.text.draft import Draft
    from pr_editor.text.span import Edit, Span


def region(span: Span, line: LinePlace) -> dict[str, Any]:
    """A ``region`` (SARIF 2.1.0, §3.30) of the paragraph in ``line``; its end is the column after the last one."""
    return {
        "startLine": line.number,
        "startColumn": line.indent + span.start + 1,
        "endLine": line.number,
        "endColumn": line.indent + span.end + 1,
        "charOffset": line.start + line.indent + span.start,
        "charLength": span.end - span.start,
    }


def replacements(fix: Fix, draft: Draft, place: Mapping[int, int], layout: Layout) -> list[dict[str, Any]] | None:
    """The ``replacements`` (§3.57) of a fix; None when the encoding of the file has no room for its characters.

    ``place`` tells where each key of the draft stands.

    The last place comes first, so that they come to the same whether each is applied to the file as it was or as the
    one before has left it.
    """
    changes = []
    for edit in sorted(fix.edits, reverse=True):
        at = place[edit.span.key]
        if not _has_room(layout.encoding, edit.text):
            return None
        changes.append(_replacement(edit, draft.paragraphs[at].text, layout.lines[at], layout.newline))
    return changes


def _replacement(edit: Edit, text: str, line: LinePlace, newline: str) -> dict[str, Any]:
    if not edit.text.strip() and edit.span.start == 0 and edit.span.end == len(text):
        return {"deletedRegion": _whole(line)}
    deleted: Mapping[str, Any] = region(edit.span, line)
    if not edit.text:
        return {"deletedRegion": deleted}
    return {"deletedRegion": deleted, "insertedContent": {"text": edit.text.replace("\n", newline)}}


def _whole(line: LinePlace) -> dict[str, Any]:
    """The line with its end: a paragraph that goes leaves no blank line."""
    return {
        "startLine": line.number,
        "startColumn": 1,
        "endLine": line.number + 1 if line.end else line.number,
        "endColumn": 1 if line.end else line.length + 1,
        "charOffset": line.start,
        "charLength": line.length + line.end,
    }


def _has_room(encoding: Encoding, text: str) -> bool:
    try:
        text.encode(encoding.codec)
    except UnicodeEncodeError:
        return False
    return True
