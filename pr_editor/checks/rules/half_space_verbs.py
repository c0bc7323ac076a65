"""ZWN: half-spaces in verbs, after می and نمی and before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Fix, ParagraphCheck, Rule, fix
from pr_editor.checks.pairs import parted, single_words, word_pairs
from pr_editor.language.affixes import FUNCTION_WORDS, VERB_PREFIXES
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.pairs import WordPair
    from pr_editor.checks.view import Context, ParagraphView

VERB = Rule(
    code="ZWN001",
    name="verb-prefix",
    summary=N_("In «{text}» the prefix می or نمی is joined to its verb by a half-space."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
PREFIX_VERB = Rule(
    code="ZWN008",
    name="split-prefix-verb",
    summary=N_("«{text}» is one verb: its first part is written joined."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)

_MONTH_BEFORE = re.compile(rf"(?:(?<![A-Za-z0-9۰-۹٠-٩]){D}{{1,2}}|(?<![{LETTERS}])ماه) +$")
_OPENS = re.compile(f"باز ن?می{ZWNJ}ش(?:و|د).*")
"""«در باز می‌شود»: an adjective and its verb, though hazm lists a verb «بازشدن»."""
_REACH = 8
_PREVERBS = frozenset(VERB_PREFIXES) - {""}
_JOINED = re.compile("(ن?می)(?=[^\u200c]{2})")
_PREFIXES = {f"{prefix}{mi}": prefix for prefix in VERB_PREFIXES for mi in ("می", "نمی")}
"""The first half of «بر می‌گردد» written «برمی گردد», and the preverb in it, mostly none."""
_CLEARLY = 5
"""How many times commoner the split form must be to doubt a joined one that the lists hold."""


def split_verbs(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «می رود», «نمی رود», «برمی گردد», «بر می‌گردد» and «فرا گرفتن»."""
    for pair in word_pairs(view, context):
        prefix = _PREFIXES.get(pair.a)
        if hit := _preverb(pair) if prefix is None else _prefix(pair, prefix):
            yield hit


def _prefix(pair: WordPair, preverb: str) -> Hit | None:
    verb = pair.joined.removeprefix(preverb)
    if not any(pair.language.is_verb(form) or pair.language.lists(form) for form in (pair.joined, verb)):
        return None
    month = pair.a == "می" and _may_be_month(pair)
    return pair.hit(VERB, Applicability.ASK if month else Applicability.SAFE, others=_with_preverb(pair))


def _may_be_month(pair: WordPair) -> bool:
    """Whether «می» follows «ماه» or a day of the month, as May does."""
    before = pair.view.text[max(pair.first.start - _REACH, 0) : pair.first.start]
    return _MONTH_BEFORE.search(before) is not None


def _with_preverb(pair: WordPair) -> tuple[Fix, ...]:
    """In «بر می دارد» the preverb may belong to the verb as well: the other way to write it."""
    preverb, view = pair.preceding, pair.view
    whole = f"{preverb}{pair.joined}"
    if preverb not in _PREVERBS or not pair.language.is_verb(whole):
        return ()
    before = view.words[pair.at - 1]
    if not view.text[before.end : pair.first.start].isspace() or _OPENS.fullmatch(f"{preverb} {pair.joined}"):
        return ()
    edits = [view.edit(before.end, pair.first.start, ""), view.edit(pair.first.end, pair.second.start, ZWNJ)]
    return (fix(N_("Write «{word}»"), edits, Applicability.ASK, word=whole),)


def _preverb(pair: WordPair) -> Hit | None:
    """«بر می‌گردد»; and «فرا گرفتن», where the press writes the two as one."""
    if pair.a not in _PREVERBS or pair.b in FUNCTION_WORDS:
        return None
    language, whole = pair.language, pair.a + pair.b
    if not language.is_verb(whole):
        return None
    if pair.b.startswith((f"می{ZWNJ}", f"نمی{ZWNJ}")):
        is_one = not _OPENS.fullmatch(f"{pair.a} {pair.b}")
    else:
        is_one = pair.b.endswith("ن") and not language.written_apart(pair.a, pair.b, "")
    return pair.hit(PREFIX_VERB, Applicability.ASK, between="") if is_one else None


def joined_verbs(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «میرود»; «میدان», «میلیارد» and «میراث» are words of their own."""
    language = context.language
    for token, word in single_words(view, context):
        match = _JOINED.match(word)
        if match is None or not language.is_verb(split := f"{match[1]}{ZWNJ}{word[match.end() :]}"):
            continue
        listed = language.lists(word)
        if listed and language.frequency(split) < _CLEARLY * max(language.frequency(word), 1):
            continue
        sure = Applicability.ASK if listed else Applicability.SAFE
        if hit := parted(view, token, VERB, match.end(), ZWNJ, sure):
            yield hit


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((VERB, PREFIX_VERB), split_verbs),
    ParagraphCheck((VERB,), joined_verbs),
)
