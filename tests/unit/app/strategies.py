"""What hypothesis makes drafts, sessions and findings of."""

from __future__ import annotations

from datetime import UTC

from hypothesis import strategies as st

from pr_editor.app.change_places import Place
from pr_editor.app.changes import Author, Change
from pr_editor.app.decisions import Decisions
from pr_editor.app.session import Session
from pr_editor.checks.model import Applicability, Finding, Fix, Related
from pr_editor.checks.registry import RULES
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.review.model import Exclusion
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.message import Message
from pr_editor.text.span import Edit, Span

ANY_TEXT = st.text(st.characters(), max_size=20)
"""Also what no file can hold: a window may hand over half a character."""

kinds = st.sampled_from(Kind)
keys = st.integers(0, 9)
paragraphs = st.lists(st.builds(Paragraph, keys, ANY_TEXT, kinds), max_size=5, unique_by=lambda p: p.key).map(tuple)
drafts = st.builds(Draft, paragraphs, ANY_TEXT, ANY_TEXT)
times = st.floats(0, 4e9)
decisions = st.builds(Decisions, st.sets(ANY_TEXT, max_size=3), st.sets(st.tuples(ANY_TEXT, ANY_TEXT), max_size=3))


@st.composite
def changes(draw: st.DrawFn, session: Session) -> Session:
    """The session after some work on it."""
    return Session(
        session.id,
        draw(ANY_TEXT),
        draw(ANY_TEXT),
        session.received,
        draw(paragraphs),
        draw(st.dictionaries(keys, kinds, max_size=3)),
        draw(decisions),
        draw(st.tuples(keys, st.integers(0, 99))),
        session.opened,
        draw(times),
        top=draw(st.tuples(keys, st.integers(0, 99))),
        from_pdf=draw(st.booleans()),
        release_kind=draw(st.none() | st.sampled_from(ReleaseKind)),
        changes=draw(st.lists(recorded, max_size=2).map(tuple)),
        exclusions=draw(st.lists(exclusions, max_size=2).map(tuple)),
        known=draw(st.none() | st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=3)),
        fresh=draw(st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=3)),
        taught=draw(st.dictionaries(ANY_TEXT, st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=2), max_size=2)),
        shown=draw(times),
    )


values = ANY_TEXT | st.integers(-9, 9999) | st.floats(allow_nan=False)
messages = st.builds(Message, ANY_TEXT, st.lists(st.tuples(ANY_TEXT, values), max_size=3).map(tuple))
authors = st.builds(Author, ANY_TEXT, st.datetimes(timezones=st.just(UTC)))
exclusions = st.builds(Exclusion, ANY_TEXT, ANY_TEXT, ANY_TEXT, st.datetimes(timezones=st.just(UTC)))
places = st.builds(Place, keys, st.integers(0, 99), ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
recorded = st.builds(
    Change,
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(list(RULES)),
    messages,
    st.lists(places, max_size=2).map(tuple),
    authors,
    st.lists(authors, max_size=2).map(tuple),
)

spans = st.tuples(keys, st.integers(0, 50), st.integers(0, 50)).map(lambda t: Span(t[0], t[1], t[1] + t[2]))
fixes = st.builds(
    Fix, messages, st.lists(st.builds(Edit, spans, ANY_TEXT), max_size=3).map(tuple), st.sampled_from(Applicability)
)
findings = st.builds(
    Finding,
    st.sampled_from(list(RULES.values())),
    spans,
    ANY_TEXT,
    messages,
    st.sampled_from(Severity),
    st.lists(fixes, max_size=3).map(tuple),
    st.lists(st.builds(Related, spans, st.floats(0, 1), st.none() | ANY_TEXT), max_size=2).map(tuple),
    ANY_TEXT,
)
