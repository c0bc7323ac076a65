"""Changes told to other programs come to what the program itself would write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.sarif_places import replacements
from pr_editor.checks.model import Applicability, Fix
from pr_editor.formats.plain import read_plain
from pr_editor.text.edits import apply
from pr_editor.text.message import Message
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

line = st.builds(
    "{}{}{}".format, st.sampled_from(["", " ", "\t"]), st.text("آبپ🙂 ", max_size=5), st.sampled_from(["", " "])
)
ends = st.sampled_from(["\n", "\r\n"])


@st.composite
def edited_files(draw: DrawFn) -> tuple[str, int, int, int, str]:
    """A text, a paragraph of it, a place in that, and what to put there."""
    end = draw(ends)
    text = end.join([*draw(st.lists(line, max_size=4)), "آب", *draw(st.lists(line, max_size=2)), ""])
    paragraphs = [stripped for one in text.split(end) if (stripped := one.strip())]
    at = draw(st.integers(0, len(paragraphs) - 1))
    start = draw(st.integers(0, len(paragraphs[at])))
    stop = draw(st.integers(start, len(paragraphs[at])))
    return text, at, start, stop, draw(st.text("تث", max_size=3))


def replaced(text: str, changes: list[dict[str, Any]]) -> str:
    for change in changes:
        region = change["deletedRegion"]
        new = change.get("insertedContent", {"text": ""})["text"]
        text = text[: region["charOffset"]] + new + text[region["charOffset"] + region["charLength"] :]
    return text


@settings(deadline=None, max_examples=100)
@given(edited_files())
def test_a_change_of_the_file_is_what_the_program_would_write(case: tuple[str, int, int, int, str]) -> None:
    text, at, start, stop, new = case
    document = read_plain(text.encode(), "a.txt")
    draft = document.draft
    key = draft.paragraphs[at].key
    fix = Fix(Message("x"), (Edit(Span(key, start, stop), new),), Applicability.SAFE)
    changes = replacements(fix, draft, draft.index(), document.layout)
    assert changes is not None
    assert replaced(text, changes) == document.rewritten(apply(draft, fix.edits)).decode()


def test_the_last_place_comes_first() -> None:
    document = read_plain("آب و باد\nخاک و باد\n".encode(), "a.txt")
    edits = (Edit(Span(0, 0, 2), "آتش"), Edit(Span(1, 6, 9), "آب"), Edit(Span(0, 5, 8), ""))
    changes = replacements(Fix(Message("x"), edits, Applicability.ASK), document.draft, {0: 0, 1: 1}, document.layout)
    assert changes is not None
    assert [change["deletedRegion"]["charOffset"] for change in changes] == [15, 5, 0]
    assert replaced("آب و باد\nخاک و باد\n", changes) == "آتش و \nخاک و آب\n"
