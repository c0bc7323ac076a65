"""Which texts a release has, which two are compared first, and who made what lies between them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pr_editor.app.comparison import compare_texts
from pr_editor.app.versions import ComparedTexts, Pair, Text, texts_of, usual_pair
from pr_editor.review.model import Release, Submission, Version
from pr_editor.text.draft import draft_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
RECEIVED, AGAIN = "a" * 64, "b" * 64


def release(*made_from: str | None) -> Release:
    """One version for each; the n-th was handed in by «n» and changed by «colleague n» as well."""
    return Release(
        "1404-0007",
        tuple(
            Version(
                number,
                Submission(f"{number:064}", str(number), NOON, frozenset({f"colleague {number}"}), received=received),
            )
            for number, received in enumerate(made_from, 1)
        ),
    )


def received(number: int) -> Text:
    """What a version was made from."""
    return Text(number, received=True)


@pytest.mark.parametrize(
    ("made_from", "texts"),
    [
        ((None,), (Text(1),)),
        ((RECEIVED,), (received(1), Text(1))),
        ((RECEIVED, RECEIVED), (received(1), Text(1), Text(2))),
        ((RECEIVED, AGAIN), (received(1), Text(1), received(2), Text(2))),
        ((None, RECEIVED), (Text(1), received(2), Text(2))),
    ],
)
def test_a_draft_counts_once_however_many_versions_were_made_from_it(
    made_from: tuple[str | None, ...], texts: tuple[Text, ...]
) -> None:
    assert texts_of(release(*made_from)) == texts


@pytest.mark.parametrize(
    ("made_from", "number", "pair"),
    [
        ((RECEIVED, RECEIVED, RECEIVED), 3, (Text(2), Text(3))),
        ((RECEIVED, AGAIN), 2, (Text(1), Text(2))),
        ((RECEIVED, RECEIVED), 1, (received(1), Text(1))),
        ((None, None), 1, (Text(1), Text(2))),
    ],
)
def test_a_version_is_first_compared_with_the_one_before(
    made_from: tuple[str | None, ...], number: int, pair: Pair
) -> None:
    assert usual_pair(texts_of(release(*made_from)), number) == pair


@pytest.mark.parametrize(
    ("pair", "names"),
    [
        ((Text(1), Text(3)), ("2", "3", "colleague 2", "colleague 3")),
        ((Text(3), Text(1)), ("2", "3", "colleague 2", "colleague 3")),
        ((received(1), Text(1)), ("1", "colleague 1")),
        ((received(2), Text(2)), ("2", "colleague 2")),
        ((Text(1), received(2)), ()),
        ((Text(2), Text(2)), ()),
    ],
)
def test_who_worked_on_it_meanwhile_is_named(pair: Pair, names: tuple[str, ...]) -> None:
    found = release(RECEIVED, AGAIN, AGAIN)
    text = draft_of(["یک متن"])
    compared = ComparedTexts(found, texts_of(found), pair, compare_texts(text, text), {})
    assert compared.changed_by == names


def test_every_stretch_that_differs_between_two_texts_is_listed_without_rules() -> None:
    older = draft_of(["برنامه های شهر بهاران", "همین بند", "این بند می رود"])
    newer = draft_of(["برنامه\u200cهای شهر بهاران", "همین بند", "بند دیگری به جای آن آمد"])
    compared = compare_texts(older, newer)
    assert [(one.passage, one.codes) for one in compared.differences] == [(0, ()), (2, ()), (3, ())]
    assert not compared.counts
    assert not compare_texts(older, older).differences
