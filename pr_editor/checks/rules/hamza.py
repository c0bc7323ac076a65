"""SPL007: hamza or tanvin left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

LEFT_OUT = Rule(
    code="SPL007",
    name="hamza-or-tanvin-left-out",
    summary=N_("«{text}» lacks its hamza or tanvin: «{word}»."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)


def hamza(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words of the closed list of those that lose their hamza or tanvin in careless writing."""
    for token in view.words:
        word = context.language.with_hamza(token.text)
        if word and not context.language.is_added(token.text):
            put = fix(N_("Write «{word}»"), [view.edit(token.start, token.end, word)], Applicability.ASK, word=word)
            yield Hit(LEFT_OUT, view.span(token.start, token.end), args=(("word", word),), fixes=(put,))


CHECKS: tuple[Check, ...] = (ParagraphCheck((LEFT_OUT,), hamza),)
