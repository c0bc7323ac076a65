"""The sign-off sheet, a text and a history as HTML for a text browser or a printer, in the colours of a theme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pr_editor.app.dates import show_day, show_moment
from pr_editor.gui.comments.html import in_history, on_sheet
from pr_editor.gui.editor import KIND_NAMES
from pr_editor.gui.editor.typography import line_height
from pr_editor.gui.signoff.marks import isolated, mark_of, name_of
from pr_editor.gui.theme import scale
from pr_editor.profile.model import Severity
from pr_editor.review.checklist import Claim
from pr_editor.review.names import DATED, KINDS, STATES
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from pr_editor.app.sign_off import Comparison, Sheet
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.theme import Theme
    from pr_editor.review.checklist import Item
    from pr_editor.review.model import Exclusion, OpenFinding, Submission, Waiver
    from pr_editor.review.ports import Entry
    from pr_editor.text.compare import Passage
    from pr_editor.text.draft import Draft

_CLAIMS = {
    Claim.NAME: N_("Names"),
    Claim.FIGURE: N_("Figures"),
    Claim.DATE: N_("Dates"),
    Claim.QUOTE: N_("Quotes"),
}
_SEVERITIES = {
    Severity.BLOCKER: N_("Blocker"),
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}
_EVENTS = {
    "imported": N_("Version {number} was imported."),
    "submitted": N_("Version {number} was submitted."),
    "approved": N_("Version {number} was approved."),
    "returned": N_("Version {number} was returned."),
    "withdrawn": N_("Version {number} was withdrawn."),
}
_STRONG = {Kind.HEADLINE: 15, Kind.KICKER: 10, Kind.SUBHEAD: 12}


class Pages:
    """Writes pages in one language and one theme."""

    def __init__(self, speech: Speech, theme: Theme) -> None:
        """Use ``speech`` and the tokens of ``theme``."""
        self._speech = speech
        self._theme = theme
        self._tr = speech.tr

    def sheet(self, sheet: Sheet, ticked: Collection[int]) -> str:
        """One page to decide by: parts, changes, open findings, waivers, what to check."""
        submission = sheet.text.version.submission
        waived = {waiver.fingerprint for waiver in submission.waivers}
        standing = [one for one in submission.findings if one.fingerprint not in waived]
        return "".join(
            (
                self._parts(sheet),
                *(self._comparison(comparison) for comparison in sheet.comparisons),
                self._heading(self._tr("Left as it is, with a reason")),
                self._waivers(submission.waivers, submission.findings),
                *self._exclusions(submission.exclusions),
                *self._comments(sheet),
                self._heading(self._tr("Open findings ({number})", number=len(standing))),
                self._findings(standing),
                self._heading(self._tr("To check against the sources")),
                self._items(sheet.items, ticked),
                self._said(
                    self._tr("Reviewed by the house style {name}.", name=submission.profile)
                    if submission.profile
                    else ""
                ),
            )
        )

    def text(self, draft: Draft, marks: Mapping[int, Sequence[tuple[int, int]]]) -> str:
        """A text verbatim; ``marks`` are places to highlight, by position of the paragraph."""
        parts = []
        for at, paragraph in enumerate(draft.paragraphs):
            inner = _marked(
                paragraph.text, marks.get(at, ()), f"background:{self._color('selection')}; font-weight:600"
            )
            size = _STRONG.get(paragraph.kind)
            style = f"font-size:{size * scale()}pt; font-weight:bold;" if size else ""
            weight = "font-weight:500;" if paragraph.kind is Kind.LEAD else ""
            parts.append(
                self._persian(inner, f"{style}{weight} margin-bottom:10px; {_lines(165)}; white-space:pre-wrap")
            )
        return "".join(parts)

    def history(self, entries: Iterable[Entry]) -> str:
        """All that happened, newest first."""
        return "".join(self._entry(entry) for entry in reversed(tuple(entries)))

    def facts(self, sheet: Sheet) -> str:
        """State, kind, date, people: one line under the headline."""
        metadata, version = sheet.text.metadata, sheet.text.version
        tr = self._tr
        state = tr(STATES[version.state])
        approval = version.approval
        mark = tr(mark_of(approval.eyes)) if approval else ""
        parts = [
            f"<b>{escape(name_of(sheet.release.id, self._speech))}</b>",
            f"<b>{escape(state)}</b>",
            f'<b style="color:{self._color("warning")}">{escape(mark)}</b>' if mark else "",
            escape(tr(KINDS[metadata.kind])),
            self._ltr(show_day(metadata.date, self._speech.translator)),
            *(isolated(escape(text)) for text in (metadata.outlet, "، ".join(metadata.keywords)) if text),
        ]
        if metadata.embargo is not None:
            moment = show_moment(metadata.embargo, self._speech.translator)
            parts.append(
                f'<b style="color:{self._color("warning")}">{escape(tr("not before {moment}", moment=moment))}</b>'
            )
        return self._line(" · ".join(filter(None, parts)))

    def headed(self, sheet: Sheet, page: str) -> str:
        """A page below the headline of its release and the facts about it, as it goes on paper."""
        headlines = [one.text for one in sheet.text.draft.paragraphs if one.kind is Kind.HEADLINE]
        head = "".join(f"<h2>{escape(_from_right(text))}</h2>" for text in headlines[:1])
        return f"{head}{self.facts(sheet)}<hr>{page}"

    def _parts(self, sheet: Sheet) -> str:
        draft, submission = sheet.text.draft, sheet.text.version.submission
        rows = []
        for kind in (Kind.KICKER, Kind.HEADLINE, Kind.LEAD, Kind.BYLINE, Kind.SOURCE):
            texts = [paragraph.text for paragraph in draft.paragraphs if paragraph.kind is kind]
            if texts or kind in {Kind.HEADLINE, Kind.BYLINE, Kind.SOURCE}:
                missing = f'<span style="color:{self._color("warning")}">{escape(self._tr("missing"))}</span>'
                name = self._tr(KIND_NAMES[kind])
                shown = "<br>".join(escape(_from_right(_unnamed(text, name))) for text in texts) or missing
                rows.append(self._row(escape(name), shown))
        rows += self._whence(submission)
        size = self._tr("{words} words, {paragraphs} paragraphs", words=draft.words, paragraphs=len(draft.paragraphs))
        rows.append(self._row(escape(self._tr("Length")), escape(size)))
        return "".join(rows)

    def _whence(self, submission: Submission) -> Iterable[str]:
        """Who handed the text in and changed it; or who imported it, from where."""
        origin = submission.origin
        people = "، ".join(sorted(submission.contributors)) if origin is None else submission.by
        name = self._tr("Submitted by") if origin is None else self._tr("Imported by")
        moment = show_moment(submission.at, self._speech.translator)
        yield self._row(escape(name), f"{escape(people)} · {self._ltr(moment)}")
        if origin is not None:
            yield self._row(escape(self._tr("Imported from")), self._ltr(origin.place))
            yield self._row(escape(self._tr("Dated")), escape(self._tr(DATED[origin.dated])))

    def _row(self, name: str, value: str) -> str:
        return self._line(f'<span style="color:{self._color("muted")}">{name}:</span> {value}')

    def _comparison(self, comparison: Comparison) -> str:
        if comparison.number is None:
            title = self._tr("What has changed since the draft as received")
        else:
            title = self._tr("What has changed since version {number}", number=comparison.number)
        changed = [passage for passage in comparison.passages if not passage.same]
        if not changed:
            return self._heading(title) + self._said(self._tr("Nothing: the text is the same."))
        return self._heading(title) + "".join(self._passages(comparison.passages))

    def _passages(self, passages: Sequence[Passage]) -> Iterable[str]:
        same = 0
        for passage in passages:
            if passage.same:
                same += 1
                continue
            yield self._skipped(same)
            same = 0
            yield self._persian(self._changes(passage), f"margin-bottom:8px; {_lines(150)}")
        yield self._skipped(same)

    def _skipped(self, number: int) -> str:
        return self._said(self._tr("… {number} paragraphs unchanged …", number=number)) if number else ""

    def _changes(self, passage: Passage) -> str:
        gone = f"color:{self._color('error')}; text-decoration:line-through"
        new = f"color:{self._color('success')}; text-decoration:underline"
        parts = []
        for change in passage.changes:
            before = escape(passage.before[change.a_start : change.a_end])
            after = escape(passage.after[change.b_start : change.b_end])
            if change.equal:
                parts.append(after)
                continue
            parts.append(f'<span style="{gone}">{before}</span>' if before else "")
            parts.append(" " if before.strip() and after.strip() else "")
            parts.append(f'<span style="{new}">{after}</span>' if after else "")
        return "".join(parts)

    def _waivers(self, waivers: Sequence[Waiver], findings: Iterable[OpenFinding]) -> str:
        about = {finding.fingerprint: finding for finding in findings}
        if not waivers:
            return self._said(self._tr("Nothing was left."))
        parts = []
        for waiver in waivers:
            finding = about.get(waiver.fingerprint)
            said = self._speech.render(finding.message) if finding else waiver.code
            given = self._tr("{name}: “{reason}”", name=waiver.by, reason=waiver.reason)
            parts.append(self._line(f"{escape(said)}<br><b>{escape(given)}</b>{self._quote(finding)}"))
        return "".join(parts)

    def _exclusions(self, exclusions: Sequence[Exclusion]) -> Iterable[str]:
        """Earlier releases the text was not held against; nothing where there are none, as in most texts."""
        if exclusions:
            yield self._heading(self._tr("Earlier releases left out, with a reason"))
        for exclusion in exclusions:
            given = self._tr("{name}: “{reason}”", name=exclusion.by, reason=exclusion.reason)
            yield self._line(f"{escape(name_of(exclusion.release, self._speech))}<br><b>{escape(given)}</b>")

    def _comments(self, sheet: Sheet) -> Iterable[str]:
        """What was said about passages; nothing where nothing was, as of most texts."""
        said = [*on_sheet(sheet, self._speech)]
        if said:
            yield self._heading(self._tr("Comments on passages"))
        yield from map(self._line, said)

    def _findings(self, findings: Iterable[OpenFinding]) -> str:
        parts = []
        for finding in sorted(findings, key=lambda one: (-one.severity, one.paragraph, one.start)):
            ink = self._color(finding.severity.label)
            weight = (
                f'<span style="color:{ink}; font-weight:600">{escape(self._tr(_SEVERITIES[finding.severity]))}</span>'
            )
            said = escape(self._speech.render(finding.message))
            parts.append(self._line(f"{weight} · {said}{self._quote(finding)}"))
        return "".join(parts) or self._said(self._tr("None."))

    def _quote(self, finding: OpenFinding | None) -> str:
        if finding is None or not finding.text:
            return ""
        text = finding.text if len(finding.text) < 80 else finding.text[:80].rsplit(" ", 1)[0] + " …"
        return f'<br><span style="color:{self._color("muted")}">{escape(_from_right(f"«{text}»"))}</span>'

    def _items(self, items: Sequence[Item], ticked: Collection[int]) -> str:
        parts = []
        for claim, title in _CLAIMS.items():
            found = [
                f'<a href="tick:{at}" style="color:{self._color("text")}; text-decoration:none">'
                f"{'☑' if at in ticked else '☐'}&nbsp;{escape(item.text)}</a>"
                for at, item in enumerate(items)
                if item.claim is claim
            ]
            if found:
                head = f'<span style="color:{self._color("muted")}">{escape(self._tr(title))}</span>'
                parts.append(self._line(f"{head}<br>{' &nbsp; '.join(found)}"))
        return "".join(parts) or self._said(self._tr("No name, figure, date or quote was recognised."))

    def _entry(self, entry: Entry) -> str:
        what = self._tr(_EVENTS[entry.kind], number=entry.number) if entry.kind in _EVENTS else entry.kind
        mark = self._tr(mark_of(entry.eyes))
        moment = self._ltr(show_moment(entry.at, self._speech.translator))
        lines = [f"<b>{escape(what)}</b> {escape(entry.by)} · {moment}"]
        if mark:
            lines.append(f'<b style="color:{self._color("warning")}">{escape(mark)}</b>')
        if entry.note:
            lines.append(f"«{escape(entry.note)}»")
        for exclusion in entry.exclusions:
            release, why = name_of(exclusion.release, self._speech), exclusion.reason
            lines.append(escape(self._tr("Release {release} left out: {reason}", release=release, reason=why)))
        lines += in_history(entry, self._speech)
        return self._line("<br>".join(lines))

    def _heading(self, text: str) -> str:
        style = f"margin-top:18px; margin-bottom:6px; font-size:{12 * scale()}pt; font-weight:bold"
        return f'<p dir="{self._direction}" style="{style}">{escape(text)}</p>'

    def _said(self, text: str) -> str:
        return self._line(f'<span style="color:{self._color("muted")}">{escape(text)}</span>') if text else ""

    def _line(self, inner: str) -> str:
        return f'<p dir="{self._direction}" style="margin-top:2px; margin-bottom:6px; {_lines(140)}">{inner}</p>'

    def _persian(self, inner: str, style: str) -> str:
        """Words of the release: from the right, in whatever language the window speaks."""
        return f'<p dir="rtl" align="right" style="margin-top:2px; {style}">{inner}</p>'

    def _ltr(self, text: str) -> str:
        """A date keeps its order between words of either direction."""
        return escape(isolated(text))

    def _color(self, token: str) -> str:
        return self._theme.color(token).name()

    @property
    def _direction(self) -> str:
        return "rtl" if self._speech.translator.right_to_left else "ltr"


def _unnamed(text: str, name: str) -> str:
    """A line without what it is called, where it says so itself as the line that names it does."""
    label, _, rest = text.partition(":")
    return rest.strip() if label.strip() == name and rest.strip() else text


def _from_right(text: str) -> str:
    """Words of the release in a line of another direction."""
    return f"\u2067{text}\u2069"


def _marked(text: str, spans: Sequence[tuple[int, int]], style: str) -> str:
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [escape(text[at:start]), f'<span style="{style}">{escape(text[start:end])}</span>']
        at = end
    return "".join([*parts, escape(text[at:])])


def _lines(percent: float) -> str:
    """The distance of lines in percent of their height, at the size everything has."""
    return f"line-height:{line_height(percent):.0f}%"
