"""The report as SARIF 2.1.0, which code hosts, editors and build servers read.

Authority: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*, March 2020; the sections named
here and in the modules beside this one are its.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pr_editor import __version__
from pr_editor.app.report import problems
from pr_editor.app.review import DraftReport
from pr_editor.app.sarif_results import LEVELS, Results, message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pr_editor.app.i18n import Translator
    from pr_editor.app.report import Problem
    from pr_editor.app.review import Outcome
    from pr_editor.checks.model import Rule
    from pr_editor.profile.model import Profile

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_ROOT = "file:///"
_STDIN = "-"
_ENCODINGS = {"utf-8": "UTF-8", "utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE", "cp1256": "windows-1256"}
"""Python's codecs by their names at IANA."""

type Pages = Callable[[str, str], str]
"""The page about a rule, by its code and a language."""


def sarif_report(
    outcomes: Sequence[Outcome], profile: Profile, tr: Translator, pages: Pages, folder: Path
) -> dict[str, Any]:
    """The log (§3.13), with one run. Messages are in the language of ``tr``; relative names count from ``folder``."""
    reports = [outcome for outcome in outcomes if isinstance(outcome, DraftReport)]
    rules = {finding.code: finding.rule for report in reports for finding in report.findings}
    files = _Files(tr, {name: at for at, name in enumerate(dict.fromkeys(outcome.name for outcome in outcomes))})
    numbers = {code: at for at, code in enumerate(rules)}
    results = [Results(tr, report, files.location(report.name), numbers) for report in reports]
    run = {
        "tool": {
            "driver": {
                "name": "pr-editor",
                "version": __version__,
                "language": tr.language,
                "rules": [_rule(rule, pages(code, tr.language)) for code, rule in rules.items()],
            }
        },
        "language": tr.language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_BASE: {"uri": folder.as_uri().rstrip("/") + "/"}},
        "invocations": [files.invocation(problems(outcomes))],
        "artifacts": files.artifacts(reports),
        "results": [result for one in results for result in one.all()],
        "properties": {"profile": {"name": profile.name, "version": profile.version}},
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of the run, listed once and named by their place in the list."""

    tr: Translator
    index: dict[str, int]

    def location(self, name: str) -> dict[str, Any]:
        """An ``artifactLocation`` (§3.4). Standard input has no address."""
        index = {"index": self.index[name]}
        if name == _STDIN:
            return index
        path = Path(name)
        if path.is_absolute():
            return {"uri": path.as_uri(), **index}
        # As if it were absolute: pathlib writes no relative address, and urllib belongs to the network.
        return {"uri": PurePosixPath("/", path.as_posix()).as_uri().removeprefix(_ROOT), "uriBaseId": _BASE, **index}

    def artifacts(self, reports: Sequence[DraftReport]) -> list[dict[str, Any]]:
        """All files (§3.24), also those that could not be read."""
        layouts = {report.name: report.layout for report in reports}
        listed = []
        for name in self.index:
            about: dict[str, Any] = {"location": self.location(name)}
            if name == _STDIN:
                about = {"description": message(self.tr("standard input"))}
            if layout := layouts.get(name):
                about["encoding"] = _ENCODINGS[layout.encoding.codec]
            listed.append(about)
        return listed

    def invocation(self, troubles: Sequence[Problem]) -> dict[str, Any]:
        """How the run went (§3.20): files that could not be read, rules that did not run."""
        told = [
            {
                "level": "error",
                "message": message(self.tr.render(trouble.message)),
                "locations": [{"physicalLocation": {"artifactLocation": self.location(trouble.name)}}],
            }
            for trouble in troubles
        ]
        return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _rule(rule: Rule, page: str) -> dict[str, Any]:
    """A rule as its page describes it (§3.49): the title, the first section, and all of it as help."""
    title, what, *_ = page.split("\n## ")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title.removeprefix("# ").strip()},
        "fullDescription": {"text": " ".join(what.partition("\n")[2].split())},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }
