"""Settings come back as they were saved, and no broken file keeps the program from starting."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.config import Settings, SettingsStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    store = SettingsStore(path)
    assert store.load() == Settings()
    assert store.problem is None
    assert not path.exists()


def test_every_setting_comes_back(path: Path) -> None:
    changed = Settings(
        language="en",
        theme="dark",
        profile="/خانه/شیوه.toml",
        text_size=15.5,
        autosave_seconds=5,
        show_half_spaces=True,
        library="/دفتر/کتابخانه.db",
        account="مریم کریمی",
        house_offered=True,
        recent=("/پیش‌نویس.docx", "/b\udcff.txt"),
        exclusion_reasons=("ادامهٔ خبر پارسال",),
        geometries=("AAEC", ""),
        scale=150,
        text_font="Tahoma",
        at_start="nothing",
        advance=False,
        show_invisibles=True,
        tour_seen=True,
        keys=(("next", "F2", "Ctrl+,"), ("quit",)),
    )
    assert all(getattr(changed, field.name) != field.default for field in fields(Settings))
    store = SettingsStore(path)
    store.save(changed)
    assert store.load() == changed
    assert store.problem is None


def test_settings_of_a_newer_program_are_passed_over(path: Path) -> None:
    store = SettingsStore(path)
    store.save(replace(Settings(), theme="light"))
    path.write_text(json.dumps({**json.loads(path.read_text()), "hologram": True}))
    assert store.load() == Settings(theme="light")
    assert store.problem is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": "pink"}',
        '{"language": "de"}',
        '{"text_size": "big"}',
        '{"autosave_seconds": true}',
        '{"show_half_spaces": 1}',
        '{"recent": [1]}',
        '{"text_size": -3}',
        '{"autosave_seconds": 0}',
        '{"scale": 250}',
        '{"at_start": "yesterday"}',
        '{"keys": ["next"]}',
        '{"keys": [[]]}',
        '{"keys": [["next", 3]]}',
    ],
)
def test_a_broken_file_is_kept_aside_and_told(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    store = SettingsStore(path)
    assert store.load() == Settings()
    assert store.problem is not None
    assert not path.exists()
    assert path.with_name("settings.json.broken").read_text() == text
    assert store.load() == Settings()
    assert store.problem is not None, "it is told however often settings are asked for"
    store.save(Settings())
    assert store.load() == Settings()
    assert store.problem is None


def test_whole_numbers_are_sizes_too(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"text_size": 14}')
    assert SettingsStore(path).load() == Settings(text_size=14.0)
