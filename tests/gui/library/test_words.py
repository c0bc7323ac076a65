"""What the window says about the library is translated, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[3]


def test_every_translation_is_of_something_that_is_said() -> None:
    with (ROOT / "resources/locale/fa/LC_MESSAGES/library-gui.po").open("rb") as file:
        translated = {entry.id for entry in read_po(file, locale="fa") if entry.id}
    keywords = dict.fromkeys(("tr", "_tr", "N_", "message", "KnownError"))
    wanted = [("gui/library/**.py", "python"), ("gui/signoff/**.py", "python"), ("app/sign_off.py", "python")]
    said = {text for _, _, text, _, _ in extract_from_dir(ROOT / "pr_editor", wanted, keywords=keywords)}
    assert translated
    assert translated <= said
