"""What a house's own approved releases teach: counts of words side by side, made from its library and kept beside it.

``python -m pr_editor.app.house_counts`` counts anew in a process of its own, so that neither window nor checker waits.
The counts lie in the user's data folder and never leave the computer; they hold checksums and numbers, no text.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.app.paths import Paths
from pr_editor.app.services import Services, build_services
from pr_editor.language.ngrams import Ngrams, count_rows
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.app.library import Shelf
    from pr_editor.library.store import Library

LEAST_RELEASES = 2
"""Releases in which words must stand side by side: what one text alone says may be the slip that was overlooked."""
MOST_RELEASES = 5_000
"""As many of the newest are learnt from: more would take minutes and gigabytes, and old words say little of today's."""
COUNTED_AT_ONCE = 300
"""As many are counted while somebody waits, which takes two or three seconds."""
LEARNT, UNCHANGED = 0, 3
"""Exit statuses of the process: there are new counts, or the old ones still hold."""


def house_counts(shelf: Shelf) -> Ngrams | None:
    """What was last learnt from the library on this shelf; None before that. Raises ``KnownError`` if unreadable."""
    return Ngrams.load(shelf.counts) if shelf.exists and shelf.counts.exists() else None


def counts_now(shelf: Shelf) -> Ngrams:
    """What the library teaches at this moment, for who asks once and waits; nothing is kept. Raises ``KnownError``.

    That is what was learnt if it still holds, else what a library of some hundred releases says now. Counting a larger
    one would take minutes: what was learnt of it last will do, or the newest of it.
    """
    with shelf.open(readonly=True) as library:
        digests = library.in_force(MOST_RELEASES)
        key = _key(digests)
        if (holding := _holding(shelf, key)) is not None:
            return holding
        if len(digests) > COUNTED_AT_ONCE and (learnt := _learnt(shelf)) is not None:
            return learnt
        return _counted(library, key, COUNTED_AT_ONCE)


def learn(shelf: Shelf) -> bool:
    """Count what is approved and in force, and keep the counts; whether they are others than before.

    Raises ``KnownError`` for the library and ``OSError`` for the counts.
    """
    if not shelf.exists:
        return False
    with shelf.open(readonly=True) as library:
        key = _key(library.in_force(MOST_RELEASES))
        if _holding(shelf, key) is not None:
            return False
        counts = _counted(library, key)
    shelf.counts.parent.mkdir(parents=True, exist_ok=True)
    counts.save(shelf.counts)
    return True


def _holding(shelf: Shelf, key: bytes) -> Ngrams | None:
    """The counts on disk if they were made from just these texts."""
    counts = _learnt(shelf)
    return counts if counts is not None and counts.key == key else None


def _learnt(shelf: Shelf) -> Ngrams | None:
    """The counts on disk, if there are any; damaged ones are made anew."""
    with suppress(KnownError):
        return house_counts(shelf)
    return None


def _counted(library: Library, key: bytes, newest: int = MOST_RELEASES) -> Ngrams:
    return Ngrams.of(count_rows(map(_text, library.texts_in_force(newest)), LEAST_RELEASES), key)


def _text(paragraphs: Iterable[str]) -> str:
    return "\n".join(paragraphs)


def _key(digests: Iterable[str]) -> bytes:
    """Names the texts, in whatever order they were approved."""
    return hashlib.sha256("\n".join(sorted(digests)).encode()).digest()[:16]


def learning_command(services: Services) -> list[str]:
    """The command that learns from the library of the settings and tells by its exit status what came of it."""
    paths = services.paths
    places = [f"--resources={paths.resources}", f"--data={paths.data}", f"--config={paths.config}"]
    return [sys.executable, "-P", "-m", "pr_editor.app.house_counts", *places]


def main(arguments: list[str]) -> int:
    """Learn. What goes wrong is told on standard error and is an exit status of its own; the old counts stay."""
    parser = argparse.ArgumentParser(prog="pr_editor.app.house_counts", description=__doc__)
    for name in ("resources", "data", "config"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args(arguments)
    services = build_services(Paths(given.resources, given.data, given.config))
    try:
        return LEARNT if learn(services.shelf()) else UNCHANGED
    except KnownError as error:
        sys.stderr.write(services.translator("en").render(error.message) + "\n")
    except OSError as error:
        sys.stderr.write(f"the counts can't be kept: {error}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
