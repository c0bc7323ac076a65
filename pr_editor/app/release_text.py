"""Releases as people at a terminal read them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pr_editor.app.dates import show_day, show_moment
from pr_editor.app.report import SEVERITY_NAMES
from pr_editor.review.comments import quoted, threads_of
from pr_editor.review.model import ReleaseState
from pr_editor.review.names import DATED, EYES, IMPORTED, KINDS, ROLES, STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pr_editor.app.i18n import Translator
    from pr_editor.review.model import Answer, Exclusion, Eyes, Metadata, OpenFinding, Origin, Release, Submission
    from pr_editor.review.people import House, Person
    from pr_editor.review.ports import Entry, Highlight, Hit, Summary, VersionText
    from pr_editor.text.compare import Passage

_BEFORE, _EXCERPT = 40, 160
"""Characters of a paragraph shown before what was found in it, and in all."""

type Emphasise = Callable[[str], str]
type Mark = Callable[[str, str], str]
"""Shows words that went and words that came in their place; either may be empty."""


def list_text(summaries: Iterable[Summary], tr: Translator) -> str:
    """One line each: number, state, day, kind, headline."""
    return "".join(f"{line}\n" for line in aligned([_row(summary, tr) for summary in summaries]))


def hits_text(hits: Sequence[Hit], tr: Translator, emphasise: Emphasise) -> str:
    """The list, and under each line the paragraphs that hold what was searched for."""
    lines: list[str] = []
    for hit, line in zip(hits, aligned([_row(hit.summary, tr) for hit in hits]), strict=True):
        lines.append(line)
        lines += ["    " + _excerpt(highlight, emphasise) for highlight in hit.highlights]
    return "".join(f"{line}\n" for line in lines)


def show_text(text: VersionText, release: Release, history: Sequence[Entry], tr: Translator) -> str:
    """One version, what it was handed in with, what was said about it, and what happened to its release."""
    lines = [*_head(text, len(release.versions), tr), ""]
    lines += [line for paragraph in text.draft.paragraphs for line in (paragraph.text, "")]
    lines += [*_open(text.version.submission, tr), *_comments(text, release, tr), tr("History:")]
    lines += ["  " + line for line in aligned([_entry(entry, tr) for entry in history])]
    return "".join(f"{line}\n" for line in lines)


def compare_text(passages: Iterable[Passage], tr: Translator, mark: Mark) -> str:
    """The paragraphs that differ, with what went and what came; nothing when none does."""
    lines: list[str] = []
    for passage in passages:
        if not passage.same:
            at = passage.new if passage.new is not None else passage.old
            place = tr("Paragraph {number}:") if passage.new is not None else tr("Paragraph {number}, gone:")
            lines += [place.format(number=tr.digits((at or 0) + 1)), "  " + _changes(passage, mark)]
    return "".join(f"{line}\n" for line in lines)


def accounts_text(people: Iterable[Person], house: House, tr: Translator) -> str:
    """One line each: name, role, and what is special."""
    rows = [(person.name, tr(ROLES[person.role]), _remarks(person, house, tr)) for person in people]
    return "".join(f"{line}\n" for line in aligned(rows))


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Cells of each column under one another, as far as their letters are of one width."""
    columns = zip(*rows, strict=True)
    widths = [max(map(_width, column), default=0) for column in columns]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def _row(summary: Summary, tr: Translator) -> tuple[str, ...]:
    state, eyes = tr(STATES[summary.state]), _eyes(summary.eyes, tr)
    if eyes:
        state = f"{state} ({eyes})"
    metadata = summary.metadata
    return summary.id, state, show_day(metadata.date, tr), tr(KINDS[metadata.kind]), summary.headline


def _excerpt(highlight: Highlight, emphasise: Emphasise) -> str:
    text, first = highlight.text, highlight.spans[0][0]
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = min(start + _EXCERPT, len(text))
    out, at = ["…" if start else ""], start
    for a, b in highlight.spans:
        if b <= end:
            out += [text[at:a], emphasise(text[a:b])]
            at = b
    return "".join([*out, text[at:end], "…" if end < len(text) else ""])


def _head(text: VersionText, versions: int, tr: Translator) -> Iterator[str]:
    version, metadata = text.version, text.metadata
    state = tr(STATES[version.state])
    yield tr(
        "{release}, version {number} of {count}: {state}",
        release=text.release,
        number=version.number,
        count=versions,
        state=state,
    )
    for label, value in (*_facts(metadata, tr), *_origin(version.submission.origin, tr)):
        if value:
            yield f"{label} {value}"
    approval = version.approval
    if mark := _eyes(approval.eyes if approval else None, tr):
        yield mark


def _facts(metadata: Metadata, tr: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Date:"), show_day(metadata.date, tr)),
        (tr("Kind:"), tr(KINDS[metadata.kind])),
        (tr("Outlet:"), metadata.outlet),
        (tr("Author:"), metadata.author),
        (tr("Keywords:"), tr(", ").join(metadata.keywords)),
        (tr("Embargo until:"), show_moment(metadata.embargo, tr) if metadata.embargo else ""),
    )


def _origin(origin: Origin | None, tr: Translator) -> Iterator[tuple[str, str]]:
    """Where an imported release was found, and how its day is known."""
    if origin is not None:
        yield tr("Imported from:"), origin.place
        yield tr("Dated:"), tr(DATED[origin.dated])


def _open(handed: Submission, tr: Translator) -> Iterator[str]:
    """The findings that stood when the text was handed in, each waived one with the reason."""
    waived = {(waiver.fingerprint, waiver.code): waiver for waiver in handed.waivers}
    if handed.findings:
        yield tr("Open findings:")
    for finding in handed.findings:
        yield "  " + finding_line(finding, tr)
        if waiver := waived.get((finding.fingerprint, finding.code)):
            yield "    " + tr("Waived by {name}: {reason}", name=waiver.by, reason=waiver.reason)
    if handed.findings:
        yield ""
    for exclusion in handed.exclusions:
        yield left_out(exclusion, tr)
    if handed.exclusions:
        yield ""


def _comments(text: VersionText, release: Release, tr: Translator) -> Iterator[str]:
    """What was said about passages of this version, and what was answered later; the numbers are those answers take."""
    threads = [thread for thread in threads_of(release) if thread.version == text.version.number]
    if not threads:
        return
    yield tr("Comments:")
    said = quoted([thread.comment for thread in threads], text.draft)
    for thread, quote in zip(threads, said, strict=True):
        place = tr("paragraph {number}", number=thread.comment.paragraph + 1)
        number = tr.digits(f"{thread.version}.{thread.number + 1}")
        yield f"  {number}  {place}, «{quote.words}» — {thread.by}: {thread.comment.text}"
        for answer in thread.answers:
            yield "    " + answer_line(answer, tr)
    yield ""


def answer_line(answer: Answer, tr: Translator) -> str:
    """What was said to a comment, and whether that settles it."""
    if answer.settled and not answer.text:
        return tr("settled by {name}", name=answer.by)
    if answer.settled:
        return tr("settled by {name}: {text}", name=answer.by, text=answer.text)
    return tr("answered by {name}: {text}", name=answer.by, text=answer.text)


def finding_line(finding: OpenFinding, tr: Translator) -> str:
    """Severity, code, place and sentence of an open finding."""
    return tr(
        "{severity} {code}, paragraph {number}: {sentence}",
        severity=tr(SEVERITY_NAMES[finding.severity]),
        code=finding.code,
        number=finding.paragraph + 1,
        sentence=tr.render(finding.message),
    )


def left_out(exclusion: Exclusion, tr: Translator) -> str:
    """Which earlier release a text was not held against, by whom and why."""
    return tr(
        "not held against release {release}, by {name}: {reason}",
        release=exclusion.release,
        name=exclusion.by,
        reason=exclusion.reason,
    )


def _entry(entry: Entry, tr: Translator) -> tuple[str, ...]:
    remarks = [remark for remark in (_eyes(entry.eyes, tr), entry.note) if remark]
    remarks += [left_out(exclusion, tr) for exclusion in entry.exclusions]
    if entry.comments:
        remarks.append(tr("comments: {count}", count=len(entry.comments)))
    remarks += [answer_line(answer, tr) for answer in entry.answers]
    happened = IMPORTED if entry.kind == "imported" else STATES[ReleaseState(entry.kind)]
    what = tr("version {number}: {what}", number=entry.number, what=tr(happened))
    return show_moment(entry.at, tr), what, entry.by, tr("; ").join(remarks)


def _eyes(eyes: Eyes | None, tr: Translator) -> str:
    """The mark of an approval without a second pair of eyes, else nothing."""
    return tr(EYES[eyes]) if eyes is not None and eyes in EYES else ""


def _changes(passage: Passage, mark: Mark) -> str:
    before, after = passage.before, passage.after
    return "".join(
        after[c.b_start : c.b_end] if c.equal else mark(before[c.a_start : c.a_end], after[c.b_start : c.b_end])
        for c in passage.changes
    )


def _remarks(person: Person, house: House, tr: Translator) -> str:
    remarks = [] if person.enabled else [tr("disabled")]
    if person.name in house.emergency:
        remarks.append(tr("may approve in an emergency"))
    return tr(", ").join(remarks)


def _width(text: str) -> int:
    """How many places ``text`` takes: marks on letters and half-spaces take none."""
    return sum(unicodedata.category(ch) not in {"Mn", "Me", "Cf"} for ch in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
