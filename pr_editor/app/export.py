"""Texts leaving the library: written to a file, and marked where they are not what a reader would take them for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.app.dates import show_moment
from pr_editor.formats.write import write
from pr_editor.review.model import now
from pr_editor.text.draft import Kind, Paragraph
from pr_editor.text.message import N_, KnownError, message

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.app.i18n import Translator
    from pr_editor.library.store import Library
    from pr_editor.review.ports import Copy
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message

PROOF = N_("Not approved; not for publication.")
EMBARGOED = N_("Not for publication before {moment}.")


def take_copy(library: Library, release: str, number: int | None, *, proof: bool, tr: Translator) -> Copy:
    """The version to export: what is not final only as a ``proof``. Raises ``KnownError`` that tells days in ``tr``."""
    embargo = library.export_draft(release, number, proof=True).metadata.embargo
    if embargo is not None and now() < embargo and not proof:
        raise KnownError(
            "Release {release} is under embargo until {moment}.", release=release, moment=show_moment(embargo, tr)
        )
    return library.export_draft(release, number, proof=proof)


def marked(copy: Copy, tr: Translator) -> Draft:
    """The text of a copy. One that is final under four eyes is exactly what was signed.

    What is not final says so before anybody reads on; how it was approved stands at the end. ``tr`` speaks the
    language of the text.
    """
    paragraphs = copy.draft.paragraphs
    key = max((paragraph.key for paragraph in paragraphs), default=-1) + 1
    if copy.mark:
        paragraphs = (*paragraphs, _mark(key, copy.mark, tr))
    if not copy.final:
        paragraphs = (_mark(key + 1, _warning(copy, tr), tr), *paragraphs)
    return replace(copy.draft, paragraphs=paragraphs, title=copy.release)


def export(copy: Copy, path: Path, tr: Translator) -> None:
    """Write a copy to ``path``; the suffix chooses the format. Raises ``KnownError``."""
    write(marked(copy, tr), path)


def _warning(copy: Copy, tr: Translator) -> Message:
    embargo = copy.metadata.embargo
    if embargo is not None and now() < embargo:
        return message(EMBARGOED, moment=show_moment(embargo, tr))
    return message(PROOF)


def _mark(key: int, words: Message, tr: Translator) -> Paragraph:
    return Paragraph(key, f"[{tr.render(words)}]", Kind.OTHER)
