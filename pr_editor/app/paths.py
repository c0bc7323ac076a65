"""Where the program finds what it ships with, and where it keeps what belongs to the user."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "pr-editor"
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Paths:
    """``resources`` ships with the program and is only read; ``data`` and ``config`` are the user's."""

    resources: Path
    data: Path
    config: Path

    @property
    def locale(self) -> Path:
        """Translations: ``<language>/LC_MESSAGES/<domain>.mo``."""
        return self.resources / "locale"

    @property
    def profiles(self) -> Path:
        """House styles that ship with the program."""
        return self.resources / "profiles"

    @property
    def templates(self) -> Path:
        """What reports are made from."""
        return self.resources / "templates"

    @property
    def sessions(self) -> Path:
        """Drafts that are open, or were when the program ended."""
        return self.data / "sessions"

    @property
    def closed(self) -> Path:
        """Drafts that were closed lately."""
        return self.data / "closed"

    @property
    def words(self) -> Path:
        """The user's own dictionary."""
        return self.data / "words.txt"

    @property
    def left(self) -> Path:
        """What the user always leaves as it is."""
        return self.data / "left.csv"

    @property
    def house_style(self) -> Path:
        """The house's own style, once somebody has told the program about the house; its lists lie beside it."""
        return self.data / "house" / "house.toml"

    @property
    def library(self) -> Path:
        """The library, unless another one is chosen."""
        return self.data / "library.db"

    @property
    def checkpoints(self) -> Path:
        """What was last known of each library, outside of it."""
        return self.data / "checkpoints"

    @property
    def comments(self) -> Path:
        """A supervisor's comments on texts that are not decided yet."""
        return self.data / "comments"

    @property
    def log(self) -> Path:
        """Where unexpected errors are written."""
        return self.data / "pr-editor.log"

    @property
    def settings(self) -> Path:
        """What the user chose."""
        return self.config / "settings.json"


def default_paths() -> Paths:
    """The places of this installation. ``PR_EDITOR_HOME`` puts all that is the user's under one folder."""
    if home := os.environ.get("PR_EDITOR_HOME"):
        return Paths(_resources(), Path(home) / "data", Path(home) / "config")
    data = platformdirs.user_data_path(_NAME, appauthor=False)
    config = platformdirs.user_config_path(_NAME, appauthor=False)
    return Paths(_resources(), data, config)


def _resources() -> Path:
    """In a wheel the resources lie inside the package, in a checkout beside it."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"
