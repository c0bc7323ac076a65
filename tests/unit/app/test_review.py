"""Reviewing many drafts: each for itself, a failed check told, the house style as asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.i18n import Translator
from pr_editor.app.report import check_report, problems
from pr_editor.app.review import DraftReport, Input, Reviewer, Style, Unreviewed, review_each
from pr_editor.app.services import Services, build_services
from pr_editor.checks.engine import Engine
from pr_editor.checks.model import DraftCheck, Rule
from pr_editor.profile.model import Severity
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.model import Hit
    from pr_editor.checks.view import Context, DraftView
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

BROKEN = Rule("CHR999", "broken", "It never runs.", Severity.NOTE, None, "no one")


class FailingServices(Services):
    """The program with a check in it that always fails."""

    shared: Language

    def engine(self, profile: Profile, language: Language | None = None) -> Engine:
        """An engine of that check alone."""

        def run(draft: DraftView, context: Context) -> Iterable[Hit]:
            raise RuntimeError("the lamp is out")

        return Engine([DraftCheck((BROKEN,), run)], self.shared, profile)


def test_a_check_that_fails_is_told_as_an_error(language: Language, resources: Path) -> None:
    plain = build_services()
    services = FailingServices(plain.paths, plain.settings, plain.sessions, plain.words)
    services.shared = language
    outcome = Reviewer(services, Style("pr")).review(Input("-", data="متن".encode()))
    assert isinstance(outcome, DraftReport)
    (problem,) = problems([outcome])
    assert problem.name == "-"
    assert "CHR999" in str(problem.message)
    assert "the lamp is out" in str(problem.message)
    tr = Translator("en", resources / "locale")
    assert check_report([outcome], services.profile("pr"), tr)["errors"] == [
        {"path": "-", "message": "The rules CHR999 could not run on -: RuntimeError: the lamp is out"}
    ]


def test_drafts_that_can_not_be_read_keep_their_place(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("متن", "utf-8")
    names = [str(tmp_path / "a"), str(good), str(tmp_path / "b")]
    outcomes = list(review_each(build_services(), Style("pr"), [Input(name, Path(name)) for name in names], 1))
    assert [outcome.name for outcome in outcomes] == names
    assert [isinstance(outcome, Unreviewed) for outcome in outcomes] == [True, False, True]


def test_a_house_style_there_is_not_is_told_before_anything_is_read() -> None:
    missing = [Input("1", Path("1")), Input("2", Path("2"))]
    for jobs in (1, 2):
        with pytest.raises(KnownError, match="nobody"):
            list(review_each(build_services(), Style("nobody"), missing, jobs))


def test_a_code_asked_for_runs_even_where_the_house_ignores_it(tmp_path: Path) -> None:
    style = tmp_path / "house.toml"
    style.write_text('extends = "pr"\nname = "house"\nignore = ["CHR001", "SPL"]\n', "utf-8")
    services = build_services()

    def runs(*select: str, ignore: tuple[str, ...] = ()) -> list[str]:
        profile = Style(str(style), select, ignore).resolve(services)
        return [code for code in ("CHR001", "CHR002", "SPL001", "SPL002", "ZWN001") if profile.runs(code)]

    assert runs() == ["CHR002", "ZWN001"]
    assert runs("CHR001") == ["CHR001"]
    assert runs("CHR") == ["CHR002"]
    assert runs("SPL001", "ZWN") == ["SPL001", "ZWN001"]
    assert runs("SPL", ignore=("SPL002",)) == ["SPL001"]
