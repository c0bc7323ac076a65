"""The fingerprints lag behind an import: at no moment is anything wrong, and in the end nothing is missing."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.library.file import Access, LibraryFile
from pr_editor.library.reuse_index import catch_up, is_behind
from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from tests.unit.library.office import Office, arrival, open_office, tamper
from tests.unit.library.test_reuse import story, tables

if TYPE_CHECKING:
    from collections.abc import Iterator


class EndedError(Exception):
    """The process ends here."""


class ShortLived(LibraryFile):
    """A file whose process ends before it begins one transaction too many."""

    left = 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, unless there was the last one."""
        if not self.left:
            raise EndedError
        self.left -= 1
        with super().writing():
            yield


def bring_in(office: Office, *numbers: int) -> None:
    arrivals = [arrival(f"خبر {number}", story(number), story(number + 100)) for number in numbers]
    office.library.bring_in(arrivals, office.supervisor)


def found(library: Library, *numbers: int) -> set[int]:
    """Which of these can be found by their words."""
    return {number for number in numbers if any(match.exact for match in library.reuse([story(number)]))}


def rebuilt(office: Office) -> list[list[tuple[object, ...]]]:
    office.library.rebuild()
    return tables(office.path)


@pytest.fixture
def lagging(office: Office) -> Office:
    """A library in which an import was killed between two batches; one release had been approved before."""
    office.approved("نخستین", story(0))
    bring_in(office, 1, 2)
    bring_in(office, 3)
    office.library.close()
    return office


def test_who_only_reads_knows_what_was_written_and_nothing_is_damaged(lagging: Office) -> None:
    with Library.open(lagging.path, readonly=True, environment=lagging.environment) as library:
        assert len(library.list()) == 4
        assert found(library, 0, 1, 2, 3) == {0}
    report = verify(lagging.path, lagging.checkpoint)
    assert report.sound, report.problems


def test_opening_for_writing_catches_up(lagging: Office) -> None:
    library = lagging.reopen()
    assert found(library, 0, 1, 2, 3) == {0, 1, 2, 3}
    kept = tables(lagging.path)
    assert kept == rebuilt(lagging)
    assert verify(lagging.path, lagging.checkpoint).sound


def test_a_backup_of_what_lags_can_be_made_and_catches_up(lagging: Office, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with Library.open(lagging.path, readonly=True, environment=lagging.environment) as library:
        library.backup(copy)
    with Library.open(copy) as library:
        assert found(library, 0, 1, 2, 3) == {0, 1, 2, 3}


def test_approving_catches_up(office: Office) -> None:
    waiting = office.submit("بررسی", story(9))
    bring_in(office, 1, 2)
    assert found(office.library, 1, 2, 9) == set()
    office.approve(waiting)
    assert found(office.library, 1, 2, 9) == {1, 2, 9}
    assert tables(office.path) == rebuilt(office)


def test_what_two_processes_add_at_once_is_there_once(office: Office) -> None:
    bring_in(office, 1, 2, 3)
    other = ShortLived(office.path, Access())
    other.left = 1
    with pytest.raises(EndedError):
        catch_up(other)
    office.library.catch_up()
    bring_in(office, 4)
    office.library.catch_up()
    other.left = 9
    catch_up(other)
    other.close()
    assert tables(office.path) == rebuilt(office)


def test_a_library_that_can_not_catch_up_is_opened_all_the_same(
    lagging: Office, caplog: pytest.LogCaptureFixture
) -> None:
    holder = LibraryFile(lagging.path, Access())
    with holder.writing():
        library = lagging.reopen()
        assert len(library.list()) == 4
        assert found(library, 0, 1) == {0}
    holder.close()
    assert "fingerprints still to be written" in caplog.text
    assert found(lagging.reopen(), 0, 1) == {0, 1}


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM fingerprint WHERE paragraph = 2",
        "INSERT INTO fingerprint VALUES (7, 1000)",
        "INSERT INTO published VALUES (1000, 1, '1405-0001', 3, 4)",
    ],
)
def test_a_lag_hides_no_damage(lagging: Office, change: str) -> None:
    tamper(lagging.path, change)
    report = verify(lagging.path, lagging.checkpoint)
    assert not report.sound
    assert all(problem.derived for problem in report.problems)


def test_what_was_lost_from_the_end_comes_back(office: Office) -> None:
    office.approved("نخستین", story(0))
    office.library.close()
    kept = tables(office.path)
    tamper(office.path, "DELETE FROM published")
    assert verify(office.path, office.checkpoint).sound
    assert found(office.reopen(), 0) == {0}
    assert tables(office.path) == kept


def killed_after(file: LibraryFile, transactions: list[int], paragraphs: int) -> Iterator[bool]:
    """Catch up in processes that each end after so many transactions; tells whether it is behind still."""
    for count in transactions:
        short = ShortLived(file.path, Access())
        short.left = count
        try:
            catch_up(short, paragraphs)
        except EndedError:
            pass
        finally:
            short.close()
        yield is_behind(file)


@settings(deadline=None, max_examples=20)
@given(
    transactions=st.lists(st.integers(0, 6), min_size=1, max_size=3),
    paragraphs=st.integers(1, 8),
    more=st.booleans(),
)
def test_killed_anywhere_it_is_sound_and_ends_as_if_rebuilt(
    transactions: list[int], paragraphs: int, more: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = open_office(Path(folder))
        bring_in(office, 1, 2)
        file = LibraryFile(office.path, Access())
        for behind in killed_after(file, transactions, paragraphs):
            assert found(office.library, 1, 2) == (set() if behind else {1, 2})
            assert verify(office.path, office.checkpoint).sound
        file.close()
        if more:
            bring_in(office, 3)
        library = office.reopen()
        assert found(library, 1, 2, 3) == ({1, 2, 3} if more else {1, 2})
        kept = tables(office.path)
        assert kept == rebuilt(office)
        office.library.close()
