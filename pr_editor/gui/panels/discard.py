"""Takes widgets out of a window for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Take a widget out of its window; it is freed soon.

    A layout shows what is added to it a turn of the event loop later. What has no parent any more by then would be
    shown as a window of its own, and take the keys for a moment; what is hidden is left so.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
