"""Which findings are new to the editor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.seen import Seen, first_look
from pr_editor.text.draft import draft_of
from tests.unit.app.strategies import findings

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine
    from pr_editor.checks.model import Finding

BATCHES = st.lists(findings, max_size=6)


def found(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.review(draft_of([text])).findings


def test_what_an_edit_brings_is_new_until_it_is_looked_at(engine: Engine) -> None:
    seen = first_look(found(engine, "مردم گردشفر آمدند."))
    assert seen.known
    later = seen.after(found(engine, "مردم گردشفر آمدند و كتاب خواندند."))
    (name,) = later.fresh
    assert "CHR001" in later.fresh[name]
    assert later.after(found(engine, "مردم گردشفر آمدند و كتاب خواندند.")) == later
    assert not later.looked_at(name).fresh
    assert later.looked_at("another") == later
    assert not later.caught_up().after(found(engine, "مردم گردشفر آمدند و كتاب خواندند.")).fresh


def test_another_neighbour_makes_nothing_new(engine: Engine) -> None:
    before, after = found(engine, "مردم گردشفر آمدند."), found(engine, "امروز مردم گردشفر باز آمدند.")
    assert {one.fingerprint for one in before}.isdisjoint(one.fingerprint for one in after)
    assert not first_look(before).after(after).fresh


def test_a_second_of_the_same_kind_is_new(engine: Engine) -> None:
    once, twice = found(engine, "این كتاب است."), found(engine, "این كتاب است و آن هم كتاب است.")
    seen = first_look(once).after(twice)
    assert len(seen.fresh) == len(twice) - len(once)


def test_what_comes_back_is_new(engine: Engine) -> None:
    faulty, mended = found(engine, "این كتاب است."), found(engine, "این کتاب است.")
    assert first_look(faulty).after(mended).after(faulty).fresh


@settings(deadline=None, max_examples=60)
@given(st.lists(BATCHES, min_size=1, max_size=4))
def test_each_finding_is_known_or_new(batches: list[list[Finding]]) -> None:
    seen = Seen()
    for batch in batches:
        seen = seen.after(batch)
        assert seen.known.keys() | seen.fresh.keys() == {one.fingerprint for one in batch}
        assert seen.known.keys().isdisjoint(seen.fresh)
        assert seen.after(batch) == seen


@settings(deadline=None, max_examples=60)
@given(BATCHES)
def test_new_names_alone_make_nothing_new(batch: list[Finding]) -> None:
    unlike = list({one.fingerprint: one for one in batch}.values())
    renamed = [replace(one, fingerprint=f"{one.fingerprint} again {at}") for at, one in enumerate(unlike)]
    assert not first_look(unlike).after(renamed).fresh
