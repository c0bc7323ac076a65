"""The composition root: the one place where the parts of the program are put together.

Nothing heavy is imported or loaded before it is asked for: the window never loads a dictionary.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.app.closed import ClosedDrafts
from pr_editor.app.config import SettingsStore
from pr_editor.app.i18n import Translator
from pr_editor.app.library import Shelf, shelf_at
from pr_editor.app.paths import Paths, default_paths
from pr_editor.app.published import PublishedOnShelf
from pr_editor.app.sessions import SessionStore
from pr_editor.app.words import UserWords
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pr_editor.app.house import HouseStyle
    from pr_editor.app.left import OwnLeft
    from pr_editor.checks.engine import Engine
    from pr_editor.formats.base import Document
    from pr_editor.language.language import Language
    from pr_editor.language.ngrams import Ngrams
    from pr_editor.profile.model import Profile


class Services:
    """What window and commands ask for. Build it with ``build_services``."""

    def __init__(self, paths: Paths, settings: SettingsStore, sessions: SessionStore, words: UserWords) -> None:
        """Take the parts; nothing is read yet."""
        self.paths = paths
        self.settings = settings
        self.sessions = sessions
        self.closed = ClosedDrafts(paths.closed, sessions)
        self.words = words

    def translator(self, language: str) -> Translator:
        """Messages in ``fa`` or ``en``."""
        return Translator(language, self.paths.locale)

    def profile_names(self) -> list[str]:
        """The house styles that ship with the program, and the house's own."""
        shipped = sorted(path.stem for path in self.paths.profiles.glob("*.toml"))
        own = self.paths.house_style
        return [*shipped, *([own.stem] if own.is_file() else [])]

    def profile(self, name: str) -> Profile:
        """A house style by its name, or by the path of its file. Raises ``KnownError``."""
        from pr_editor.checks.registry import RULES
        from pr_editor.profile.load import load_profile

        own = self.paths.house_style
        source = own if name == own.stem else name
        return load_profile(source, self.paths.profiles, RULES)

    def own_left(self) -> OwnLeft:
        """What the user always leaves as it is, to be looked at and changed."""
        from pr_editor.app.left import OwnLeft

        return OwnLeft(self.paths.left)

    def house(self) -> HouseStyle:
        """The house's own style, to be looked at and changed."""
        from pr_editor.app.house import HouseStyle

        return HouseStyle(self.paths.house_style)

    def house_base(self) -> Profile:
        """What holds where the house's own style says nothing. Raises ``KnownError``."""
        from pr_editor.profile.model import Profile

        house = self.house()
        beside = house.path.with_name(f"{house.extends}.toml")
        if not house.extends:
            return Profile(house.path.stem)
        return self.profile(str(beside) if beside.is_file() else house.extends)

    def shelf(self, path: Path | None = None) -> Shelf:
        """The library at ``path``, else the one the user chose, else the one in the data folder."""
        chosen = self.settings.load().library
        return shelf_at(path or (Path(chosen) if chosen else self.paths.library), self.paths.checkpoints)

    def published(self, path: Path | None = None) -> PublishedOnShelf:
        """What was published, by the library at ``path`` or the one in use; opened when it is first asked."""
        return PublishedOnShelf(lambda: self.shelf(path))

    def known_words(self, shelf: Shelf) -> frozenset[str]:
        """Words to take as correct: the user's, the house's, and those of who logged in last. Raises ``KnownError``."""
        return self.words.words() | shelf.words(self.settings.load().account)

    def language(self, words: frozenset[str] | None = None, house: Ngrams | None = None) -> Language:
        """The dictionaries with the user's words, or ``words``, and the counts of a ``house``.

        Loads enchant: only for processes that check. Raises ``KnownError``.
        """
        from pr_editor.language.language import Language

        language = Language.load(self.paths.resources / "dictionaries", house=house)
        language.add_words(self.words.words() if words is None else words)
        return language

    def engine(self, profile: Profile, language: Language | None = None) -> Engine:
        """Everything that reviews drafts by a house style. Loads the dictionaries unless ``language`` is given."""
        from pr_editor.checks.engine import Engine
        from pr_editor.checks.registry import CHECKS

        return Engine(CHECKS, language or self.language(), profile)

    def read(self, path: Path) -> Document:
        """Open a file of any readable format. Raises ``KnownError``."""
        from pr_editor.formats.read import read

        return read(path)

    def read_bytes(self, data: bytes, name: str) -> Document:
        """Open a file called ``name`` that is in memory already. Raises ``KnownError``."""
        from pr_editor.formats.read import read_bytes

        return read_bytes(data, name)

    def rule_page(self, code: str, language: str) -> str:
        """What the program tells about a rule: Markdown in ``fa`` or ``en``. Raises ``KnownError``."""
        path = self.paths.resources / "rules" / language / f"{code}.md"
        try:
            return path.read_text("utf-8")
        except OSError as error:
            raise KnownError("There is no page about the rule {code}.", code=code) from error

    def sample(self, name: str) -> Path:
        """A draft that ships with the program, to try it with."""
        return self.paths.resources / "samples" / name


def build_services(paths: Paths | None = None) -> Services:
    """Put the program together over ``paths``, or over the places of this installation."""
    paths = paths or default_paths()
    return Services(paths, SettingsStore(paths.settings), SessionStore(paths.sessions), UserWords(paths.words))
