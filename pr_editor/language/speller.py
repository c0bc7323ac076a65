"""Hunspell dictionaries through enchant, without touching the user's own enchant files.

enchant finds Hunspell dictionaries only in folders of its own. A private folder is made for as long as the speller
lives, holding the shipped files under the names enchant asks for; nothing is ever learnt or written there.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Self

import enchant

from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from types import TracebackType

PERSIAN = "fa_IR"
ENGLISH = "en_US"
_FOLDER = "ENCHANT_CONFIG_DIR"


class Speller:
    """Answers from ``index.aff`` and ``index.dic`` of one folder. Not thread-safe: enchant is not."""

    def __init__(self, dictionary: Path, language: str = PERSIAN) -> None:
        """Load the dictionary as that of ``language``, a locale.

        Raises ``KnownError`` when files are missing or enchant has no Hunspell.
        """
        for name in ("index.aff", "index.dic"):
            if not (dictionary / name).is_file():
                raise KnownError("The dictionary file {path} is missing.", path=str(dictionary / name))
        self._folder = Path(tempfile.mkdtemp(prefix="pr-editor-spelling-"))
        self._clean = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        _lay_out(dictionary, self._folder / "hunspell", language)
        self._dict = _request(self._folder, language)

    def check(self, word: str) -> bool:
        """Whether the dictionary accepts ``word``, which must be in normal form."""
        return bool(word) and self._dict.check(word)

    def suggest(self, word: str) -> list[str]:
        """What Hunspell proposes for ``word``, best first by its own lights; slow, tens of milliseconds."""
        return self._dict.suggest(word) if word else []

    def close(self) -> None:
        """Remove the private folder; the speller can't be used any more."""
        self._clean()

    def __enter__(self) -> Self:
        """The speller itself; its folder goes with the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the private folder."""
        self.close()


def _lay_out(dictionary: Path, folder: Path, language: str) -> None:
    """Show the dictionary to enchant under its own names; copies where links are not allowed (Windows)."""
    folder.mkdir(parents=True)
    for ending in (".aff", ".dic"):
        source, target = (dictionary / f"index{ending}").resolve(), folder / f"{language}{ending}"
        try:
            target.symlink_to(source)
        except OSError:
            shutil.copyfile(source, target)


def _request(folder: Path, language: str) -> enchant.Dict:
    """Ask for exactly the dictionary of ``folder``. enchant reads the variable when a broker is made."""
    before = os.environ.get(_FOLDER)
    os.environ[_FOLDER] = str(folder)
    try:
        broker = enchant.Broker()
        broker.set_ordering("*", "hunspell")
        return broker.request_dict(language)
    except enchant.errors.Error as error:
        raise KnownError(
            "The dictionary {language} could not be loaded: {reason}", language=language, reason=str(error)
        ) from error
    finally:
        if before is None:
            del os.environ[_FOLDER]
        else:
            os.environ[_FOLDER] = before
