"""The editor of the review window: a draft as text, with what was found marked in it."""

from pr_editor.gui.editor.editor import DraftEditor
from pr_editor.gui.editor.kinds import KIND_NAMES

__all__ = ["KIND_NAMES", "DraftEditor"]
