"""Keys stay with the words they were given to."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.gui.editor.lines import Lines

LINE = st.sampled_from(["", "الف", "ب", "پ", "ت", "  ث "])


def lines_of(*texts: str) -> Lines:
    lines = Lines()
    lines.reset((key, text) for key, text in enumerate(texts))
    return lines


def test_editing_a_line_keeps_its_key() -> None:
    lines = lines_of("یک", "دو", "سه")
    assert lines.replace(1, 1, ["دوم"], at_start=False)
    assert list(lines.items()) == [(0, "یک"), (1, "دوم"), (2, "سه")]


def test_nothing_changed_says_so() -> None:
    lines = lines_of("یک", "دو")
    assert not lines.replace(0, 2, ["یک", "دو"], at_start=True)


def test_a_split_line_keeps_its_key_in_front() -> None:
    lines = lines_of("یک دو", "سه")
    lines.replace(0, 1, ["یک", " دو"], at_start=False)
    assert list(lines.items()) == [(0, "یک"), (2, " دو"), (1, "سه")]


def test_a_new_line_above_leaves_the_key_with_the_words() -> None:
    lines = lines_of("یک", "دو")
    lines.replace(1, 1, ["", "دو"], at_start=True)
    assert list(lines.items()) == [(0, "یک"), (2, ""), (1, "دو")]


def test_the_first_of_two_equal_lines_goes() -> None:
    lines = lines_of("یک", "یک", "دو")
    lines.replace(0, 2, ["یک"], at_start=True)
    assert list(lines.items()) == [(1, "یک"), (2, "دو")]


def test_joined_lines_have_the_key_of_the_first() -> None:
    lines = lines_of("یک", "دو", "سه")
    lines.replace(0, 2, ["یکدو"], at_start=False)
    assert list(lines.items()) == [(0, "یکدو"), (2, "سه")]
    lines.replace(0, 1, ["یک", "دو"], at_start=False)
    assert list(lines.items()) == [(0, "یک"), (1, "دو"), (2, "سه")]


def test_a_line_that_comes_back_gets_its_key_again() -> None:
    lines = lines_of("یک", "دو", "سه")
    lines.replace(1, 2, ["سه"], at_start=True)
    lines.replace(1, 1, ["سه", "دو"], at_start=False)
    assert list(lines.items()) == [(0, "یک"), (2, "سه"), (1, "دو")]


def test_a_copy_gets_a_key_of_its_own() -> None:
    lines = lines_of("یک", "دو")
    lines.replace(1, 1, ["دو", "یک"], at_start=False)
    assert list(lines.items()) == [(0, "یک"), (1, "دو"), (2, "یک")]


@settings(deadline=None, max_examples=100)
@given(st.lists(LINE, min_size=1, max_size=6), st.data())
def test_any_replacement_keeps_texts_and_unique_keys(start: list[str], data: st.DataObject) -> None:
    lines = lines_of(*start)
    model = list(start)
    for _ in range(data.draw(st.integers(1, 6))):
        first = data.draw(st.integers(0, len(model) - 1))
        count = data.draw(st.integers(1, len(model) - first))
        new = data.draw(st.lists(LINE, min_size=1, max_size=4))
        outside = {*lines.keys(0, first), *lines.keys(first + count, len(model))}
        lines.replace(first, count, new, at_start=data.draw(st.booleans()))
        model[first : first + count] = new
        now = [key for key, _ in lines.items()]
        assert [text for _, text in lines.items()] == model
        assert len(set(now)) == len(now) == len(lines)
        assert outside <= set(now)
        assert [lines.index_of(key) for key in now] == list(range(len(now)))
