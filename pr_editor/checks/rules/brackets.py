"""PUN010, PUN011, PUN013: marks at brackets, and brackets without a partner."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, SPACES, rewritten, turned_brackets
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.choices import StopInBrackets
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

AT_BRACKET = Rule(
    code="PUN010",
    name="mark-at-bracket",
    summary=N_("«{text}» stands on the wrong side of the bracket or quotation mark."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)
STOP_INSIDE = Rule(
    code="PUN011",
    name="full-stop-in-brackets",
    summary=N_("The house style puts the full stop of the sentence after the closing bracket."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="House style; publishers differ",
)
UNPAIRED = Rule(
    code="PUN013",
    name="unpaired-bracket",
    summary=N_("«{text}» has no partner in this paragraph."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)

_AFTER_OPENING = re.compile(
    rf"(?<=(?<![{LETTERS}])[«“(\[])[{SPACES}]*(?P<mark>[،؛]|\.(?![.A-Za-z0-9۰-۹]))[{SPACES}]*(?=[^\s»”)\]])"
)
_BEFORE_CLOSING = re.compile(
    rf"(?<=[^\s«“(\[])(?P<mark>[،؛])[{SPACES}]*(?P<closing>[»”)\]])(?P<next>[{SPACES}]*[.،؛:!؟])?"
)
_STOP = re.compile(rf"(?<=[{LETTERS}{SIGNS}»])\.[{SPACES}]*\)(?P<next>[{SPACES}]*[.،؛:!؟])?")
_ABBREVIATED = re.compile(rf"(?<![{LETTERS}{SIGNS}\u200c])[{LETTERS}]$")
_OWN_SENTENCE = re.compile(r"(?:^|[.!؟»])\s*$")

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_BRACKET = re.compile(r"[()\[\]{}]")
_ENUMERATOR = re.compile(rf"(?:^|[\s«:،؛.(–-])(?:[0-9۰-۹٠-٩]{{1,3}}|[{LETTERS}A-Za-z]|الف)[{SPACES}]?[.-]?$")
_SMILEY = re.compile(r"[:;=8]-?'?$")
_REACH = 8
_TURNED = N_("The brackets are the wrong way round: {text}")
_CROSSED = N_("«{text}» closes across another pair of brackets.")


def marks(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a comma, semicolon or full stop right after an opening mark, and the first two before a closing one."""
    for match in _AFTER_OPENING.finditer(view.text):
        removed = fix(N_("Remove it"), [view.edit(*match.span(), "")], Applicability.ASK)
        yield Hit(AT_BRACKET, view.span(*match.span("mark")), fixes=(removed,))
    for match in _BEFORE_CLOSING.finditer(view.text):
        after = "" if match["next"] else match["mark"]
        end = match.end("closing")
        yield rewritten(view, AT_BRACKET, (match.start(), end), match["closing"] + after)


def stops(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a full stop before a closing bracket, unless the brackets hold a sentence that stands by itself."""
    if context.profile.options.punctuation.full_stop_in_brackets is not StopInBrackets.OUTSIDE:
        return
    text = view.text
    for match in _STOP.finditer(text):
        start = text.rfind("(", 0, match.start())
        if (
            start < 0
            or _OWN_SENTENCE.search(text, max(start - _REACH, 0), start)
            or _ABBREVIATED.search(text, max(match.start() - 1, 0), match.start())
        ):
            continue
        closing = match.start() + match.group().index(")") + 1
        yield rewritten(view, STOP_INSIDE, (match.start(), closing), ")" if match["next"] else ").")


def unpaired(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report brackets without a partner, and such as cross another pair. «۱)» and smileys want none."""
    waiting: list[re.Match[str]] = []
    counts: Counter[str] = Counter()
    crossed: dict[str, list[re.Match[str]]] = {opening: [] for opening in _PAIRS}
    aside = {at for remark in turned_brackets(view.text) for at in (remark.start(), remark.end() - 1)}
    for match in _BRACKET.finditer(view.text):
        sign = match.group()
        if match.start() in aside:
            continue
        if sign in _PAIRS:
            if not _SMILEY.search(view.text, max(match.start() - _REACH, 0), match.start()):
                waiting.append(match)
                counts[sign] += 1
        elif counts[_OPENING[sign]]:
            while (inner := waiting.pop()).group() != _OPENING[sign]:
                crossed[inner.group()].append(inner)
                counts[inner.group()] -= 1
            counts[_OPENING[sign]] -= 1
        elif crossed[_OPENING[sign]]:
            crossed[_OPENING[sign]].pop()
            yield Hit(UNPAIRED, view.span(*match.span()), message=_CROSSED)
        elif not _stands_alone(view.text, match.start()):
            yield Hit(UNPAIRED, view.span(*match.span()))
    for match in chain(waiting, *crossed.values()):
        yield Hit(UNPAIRED, view.span(*match.span()))


def turned(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report brackets the wrong way round. Converters turn them round together with the spaces beside them."""
    for remark in turned_brackets(view.text):
        start, end = remark.span()
        before = " " if view.text[max(start - 1, 0) : start].strip() else ""
        after = " " if re.match(f"[{LETTERS}]", view.text[end : end + 1]) else ""
        said = f"({remark['said'].strip()})"
        edits = [view.edit(start, end, before + said + after)]
        swapped = fix(N_("Write «{text}»"), edits, Applicability.ASK, text=said)
        yield Hit(UNPAIRED, view.span(start, end), fixes=(swapped,), message=_TURNED, severity=Severity.NOTE)


def _stands_alone(text: str, at: int) -> bool:
    start = max(at - _REACH, 0)
    return bool(_ENUMERATOR.search(text, start, at) or _SMILEY.search(text, start, at))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((AT_BRACKET,), marks),
    ParagraphCheck((STOP_INSIDE,), stops),
    ParagraphCheck((UNPAIRED,), unpaired),
    ParagraphCheck((UNPAIRED,), turned),
)
