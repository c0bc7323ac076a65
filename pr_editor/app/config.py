"""What the user chose, kept in one small JSON file."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from pr_editor.text.files import write_atomically
from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
_CHOICES = {
    "language": ("fa", "en"),
    "theme": ("system", "light", "dark", "contrast"),
    "at_start": ("drafts", "nothing"),
}
_RANGES = {"text_size": (6, 72), "autosave_seconds": (1, 60), "scale": (100, 200)}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user can set; the defaults suit a newcomer."""

    language: str = "fa"
    theme: str = "system"
    """``system``, ``light``, ``dark`` or ``contrast``."""
    profile: str = "pr"
    scale: int = 100
    """How large everything in the window is, in percent of its ordinary size."""
    text_size: float = 12.0
    """Of drafts, in points at a scale of 100 percent."""
    text_font: str = ""
    """The family drafts are set in; empty for the one that ships with the program."""
    autosave_seconds: int = 3
    """Between two savings of a draft that is being changed."""
    at_start: str = "drafts"
    """``drafts`` brings back those of last time, ``nothing`` waits to be asked."""
    advance: bool = True
    """Whether a decision leads to the next finding."""
    show_half_spaces: bool = False
    show_invisibles: bool = False
    """Whether everything that shows nothing is marked in drafts, half-spaces included."""
    library: str = ""
    """Path of the library file; empty for the one in the data folder."""
    account: str = ""
    """Who logged in last: offered next time, and whose own words count before."""
    house_offered: bool = False
    """Whether the program has asked who the house is; it asks once, at the first start."""
    recent: tuple[str, ...] = ()
    """Paths of files opened lately, newest first."""
    exclusion_reasons: tuple[str, ...] = ()
    """Why releases were left out of reports on reuse lately, newest first."""
    tour_seen: bool = False
    """Whether the tour was shown; it shows itself once."""
    keys: tuple[tuple[str, ...], ...] = ()
    """Commands with other keys than their own: the id, then portable names of keys, none for no key."""
    geometries: tuple[str, ...] = ()
    """Place and size of each window by its number, base64."""


class SettingsStore:
    """Reads and writes the settings file."""

    def __init__(self, path: Path) -> None:
        """Use the file at ``path``; it need not exist."""
        self._path = path
        self.problem: Message | None = None
        """What was wrong with the file when it was last there, to be told to the user."""

    def load(self) -> Settings:
        """The settings on disk. A file that can't be understood is kept aside and the defaults are used."""
        try:
            settings = _parse(self._path.read_bytes())
        except FileNotFoundError:
            return Settings()  # Maybe because it was kept aside before anybody was told.
        except (OSError, ValueError) as error:
            _log.warning("settings not read: %s", error)
        else:
            self.problem = None
            return settings
        aside = self._path.with_name(self._path.name + ".broken")
        self.problem = message(
            "Your settings could not be read and are back to the defaults. The old file: {path}", path=str(aside)
        )
        try:
            self._path.replace(aside)
        except OSError as error:
            _log.warning("settings not kept aside: %s", error)
            self.problem = message(
                "Your settings could not be read; the defaults are used: {path}", path=str(self._path)
            )
        return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings. Raises ``OSError``."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
        write_atomically(self._path, (text + "\n").encode("utf-8", "surrogatepass"))


def _parse(data: bytes) -> Settings:
    """Settings of a file's bytes; keys of a newer program are passed over. Raises ``ValueError``."""
    given = json.loads(data.decode("utf-8", "surrogatepass"))
    if not isinstance(given, dict):
        raise ValueError("not an object")  # noqa: TRY004 - one exception for every kind of broken file
    known = {
        field.name: _checked(field.name, field.default, given[field.name])
        for field in fields(Settings)
        if field.name in given
    }
    return Settings(**known)


def _checked(name: str, default: Any, value: Any) -> Any:
    """A value as it came from JSON, if it is of the kind of the ``default``. Raises ``ValueError``."""
    if name == "keys":
        return _keys(value)
    if isinstance(default, tuple) and _is_words(value):
        return tuple(value)
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not type(default) or value not in _CHOICES.get(name, (value,)):
        raise ValueError(f"{name}: {value!r}")
    least, most = _RANGES.get(name, (value, value))
    if not least <= value <= most:
        raise ValueError(f"{name}: {value!r}")
    return value


def _keys(value: Any) -> tuple[tuple[str, ...], ...]:
    """The keys of commands: each row names a command first. Raises ``ValueError``."""
    if not isinstance(value, list) or not all(_is_words(row) and row for row in value):
        raise ValueError(f"keys: {value!r}")
    return tuple(map(tuple, value))


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
