"""The vocabulary of reviewing.

A *rule* is static: what documentation and house styles list. A *check* is the code that looks for the faults of one or
several rules. It yields *hits*; the engine weighs them by the house style and makes them *findings*. A *fix* is data:
it can be shown, stored, applied and taken back, and never applies itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pr_editor.checks.ports import Against
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.profile.model import Severity
    from pr_editor.text.message import Args, Value
    from pr_editor.text.span import Edit, Span


class Applicability(IntEnum):
    """How far a fix may be trusted. Only SAFE ones join «fix all»."""

    SHOW = 0
    """Shown as advice; the editor types the change himself."""
    ASK = 1
    """Probably right; applied when the editor chooses it."""
    SAFE = 2
    """Right whatever the text means."""

    @property
    def label(self) -> str:
        """The word of the JSON contract: ``show``, ``ask``, ``safe``."""
        return self.name.lower()


class Touches(StrEnum):
    """What a rule is about and its fixes may therefore change, though fixes in general must not."""

    DIGITS = "digits"
    """Which script digits are written in, and the marks inside a number; never its value."""
    LATIN = "latin"
    """Latin words."""
    ALL = "all"
    """Whole paragraphs or sentences go."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one code stands for. ``name`` is kebab-case English, ``summary`` the sentence findings show by default.

    ``severity`` is the weight without a house style; ``applicability`` the best a fix of this rule can be, None when it
    has no fixes; ``authority`` names the source of the rule.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    applicability: Applicability | None
    authority: str
    touches: Touches | None = None

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to put a finding right: edits that belong together, all of the same draft."""

    title: Message
    edits: tuple[Edit, ...]
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Related:
    """Another place a finding is about. ``score`` is the likeness, 0–1; ``release`` an id of the library or None."""

    span: Span
    score: float = 1.0
    release: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check saw. ``message`` replaces the rule's summary; ``severity`` a judgement on this very case,

    which the house style overrides only where it names the rule's full code.
    """

    rule: Rule
    span: Span
    args: Args = ()
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    message: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its weight, its words and a fingerprint that outlives edits elsewhere in the draft."""

    rule: Rule
    span: Span
    text: str
    message: Message
    severity: Severity
    fixes: tuple[Fix, ...]
    related: tuple[Related, ...]
    fingerprint: str

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code


@dataclass(frozen=True, slots=True)
class ParagraphCheck:
    """Looks at one paragraph alone; its result depends on nothing but that paragraph, its kind and the house style."""

    rules: tuple[Rule, ...]
    run: Callable[[ParagraphView, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """Looks at the draft as a whole."""

    rules: tuple[Rule, ...]
    run: Callable[[DraftView, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class OverviewCheck:
    """Looks over what all paragraph checks saw in a draft, and says what is to stand in its place.

    It may weigh hits anew by what else the draft holds, or gather many into one; what it does not touch it gives back.
    """

    rules: tuple[Rule, ...]
    run: Callable[[DraftView, Sequence[Hit], Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class ArchiveCheck:
    """Looks at the draft beside what was published. Runs last, and only where there is an archive to ask."""

    rules: tuple[Rule, ...]
    run: Callable[[DraftView, Against, Context], Iterable[Hit]]


type Check = ParagraphCheck | DraftCheck | OverviewCheck | ArchiveCheck


def fix(title: str, edits: Iterable[Edit], applicability: Applicability, **args: Value) -> Fix:
    """Build a ``Fix``; ``title`` must be a literal English text with ``{named}`` places, for the translators."""
    return Fix(message(title, **args), tuple(edits), applicability)
