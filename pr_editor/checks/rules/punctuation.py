"""PUN001, PUN006–PUN009, PUN012: which mark stands, how often, and beside which other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, CLOSING, LETTER, SPACES, in_fact, is_latin_text, rewritten
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.choices import QuestionExclamation
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

FOREIGN = Rule(
    code="PUN001",
    name="foreign-mark",
    summary=N_("«{text}» is the mark of another script."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
REPEATED = Rule(
    code="PUN006",
    name="repeated-mark",
    summary=N_("One mark says as much as «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)
ORDER = Rule(
    code="PUN007",
    name="question-and-exclamation",
    summary=N_("The house style writes these two marks the other way round: «{text}»"),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="House style; publishers differ",
)
SEQUENCE = Rule(
    code="PUN008",
    name="marks-that-exclude-each-other",
    summary=N_("Of «{text}» only one mark can stand."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)
UNENDED = Rule(
    code="PUN009",
    name="comma-at-paragraph-end",
    summary=N_("The paragraph ends with «{text}» as if something followed."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)
BEFORE_KE = Rule(
    code="PUN012",
    name="full-stop-before-ke",
    summary=N_("A full stop parts «که» from the clause it belongs to."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)

_MARKS = {",": "،", "٬": "،", "‚": "،", ";": "؛", "?": "؟"}
_WORD_END = rf"{LETTERS}{SIGNS}۰-۹{CLOSING}%٪"
_FOREIGN = re.compile(
    rf"(?<=[{_WORD_END}\"؟!])[{SPACES}]*(?P<mark>[,;?‚]|(?<![۰-۹])٬)(?=[\s{CLOSING}\"!?.]|[{LETTERS}«“(]|$)"
    rf"|(?<=[A-Za-z])(?P<late>[,;])(?=[{SPACES}]?{LETTER})"
)
_REPEATED = re.compile(rf"!{{2,}}|؟{{2,}}|(?:،[{SPACES}]*){{2,}}|(?:؛[{SPACES}]*){{2,}}|(?<=[{LETTERS}]):{{2,}}(?=\s)")
_BOTH = re.compile("(?<![!؟])(?:!؟|؟!)(?![!؟])")
_ORDERS = {QuestionExclamation.QUESTION_FIRST: "؟!", QuestionExclamation.EXCLAMATION_FIRST: "!؟"}
_SEQUENCE = re.compile(
    rf"(?P<first>؛)[{SPACES}]*(?P<second>[،.:!؟])|(?P<comma>،)[{SPACES}]*(?P<after>[؛:!؟]|\.(?![.A-Za-z]))"
    rf"|(?<![.\s])(?P<stop>\.)[{SPACES}]*(?P<other>[،؛:!؟])"
)
_ABBREVIATION = re.compile(rf"(?:(?<![{LETTERS}{SIGNS}\u200c])[{LETTERS}]|[A-Za-z])$")
_ENDING = frozenset(".!؟")
_AT_END = re.compile(rf"[،؛,;](?=[{SPACES}]*$)")
_LIST_ITEM = re.compile(r"[-–—•●▪·*]|[\w]{1,3}[).\-–]|[(][\w]{1,3}[)]")
_LEAST_SENTENCE = 8
"""Words from which a line is a sentence and no salutation, such as «با سلام و احترام،»."""
_BEFORE_KE = re.compile(rf"(?<=[{LETTERS}{SIGNS}»)])(?P<stop>\.)(?=[{SPACES}]+که[{SPACES}])")


def foreign(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report , ; ? and look-alikes of the comma beside Persian words."""
    found = list(_FOREIGN.finditer(view.text))
    if not found or is_latin_text(view.text):
        return
    for match in found:
        start, end = match.span("mark" if match["mark"] else "late")
        if not in_fact(view, start):
            yield rewritten(view, FOREIGN, (start, end), _MARKS[view.text[start]], sure=True)


def repeated(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report the same mark twice or more in a row."""
    for match in _REPEATED.finditer(view.text):
        text = match.group().rstrip(SPACES)
        yield rewritten(view, REPEATED, (match.start(), match.start() + len(text)), text[0])


def order(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report ؟ and ! together in the order the house does not write."""
    house = context.profile.options.punctuation.question_exclamation
    if house is QuestionExclamation.KEEP:
        return
    for match in _BOTH.finditer(view.text):
        if match.group() != _ORDERS[house]:
            yield rewritten(view, ORDER, match.span(), _ORDERS[house], sure=True)


def sequences(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report two different marks of which one makes the other idle; abbreviations keep their full stop."""
    text = view.text
    for match in _SEQUENCE.finditer(text):
        if match["stop"] and (
            _ABBREVIATION.search(text, match.start() - 1, match.start()) or in_fact(view, match.start())
        ):
            continue
        first, second = match.group()[0], match.group()[-1]
        ends = match.end() == len(text) and second in _ENDING
        yield rewritten(view, SEQUENCE, match.span(), *((second, first) if ends else (first, second)))


def paragraph_end(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report sentences of the running text that end with a comma or a semicolon; list items may."""
    match = _AT_END.search(view.text, max(len(view.text) - 2, 0))
    if not match or view.kind not in {Kind.LEAD, Kind.BODY} or _LIST_ITEM.match(view.text):
        return
    if len(view.words) >= _LEAST_SENTENCE and view.text[match.start() - 1] not in "،؛":
        yield rewritten(view, UNENDED, match.span(), ".")


def before_ke(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a sentence that begins with «که»."""
    for match in _BEFORE_KE.finditer(view.text):
        start = match.start()
        if not _ABBREVIATION.search(view.text, start - 1, start):
            comma = fix(N_("Write «{text}»"), [view.edit(start, start + 1, "،")], Applicability.ASK, text="، که")
            gone = fix(N_("Remove the full stop"), [view.edit(start, start + 1, "")], Applicability.ASK)
            yield Hit(BEFORE_KE, view.span(start, start + 1), fixes=(comma, gone))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((FOREIGN,), foreign),
    ParagraphCheck((REPEATED,), repeated),
    ParagraphCheck((ORDER,), order),
    ParagraphCheck((SEQUENCE,), sequences),
    ParagraphCheck((UNENDED,), paragraph_end),
    ParagraphCheck((BEFORE_KE,), before_ke),
)
