"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.sentences import ends_sentence, sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("باران بارید. هوا سرد شد.", ["باران بارید.", "هوا سرد شد."]),
        ("گفت: «باران بارید.» هوا سرد شد", ["گفت: «باران بارید.»", "هوا سرد شد"]),
        ("چه شد؟! باران بارید…", ["چه شد؟!", "باران بارید…"]),
        ("رشد ۲.۵ درصد شد. پایان.", ["رشد ۲.۵ درصد شد.", "پایان."]),
        ("باران بارید.هوا سرد شد.", ["باران بارید.", "هوا سرد شد."]),
        ("", []),
    ],
)
def test_a_paragraph_falls_into_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text(alphabet='اب ۲.؟!…»") x\n', max_size=60))
@settings(deadline=None)
def test_between_sentences_stands_white_space_alone(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("باران بارید.", True),
        ("چه شد؟ ", True),
        ("گفت: «بارید!»", True),
        ("(بارید.) ", True),
        ("باران", False),
        ("", False),
    ],
)
def test_the_last_mark_tells_whether_a_sentence_ends(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends
