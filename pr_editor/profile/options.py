"""What a house may choose where good practice differs.

Each class is one table of the TOML file and each of its fields one key of that table, declared once: reading, merging,
``pr-editor profile check`` and ``docs/profiles.md`` follow from the declaration. A new choice is an enumeration in
``choices.py`` whose values are the allowed words, and a field in the class of its table::

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

from pr_editor.profile.choices import (
    Bullets,
    BylineParts,
    Copula,
    Dashes,
    DecimalMark,
    Diacritics,
    EllipsisForm,
    Ezafe,
    Gap,
    NonJoining,
    Ordinal,
    Percent,
    QuestionExclamation,
    Range,
    ReleaseKind,
    Script,
    Stance,
    StopInBrackets,
    ThousandsMark,
)
from pr_editor.profile.option import option


@dataclass(frozen=True, slots=True)
class Orthography:
    """``[orthography]``: letters, half-spaces and the ezafe."""

    ezafe: Ezafe = option(
        Ezafe.HAMZA,
        "How the ezafe after silent heh is written: «خانهٔ», «خانۀ», «خانه‌ی», or as the draft mostly does.",
        rules=("HEH001", "HEH002"),
    )
    ezafe_required: bool = option(
        False,
        "Whether the ezafe after silent heh must be written; else only drafts that write it elsewhere are asked to.",
        rules=("HEH003",),
    )
    diacritics: Diacritics = option(
        Diacritics.KEEP,
        "Which vowel signs stay: all as the draft has them, or tanvin alone.",
        rules=("CHR010",),
        idle={Diacritics.KEEP: ("CHR010",)},
    )
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
        "Which digits Persian text is written in; `uniform` asks that a draft keeps to the script most of its figures"
        " have, `keep` only that one number does.",
        rules=("NUM001",),
    )
    percent: Percent = option(
        Percent.PERSIAN,
        "What follows a number in Persian digits: ٪, %, the word «درصد», or the sign as it comes.",
        rules=("NUM002",),
        idle={Percent.KEEP: ("NUM002",)},
    )
    decimal: DecimalMark = option(
        DecimalMark.PERSIAN,
        "The decimal mark of numbers in Persian digits: ٫, a full stop, a slash, or as it comes.",
        rules=("NUM003",),
        idle={DecimalMark.KEEP: ("NUM003",)},
    )
    thousands: ThousandsMark = option(
        ThousandsMark.PERSIAN,
        "The mark between thousands of numbers in Persian digits: ٬, a Latin comma, or as it comes.",
        rules=("NUM004",),
        idle={ThousandsMark.KEEP: ("NUM004",)},
    )
    ordinal: Ordinal = option(
        Ordinal.HALF_SPACE,
        "How ordinals are written after digits: «۲۵‌ام», «۲۵ام», «۲۵م», or as they come.",
        rules=("NUM007",),
        idle={Ordinal.KEEP: ("NUM007",)},
    )
    range: Range = option(
        Range.KEEP,
        "What stands between the ends of a range: a hyphen, a dash, the word «تا», or what the draft has.",
        rules=("NUM008",),
    )


@dataclass(frozen=True, slots=True)
class Punctuation:
    """``[punctuation]``: marks, quotes, brackets and the space around them."""

    dashes: Dashes = option(
        Dashes.CONVERT,
        "Whether «--» becomes – and «---» becomes —.",
        rules=("PUN002",),
        idle={Dashes.KEEP: ("PUN002",)},
    )
    ellipsis: EllipsisForm = option(
        EllipsisForm.KEEP,
        "How three dots are typed: as one character (…), as full stops, or as they come.",
        rules=("PUN003", "PUN004"),
        idle={EllipsisForm.KEEP: ("PUN004",)},
    )
    ellipsis_space: Gap = option(
        Gap.KEEP,
        "Whether a space stands between a word and the three dots after it.",
        rules=("PUN005",),
        idle={Gap.KEEP: ("PUN005",)},
    )
    question_exclamation: QuestionExclamation = option(
        QuestionExclamation.QUESTION_FIRST,
        "Which mark comes first where both stand together: ؟! or !؟.",
        rules=("PUN007",),
        idle={QuestionExclamation.KEEP: ("PUN007",)},
    )
    full_stop_in_brackets: StopInBrackets = option(
        StopInBrackets.KEEP,
        "Where the full stop goes when a sentence ends with a remark in brackets.",
        rules=("PUN011",),
        idle={StopInBrackets.KEEP: ("PUN011",)},
    )
    bullets: Bullets = option(
        Bullets.KEEP,
        "What opens a list item typed with a bullet or a middle dot.",
        rules=("PUN014",),
        idle={Bullets.KEEP: ("PUN014",)},
    )
    honorific_space: Gap = option(
        Gap.KEEP,
        "Whether a space stands before «(ص)», «(ع)» and their like.",
        rules=("SPC009",),
        idle={Gap.KEEP: ("SPC009",)},
    )


@dataclass(frozen=True, slots=True)
class Release:
    """``[release]``: what the house's drafts are."""

    kind: ReleaseKind | None = option(
        None,
        "What sort of release drafts are; left out, the program judges by the labels of each draft, and who reviews it"
        " may choose.",
        choices=ReleaseKind,
    )


@dataclass(frozen=True, slots=True)
class StructureLimits:
    """``[structure]``: how long the parts of a release may be before a note says so."""

    headline_words: int = option(15, "Words of a headline.", rules=("STR003",))
    headline_characters: int = option(
        90, "Characters of a headline, spaces included, where its words are not too many.", rules=("STR003",)
    )
    kicker_words: int = option(12, "Words of a kicker.", rules=("STR007",))
    lead_words: int = option(60, "Words of a lead.", rules=("STR008",))
    sentence_words: int = option(60, "Words of a sentence.", rules=("STR009",))
    paragraph_words: int = option(120, "Words of a paragraph of the body.", rules=("STR010",))
    reading_ease: int = option(
        35, "Points of reading ease a release should have; ordinary press copy has 35 to 75.", rules=("STR012",)
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
    closing_labels: tuple[str, ...] = option(
        (), "Words that open a byline only near the end, with a colon and before a name: «گزارش», «یادداشت» …"
    )
    second_labels: tuple[str, ...] = option(
        (), "Those of the labels whose line may stand beside the author's: «مترجم» …", rules=("BYL006",)
    )
    source_labels: tuple[str, ...] = option((), "Words that open a source line: «منبع» …")
    formulas: tuple[str, ...] = option(
        (), "Openings that name the issuing office in the text: «به گزارش», «به نقل از» …"
    )
    outlets: tuple[str, ...] = option(
        (), "First words of names of outlets and offices that may stand alone as the last line: «روابط عمومی» …"
    )
    roles: tuple[str, ...] = option((), "Words a role begins with: «کارشناس», «مدیرکل» …")
    form: str = option(
        "نویسنده: {name}، {role}",
        "How a byline is written that the program adds for a person of the house: `{name}` and `{role}` are filled in.",
        rules=("BYL001",),
        holding="{name}",
    )
    requires: BylineParts = option(
        BylineParts.EITHER, "What a byline must say beside the name of the author.", rules=("BYL003",)
    )
    office_byline: Stance = option(
        Stance.REFUSE,
        "Whether an office may sign in place of a person: «نویسنده: روابط عمومی شرکت آب».",
        rules=("BYL002",),
    )
    anonymous_byline: Stance = option(
        Stance.REFUSE, "Whether a byline may leave the author's name out: «خبرنگار ما», «ادمین».", rules=("BYL002",)
    )
    anonymous: tuple[str, ...] = option(
        (), "What looks like a name in a byline and is none: «ادمین» …", rules=("BYL002",)
    )
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
    structure: StructureLimits = StructureLimits()
    repeats: Repeats = Repeats()
    byline: BylineStyle = BylineStyle()
