"""An archive comes into the library: whole, once, from wherever it was broken off, whatever lies in it."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import zipfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.archive_files import LONGEST_LINE, Passed, releases_in, size_of
from pr_editor.app.archive_import import ArchiveImport, Tally, Wishes
from pr_editor.app.dates import parse_day
from pr_editor.app.services import Services, build_services
from pr_editor.library.verify import verify
from pr_editor.review.model import Dated, Eyes
from pr_editor.text.draft import Kind
from pr_editor.text.message import KnownError, Message
from tests.unit.library.office import Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.engine import Engine
    from pr_editor.formats.base import Document
    from pr_editor.language.language import Language
    from pr_editor.library.log import Identity
    from pr_editor.profile.model import Profile

BODY = "مدیر آبفا از پایان کار خط لولهٔ تازهٔ پنج روستای شمال استان خبر داد و از مردم سپاسگزاری کرد."


@dataclass
class Heard:
    """What an import told."""

    size: int = 0
    troubles: list[Message] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)
    arrivals: list[str] = field(default_factory=list)

    def passed(self, size: int) -> None:
        self.size += size

    def trouble(self, what: Message) -> None:
        self.troubles.append(what)

    def remark(self, what: Message) -> None:
        self.remarks.append(what)

    def arrived(self, release: str, place: str) -> None:
        self.arrivals.append(f"{release} {Path(place).name}")


class OneEngine(Services):
    """The program's services with the engine all tests share, which takes longer to make than most imports."""

    shared: Engine
    slip = ""

    def engine(self, profile: Profile, language: Language | None = None) -> Engine:
        """The shared one."""
        return self.shared

    def read_bytes(self, data: bytes, name: str) -> Document:
        """Fall over a file of the name of the slip, as a mistake in the program would."""
        if self.slip and name.endswith(self.slip):
            raise ZeroDivisionError
        return super().read_bytes(data, name)


@pytest.fixture(scope="module")
def services(engine: Engine) -> OneEngine:
    plain = build_services()
    made = OneEngine(plain.paths, plain.settings, plain.sessions, plain.words)
    made.shared = engine
    return made


@dataclass
class Desk:
    """Where archives are imported."""

    services: Services
    office: Office

    def bring_in(self, *names: Path, wishes: Wishes | None = None, by: Identity | None = None) -> tuple[Tally, Heard]:
        heard = Heard()
        by = by or self.office.supervisor
        job = ArchiveImport(self.services, self.office.library, by, wishes or Wishes(), heard)
        job.run([str(name) for name in names])
        return job.tally, heard


@pytest.fixture
def desk(services: OneEngine, tmp_path: Path) -> Iterator[Desk]:
    office = open_office(tmp_path / "office")
    yield Desk(services, office)
    office.library.close()


def text_file(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), "utf-8")
    return path


def lines_file(folder: Path, *rows: dict[str, Any] | bytes, name: str = "خبرها.jsonl") -> Path:
    path = folder / name
    data = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows]
    path.write_bytes(b"\n".join(data))
    return path


def row(number: int, **more: Any) -> dict[str, Any]:
    return {"title": f"خبر {number}", "text": f"{BODY} {number}", "date": "1402/07/12", **more}


def test_files_and_lines_become_releases_with_their_parts(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "بایگانی"
    text_file(folder, "1398/07/12/الف.txt", "آب پنج روستا تأمین شد", BODY, "نویسنده: نرگس حیدری، کارشناس آبفا")
    lines_file(folder, row(1, kind="notice", keywords=["آب"], id="n-1"), row(2))
    tally, heard = desk.bring_in(folder, wishes=Wishes(outlet="روابط عمومی"))
    assert (tally.imported, tally.failed) == (3, 0)
    assert tally.dated == Counter({Dated.FIELD: 2, Dated.NAME: 1})
    assert heard.size >= size_of([str(folder)]) - 2
    shown = desk.office.library.show("1398-0001")
    assert [p.kind for p in shown.draft.paragraphs] == [Kind.HEADLINE, Kind.LEAD, Kind.BYLINE]
    assert (shown.metadata.author, shown.metadata.outlet) == ("نرگس حیدری", "روابط عمومی")
    origin = shown.version.submission.origin
    assert origin
    assert origin.place == "بایگانی/1398/07/12/الف.txt"
    notice = desk.office.library.show("1402-0001")
    assert (notice.metadata.kind, notice.metadata.keywords) == ("notice", ("آب",))
    origin = notice.version.submission.origin
    assert origin
    assert origin.place == "بایگانی/خبرها.jsonl:1 (n-1)"
    assert {summary.eyes for summary in desk.office.library.list()} == {Eyes.ARCHIVE}
    assert verify(desk.office.path, desk.office.checkpoint).sound


def test_the_surest_date_is_taken(desk: Desk, tmp_path: Path) -> None:
    dated = text_file(tmp_path, "1390-01-01.txt", "آب تأمین شد", "تهران، ۱۲ مهر ۱۳۹۹", BODY)
    named = text_file(tmp_path, "1391-01-01.txt", "برق تأمین شد", BODY)
    plain = text_file(tmp_path, "خبر.txt", "گاز تأمین شد", BODY)
    os.utime(plain, (1_696_400_000, 1_696_400_000))
    tally, _ = desk.bring_in(dated, named, plain)
    assert tally.dated == Counter({Dated.TEXT: 1, Dated.NAME: 1, Dated.FILE: 1})
    assert {summary.id for summary in desk.office.library.list()} == {"1399-0001", "1391-0001", "1402-0001"}


def test_a_day_chosen_for_all_stands_above_names_of_files(desk: Desk, tmp_path: Path) -> None:
    named = text_file(tmp_path, "1391-01-01.txt", "برق تأمین شد", BODY)
    tally, _ = desk.bring_in(named, wishes=Wishes(day=parse_day("1388/02/03")))
    assert tally.dated == Counter({Dated.OPTION: 1})
    assert desk.office.library.list()[0].id == "1388-0001"


def test_what_came_in_before_is_passed_over_and_what_stands_twice_is_told(desk: Desk, tmp_path: Path) -> None:
    archive = lines_file(tmp_path, row(1), row(2), row(1))
    copy = text_file(tmp_path, "رونوشت.txt", "خبر 2", f"{BODY} 2")
    tally, heard = desk.bring_in(archive, copy)
    assert (tally.imported, tally.repeated, tally.known) == (2, 2, 0)
    assert [dict(remark.args)["release"] for remark in heard.remarks] == ["1402-0001", "1402-0002"]
    again, heard = desk.bring_in(archive, copy)
    assert (again.imported, again.repeated, again.known, heard.remarks) == (0, 0, 4, [])


def test_unknown_fields_are_told_once(desk: Desk, tmp_path: Path) -> None:
    _, heard = desk.bring_in(lines_file(tmp_path, row(1, views=3), row(2, views=4, tags=[])))
    assert [dict(remark.args)["field"] for remark in heard.remarks] == ["views", "tags"]


def hostile(folder: Path) -> int:
    """Fill a folder with what must not come in; gives how many pieces of it there are."""
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + b"x" * 200)
    (folder / "greek.txt").write_bytes("Η Ελλάδα είναι μια χώρα".encode("iso8859-7"))
    (folder / "long.txt").write_text("الف " * 800_000, "utf-8")
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 40_000_000)
    (folder / "utf16.jsonl").write_bytes(json.dumps(row(1)).encode("utf-16"))
    lines_file(folder, b"{", b"[1]", b"x" * (LONGEST_LINE + 5), {"text": "خبر", "date": "3000-01-01"}, name="bad.jsonl")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.jsonl")
    return 7 + 4 + 2


def test_hostile_files_keep_nobody_else_out(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "بد"
    bad = hostile(folder)
    text_file(folder, "خوب.txt", "آب تأمین شد", BODY)
    lines_file(folder, b"\xef\xbb\xbf" + json.dumps(row(1)).encode(), b"", row(2), b"  ", name="good.jsonl")
    tally, heard = desk.bring_in(folder)
    assert (tally.imported, tally.failed) == (3, bad)
    named = [str(dict(trouble.args)["name"]) for trouble in heard.troubles]
    assert {Path(name).name for name in named} == {
        *("empty.txt", "binary.txt", "broken.docx", "greek.txt", "long.txt", "bomb.docx", "utf16.jsonl"),
        *(f"bad.jsonl:{line}" for line in (1, 2, 3, 4)),
        *("pipe.txt", "pipe.jsonl"),
    }
    assert verify(desk.office.path, desk.office.checkpoint).sound


def test_what_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "تهی").mkdir()
    tally, heard = desk.bring_in(tmp_path / "تهی", tmp_path / "نیست.txt", tmp_path / "نیست.jsonl")
    assert tally.failed == len(heard.troubles) == 3
    assert {trouble.id.partition(" {")[0] for trouble in heard.troubles[1:]} == {"There is no file"}


def test_an_empty_name_is_no_folder() -> None:
    (only,) = releases_in([""])
    assert isinstance(only, Passed)
    assert only.trouble


def test_names_no_text_can_hold_are_escaped(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "نام"
    folder.mkdir()
    (folder / os.fsdecode(b"\xff.txt")).write_text(f"آب تأمین شد\n{BODY}", "utf-8")
    desk.bring_in(folder)
    origin = desk.office.library.show(desk.office.library.list()[0].id).version.submission.origin
    assert origin
    assert origin.name == "نام/\\udcff.txt"


def test_only_supervisors_begin(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Only a supervisor"):
        desk.bring_in(lines_file(tmp_path, row(1)), by=desk.office.editor)


def test_a_mistake_of_ours_costs_one_file(
    desk: Desk, services: OneEngine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = [text_file(tmp_path, f"{name}.txt", f"خبر {name}", BODY) for name in ("الف", "ب", "پ")]
    services.slip = "ب.txt"
    tally, heard = desk.bring_in(*files)
    services.slip = ""
    assert (tally.imported, tally.failed) == (2, 1)
    assert str(dict(heard.troubles[0].args)["name"]).endswith("ب.txt")
    assert "ZeroDivisionError" in caplog.text


def test_a_library_in_use_ends_it_with_nothing_half(desk: Desk, tmp_path: Path) -> None:
    archive = lines_file(tmp_path, row(1), row(2))
    with closing(sqlite3.connect(desk.office.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="Another program"):
            desk.bring_in(archive)
    assert desk.office.library.list() == ()
    tally, _ = desk.bring_in(archive)
    assert tally.imported == 2


NUMBERS = st.lists(st.integers(0, 5), max_size=8)


@settings(deadline=None, max_examples=12)
@given(numbers=NUMBERS, more=NUMBERS, cut=st.integers(0, 8))
def test_twice_is_once_in_whatever_pieces(services: OneEngine, numbers: list[int], more: list[int], cut: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk = Desk(services, open_office(folder / "office"))
        try:
            pieces = [numbers[:cut], numbers[cut:], more, numbers + more]
            for at, piece in enumerate(pieces):
                desk.bring_in(lines_file(folder, *map(row, piece), name=f"{at}.jsonl"))
            assert sorted(summary.headline for summary in desk.office.library.list()) == sorted(
                {f"خبر {number}" for number in numbers + more}
            )
            before = desk.office.path.read_bytes()
            tally, _ = desk.bring_in(folder / "3.jsonl")
            assert (tally.imported, tally.known) == (0, len(numbers + more))
            assert desk.office.path.read_bytes() == before
            assert verify(desk.office.path, desk.office.checkpoint).sound
        finally:
            desk.office.library.close()
