"""The words a house may choose among: each class is one choice, its values what the TOML file says."""

from __future__ import annotations

from enum import StrEnum


class Script(StrEnum):
    """Which digits a house writes in Persian text."""

    PERSIAN = "persian"
    LATIN = "latin"
    UNIFORM = "uniform"
    KEEP = "keep"


class Percent(StrEnum):
    """How a share of a hundred is written after a number."""

    PERSIAN = "persian"
    LATIN = "latin"
    WORD = "word"
    KEEP = "keep"


class DecimalMark(StrEnum):
    """What parts whole and fraction of a number in Persian digits: ٫ . / or whatever the draft has."""

    PERSIAN = "persian"
    POINT = "point"
    SLASH = "slash"
    KEEP = "keep"


class ThousandsMark(StrEnum):
    """What parts the thousands of a number in Persian digits: ٬ , or whatever the draft has."""

    PERSIAN = "persian"
    COMMA = "comma"
    KEEP = "keep"


class Ordinal(StrEnum):
    """How an ordinal is written after digits: ۲۵‌ام, ۲۵ام, ۲۵م."""

    HALF_SPACE = "half-space"
    JOINED = "joined"
    SHORT = "short"
    KEEP = "keep"


class Range(StrEnum):
    """What stands between the ends of a range: ۱۲-۱۵, ۱۲–۱۵, ۱۲ تا ۱۵."""

    HYPHEN = "hyphen"
    DASH = "dash"
    WORD = "word"
    KEEP = "keep"


class EllipsisForm(StrEnum):
    """How three dots are typed: … or ... ."""

    CHARACTER = "character"
    DOTS = "dots"
    KEEP = "keep"


class Gap(StrEnum):
    """Whether a space stands before something."""

    SPACE = "space"
    NONE = "none"
    KEEP = "keep"


class Dashes(StrEnum):
    """Whether hyphens in a row become the dash they stand for."""

    CONVERT = "convert"
    KEEP = "keep"


class QuestionExclamation(StrEnum):
    """Which comes first where both marks end a sentence."""

    QUESTION_FIRST = "question-first"
    EXCLAMATION_FIRST = "exclamation-first"
    KEEP = "keep"


class StopInBrackets(StrEnum):
    """Where the full stop of a sentence goes that ends with a remark in brackets."""

    OUTSIDE = "outside"
    KEEP = "keep"


class Bullets(StrEnum):
    """What opens a list item."""

    HYPHEN = "hyphen"
    KEEP = "keep"


class Ezafe(StrEnum):
    """How a house writes the ezafe after silent heh. The values are ``[orthography] ezafe``."""

    HAMZA = "hamza"
    """«خانهٔ», with the hamza as a sign of its own."""
    LIGATURE = "ligature"
    """«خانۀ», heh and hamza in one character."""
    YE = "ye"
    """«خانه‌ی»."""
    MAJORITY = "majority"
    """Whichever the draft writes more often."""


class Diacritics(StrEnum):
    """Which vowel signs a house prints. Tanvin and the hamza of the ezafe are spelling and always stay."""

    KEEP = "keep"
    TANVIN = "tanvin"


class ReleaseKind(StrEnum):
    """What sort of release a draft is. Rules may weigh more for one than for another: ``[severity.news]``."""

    NEWS = "news"
    NOTE = "note"
    REPORT = "report"
    NOTICE = "notice"


class BylineParts(StrEnum):
    """What a byline must say beside the author's name."""

    EITHER = "role-or-organisation"
    ROLE = "role"
    ORGANISATION = "organisation"
    BOTH = "role-and-organisation"


class Stance(StrEnum):
    """Whether a house takes something that others don't."""

    ACCEPT = "accept"
    REFUSE = "refuse"


class NonJoining(StrEnum):
    """What a house does with half-spaces after letters that join to none, where they cannot be seen."""

    KEEP = "keep"
    REMOVE = "remove"
    WRITE = "write"


class Copula(StrEnum):
    """How a house writes «است» after a silent heh: «رفته است», or as each draft has it."""

    APART = "apart"
    KEEP = "keep"
