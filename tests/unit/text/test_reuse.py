"""What one paragraph takes from another: how much, where, and what counts for nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.reuse import (
    COMMON,
    FORMULA,
    LEAST_WORDS,
    STANDING,
    Overlap,
    Passage,
    Sought,
    lookups,
    marks,
    overlap,
)
from pr_editor.text.similarity import WINNOW_K, WINNOW_W, split_words

VOCABULARY = ["کتاب", "شهر", "خبر", "آب", "نان", "دریا", "راه", "۱۲", "مدیر", "و", "باران", "کوه", "می‌رود", "گفت."]
word_lists = st.lists(st.sampled_from(VOCABULARY), max_size=60)
texts = st.lists(st.sampled_from(VOCABULARY), min_size=LEAST_WORDS, max_size=60).map(" ".join)
ordinary = settings(deadline=None, max_examples=100)

OPENING = "به گزارش روابط عمومی شرکت آب منطقه‌ای مرکزی،"
FIRST = "ساخت سد تازهٔ شهر با ۱۲ میلیارد تومان اعتبار در آغاز پاییز پایان می‌یابد."
SECOND = "مدیر طرح افزود که زمین‌های پایین‌دست از همان روز نخست سیراب خواهند شد."
OTHER = "نمایشگاه صنایع دستی روستاییان هفتهٔ آینده در سالن شهرداری برپا می‌شود."


def compare(later: str, earlier: str, beginning: str = "", releases: int = 0) -> Overlap | None:
    return overlap(known(later, beginning, releases), earlier)


def found(later: str, earlier: str, beginning: str = "", releases: int = 0) -> Overlap:
    match = compare(later, earlier, beginning, releases)
    assert match
    return match


def known(text: str, beginning: str, releases: int) -> Sought:
    """As if every run of the words ``beginning`` stood in so many releases, and the others in one."""
    passage = Passage.of(text)
    runs = len(passage.words) - WINNOW_K + 1
    within = len(split_words(beginning)) - WINNOW_K + 1
    return Sought(passage, [releases if at < within else 1 for at in range(runs)])


def test_the_same_paragraph() -> None:
    match = found(f"{FIRST} {SECOND}", f"{FIRST} {SECOND}")
    assert (match.share, match.sentence, match.exact, match.figures_differ) == (1, 1, True, False)
    assert match.words == len(split_words(FIRST)) + len(split_words(SECOND))


def test_letters_of_another_keyboard_make_no_difference() -> None:
    assert found(SECOND.replace("ی", "ي").replace("\u200c", " "), SECOND).share > 0.5
    assert found(SECOND.replace("ی", "ي"), SECOND).exact


def test_a_paragraph_inside_a_longer_one() -> None:
    match = found(f"{OTHER} {FIRST}", FIRST)
    assert match.share == 1
    assert f"{OTHER} {FIRST}"[match.start : match.end] == FIRST.rstrip(".")
    assert FIRST[match.there_start : match.there_end] == FIRST.rstrip(".")
    assert not match.exact


def test_one_sentence_of_a_paragraph() -> None:
    rest = " ".join([OTHER] * 3)
    match = found(f"{OTHER[::-1]} {SECOND}", f"{rest} {FIRST} {SECOND} {rest}")
    assert match.sentence == 1
    assert match.share < 1
    assert f"{rest} {FIRST} {SECOND} {rest}"[match.there_start : match.there_end] == SECOND.rstrip(".")


def test_other_figures_are_told() -> None:
    assert found(FIRST.replace("۱۲", "۱۵"), FIRST).figures_differ
    assert not found(FIRST.replace("۱۲", "12"), FIRST).figures_differ
    assert not found(FIRST.replace("تازهٔ", "جدید"), FIRST).figures_differ


def test_different_paragraphs() -> None:
    assert compare(FIRST, OTHER) is None


def test_a_formula_counts_for_nothing() -> None:
    later, earlier = f"{OPENING} {OTHER}", f"{OPENING} {FIRST}"
    assert found(later, earlier).words == len(split_words(OPENING))
    assert found(later, earlier, OPENING, COMMON - 1).words == len(split_words(OPENING))
    assert compare(later, earlier, OPENING, COMMON) is None


def test_what_follows_a_formula_counts_alone() -> None:
    text = f"{OPENING} {FIRST}"
    match = found(text + " پایان خبر", text, OPENING, COMMON)
    assert match.share == 1
    assert text[match.start : match.end] in FIRST.rstrip(".") or FIRST.rstrip(".") in text[match.start : match.end]
    assert match.words <= len(split_words(FIRST)) + 2


def test_a_long_text_said_by_many_counts_until_it_is_standing_text() -> None:
    text = f"{FIRST} {SECOND}"
    assert len(split_words(text)) >= FORMULA
    later = f"{text} {OTHER}"
    assert found(later, text, text, COMMON).share == 1
    assert found(later, text, text, STANDING - 1).share == 1
    assert compare(later, text, text, STANDING) is None


def left_out(passage: Passage, releases: list[int]) -> list[int]:
    """The triples that don't count."""
    triples = range(len(passage.triples))
    return sorted(set(triples) - set(Sought(passage, releases).counted(triples)))


def test_between_two_common_runs_of_one_window_all_is_common() -> None:
    passage = Passage.of(" ".join(VOCABULARY))
    runs = [0] * (len(passage.words) - WINNOW_K + 1)
    runs[1] = runs[1 + WINNOW_W] = COMMON
    assert left_out(passage, runs) == list(range(1, 1 + WINNOW_W + 2))
    runs[1 + WINNOW_W], runs[2 + WINNOW_W] = COMMON - 1, COMMON
    assert left_out(passage, runs) == [1, 2, 2 + WINNOW_W, 3 + WINNOW_W]


@ordinary
@given(texts)
def test_a_paragraph_is_wholly_in_itself(text: str) -> None:
    passage = Passage.of(text)
    match = found(text, text)
    assert (match.share, match.exact, match.words) == (1, True, len(passage.words))
    assert (match.start, match.end) == (passage.words[0].start, passage.words[-1].end)


@ordinary
@given(texts, texts, st.lists(st.integers(0, 30), min_size=60, max_size=60))
def test_places_are_words_and_shares_are_shares(a: str, b: str, releases: list[int]) -> None:
    later, earlier = Passage.of(a), Passage.of(b)
    match = overlap(Sought(later, releases[: len(later.words) - WINNOW_K + 1]), b)
    if match:
        assert match.start in {word.start for word in later.words}
        assert match.end in {word.end for word in later.words}
        assert match.there_start in {word.start for word in earlier.words}
        assert match.there_end in {word.end for word in earlier.words}
        assert match.start < match.end
        assert match.there_start < match.there_end
        assert 0 < match.share <= 1
        assert 0 <= match.sentence <= 1
        assert 0 < match.words <= len(later.words)
        assert match.exact == (later.folded == earlier.folded)


@ordinary
@given(word_lists, word_lists, st.lists(st.sampled_from(VOCABULARY), min_size=WINNOW_K + WINNOW_W - 1), word_lists)
def test_seven_words_in_common_are_enough_to_be_found(
    before: list[str], after: list[str], shared: list[str], around: list[str]
) -> None:
    earlier, later = [*before, *shared, *after], [*around, *shared]
    assert marks(earlier) & set(lookups(later))


@ordinary
@given(texts)
def test_what_is_kept_of_a_paragraph_leads_back_to_it(text: str) -> None:
    words = Passage.of(text).folded
    assert len(marks(words) & set(lookups(words))) >= 1
    assert len(lookups(words)) == len(words) - WINNOW_K + 1
