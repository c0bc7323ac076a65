"""Runs the checks over a draft and makes findings of what they saw.

Paragraph checks are remembered by text, so that checking again after a keystroke costs one paragraph. A check that
fails does not take the others with it, and is reported: a clean result must mean that everything ran.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Literal

from pr_editor.checks.fingerprints import Fingerprints, surroundings
from pr_editor.checks.kept_names import KeptNames, names_of
from pr_editor.checks.model import ArchiveCheck, Check, DraftCheck, Finding, Hit, OverviewCheck, ParagraphCheck
from pr_editor.checks.protect import judge_all
from pr_editor.checks.release_kind import likely_kind
from pr_editor.checks.remembered import Remembered
from pr_editor.checks.structure import Structure, recognise
from pr_editor.checks.view import Context, DraftView, ParagraphView
from pr_editor.text.message import KnownError, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pr_editor.checks.ports import Against
    from pr_editor.language.language import Language
    from pr_editor.profile.choices import ReleaseKind
    from pr_editor.profile.model import Profile, Severity
    from pr_editor.text.draft import Draft, Kind, Paragraph

_log = logging.getLogger(__name__)
_SHOWN = 60
_REMEMBERED = 4096

type _Look = tuple[tuple[Hit, ...], tuple[Failure, ...]]
type Scope = Literal["paragraph", "draft", "published"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Rules that could not run, and the technical reason."""

    codes: tuple[str, ...]
    reason: str
    known: Message | None = None
    """The reason for the user, where it is one that comes up in ordinary use."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Findings of one scope, in reading order."""

    scope: Scope
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything seen in one draft, in reading order, then by code."""

    draft: Draft
    structure: Structure
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


class Engine:
    """Reviews drafts by one house style. Not thread-safe: the language behind it is not."""

    def __init__(self, checks: Iterable[Check], language: Language, profile: Profile) -> None:
        """Keep those checks of which the house wants at least one rule."""
        self.profile = profile
        # Asked for each of the thousands of findings of a long draft, about the same few codes.
        self._runs, self._severity = cache(profile.runs), cache(profile.severity)
        self._context = Context(profile, language)
        wanted = [check for check in checks if any(profile.runs(rule.code) for rule in check.rules)]
        self._paragraph_checks = [check for check in wanted if isinstance(check, ParagraphCheck)]
        self._draft_checks = [check for check in wanted if isinstance(check, DraftCheck)]
        self._overviews = [check for check in wanted if isinstance(check, OverviewCheck)]
        self._archive_checks = [check for check in wanted if isinstance(check, ArchiveCheck)]
        self._views: Remembered[Paragraph, ParagraphView] = Remembered(_REMEMBERED)
        self._looks: Remembered[Paragraph, _Look] = Remembered(_REMEMBERED)
        self._judged: Remembered[tuple[Hit, tuple[str, ...]], Hit] = Remembered(_REMEMBERED)
        self._surroundings = surroundings()
        self._names = self._kept_names()

    def forget(self) -> None:
        """Drop what is remembered, as when a word has been added to a dictionary."""
        for remembered in (self._views, self._looks, self._judged):
            remembered.clear()
        self._names = self._kept_names()

    def _kept_names(self) -> KeptNames:
        return KeptNames((*names_of(self.profile), *self._context.language.added))

    def structure(
        self, draft: Draft, overrides: Mapping[int, Kind] | None = None, release_kind: ReleaseKind | None = None
    ) -> Structure:
        """The parts of a draft by this house style. ``release_kind`` is what its editor says it is, if he does."""
        standing = self._context.house.is_standing if self.profile.lists.paragraphs else None
        structure = recognise(draft, self.profile.options.byline, overrides, standing)
        known = release_kind or self.profile.options.release.kind or likely_kind(draft, structure)
        return replace(structure, release_kind=known)

    def review(
        self,
        draft: Draft,
        overrides: Mapping[int, Kind] | None = None,
        release_kind: ReleaseKind | None = None,
        against: Against | None = None,
    ) -> Review:
        """Review a whole draft, also ``against`` an archive. The draft in the result carries the recognised kinds."""
        structure = self.structure(draft, overrides, release_kind)
        draft = draft.with_kinds(structure.kinds)
        batches = list(self.batches(draft, structure, against))
        findings = [finding for batch in batches for finding in batch.findings]
        failures = tuple(failure for batch in batches for failure in batch.failures)
        return Review(draft, structure, tuple(sorted(findings, key=_reading_order(draft))), failures)

    def batches(
        self,
        draft: Draft,
        structure: Structure,
        against: Against | None = None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> Iterator[Batch]:
        """Review a draft whose kinds are settled: what single paragraphs show, then what the whole shows.

        Last comes what was published, where there is an archive to hold it ``against``. When ``go_on`` says no the
        review ends there; what it has seen of single paragraphs is remembered.
        """
        kind = structure.release_kind
        views = tuple(self._views.get(one, partial(ParagraphView, one)) for one in draft.paragraphs)
        fingerprints = Fingerprints(self._surroundings)
        texts = {paragraph.key: paragraph.text for paragraph in draft.paragraphs}
        hits: list[Hit] = []
        failures: list[Failure] = []
        for view in views:
            if not go_on():
                return
            found, failed = self._looks.get(view.paragraph, partial(self._look_at, view))
            hits += (hit for hit in found if self._runs(hit.rule.code, kind))
            failures += failed
        whole = DraftView(draft, views, structure)
        for check in self._overviews:
            hits = self._looked_over(check, whole, hits, failures, texts)
        yield self._batch("paragraph", whole, hits, failures, fingerprints)
        hits, failures = [], []
        for look in self._draft_checks:
            if not go_on():
                return
            _run(look, partial(look.run, whole, self._context), hits, failures)
        hits = self._guarded(hits, texts, kind)
        yield self._batch("draft", whole, hits, failures, fingerprints)
        if against is not None and self._archive_checks:
            hits, failures = [], []
            for ask in self._archive_checks:
                _run(ask, partial(ask.run, whole, against, self._context), hits, failures)
            yield self._batch("published", whole, self._guarded(hits, texts, kind), failures, fingerprints)

    def _look_at(self, view: ParagraphView) -> _Look:
        """What the checks of single paragraphs see in one."""
        hits: list[Hit] = []
        failures: list[Failure] = []
        for check in self._paragraph_checks:
            _run(check, partial(check.run, view, self._context), hits, failures)
        return tuple(self._guarded(hits, {view.key: view.text})), tuple(failures)

    def _looked_over(
        self, check: OverviewCheck, draft: DraftView, hits: list[Hit], failures: list[Failure], texts: Mapping[int, str]
    ) -> list[Hit]:
        """What ``check`` makes of ``hits``; these as they are when it fails. Only what is new passes the guard."""
        before, made = len(failures), list[Hit]()
        _run(check, partial(check.run, draft, hits, self._context), made, failures)
        if len(failures) > before:
            return hits
        known, kind = {id(hit) for hit in hits}, draft.structure.release_kind
        return [hit for one in made for hit in ([one] if id(one) in known else self._guarded([one], texts, kind))]

    def _guarded(self, hits: Iterable[Hit], texts: Mapping[int, str], kind: ReleaseKind | None = None) -> list[Hit]:
        """The hits the house wants in releases of this kind, with only such fixes as the guard passes."""
        wanted = (hit for hit in hits if self._runs(hit.rule.code, kind))
        return [self._judge(hit, texts) if hit.fixes else hit for hit in wanted]

    def _judge(self, hit: Hit, texts: Mapping[int, str]) -> Hit:
        about = tuple(texts.get(edit.span.key, "") for fix in hit.fixes for edit in fix.edits)
        return self._judged.get(
            (hit, about),
            lambda: replace(hit, fixes=judge_all(hit.fixes, texts, hit.rule.touches, self._names)),
        )

    def _batch(
        self,
        scope: Scope,
        whole: DraftView,
        hits: list[Hit],
        failures: list[Failure],
        fingerprints: Fingerprints,
    ) -> Batch:
        kind = whole.structure.release_kind
        texts = {view.key: view.text for view in whole.paragraphs}
        ordered = sorted(hits, key=_reading_order(whole.draft))
        findings = tuple(self._finding(hit, texts[hit.span.key], kind, fingerprints) for hit in ordered)
        return Batch(scope, findings, tuple(dict.fromkeys(failures)))

    def _finding(self, hit: Hit, text: str, kind: ReleaseKind | None, fingerprints: Fingerprints) -> Finding:
        words = hit.span.of(text)
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
        return Finding(
            rule=hit.rule,
            span=hit.span,
            text=words,
            message=Message(hit.message or hit.rule.summary, (("text", shown), *hit.args)),
            severity=self._weigh(hit, kind),
            fixes=hit.fixes,
            related=hit.related,
            fingerprint=fingerprints.take(hit, text),
        )

    def _weigh(self, hit: Hit, kind: ReleaseKind | None) -> Severity:
        code = hit.rule.code
        if hit.severity is not None and not self.profile.names(code, kind):
            return hit.severity
        return self._severity(code, hit.rule.severity, kind)


def _run(check: Check, look: Callable[[], Iterable[Hit]], hits: list[Hit], failures: list[Failure]) -> None:
    """Gather what a check sees. Whatever goes wrong inside it is told to the user as «these rules did not run»."""
    codes = tuple(rule.code for rule in check.rules)
    try:
        hits += list(look())
    except KnownError as error:
        failures.append(Failure(codes, str(error), error.message))
    except Exception as error:  # noqa: BLE001 - whatever a rule trips over must not hide what the others found
        _log.exception("a check failed")
        failures.append(Failure(codes, f"{type(error).__name__}: {error}"))


def _reading_order(draft: Draft) -> Callable[[Hit | Finding], tuple[int, int, int, str]]:
    place = draft.index()

    def key(item: Hit | Finding) -> tuple[int, int, int, str]:
        span = item.span
        return place[span.key], span.start, span.end, item.rule.code

    return key
