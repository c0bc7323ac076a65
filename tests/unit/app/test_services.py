"""The composition root: where things lie, and what is there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.logs import LIMIT, LogFile
from pr_editor.app.paths import default_paths
from pr_editor.app.services import build_services
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path


def test_one_folder_can_hold_all_that_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PR_EDITOR_HOME", str(tmp_path))
    paths = default_paths()
    assert (paths.data, paths.config) == (tmp_path / "data", tmp_path / "config")
    mine = (paths.sessions, paths.words, paths.log, paths.settings)
    assert all(tmp_path in path.parents for path in mine)
    assert list(tmp_path.iterdir()) == []


def test_without_it_the_systems_own_places_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PR_EDITOR_HOME")
    paths = default_paths()
    assert paths.data.name == paths.config.name == "pr-editor"
    assert paths.resources.is_dir()


def test_what_the_program_ships_is_there() -> None:
    services = build_services()
    assert {"base", "pr"} <= set(services.profile_names())
    assert services.profile("pr").name == "pr"
    assert services.sample("faulty.txt").is_file()
    assert services.read(services.sample("faulty.txt")).draft.paragraphs


def test_a_rule_page_there_is_not_is_told() -> None:
    with pytest.raises(KnownError, match="XYZ001"):
        build_services().rule_page("XYZ001", "fa")


def test_the_users_words_are_known_to_the_dictionaries() -> None:
    services = build_services()
    services.words.add("بروموندگان")
    assert services.language().knows("بروموندگان")
    assert not services.language(frozenset()).knows("بروموندگان")


def test_the_log_comes_to_be_with_its_first_entry_and_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "data" / "log"
    handler = LogFile(path)
    assert not path.parent.exists()
    handler.emit(logging.LogRecord("pr", logging.ERROR, "f", 1, "a %s", ("خطا",), None))
    handler.close()
    assert path.read_text("utf-8").endswith("ERROR pr: a خطا\n")
    path.write_bytes(b"x" * (LIMIT + 1))
    handler = LogFile(path)
    handler.emit(logging.LogRecord("pr", logging.ERROR, "f", 1, "b", (), None))
    handler.close()
    assert path.read_text("utf-8").endswith("ERROR pr: b\n")
    assert path.with_name("log.old").stat().st_size == LIMIT + 1
