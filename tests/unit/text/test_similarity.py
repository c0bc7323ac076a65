"""Laws and examples of comparing texts."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.similarity import (
    WINNOW_K,
    WINNOW_W,
    Change,
    candidate_pairs,
    common_stretch,
    containment,
    fingerprints,
    folded_words,
    likeness,
    longest_run,
    split_words,
    word_diff,
)

VOCABULARY = ["کتاب", "شهر", "خبر", "آب", "نان", "دریا", "راه", "۱۲", "مدیر", "و"]
word_lists = st.lists(st.sampled_from(VOCABULARY), max_size=40)
texts = st.text(alphabet="ابپتكيی۱2 \u200c\u064b،.«»()a\n", max_size=80)
OTHER_HASHES = os.environ | {"PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
ordinary = settings(deadline=None, max_examples=100)


def both_sides(a: str, b: str, changes: tuple[Change, ...]) -> tuple[str, str]:
    return (
        "".join(a[change.a_start : change.a_end] for change in changes),
        "".join(b[change.b_start : change.b_end] for change in changes),
    )


@ordinary
@given(texts, texts)
def test_diff_covers_both_texts(a: str, b: str) -> None:
    changes = word_diff(a, b)
    assert both_sides(a, b, changes) == (a, b)
    assert all((a[c.a_start : c.a_end] == b[c.b_start : c.b_end]) == c.equal for c in changes)


@ordinary
@given(texts)
def test_diff_of_a_text_with_itself_changes_nothing(text: str) -> None:
    assert all(change.equal for change in word_diff(text, text))


def test_diff_names_the_word_that_changed() -> None:
    old, new = "جاده در بهار باز می‌شود.", "جاده در پاییز باز می‌شود."
    changed = [change for change in word_diff(old, new) if not change.equal]
    assert [(old[c.a_start : c.a_end], new[c.b_start : c.b_end]) for c in changed] == [("بهار", "پاییز")]


@ordinary
@given(word_lists, word_lists)
def test_containment_is_a_share_and_symmetric(a: list[str], b: list[str]) -> None:
    share = containment(a, b)
    assert 0.0 <= share <= 1.0
    assert share == containment(b, a)


@ordinary
@given(word_lists)
def test_equal_lists_contain_each_other(words: list[str]) -> None:
    assert containment(words, words) == 1.0
    assert likeness(words, words) == 1.0


@ordinary
@given(word_lists.filter(lambda words: len(words) >= 3), word_lists, word_lists)
def test_what_is_embedded_is_contained(words: list[str], before: list[str], after: list[str]) -> None:
    assert containment(words, [*before, *words, *after]) == 1.0


@ordinary
@given(st.lists(st.sampled_from(VOCABULARY), min_size=WINNOW_K + WINNOW_W - 1, max_size=30), word_lists, word_lists)
def test_winnowing_never_misses_a_long_shared_run(run: list[str], before: list[str], after: list[str]) -> None:
    assert fingerprints([*before, *run, *after]) & fingerprints([*after, *run, *before])


@ordinary
@given(word_lists, word_lists)
def test_longest_run_is_shared(a: list[str], b: list[str]) -> None:
    i, j, length = longest_run(a, b)
    assert a[i : i + length] == b[j : j + length]
    assert length == 0 or length >= WINNOW_K


def test_longest_run_is_the_longest() -> None:
    shared = ["راه", "روستا", "پس", "از", "سه", "روز", "باز", "شد"]
    assert longest_run([*["دیروز", "گفت"], *shared], [*["به", "گفته", "او"], *shared, "و"]) == (2, 3, len(shared))


def test_common_stretch_leaves_out_what_comes_before_and_after() -> None:
    lead = ["پل", "تازه", "رودخانه", "امروز", "به", "روی", "خودروها", "باز", "شد"]
    later = [*["فرماندار", "گفت"], *lead, *["و", "مردم", "شادند"]]
    assert common_stretch(lead, later) == (2, 2 + len(lead))


def test_words_are_folded_and_know_their_place() -> None:
    text = "كتاب‌هاي «تأمین» ۱۲ جلد"
    assert [word.text for word in split_words(text)] == ["کتابهای", "تامین", "12", "جلد"]
    assert [text[word.start : word.end] for word in split_words(text)] == ["كتاب‌هاي", "تأمین", "۱۲", "جلد"]


@ordinary
@given(st.lists(st.frozensets(st.integers(0, 6), max_size=3), max_size=12))
def test_candidates_share_a_fingerprint_and_come_once(prints: list[frozenset[int]]) -> None:
    pairs = list(candidate_pairs(prints))
    assert len(pairs) == len(set(pairs))
    assert all(a < b and prints[a] & prints[b] for a, b in pairs)


def test_pairs_stay_few_when_all_texts_share_a_formula() -> None:
    formula = fingerprints(["به", "گزارش", "روابط", "عمومی", "شهرداری"])
    assert len(list(candidate_pairs([formula] * 500))) < 500 * 12


def test_fingerprints_are_the_same_in_every_process() -> None:
    code = (
        "from pr_editor.text.similarity import fingerprints; print(sorted(fingerprints('یک دو سه چهار پنج'.split())))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=OTHER_HASHES)
    assert other.stdout.strip() == str(sorted(fingerprints(["یک", "دو", "سه", "چهار", "پنج"])))


@ordinary
@given(texts)
def test_folded_words_are_those_of_split_words(text: str) -> None:
    assert folded_words(text) == [word.text for word in split_words(text)]
