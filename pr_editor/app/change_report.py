"""What has been done to a draft, for its author: counts by rule, each change with its reason, and the text marked.

What a supervisor has said about passages, and what was answered, is part of it where somebody has.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import jinja2

from pr_editor import __version__
from pr_editor.app.comment_rows import comment_rows
from pr_editor.app.comparison import BY_HAND, compare_with_received, in_reading_order, standing_in
from pr_editor.app.dates import show_moment
from pr_editor.app.visible import HALF_SPACE_SIGN, SPACE_SIGN, visible
from pr_editor.text.bidi import LEFT_TO_RIGHT, RIGHT_TO_LEFT, first_direction
from pr_editor.text.draft import Kind
from pr_editor.text.files import write_atomically
from pr_editor.text.marked import apart, pieces, whole
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pr_editor.app.changes import Author, Change
    from pr_editor.app.comment_rows import CommentRow
    from pr_editor.app.comments import Remark
    from pr_editor.app.comparison import Comparison
    from pr_editor.app.i18n import Translator
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message

SUFFIXES = (".html", ".docx")
"""What a report can be written as."""
_TEMPLATE = "changes.html"
_LONGEST = 160
"""Code points of a text shown in the list on either side."""
_LRM, _RLM = "\u200e", "\u200f"


@dataclass(frozen=True, slots=True)
class Row:
    """One change in the list of a report; ``reason`` is None for what was done by hand."""

    rule: str
    """Code, or ``BY_HAND``."""
    words: tuple[tuple[str, str], ...]
    reason: Message | None


@dataclass(frozen=True)
class ChangeReport:
    """A draft as received and as it is ``now``, the fixes on record, who reports when, and comments on its release."""

    name: str
    received: Draft
    now: Draft
    changes: Sequence[Change]
    editor: Author
    remarks: Sequence[Remark] = ()

    @cached_property
    def comparison(self) -> Comparison:
        """Both texts side by side."""
        return compare_with_received(self.received, self.now, self.changes)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every fix that is in the text, in reading order, then what was done by hand."""
        fixes = in_reading_order(standing_in(self.now, self.changes), self.now)
        by_hand = (Row(BY_HAND, (words,), None) for words in self.comparison.by_hand)
        return *(Row(fix.code, fix.shown, fix.reason) for fix in fixes), *by_hand

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are by each rule, most first; ``BY_HAND`` last."""
        counts = Counter(row.rule for row in self.rows)
        return dict(sorted(counts.items(), key=lambda entry: (entry[0] == BY_HAND, -entry[1], entry[0])))


@dataclass(frozen=True, slots=True)
class Wording:
    """The language of a report: its translator, and what rules are called in it."""

    tr: Translator
    title_of: Callable[[str], str]

    def rule(self, code: str) -> str:
        """What a rule is called."""
        return self.title_of(code) if code != BY_HAND else self.tr("By hand")

    def reason(self, row: Row) -> str:
        """The rule's sentence about a change."""
        return "" if row.reason is None else self.tr.render(row.reason)

    def comments(self, report: ChangeReport) -> tuple[CommentRow, ...]:
        """What was said about passages; the editor answered what nobody else is known to have."""
        return comment_rows(report.remarks, self.tr, report.editor.name)


def write_change_report(report: ChangeReport, path: Path, wording: Wording, templates: Path) -> None:
    """Write a report to ``path``, by its suffix, whole or not at all. Raises ``KnownError``."""
    match path.suffix.lower():
        case ".html":
            data = html_change_report(report, wording, templates).encode()
        case ".docx":
            data = docx_change_report(report, wording)
        case _:
            known = " / ".join(SUFFIXES)
            raise KnownError("A change report is written as {suffixes}, not as {path}.", suffixes=known, path=path.name)
    try:
        write_atomically(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KnownError("{name} cannot be written: {reason}", name=str(path), reason=reason) from error


def html_change_report(report: ChangeReport, wording: Wording, templates: Path) -> str:
    """The report as one page that needs nothing else; ``templates`` holds ``changes.html``."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    tr = wording.tr
    return environment.get_template(_TEMPLATE).render(
        tr=tr,
        version=__version__,
        report=report,
        moment=show_moment(report.editor.at, tr),
        counts=[(wording.rule(code), number) for code, number in report.counts.items()],
        rows=[
            {
                "rule": wording.rule(row.rule),
                "words": [(_short(before), _short(after)) for before, after in row.words],
                "reason": wording.reason(row),
            }
            for row in report.rows
        ],
        comments=wording.comments(report),
        passages=[
            {
                "kind": _kind(report, passage.new).value,
                "whole": whole(passage).name.lower(),
                "pieces": [(piece.mark.name.lower(), piece.text) for piece in apart(pieces(passage, visible))],
            }
            for passage in report.comparison.passages
        ],
        signs={"half_space": HALF_SPACE_SIGN, "space": SPACE_SIGN},
    )


def docx_change_report(report: ChangeReport, wording: Wording) -> bytes:
    """The report as a Word document in which the changes of the text are tracked. Raises ``KnownError``."""
    # Loading python-docx takes longer than writing with it.
    from pr_editor.formats.docx_changes import MarkedParagraph, ReportDocument, Table, report_bytes

    tr = wording.tr
    counts = tuple((wording.rule(code), tr.digits(number)) for code, number in report.counts.items())
    rows = tuple(
        (
            tr.digits(number),
            wording.rule(row.rule),
            "\n".join(f"{_kept(before, tr)} {_arrow(tr)} {_kept(after, tr)}" for before, after in row.words),
            wording.reason(row),
        )
        for number, row in enumerate(report.rows, 1)
    )
    tables = [
        Table(tr("By rule"), (tr("Rule"), tr("Changes")), counts, (5, 1)),
        Table(tr("Changes"), ("#", tr("Rule"), tr("Before and after"), tr("Reason")), rows, (1, 4, 6, 7)),
    ]
    if report.remarks:
        tables.append(Table(tr("Comments of the supervisor"), _heads(tr), _comments(report, wording), (1, 4, 6, 4, 3)))
    return report_bytes(
        ReportDocument(
            title=tr("Change report"),
            facts=tuple(filter(None, facts(report, wording))),
            tables=tuple(tables),
            text_heading=tr("The text with its changes"),
            text=tuple(
                MarkedParagraph(_kind(report, passage.new), tuple(pieces(passage)), whole(passage))
                for passage in report.comparison.passages
            ),
            author=report.editor.name,
            at=report.editor.at,
            right_to_left=tr.right_to_left,
        )
    )


def facts(report: ChangeReport, wording: Wording) -> tuple[str, ...]:
    """The lines at the head: which draft, by whom, when, how many changes, and what the signs mean."""
    tr = wording.tr
    return (
        report.name,
        tr("Editor: {person}", person=report.editor.name) if report.editor.name else "",
        show_moment(report.editor.at, tr),
        tr("{number} changes", number=len(report.rows)) if len(report.rows) != 1 else tr("{number} change", number=1),
        tr("{sign} stands for a half-space, {space} for a space.", sign=HALF_SPACE_SIGN, space=SPACE_SIGN),
    )


def _heads(tr: Translator) -> tuple[str, ...]:
    return ("#", tr("Passage"), tr("Comment"), tr("Answer"), tr("State"))


def _comments(report: ChangeReport, wording: Wording) -> tuple[tuple[str, ...], ...]:
    """The cells of the comments' table."""
    tr = wording.tr
    return tuple(
        (
            tr.digits(number),
            _held(row.passage, tr),
            _said(row.by, row.text, tr),
            "\n".join(_said(by, text, tr) for by, text in row.answers),
            row.state,
        )
        for number, row in enumerate(wording.comments(report), 1)
    )


def _said(by: str, text: str, tr: Translator) -> str:
    return tr("{name}: {text}", name=_held(by, tr), text=_held(text, tr)) if by else _held(text, tr)


def _kind(report: ChangeReport, at: int | None) -> Kind:
    """The kind of a paragraph of the new text; one that went is set as body."""
    return Kind.BODY if at is None else report.now.paragraphs[at].kind


def _arrow(tr: Translator) -> str:
    """From before to after; the marks keep words of the other direction from being exchanged."""
    return f"{_RLM}←{_RLM}" if tr.right_to_left else f"{_LRM}→{_LRM}"


def _kept(text: str, tr: Translator) -> str:
    """Words of a change amid a report, with what is not seen made visible."""
    return _held(_short(text), tr)


def _held(text: str, tr: Translator) -> str:
    """Words amid a report of the other direction, with marks that keep their punctuation where it stands."""
    other, mark = (LEFT_TO_RIGHT, _LRM) if tr.right_to_left else (RIGHT_TO_LEFT, _RLM)
    held = mark if first_direction(text) == other else ""
    return f"{held}{text}{held}"


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST].rsplit(" ", 1)[0] + " …"
