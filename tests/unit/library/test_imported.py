"""Releases that were published before they came here: in the library like approved ones, and marked for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from pr_editor.review.model import Dated, Eyes, Origin, ReleaseState
from pr_editor.review.names import EYES
from pr_editor.text.message import KnownError
from tests.unit.library.office import CHANGED, EDITOR, PASSPHRASE, SUPERVISOR, TEXT, arrival, handover, tamper

if TYPE_CHECKING:
    from tests.unit.library.office import Office

DAY = date(2023, 10, 4)
"""12 Mehr 1402."""


def test_it_is_approved_from_the_archive_under_its_own_year(office: Office) -> None:
    receipt = office.bring_in(date=DAY, outlet="روابط عمومی")
    assert receipt == replace(receipt, release="1402-0001", new=True)
    (row,) = office.library.list()
    assert (row.state, row.eyes, row.in_force, row.submitted_by) == (
        ReleaseState.APPROVED,
        Eyes.ARCHIVE,
        1,
        SUPERVISOR,
    )
    assert office.bring_in("باران در شمال", "لید", date=DAY).release == "1402-0002"
    assert office.submit().startswith("1405-")


def test_where_it_was_found_is_kept(office: Office) -> None:
    release = office.bring_in(date=DAY, name="1402/مهر/آب.txt").release
    origin = office.library.show(release).version.submission.origin
    assert origin
    assert (origin.name, origin.dated) == ("1402/مهر/آب.txt", Dated.TEXT)
    (entry,) = office.library.history(release)
    assert (entry.kind, entry.note, entry.eyes, entry.number) == ("imported", "1402/مهر/آب.txt", Eyes.ARCHIVE, 1)


def test_a_place_names_line_and_number_of_the_archive() -> None:
    origin = Origin("1402.jsonl", Dated.FIELD, "sha256:aa", "sha256:bb", line=17, id="n-5512")
    assert origin.place == "1402.jsonl:17 (n-5512)"


def test_it_is_found_and_exported_like_an_approved_one(office: Office) -> None:
    release = office.bring_in(date=DAY).release
    (hit,) = office.library.search("تامین آب")
    assert hit.summary.id == release
    copy = office.library.export_draft(release)
    assert copy.final
    assert [p.text for p in copy.draft.paragraphs] == list(TEXT)
    assert copy.mark
    assert copy.mark.id == EYES[Eyes.ARCHIVE]
    assert list(office.library.texts_in_force()) == [TEXT]


def test_text_from_the_archive_is_found_again_and_nobody_approved_it_here(office: Office) -> None:
    release = office.bring_in(date=DAY).release
    office.library.catch_up()
    matches = office.library.reuse(list(TEXT))
    assert {(match.source.release, match.source.day, match.source.approved_by) for match in matches} == {
        (release, DAY, "")
    }


def test_the_newest_are_asked_for_by_their_own_days(office: Office) -> None:
    office.approved(*CHANGED)
    office.bring_in(date=DAY)
    office.bring_in("باران در شمال", "لید", date=date(2020, 10, 4))
    assert list(office.library.texts_in_force(2)) == [TEXT, CHANGED]
    assert len(office.library.in_force(2)) == 2
    assert len(office.library.in_force()) == 3


def test_what_was_published_later_is_found_first(office: Office) -> None:
    new = office.approved(*CHANGED)
    old = [office.bring_in(*TEXT, "بند", str(n), date=date(2000 + n, 1, 1)).release for n in (3, 1, 2)]
    found = [hit.summary.id for hit in office.library.search("تامین آب")]
    assert found == [new, old[0], old[2], old[1]]


def test_only_supervisors_import(office: Office) -> None:
    with pytest.raises(KnownError, match="Only a supervisor"):
        office.bring_in(by=office.editor)
    assert office.library.list() == ()


def test_all_of_a_batch_comes_in_or_nothing(office: Office) -> None:
    fine, bad = arrival("خبر یک", "لید"), arrival("خبر دو", "لید", outlet="نیم\ud800نویسه")
    with pytest.raises(KnownError):
        office.library.bring_in([fine, bad], office.supervisor)
    assert office.library.list() == ()
    other = arrival("خبر سه", "لید")
    forged = replace(other, origin=replace(other.origin, name="نیم\ud800نویسه"))
    with pytest.raises(KnownError):
        office.library.bring_in([fine, forged], office.supervisor)
    assert office.library.list() == ()
    (receipt,) = office.library.bring_in([fine], office.supervisor)
    assert receipt.new


def test_what_came_in_is_known_by_its_bytes_and_by_its_words(office: Office) -> None:
    first = arrival(*TEXT, name="الف.txt")
    assert office.library.imported.event_of(first.origin.source) is None
    (receipt,) = office.library.bring_in([first], office.supervisor)
    again = office.reopen()
    again.imported.look()
    assert again.imported.event_of(first.origin.source) == again.imported.last == 3
    (same,) = again.bring_in([arrival(*TEXT, name="ب.docx")], office.supervisor)
    assert same == replace(receipt, new=False)
    assert len(again.list()) == 1


def test_what_another_process_imports_is_noticed(office: Office) -> None:
    office.bring_in()
    with Library.open(office.path, environment=office.environment) as other:
        one = other.bring_in([arrival("باران در شمال", "لید")], office.supervisor)
    assert office.library.bring_in([arrival("باران در شمال", "لید")], office.supervisor) == (
        replace(one[0], new=False),
    )


def test_it_is_corrected_and_withdrawn_like_an_approved_one(office: Office) -> None:
    release = office.bring_in(date=DAY).release
    assert office.library.correct(release, handover(*CHANGED), office.editor) == 2
    assert office.library.approve(release, SUPERVISOR, PASSPHRASE) is Eyes.FOUR
    found = office.library.release(release)
    assert [version.state for version in found.versions] == [ReleaseState.CORRECTED, ReleaseState.APPROVED]
    office.library.withdraw(release, office.supervisor, "دلیل")
    assert office.library.release(release).state is ReleaseState.WITHDRAWN
    assert verify(office.path, office.checkpoint).sound


def test_who_corrects_an_imported_text_does_not_approve_the_correction(office: Office) -> None:
    release = office.bring_in(date=DAY).release
    office.library.correct(release, handover(*CHANGED), office.supervisor)
    with pytest.raises(KnownError, match="somebody else has to approve"):
        office.library.approve(release, SUPERVISOR, PASSPHRASE)


def test_rebuilding_gives_the_same(office: Office) -> None:
    office.approved()
    office.bring_in("باران در شمال", "لید", date=DAY)
    before = office.library.list()
    office.library.rebuild()
    assert office.library.list() == before
    assert verify(office.path, office.checkpoint).sound


def test_an_editor_who_forges_an_import_is_noticed(office: Office) -> None:
    office.bring_in(date=DAY)
    tamper(office.path, f"UPDATE event SET body = replace(body, '{SUPERVISOR}', '{EDITOR}') WHERE seq = 3")
    assert not verify(office.path).sound
    with pytest.raises(KnownError):
        office.library.show("1402-0001")
