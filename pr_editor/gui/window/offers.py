"""What the menus list that is not known beforehand: recent files, samples, house styles."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.gui.speech import isolated
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.services import Services
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.house_styles import HouseStyles
    from pr_editor.gui.look import Look
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.window.menus import Entries


class Offers:
    """Fills the lists of the menus."""

    def __init__(self, services: Services, speech: Speech, drafts: Drafts, look: Look, styles: HouseStyles) -> None:
        """Offer what ``services`` has."""
        self._services = services
        self._speech = speech
        self._drafts = drafts
        self._look = look
        self._styles = styles
        styles.call_by(self.profile_title)
        self._ready = False

    def lists(self) -> dict[str, Callable[[], Entries]]:
        """By the ``@name`` that stands in the menu tables."""
        return {"recent": self._recent, "samples": self._samples, "profiles": self._profiles}

    def samples(self) -> list[str]:
        """File names of the samples, the one with the most to find first."""
        folder = self._services.sample("")
        names = sorted(path.name for path in folder.glob("*.txt"))
        return sorted(names, key=lambda name: name != "faulty.txt")

    def profile_title(self, name: str) -> str:
        """What a house style is called; its file name where it can't be read: the checker tells why.

        Empty before ``learn``: reading a house style loads all rules, and the window should show first.
        """
        if not self._ready:
            return ""
        try:
            return self._services.profile(name).title.get(self._speech.language, name)
        except KnownError:
            return name

    def learn(self) -> None:
        """From now on house styles may be read."""
        self._ready = True

    def _recent(self) -> Entries:
        recent = [Path(path) for path in self._look.settings.recent]
        names = Counter(path.name for path in recent)
        for path in recent:
            name = isolated(path.name)
            text = f"{name} — {isolated(path.parent.name)}" if names[path.name] > 1 else name
            yield text, False, partial(self._drafts.open_files, [str(path)])

    def _samples(self) -> Entries:
        tr = self._speech.tr
        known = {
            "faulty.txt": tr("A release full of faults"),
            "clean.txt": tr("A clean release"),
            "small.txt": tr("A release with a few slips"),
        }
        for name in self.samples():
            yield known.get(name, name), False, partial(self._drafts.open_sample, name)

    def _profiles(self) -> Entries:
        now = self._look.settings.profile
        names = self._services.profile_names()
        for name in names if now in names else [*names, now]:
            yield self.profile_title(name), name == now, partial(self._styles.choose, name)
        yield self._speech.tr("Another house style…"), False, self._styles.choose_file
