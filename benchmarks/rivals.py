"""The spell checkers pr-editor is compared with. Each knows single words and proposes by a method of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import enchant
from hazm import Lemmatizer
from hazm.utils import words_list
from rapidfuzz import process
from rapidfuzz.distance import OSA

from benchmarks.spellers import Speller
from pr_editor.text.letters import HAMZA_ABOVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST = 5
_SHEKAR = "shekar==1.7.0"


class Hunspell(Speller):
    """Hunspell with Lilak, as enchant gives it: its own dictionary look-up and its own order of suggestions."""

    name = "Hunspell with Lilak"

    def __init__(self, dictionary: Path) -> None:
        """Load ``index.aff`` and ``index.dic`` of a folder."""
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "hunspell"
            target.mkdir()
            for ending in ("aff", "dic"):
                (target / f"fa_IR.{ending}").write_bytes((dictionary / f"index.{ending}").read_bytes())
            os.environ["ENCHANT_CONFIG_DIR"] = folder
            broker = enchant.Broker()
            broker.set_ordering("*", "hunspell")
            self._dict = broker.request_dict("fa_IR")

    def known(self, forms: Sequence[str]) -> list[bool]:
        """What Hunspell accepts."""
        return [self._dict.check(form) for form in forms]

    def propose(self, form: str) -> list[str]:
        """What Hunspell suggests."""
        return self._dict.suggest(form)[:_MOST]


class Hazm(Speller):
    """hazm has no spell checker. This is what its data make of one: its lemmatizer knows a word, or it doesn't.

    Known are the words of ``words.dat``, all conjugated forms of its verbs, and forms whose stem is among the words;
    the hamza of the ezafe is dropped first, as hazm's normalizer does. Proposed are the words with the fewest edits
    (optimal string alignment, at most two), the more frequent first.
    """

    name = "hazm’s word list, nearest first"

    def __init__(self) -> None:
        """Load words and conjugate verbs."""
        self._lemmatizer = Lemmatizer()
        self._counts = {word: count for word, count, _ in words_list()}
        self._words = list(self._counts)

    def known(self, forms: Sequence[str]) -> list[bool]:
        """What the lemmatizer finds."""
        return [self._knows(form.replace(HAMZA_ABOVE, "")) for form in forms]

    def _knows(self, form: str) -> bool:
        lemmatizer = self._lemmatizer
        return form in lemmatizer.words or form in lemmatizer.verbs or lemmatizer.lemmatize(form) in lemmatizer.words

    def propose(self, form: str) -> list[str]:
        """The nearest words."""
        found = process.extract(form, self._words, scorer=OSA.distance, score_cutoff=2, limit=None)
        near = sorted((distance, -self._counts[word], word) for word, distance, _ in found)
        return [word for _, _, word in near[:_MOST]]


class Shekar(Speller):
    """shekar's ``SpellChecker`` in an environment of its own: it brings a neural runtime that nothing here needs."""

    name = _SHEKAR.replace("==", " ")

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Talk to a process that runs ``shekar_words``."""
        self._process = process

    def known(self, forms: Sequence[str]) -> list[bool]:
        """What its text correction leaves alone: words of its vocabulary, and forms whose stem is one."""
        return [bool(answer) for answer in self._ask({"known": list(forms)})]

    def propose(self, form: str) -> list[str]:
        """What ``SpellChecker.suggest`` gives."""
        return [str(answer) for answer in self._ask({"propose": form})]

    def _ask(self, question: dict[str, object]) -> list[object]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(question), file=self._process.stdin, flush=True)
        answers: list[object] = json.loads(self._process.stdout.readline())
        return answers


@contextmanager
def shekar(uv: str) -> Iterator[Shekar]:
    """Install shekar into a folder that is thrown away afterwards, with the installer ``uv``, and start it."""
    with tempfile.TemporaryDirectory(prefix="pr-editor-shekar-") as folder:
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, _SHEKAR], check=True)
        script = Path(__file__).with_name("shekar_words.py")
        command = [python, str(script)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            yield Shekar(process)
            process.communicate()
