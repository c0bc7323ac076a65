"""Asks for the words of a comment, or of an answer to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel

from pr_editor.gui.comments.said import quote_of
from pr_editor.gui.library.form import Form
from pr_editor.gui.signoff.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.speech import Speech


class CommentForm(Form):
    """A comment on a passage, which is shown above it."""

    def __init__(
        self, window: QWidget, speech: Speech, words: str, text: str, done: Callable[[CommentForm, str], None]
    ) -> None:
        """``words`` are the passage, ``text`` what was written before; ``done`` gets the form and the comment."""
        super().__init__(window, speech, speech.tr("Comment on a passage"), speech.tr("Keep it"))
        self.setObjectName("comment")
        self._done = done
        self.explain(quote_of(words))
        name = speech.tr("Comment")
        self.text = Reason(self, name)
        self.text.setPlainText(text)
        self.text.textChanged.connect(self.look)
        self.body.addWidget(QLabel(name, self))
        self.body.addWidget(self.text)
        self.text.setFocus()

    def why_not(self) -> str:
        """A comment says something."""
        return "" if self.text.toPlainText().strip() else self.speech.tr("Write your comment.")

    def go(self) -> None:
        """Hand it over."""
        self._done(self, self.text.toPlainText().strip())


class AnswerForm(Form):
    """What to say to a comment, and whether it is settled."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        comment: str,
        before: tuple[str, bool],
        done: Callable[[AnswerForm, str, bool], None],
    ) -> None:
        """``before`` is what was answered so far; ``done`` gets the form, the words, and whether that settles it."""
        super().__init__(window, speech, speech.tr("Answer a comment"), speech.tr("Keep it"))
        self.setObjectName("answer")
        self._done = done
        self.explain(comment)
        name, (text, settled) = speech.tr("Answer"), before
        self.text = Reason(self, name)
        self.text.setPlainText(text)
        self.text.textChanged.connect(self.look)
        self.settled = QCheckBox(speech.tr("The comment is settled"), self)
        self.settled.setChecked(settled)
        self.settled.toggled.connect(lambda _: self.look())
        self.body.addWidget(QLabel(name, self))
        self.body.addWidget(self.text)
        self.body.addWidget(self.settled)
        self.text.setFocus()

    def why_not(self) -> str:
        """Without words it has to be settled at least."""
        said = self.text.toPlainText().strip() or self.settled.isChecked()
        return "" if said else self.speech.tr("Write an answer, or say that it is settled.")

    def go(self) -> None:
        """Hand it over."""
        self._done(self, self.text.toPlainText().strip(), self.settled.isChecked())
