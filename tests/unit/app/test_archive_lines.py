"""What one line of JSON Lines says about a release, and what is said about a line that says nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.archive_lines import Record, record_of
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.draft import Kind
from pr_editor.text.message import KnownError

TEXT = "آب پنج روستا تأمین شد.\r\n\r\nمدیر آبفا از پایان کار خبر داد."


def read(**fields: Any) -> Record:
    return record_of(json.dumps(fields).encode(), "خبرها.jsonl:7")


def texts(record: Record) -> list[str]:
    return [paragraph.text for paragraph in record.draft.paragraphs]


def test_every_field_is_read() -> None:
    record = read(
        title="تأمین آب",
        text=TEXT,
        date="۱۴۰۲/۰۷/۱۲",
        kind="report",
        outlet="روابط عمومی",
        author=["سارا امینی", "بهروز کیانی"],
        keywords="آب، روستا, آب",
        id=5512,
    )
    assert texts(record) == ["تأمین آب", "آب پنج روستا تأمین شد.", "مدیر آبفا از پایان کار خبر داد."]
    assert record.kinds == {0: Kind.HEADLINE}
    assert (record.day, record.kind, record.outlet) == (date(2023, 10, 4), ReleaseKind.REPORT, "روابط عمومی")
    assert (record.author, record.keywords, record.id) == ("سارا امینی، بهروز کیانی", ("آب", "روستا"), "5512")
    assert record.unknown == ()


def test_paragraphs_may_name_their_kinds() -> None:
    record = read(
        headline="تأمین آب",
        paragraphs=[{"kind": "lead", "text": "آب تأمین شد."}, "بدنهٔ خبر\nبند دوم", {"kind": "ad", "text": "متن"}],
        url="news/12",
    )
    assert texts(record) == ["تأمین آب", "آب تأمین شد.", "بدنهٔ خبر", "بند دوم", "متن"]
    assert record.kinds == {0: Kind.HEADLINE, 1: Kind.LEAD}
    assert record.id == "news/12"


def test_a_title_the_text_begins_with_is_not_said_twice() -> None:
    assert texts(read(title="تامین آب", text="تأمین آب\nآب تأمین شد.")) == ["تأمین آب", "آب تأمین شد."]


def test_a_text_may_be_a_web_page() -> None:
    record = read(text="<p>آب پنج روستا <b>تأمین</b> شد.</p><p>بند دوم</p>")
    assert texts(record) == ["آب پنج روستا تأمین شد.", "بند دوم"]


def test_fields_and_kinds_that_are_not_known_are_left_out() -> None:
    record = read(text=TEXT, views=12, section="سیاسی", kind="سیاسی")
    assert record.unknown == ("views", "section")
    assert record.kind is None


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'"text"',
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"text": ' + b"9" * 5_000 + b"}",
        b"{}",
        b'{"text": ""}',
        b'{"text": 12}',
        b'{"text": "\\u0000"}',
        b'{"text": "\\ud800"}',
        b'{"paragraphs": "text"}',
        b'{"paragraphs": [1]}',
        b'{"paragraphs": [{"text": null}]}',
        '{"text": "خبر", "date": "دیروز"}'.encode(),
        '{"text": "خبر", "author": {}}'.encode(),
        '{"text": "خبر", "keywords": 1}'.encode(),
        b'{"paragraphs": [' + b'"a",' * 30_000 + b'"a"]}',
    ],
)
def test_a_bad_line_is_named(line: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        record_of(line, "خبرها.jsonl:7")
    assert dict(caught.value.message.args)["name"] == "خبرها.jsonl:7"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(["text", "paragraphs", "title", "date", "kind", "outlet", "author", "keywords", "id", "other"])


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(NAMES, ANYTHING, max_size=6))
def test_whatever_a_line_holds_it_is_a_release_or_told(fields: dict[str, Any]) -> None:
    try:
        record = read(**fields)
    except KnownError:
        return
    assert record.draft.paragraphs
    assert set(record.kinds) <= {paragraph.key for paragraph in record.draft.paragraphs}
