"""Words, numbers and the other pieces of a paragraph, each with its place.

Order matters: an address is found before the numbers in it, a date before its figures. White space is no token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pr_editor.text.letters import ZWNJ

D = "[0-9۰-۹٠-٩]"
LETTERS = "\u0621-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc"
SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
"""Vowel signs and the stretching stroke: part of a word, never its start."""

_TLD = "ir|com|org|net|info|me|io|gov|edu|tv|news|app|site|online|ac|co"
_LATIN = "A-Za-z\u00c0-\u024f"
_FOREIGN = rf"(?:(?![{LETTERS}{SIGNS}])[^\W\d_])"
"""A letter of any script but ours."""


class TokenKind(StrEnum):
    """What a piece of text is. All but WORD and MARK are things no fix may alter by accident.

    LATIN stands for words of any foreign script.
    """

    URL = "url"
    EMAIL = "email"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    IBAN = "iban"
    PHONE = "phone"
    DATE = "date"
    TIME = "time"
    CODE = "code"
    NUMBER = "number"
    LATIN = "latin"
    WORD = "word"
    MARK = "mark"


_PATTERNS: dict[TokenKind, str] = {
    # The look-behinds and counts bound how often one stretch is looked at: dots and dashes come by the thousand.
    TokenKind.EMAIL: r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    TokenKind.URL: (
        r"(?:(?:https?|ftp)://|www\.)[^\s«»،؛()<>]+"
        rf"|(?<![A-Za-z0-9-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}(?:{_TLD})\b(?:/[^\s«»،؛()<>]*)?"
    ),
    TokenKind.HANDLE: r"@[A-Za-z0-9_.]*[A-Za-z0-9_]",
    TokenKind.HASHTAG: rf"#[\w{ZWNJ}]+",
    TokenKind.IBAN: rf"(?<![A-Za-z])IR ?{D}{{2}}(?: ?{D}{{4}}){{5}} ?{D}{{2}}(?!{D})",
    TokenKind.DATE: (
        rf"(?<!{D}){D}{{1,4}} ?/ ?{D}{{1,2}} ?/ ?{D}{{1,4}}(?!{D})|(?<!{D}){D}{{4}}-{D}{{1,2}}-{D}{{1,2}}(?!{D})"
    ),
    TokenKind.PHONE: rf"(?<![{LETTERS}\d])(?:\+98|0098|0|۰|٠){D}{{2,3}}[-–]?{D}{{3,4}}[-–]?{D}{{4}}(?!{D})",
    TokenKind.TIME: rf"(?<!{D}){D}{{1,2}}:{D}{{2}}(?::{D}{{2}})?(?!{D})",
    TokenKind.CODE: (
        rf"{D}+(?:/[{LETTERS}]+/?)+{D}*(?:/{D}+)*"
        rf"|{D}+(?:\.{D}+){{2,}}"
        rf"|{D}+[{_LATIN}][{_LATIN}0-9۰-۹._/-]*"
        rf"|[{_LATIN}]+[-_/.]?{D}(?:[{_LATIN}0-9۰-۹_/-]|[.:](?=[{_LATIN}0-9۰-۹]))*"
    ),
    TokenKind.NUMBER: rf"{D}+(?:[.,٫٬/]{D}+)*(?: ?[%٪])?",
    TokenKind.LATIN: rf"{_FOREIGN}(?:{_FOREIGN}|['’&-](?={_FOREIGN}))*",
    TokenKind.WORD: rf"[{LETTERS}][{LETTERS}{SIGNS}]*(?:{ZWNJ}+[{LETTERS}][{LETTERS}{SIGNS}]*)*",
    TokenKind.MARK: rf"[^\s\w{ZWNJ}]|[_{SIGNS}]",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items()))
_TRAILING = ".,:;!?'\"…"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph at ``[start, end)`` in code points; ``text`` is verbatim."""

    kind: TokenKind
    start: int
    end: int
    text: str


@lru_cache(maxsize=2048)
def tokenize(text: str) -> tuple[Token, ...]:
    """Split a paragraph into tokens in reading order. Full stops that end the sentence are no part of an address."""
    tokens = []
    at = 0
    while match := _TOKEN.search(text, at):
        kind = TokenKind(match.lastgroup or "")
        piece = match.group()
        if kind is TokenKind.URL:
            piece = piece.rstrip(_TRAILING)
        tokens.append(Token(kind, match.start(), match.start() + len(piece), piece))
        at = match.start() + len(piece)
    return tuple(tokens)


def words(text: str) -> list[Token]:
    """The Persian words of a paragraph."""
    return [token for token in tokenize(text) if token.kind is TokenKind.WORD]
