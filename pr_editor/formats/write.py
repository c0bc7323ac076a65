"""Writing drafts to new files; the suffix chooses the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.formats.base import refuse_unstorable
from pr_editor.formats.plain import plain_bytes
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.formats.base import Document
    from pr_editor.text.draft import Draft

SUFFIXES = (".txt", ".docx")
"""What ``write`` can write."""


def write(draft: Draft, path: Path, received: Document | None = None) -> None:
    """Write ``draft`` to ``path``, replacing a file already there, whole or not at all. Raises ``KnownError``.

    Where ``received``, from which the draft came, is a Word document as well, its formatting is kept.
    """
    name = str(path)
    refuse_unstorable((p.text for p in draft.paragraphs), name)
    data = _bytes_for(draft, path, received)
    try:
        write_atomically(path, data)
    except FileNotFoundError as error:
        raise KnownError("{name} cannot be written: its folder does not exist.", name=name) from error
    except PermissionError as error:
        raise KnownError("You have no permission to write {name}.", name=name) from error
    except OSError as error:
        raise KnownError(
            "{name} cannot be written: {reason}", name=name, reason=error.strerror or str(error)
        ) from error


def _bytes_for(draft: Draft, path: Path, received: Document | None) -> bytes:
    suffix = path.suffix.lower()
    if suffix == ".txt":
        return plain_bytes(draft)
    if suffix == ".docx":
        if received is not None and received.format == "docx":
            return received.rewritten(draft)
        # Loading python-docx takes longer than writing with it.
        from pr_editor.formats.docx_new import docx_bytes

        return docx_bytes(draft)
    raise KnownError(
        "{name} cannot be written: drafts are written as {suffixes}.", name=str(path), suffixes=" / ".join(SUFFIXES)
    )
