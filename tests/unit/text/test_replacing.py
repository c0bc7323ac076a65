"""Laws of replacing: all but the hits stays, and half-spaces beside them stay only where they part something."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.edits import edit_text
from pr_editor.text.find import ALL_SAME, Finder, Query, Same
from pr_editor.text.letters import ZWNJ
from pr_editor.text.replacing import replacements
from pr_editor.text.span import Edit, Span

LETTERS = "آابره می\u200c\u200c\u200f۱٢ .aB😀"
TEXT = st.text(alphabet=LETTERS, max_size=40)
NEEDLE = st.text(alphabet=LETTERS, min_size=1, max_size=3)
SAME = st.sampled_from([ALL_SAME, Same(0)])


def replaced(needle: str, text: str, new: str, same: Same = ALL_SAME) -> str:
    hits = Finder(Query(needle, same)).spans(text)
    return edit_text(text, replacements([(0, text, hits)], new))


@given(NEEDLE, SAME, TEXT, st.text(alphabet="نو ‌", max_size=3))
@settings(deadline=None)
def test_replacing_leaves_all_but_the_hits(needle: str, same: Same, text: str, new: str) -> None:
    pieces, at = [], 0
    for start, end in Finder(Query(needle, same)).spans(text):
        pieces += [text[at:start], new]
        at = end
    expected = "".join([*pieces, text[at:]])
    assert replaced(needle, text, new, same).replace(ZWNJ, "") == expected.replace(ZWNJ, "")


@pytest.mark.parametrize(
    ("needle", "text", "new", "becomes"),
    [
        ("کتاب", "کتاب‌ها را", "برگ", "برگ‌ها را"),
        ("کتاب", "کتاب‌ها را", "", "ها را"),
        ("شود", "می‌شود.", "", "می."),
        ("شود", "می‌شود.", "«شود»", "می«شود»."),
        ("رفت", "می‌رفت‌وآمد", "", "می‌وآمد"),
        ("رفت", "رفت‌رفت رفت", "", " "),
        ("دفتر", "دفترها و دفترهای و دفتر", "کتاب", "کتاب‌ها و کتاب‌های و کتاب"),
        ("دفتر", "دفترها", "کار", "کارها"),
        ("دفتر", "دفترهای‌شان", "کتاب", "کتاب‌های‌شان"),
        ("ك", "دكتر و دكها", "ک", "دکتر و دکها"),
        ("بر", "برتر", "به", "بهتر"),
        ("کتاب", "کتابها", "برگ", "برگها"),
    ],
)
def test_half_spaces_beside_a_hit_are_as_the_new_words_want_them(
    needle: str, text: str, new: str, becomes: str
) -> None:
    assert replaced(needle, text, new) == becomes


def test_what_reads_so_already_is_left_alone() -> None:
    text, hits = "می‌رود و می رود", [(0, 6), (9, 15)]
    assert replacements([(0, text, hits)], "می‌رود") == [Edit(Span(0, 9, 15), "می‌رود")]
