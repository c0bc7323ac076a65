"""SPC007, SPC008, SPC011: where Persian words, figures and Latin words meet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, SPACES, cuts_fact, with_space
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, Touches, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

FIGURE = Rule(
    code="SPC007",
    name="figure-touches-word",
    summary=N_("A space is missing between a word and a figure: «{text}»"),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
LATIN = Rule(
    code="SPC008",
    name="latin-touches-persian",
    summary=N_("A space is missing between a Persian word and a Latin one: «{text}»"),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
BROKEN_ADDRESS = Rule(
    code="SPC011",
    name="space-in-address",
    summary=N_("A space breaks the web address «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority="RFC 1034, Domain names: labels and dots alone make a name",
    touches=Touches.LATIN,
)

_PERSIAN = f"{LETTERS}{SIGNS}"
_WORD_AFTER = re.compile(f"[{_PERSIAN}{ZWNJ}]+")
_WORD_BEFORE = re.compile(f"[{_PERSIAN}{ZWNJ}]+$")
_FIGURE_AFTER = re.compile(f"{D}+")
_FIGURE_BEFORE = re.compile(f"{D}+$")
_FIGURE_BORDER = re.compile(rf"(?<={D})(?=[{LETTERS}])|(?<=[{_PERSIAN}])(?={D})")
_LATIN_BORDER = re.compile(rf"(?<=[A-Za-z])(?=[{LETTERS}])|(?<=[{_PERSIAN}])(?=[A-Za-z])")
_LATIN_AFTER = re.compile("[A-Za-z][A-Za-z0-9]*")
_LATIN_BEFORE = re.compile("[A-Za-z][A-Za-z0-9]*$")
_REACH = 30

_ENDING = re.compile(
    rf"(?:ها|های|هایی|هایش|هایشان|ی|یی|ای|ام|امین|م|مین|اُم|اُمین|ات|اش|اند|ان|ین|ه|ند|ست|یم|س){ZWNJ}?(?![{_PERSIAN}])"
)
"""Endings that a figure or a Latin word takes as a Persian one does: «SMSها», «۲۵ام»."""
_ADJECTIVE = re.compile(".*(?:ساله|روزه|ماهه|نفره|گانه|ساعته|دقیقه‌?ای|هفته‌?ای|مرحله‌?ای|متری|درصدی|بعدی|جلدی)$")
"""What makes one word with the number before it: «۵‌ساله»."""
_LINKS = frozenset(("و", "تا", "در", "از", "به", "با", "سال", "ساعت", "حدود", "بیش", "روز", "مبلغ"))
"""Words that may stand before any figure and never carry a footnote's."""
_INSERT = N_("Insert a space")

_DOMAIN = re.compile(
    rf"(?<![A-Za-z0-9.@-])[A-Za-z][A-Za-z0-9-]+(?:[{SPACES}]+\.[{SPACES}]*|\.[{SPACES}]+)(?:com|ir|org|net)(?![A-Za-z0-9.])"
)


def figures(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report figures that touch a word. Endings, single letters as in «۱۲الف», and ordinals are no such words."""
    text = view.text
    for match in _FIGURE_BORDER.finditer(text):
        at = match.start()
        if cuts_fact(view, at):
            continue
        if hit := _before_figure(view, at) if text[at].isdigit() else _after_figure(view, context, at):
            yield hit


def _after_figure(view: ParagraphView, context: Context, at: int) -> Hit | None:
    word = _WORD_AFTER.match(view.text, at)
    figure = _FIGURE_BEFORE.search(view.text, max(at - _REACH, 0), at)
    if not word or not figure or _ENDING.match(view.text, at) or not _is_word(word.group()):
        return None
    span = view.span(figure.start(), word.end())
    if _ADJECTIVE.match(word.group()):
        apart = fix(_INSERT, [view.edit(at, at, " ")], Applicability.ASK)
        joined = fix(N_("Insert a half-space"), [view.edit(at, at, ZWNJ)], Applicability.ASK)
        return Hit(FIGURE, span, fixes=(apart, joined))
    sure = Applicability.SAFE if context.language.lists(word.group()) else Applicability.ASK
    return with_space(view, FIGURE, at, (span.start, span.end), sure)


def _before_figure(view: ParagraphView, at: int) -> Hit | None:
    """A figure after a word. It may be a footnote's that lost its height, hence the question."""
    word = _WORD_BEFORE.search(view.text, max(at - _REACH, 0), at)
    figure = _FIGURE_AFTER.match(view.text, at)
    if not word or not figure or not _is_word(word.group()):
        return None
    sure = Applicability.SAFE if word.group() in _LINKS else Applicability.ASK
    return with_space(view, FIGURE, at, (word.start(), figure.end()), sure)


def _is_word(piece: str) -> bool:
    """Whether letters beside a figure are a word of their own, not the letter of a house number or a class."""
    return piece == "و" or (len(piece) > 1 and piece != "الف")


def latin(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report Latin words that touch a Persian one; Persian endings may touch them."""
    text = view.text
    for match in _LATIN_BORDER.finditer(text):
        at = match.start()
        if cuts_fact(view, at):
            continue
        if text[at].isascii():
            before, after = _WORD_BEFORE.search(text, max(at - _REACH, 0), at), _LATIN_AFTER.match(text, at)
            persian = before
        else:
            before, after = _LATIN_BEFORE.search(text, max(at - _REACH, 0), at), _WORD_AFTER.match(text, at)
            persian = None if _ENDING.match(text, at) else after
        if before and after and persian and _is_word(persian.group()):
            is_stray = len(min(before.group(), after.group(), key=len)) == 1
            sure = Applicability.SAFE if context.language.lists(persian.group()) and not is_stray else Applicability.ASK
            yield with_space(view, LATIN, at, (before.start(), after.end()), sure)


def addresses(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report web addresses with a space beside the last dot: «example. com»."""
    for match in _DOMAIN.finditer(view.text):
        whole = re.sub(r"\s", "", match.group())
        edits = [view.edit(match.start(), match.end(), whole)]
        written = fix(N_("Write «{word}»"), edits, Applicability.ASK, word=whole)
        yield Hit(BROKEN_ADDRESS, view.span(match.start(), match.end()), fixes=(written,))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((FIGURE,), figures),
    ParagraphCheck((LATIN,), latin),
    ParagraphCheck((BROKEN_ADDRESS,), addresses),
)
