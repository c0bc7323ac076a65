"""What a house may choose where good practice differs.

Each class is one table of the TOML file and each of its fields one key of that table, declared once: reading, merging,
``pr-editor profile check`` and ``docs/profiles.md`` follow from the declaration. A new choice is an enumeration whose
values are the allowed words, and a field in the class of its table::

    class Percent(StrEnum):
        PERSIAN = "persian"
        LATIN = "latin"
        KEEP = "keep"

    percent: Percent = option(
        Percent.PERSIAN, "Which percent sign follows a number.", rules=("NUM002",), idle={Percent.KEEP: ("NUM002",)}
    )

A rule reads it as ``context.profile.options.numbers.percent``. The type of the default tells how the key is read:
``StrEnum`` one of its words, ``bool`` true or false, ``int`` a whole number from 1, ``float`` a share above 0 and up to
1, ``str`` a text, ``tuple`` a list of texts (``"..."`` stands for the inherited ones). ``rules`` are the codes that
consult the option, ``idle`` those that can find nothing under a value. A new table is a class, and a field of
``Options`` by the name of the table.
"""

# ruff: noqa: RUF009 - option() declares a field, as dataclasses.field() does

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pr_editor.profile.option import option


class Script(StrEnum):
    """Which digits a house writes in Persian text."""

    PERSIAN = "persian"
    LATIN = "latin"
    KEEP = "keep"


class ReleaseKind(StrEnum):
    """What sort of release a draft is: it decides how heavy a missing byline weighs."""

    NEWS = "news"
    NOTE = "note"
    REPORT = "report"
    NOTICE = "notice"


class NonJoining(StrEnum):
    """What a house does with half-spaces after letters that join to none, where they cannot be seen."""

    KEEP = "keep"
    REMOVE = "remove"
    WRITE = "write"


class Copula(StrEnum):
    """How a house writes «است» after a silent heh: «رفته است», or as each draft has it."""

    APART = "apart"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Orthography:
    """``[orthography]``: letters, half-spaces and the ezafe."""

    half_space_after_non_joining: NonJoining = option(
        NonJoining.KEEP,
        "Half-spaces after letters that join to none, where they cannot be seen: `remove` takes them out («بندرها»),"
        " `write` asks for them before plural endings («بندر\u200cها»).",
        rules=("ZWN010",),
        idle={NonJoining.KEEP: ("ZWN010",)},
    )
    copula_after_heh: Copula = option(
        Copula.APART,
        "How «است» follows a silent heh: `apart` is «رفته است».",
        rules=("ZWN015",),
        idle={Copula.KEEP: ("ZWN015",)},
    )
    untouchable: tuple[str, ...] = option(
        (), "Words, or pairs of words with a space, that half-space rules leave as they are written."
    )


@dataclass(frozen=True, slots=True)
class Numbers:
    """``[numbers]``: digits, the marks in and after numbers, dates and times."""

    digits: Script = option(
        Script.PERSIAN,
        "Which digits Persian text is written in; `keep` asks only that one number keeps to one script.",
        rules=("NUM001",),
    )


@dataclass(frozen=True, slots=True)
class Punctuation:
    """``[punctuation]``: marks, quotes, brackets and the space around them."""


@dataclass(frozen=True, slots=True)
class Release:
    """``[release]``: what the house's drafts are."""

    kind: ReleaseKind | None = option(
        None,
        "What sort of release drafts are; left out, the program judges by the labels of each draft.",
        rules=("BYL001", "BYL004", "BYL005"),
        choices=ReleaseKind,
    )


@dataclass(frozen=True, slots=True)
class Repeats:
    """``[repeats]``: repeated text."""

    near: float = option(
        0.82, "Share of equal words from which two paragraphs count as nearly the same.", rules=("DUP002",)
    )


@dataclass(frozen=True, slots=True)
class BylineStyle:
    """``[byline]``: how a house names who wrote and who issued a release. Entries are plain text, compared folded."""

    labels: tuple[str, ...] = option((), "Words that open a byline: «نویسنده», «به قلم», «خبرنگار» …")
    source_labels: tuple[str, ...] = option((), "Words that open a source line: «منبع» …")
    formulas: tuple[str, ...] = option(
        (), "Openings that name the issuing office in the text: «به گزارش», «به نقل از» …"
    )
    outlets: tuple[str, ...] = option(
        (), "First words of names of outlets and offices that may stand alone as the last line: «روابط عمومی» …"
    )
    roles: tuple[str, ...] = option((), "Words a role begins with: «کارشناس», «مدیرکل» …")
    registered_formula: str = option(
        "",
        "The house's own attribution formula; left out when it has registered none.",
        rules=("BYL005",),
        idle={"": ("BYL005",)},
    )


@dataclass(frozen=True, slots=True)
class Options:
    """All tables of choices; each field is named as its table."""

    orthography: Orthography = Orthography()
    numbers: Numbers = Numbers()
    punctuation: Punctuation = Punctuation()
    release: Release = Release()
    repeats: Repeats = Repeats()
    byline: BylineStyle = BylineStyle()
