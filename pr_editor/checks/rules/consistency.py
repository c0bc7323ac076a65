"""CON: one thing written two ways in a draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.checks.dash_chains import odd_chains
from pr_editor.checks.model import Applicability, DraftCheck, Hit, Related, Rule, fix
from pr_editor.checks.person_names import two_spellings
from pr_editor.checks.word_forms import HAMZA, read
from pr_editor.language.normal import normal
from pr_editor.profile.model import Severity
from pr_editor.text.letters import TANVIN
from pr_editor.text.message import N_
from pr_editor.text.span import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.checks.word_forms import Spelled
    from pr_editor.language.language import Language
    from pr_editor.text.span import Span

SPELLING_VARIANTS = Rule(
    "CON001",
    "spelling-variants",
    N_("«{text}» is written «{other}» elsewhere in this draft."),
    Severity.WARNING,
    Applicability.ASK,
    "Newsroom practice: one word, one spelling; where counts are equal, the Academy of Persian Language and Literature",
)
NAME_VARIANTS = Rule(
    "CON002",
    "name-variants",
    N_("The name «{text}» is written «{other}» elsewhere in this draft."),
    Severity.WARNING,
    Applicability.ASK,
    "Newsroom practice: one person, one name; the registered name where the house has one, else the commoner",
)
_HOUSE_FORM = N_("The house writes «{other}», and so does this draft elsewhere.")


@dataclass(slots=True)
class _Group:
    """All ways one word is written in a draft, in order of appearance: form → places."""

    forms: dict[str, list[tuple[ParagraphView, Spelled]]] = field(default_factory=dict)

    def add(self, view: ParagraphView, word: Spelled) -> None:
        self.forms.setdefault(word.form, []).append((view, word))


def _variants(draft: DraftView, context: Context) -> Iterator[Hit]:
    names = list(_names(draft, context))
    yield from names
    taken = [hit.span for hit in names]
    for hit in (*_words(draft, context), *_dashes(draft)):
        if not any(hit.span.overlaps(span) for span in taken):
            yield hit


def _names(draft: DraftView, context: Context) -> Iterator[Hit]:
    for pair in two_spellings(draft, context):
        yield _hit(NAME_VARIANTS, pair.odd.span, pair.model.span, pair.model.text)


def _words(draft: DraftView, context: Context) -> Iterator[Hit]:
    for group in _groups(draft):
        if any(_is_word(form, context.language) for form in group.forms):
            yield from _minority(group, context)


def _groups(draft: DraftView) -> list[_Group]:
    """What the draft writes in several ways: single words, and runs of words that it also writes as one."""
    by_hamza: dict[str, str] = {}
    groups: dict[str, _Group] = {}

    def key(word: Spelled) -> str:
        return by_hamza.setdefault(word.seats, word.plain) if word.seats else word.plain

    readings = [(view, read(view.text)) for view in draft.paragraphs]
    for view, reading in readings:
        for word in reading.words:
            groups.setdefault(key(word), _Group()).add(view, word)
    for view, reading in readings:
        after = 0
        for split in reading.splits:
            if split.at >= after and key(split) in groups:
                groups[key(split)].add(view, split)
                after = split.at + split.size
    return [group for group in groups.values() if len(group.forms) > 1]


def _is_word(form: str, language: Language) -> bool:
    return all(language.knows(part) for part in form.split())


def _minority(group: _Group, context: Context) -> Iterator[Hit]:
    """Flag every place of every form but the house's or else the commonest; among equals the Academy's, the first."""
    preferred = [form for form in group.forms if normal(form) in context.house.preferred]
    best = (
        preferred[0]
        if preferred
        else max(group.forms, key=lambda form: (len(group.forms[form]), *_standing(form, context.language)))
    )
    view, word = group.forms[best][0]
    model = view.span(word.start, word.end)
    right = model.of(view.text)
    for form, places in group.forms.items():
        if form != best:
            for here, odd in places:
                message = _HOUSE_FORM if preferred else ""
                yield _hit(SPELLING_VARIANTS, here.span(odd.start, odd.end), model, right, message)


def _standing(form: str, language: Language) -> tuple[bool, int, int, int]:
    """How well a form stands: known, hamza and tanvin written as the Academy writes them, one word, frequent."""
    academy = bool(HAMZA.search(form)) + (TANVIN in form) - form.endswith("اء")
    one_word = " " not in form and language.knows(form)
    return _is_word(form, language), academy, int(one_word), language.frequency(form) if one_word else 0


def _dashes(draft: DraftView) -> Iterator[Hit]:
    for odd in odd_chains(draft.paragraphs):
        yield _hit(SPELLING_VARIANTS, odd.chain.span, odd.model.span, odd.right)


def _hit(rule: Rule, span: Span, model: Span, right: str, message: str = "") -> Hit:
    put = fix("Write «{other}»", [Edit(span, right)], Applicability.ASK, other=right)
    return Hit(rule, span, (("other", right),), (Related(model),), (put,), message)


CHECKS: tuple[Check, ...] = (DraftCheck((SPELLING_VARIANTS, NAME_VARIANTS), _variants),)
