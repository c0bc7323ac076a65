"""Searching as one thinks: letters of another keyboard, half-spaces and detached endings make no difference.

Indexed are the folded text, in which half-spaced words are one word, and the parts of these words by themselves. What
is asked for is spelled out in all the ways it may be written. Where a text holds it is computed on the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.review.ports import Highlight
from pr_editor.text.fold import fold, fold_map
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pr_editor.text.draft import Draft

_WORD = re.compile(r"[^\W_]+")
_HALF_SPACED = re.compile(rf"[^\W_]+(?:{ZWNJ}+[^\W_]+)+")
_ENDINGS = (
    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "تر", "ترین", "تری",
)  # fmt: skip
_ENDING = re.compile(rf"([^\W\d_]{{2,}})({'|'.join(sorted(_ENDINGS, key=len, reverse=True))})")
_PREFIX = re.compile(r"(ن?می)([^\W\d_]{2,})")
_SHORTEST_BEGINNING = 2
"""Letters a last word needs to stand for all words that begin with it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found: any of these runs of folded words. ``beginning``: the last word may go on."""

    ways: tuple[tuple[str, ...], ...]
    beginning: bool = False


def indexed(draft: Draft, facts: Iterable[str]) -> tuple[str, str, str]:
    """What is searched of a version: its folded text, parts of its half-spaced words, and what is known about it."""
    text = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    about = "\n".join(facts)
    return fold(text), _parts(text), f"{fold(about)}\n{_parts(about)}"


def terms_of(words: str) -> tuple[Term, ...]:
    """What somebody typed, as terms that must all be found. Nothing of it is an operator."""
    pieces = _joined([run for piece in words.split() if (run := _run(piece))])
    last = len(pieces) - 1
    return tuple(
        Term(_ways(piece), at == last and len(piece[-1]) >= _SHORTEST_BEGINNING) for at, piece in enumerate(pieces)
    )


def match_of(terms: Iterable[Term]) -> str:
    """The question to FTS5, every word quoted."""
    return " AND ".join(f"({' OR '.join(_quoted(way, term.beginning) for way in term.ways)})" for term in terms)


def highlights_of(draft: Draft, terms: Sequence[Term]) -> tuple[Highlight, ...]:
    """The paragraphs of ``draft`` that hold a term, and where."""
    found = ((at, p.text, _spans(p.text, terms)) for at, p in enumerate(draft.paragraphs))
    return tuple(Highlight(at, text, spans) for at, text, spans in found if spans)


def _parts(text: str) -> str:
    return "\n".join(fold(match.group().replace(ZWNJ, " ")) for match in _HALF_SPACED.finditer(text))


def _run(piece: str) -> tuple[str, ...]:
    """The folded words of a piece without spaces, such as «1404-0173»; parts of a half-spaced word stay apart."""
    return tuple(_WORD.findall(fold(piece.replace(ZWNJ, " "))))


def _joined(pieces: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Words with an ending or prefix that was typed apart from them are one thing to be found: «کتاب ها»."""
    joined: list[tuple[str, ...]] = []
    for piece in pieces:
        if joined and (piece[0] in _ENDINGS or joined[-1][-1] in {"می", "نمی"}):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _ways(run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """How ``run`` may be written: as it is, as one word, or with its ending or prefix apart."""
    if len(run) > 1:
        return run, ("".join(run),)
    apart = (pattern.fullmatch(run[0]) for pattern in (_ENDING, _PREFIX))
    return run, *((match[1], match[2]) for match in apart if match)


def _quoted(way: tuple[str, ...], beginning: bool) -> str:
    return f'"{" ".join(way)}"' + (" *" if beginning else "")


def _spans(text: str, terms: Sequence[Term]) -> tuple[tuple[int, int], ...]:
    found: set[tuple[int, int]] = set()
    # Half-spaced words are looked at whole and in parts; a half-space and a space are of one length.
    for variant in {text, text.replace(ZWNJ, " ")}:
        folded, origin = fold_map(variant)
        for pattern in map(_pattern, terms):
            for match in pattern.finditer(folded):
                end = origin[match.end()] if match.end() < len(origin) else len(text)
                found.add((origin[match.start()], _trimmed(text, origin[match.end() - 1] + 1, end)))
    return _merged(text, found)


def _pattern(term: Term) -> re.Pattern[str]:
    ways = "|".join(r"[\W_]+".join(map(re.escape, way)) for way in sorted(term.ways, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{ways}){r'[^\W_]*' if term.beginning else r'(?![^\W_])'}")


def _trimmed(text: str, least: int, end: int) -> int:
    """Where a word ends whose last folded letter ends at ``least``: signs belong to it, half-spaces don't."""
    while end > least and (text[end - 1].isspace() or text[end - 1] == ZWNJ):
        end -= 1
    return end


def _merged(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Overlapping spans as one, and those of one half-spaced word."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip(ZWNJ):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
