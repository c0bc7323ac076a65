"""What one process says, the other hears: every request and event comes back equal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app import protocol as p
from pr_editor.app.preview import RuleChange
from pr_editor.checks.registry import RULES
from pr_editor.checks.structure import Byline, SourceLine
from pr_editor.profile.choices import ReleaseKind
from tests.unit.app.strategies import ANY_TEXT, findings, keys, kinds, spans

codes = st.lists(ANY_TEXT, max_size=2).map(tuple)
revisions = st.integers(0, 99)
kind_maps = st.dictionaries(keys, kinds.map(str), max_size=3)
release_kinds = st.none() | st.sampled_from(ReleaseKind)
rows = st.lists(st.tuples(keys, st.none() | ANY_TEXT)).map(tuple)
requests = st.one_of(
    st.builds(
        p.Check,
        ANY_TEXT,
        revisions,
        st.lists(st.tuples(keys, st.none() | ANY_TEXT)).map(tuple),
        kind_maps,
        st.booleans(),
        kind_maps,
        release_kinds,
        st.booleans(),
        ANY_TEXT,
        st.lists(ANY_TEXT, max_size=2).map(tuple),
    ),
    st.builds(p.Preview, ANY_TEXT, ANY_TEXT, kind_maps, st.booleans(), kind_maps, release_kinds),
    st.builds(p.Forget, ANY_TEXT),
    st.builds(p.Words, codes),
    st.builds(p.UseProfile, ANY_TEXT),
    st.builds(p.Stop),
)
bylines = st.none() | st.builds(Byline, spans, ANY_TEXT, ANY_TEXT, ANY_TEXT)
numbers = st.integers(0, 99)
rule_changes = st.builds(RuleChange, ANY_TEXT, numbers, numbers, numbers, st.lists(ANY_TEXT, max_size=3))
events = st.one_of(
    st.builds(p.Ready, st.floats(0, 9)),
    st.builds(
        p.Structured,
        ANY_TEXT,
        revisions,
        kind_maps,
        bylines,
        st.none() | st.builds(SourceLine, spans, ANY_TEXT),
        release_kinds,
    ),
    st.builds(
        p.Found,
        ANY_TEXT,
        revisions,
        st.sampled_from(["paragraph", "draft", "published"]),
        st.lists(keys).map(tuple),
        st.lists(findings, max_size=3).map(tuple),
        st.lists(st.tuples(codes, ANY_TEXT), max_size=2).map(tuple),
        st.booleans(),
    ),
    st.builds(p.Done, ANY_TEXT, revisions, st.floats(0, 9)),
    st.builds(p.Previewed, ANY_TEXT, ANY_TEXT, st.lists(rule_changes, max_size=2).map(tuple), ANY_TEXT),
    st.builds(p.Trouble, ANY_TEXT, st.none() | ANY_TEXT),
)


@settings(deadline=None, max_examples=60)
@given(requests)
def test_requests_come_back_equal(request: p.Request) -> None:
    assert p.decode_request(p.encode(request)) == request


@settings(deadline=None, max_examples=60)
@given(events)
def test_events_come_back_equal(event: p.Event) -> None:
    assert p.decode_event(p.encode(event), RULES) == event


@settings(deadline=None, max_examples=60)
@given(requests | events)
def test_each_is_one_line(item: p.Request | p.Event) -> None:
    line = p.encode(item)
    assert line.isascii()
    assert line.splitlines(keepends=True) == [line]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"type": "Sing"}',
        b'{"type": "Check"}',
        b'{"type": "Check", "draft": "d", "revision": 1, "paragraphs": [[0]], "overrides": {}}',
        b'{"type": "Preview", "draft": "", "name": "", "overrides": {}, "from_pdf": 0, "hints": {}, "release_kind": 1}',
        b'{"type": "Found", "draft": "d", "revision": 1, "scope": "draft", "keys": [], "findings": [{}]}',
    ],
)
def test_what_is_neither_is_refused(line: bytes) -> None:
    with pytest.raises(p.ProtocolError):
        p.decode_request(line)
    with pytest.raises(p.ProtocolError):
        p.decode_event(line, RULES)
