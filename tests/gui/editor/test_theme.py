"""Themes are complete and legible; icons are tinted, mirrored and sharp."""

from __future__ import annotations

import shutil
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from pr_editor.gui.icons import DIRECTIONAL, Icons
from pr_editor.gui.theme import Theme, Tokens, use_scale
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

GROUNDS = ("window", "surface", "raised")
INKS = ("text", "muted", "accent", "blocker", "error", "warning", "note", "success", "halfspace", "duplicate")
THEMES = ("light", "dark", "contrast")


def luminance(color: QColor) -> float:
    """Relative luminance of WCAG 2."""
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    """Contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, resources: Path) -> Theme:
    return Theme.load(resources / "themes" / f"{request.param}.toml")


def test_every_text_colour_is_legible(theme: Theme) -> None:
    least = 7.0 if theme.name == "contrast" else 4.5
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [("text", "selection"), ("text", "duplicate_ground"), ("on_accent", "accent")]
    weak = {pair: contrast(theme.color(pair[0]), theme.color(pair[1])) for pair in pairs}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < least}


def test_stylesheet_names_only_tokens(theme: Theme) -> None:
    sheet = theme.stylesheet()
    assert "@" not in sheet
    assert theme.tokens.accent.name() in sheet


def test_palette_follows_the_tokens(theme: Theme) -> None:
    palette = theme.palette()
    assert palette.base().color() == theme.tokens.surface
    assert palette.text().color() == theme.tokens.text
    assert (luminance(theme.tokens.window) < 0.2) is theme.dark


def test_what_is_ticked_is_told_by_shape(theme: Theme, qapp: QApplication) -> None:
    box = QCheckBox()
    box.setTristate(True)
    box.setStyleSheet(theme.stylesheet())
    drawn = {}
    for state in Qt.CheckState:
        box.setCheckState(state)
        drawn[state] = shape(box.grab().toImage(), theme.tokens.accent)
    assert drawn[Qt.CheckState.Unchecked] == set()
    ticked, partly = drawn[Qt.CheckState.Checked], drawn[Qt.CheckState.PartiallyChecked]
    assert len({y for _, y in ticked}) > len({y for _, y in partly}) > 0, "a tick is higher than a dash"


def shape(picture: QImage, ground: QColor) -> set[tuple[int, int]]:
    """Where something legible stands on ``ground``, with that colour at both sides."""
    found = set()
    for y in range(picture.height()):
        row = [picture.pixelColor(x, y) for x in range(picture.width())]
        there = [x for x, color in enumerate(row) if color == ground]
        inside = range(min(there), max(there)) if there else range(0)
        found |= {(x, y) for x in inside if contrast(row[x], ground) > 4.5}
    return found


@pytest.mark.parametrize("missing", [field.name for field in fields(Tokens)])
def test_missing_token_is_named(missing: str, resources: Path, tmp_path: Path) -> None:
    shutil.copy(resources / "themes" / "window.qss", tmp_path)
    lines = (resources / "themes" / "light.toml").read_text(encoding="utf-8").splitlines()
    broken = tmp_path / "broken.toml"
    broken.write_text("\n".join(line for line in lines if not line.startswith(f"{missing} ")), encoding="utf-8")
    with pytest.raises(KnownError, match=f"“{missing}”"):
        Theme.load(broken)


@pytest.mark.parametrize("content", ["tokens = [", "\udcff"])
def test_unreadable_theme_is_named(content: str, resources: Path, tmp_path: Path) -> None:
    shutil.copy(resources / "themes" / "window.qss", tmp_path)
    broken = tmp_path / "broken.toml"
    broken.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(KnownError, match=r"broken\.toml"):
        Theme.load(broken)


def columns(image: QImage) -> list[int]:
    """How many pixels with ink stand in each column."""
    return [sum(image.pixelColor(x, y).alpha() > 128 for y in range(image.height())) for x in range(image.width())]


def test_icons_are_tinted(qtbot: QtBot, resources: Path, theme: Theme) -> None:
    image = Icons(resources / "icons", theme, right_to_left=True).pixmap("flag", "error", 24).toImage()
    solid = {
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert theme.tokens.error.name() in solid


@pytest.mark.parametrize(("name", "mirrored"), [("chevron-left", True), ("flag", False)])
def test_only_directional_icons_are_mirrored(
    name: str, mirrored: bool, qtbot: QtBot, resources: Path, theme: Theme
) -> None:
    assert (name in DIRECTIONAL) is mirrored
    ltr, rtl = (
        columns(Icons(resources / "icons", theme, right_to_left=way).pixmap(name, size=48).toImage())
        for way in (False, True)
    )
    assert ltr != ltr[::-1]
    assert rtl == (ltr[::-1] if mirrored else ltr)


def test_icons_are_sharp_on_dense_screens(qtbot: QtBot, resources: Path, theme: Theme) -> None:
    icons = Icons(resources / "icons", theme, right_to_left=False)
    assert icons.pixmap("flag", size=16, ratio=2.0).width() == 32
    assert icons.pixmap("flag", size=16, ratio=2.0).deviceIndependentSize().width() == 16
    assert {size.width() for size in icons.icon("flag").availableSizes()} == {16, 32, 48}


def test_every_icon_can_be_drawn(qtbot: QtBot, resources: Path, theme: Theme) -> None:
    icons = Icons(resources / "icons", theme, right_to_left=True)
    for path in sorted((resources / "icons").glob("*.svg")):
        assert sum(columns(icons.pixmap(path.stem).toImage())) > 0, path.name


def test_at_twice_the_size_padding_grows_half_as_fast_and_lines_stay_thin(qapp: QApplication, resources: Path) -> None:
    theme = replace(
        Theme.load(resources / "themes" / "light.toml"),
        sheet="A { padding: 6px 24px; radius: 8px; line: 1px; scrolls: @scrolls; }",
    )
    assert theme.stylesheet() == "A { padding: 6px 24px; radius: 8px; line: 1px; scrolls: 0; }"
    use_scale(qapp, 2.0)
    try:
        assert theme.stylesheet() == "A { padding: 9px 36px; radius: 16px; line: 1px; scrolls: 1; }"
    finally:
        use_scale(qapp, 1.0)
