"""Looking things up, exporting, verifying, copying: ``pr-editor library`` and its bad days."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import docx
import pytest

from pr_editor.app.services import build_services
from tests.cli.office import (
    BODY,
    BYLINE,
    CLEAN,
    EDITOR,
    HEADLINE,
    LEAD,
    SECRETS,
    SOURCE,
    SUPERVISOR,
    Office,
    run_alone,
    tamper,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run


def text_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def found(office: Office, *arguments: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(office.call(*arguments, "--format", "json").stdout)["releases"]
    return answer


def test_lists_come_newest_first_and_narrowed(office: Office) -> None:
    one = office.approved(*CLEAN, options=("--date", "1403-12-29", "--outlet", "خبرگزاری بهار"))
    two = office.submit("یادداشت: " + HEADLINE, *CLEAN[1:], options=("--kind", "note", "--date", "1404-01-02"))
    assert [r["id"] for r in found(office, "library", "list")] == [two, one]
    for narrow, expected in (
        (("--state", "approved"), [one]),
        (("--state", "returned"), []),
        (("--kind", "note"), [two]),
        (("--since", "۱۴۰۴/۰۱/۰۱"), [two]),
        (("--until", "۱۴۰۳/۱۲/۳۰"), [one]),
        (("--outlet", "بهار"), [one]),
        (("--author", "حيدري"), [two, one]),
        (("--editor", "رضايي"), [two, one]),
        (("--supervisor", "کریمی"), [one]),
        (("--limit", "1"), [two]),
    ):
        assert [r["id"] for r in found(office, "library", "list", *narrow)] == expected, narrow


def test_a_list_for_people_has_columns_and_the_days_of_their_calendar(office: Office, run: Run) -> None:
    release = office.approved(*CLEAN, options=("--date", "1404-05-06"))
    assert office.call("library", "list").stdout == f"{release}  approved  1404-05-06  news item  {HEADLINE}\n"
    (line,) = run("library", "list", "--lang", "fa").stdout.splitlines()
    assert line.startswith(f"{release}  ")
    assert "۱۴۰۴/۰۵/۰۶" in line


@pytest.mark.parametrize("words", ["تامین", "تأمین", "كتابها", "کتاب‌ها", "کتاب ها", "نرگس حيدري", "هزينه تامين"])
def test_a_release_is_found_however_its_words_are_spelled(office: Office, words: str) -> None:
    release = office.approved(*CLEAN)
    assert [r["id"] for r in found(office, "library", "search", words)] == [release]
    assert found(office, "library", "search", words, "اسفندیار") == []


def test_what_was_found_is_marked_in_the_original(office: Office) -> None:
    office.approved(*CLEAN)
    (release,) = found(office, "library", "search", "تامین")
    (place,) = release["found"]
    assert place["text"] == BODY
    assert [BODY[start:end] for start, end in place["spans"]] == ["تأمین"]
    page = office.call("library", "search", "تامین").stdout
    assert "تأمین" in page.splitlines()[1]


def test_nothing_found_is_said_and_no_error(office: Office) -> None:
    done = office.call("library", "search", "نیست‌درجهان")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.strip()


@pytest.mark.parametrize("words", [("(رضا",), ("علی", "AND"), ('"',), ("*",), ("a:b",)])
def test_nothing_typed_is_taken_for_an_operator(office: Office, words: tuple[str, ...]) -> None:
    office.approved(*CLEAN)
    done = office.call("library", "search", *words)
    assert done.returncode in {0, 2}
    assert "Traceback" not in done.stderr
    assert "syntax" not in done.stderr


def test_two_versions_are_compared_word_by_word(office: Office) -> None:
    release = office.submit(*CLEAN)
    changed = (HEADLINE, LEAD.replace("سه", "پنج"), BODY, "شهردار از مردم سپاسگزاری کرد.", BYLINE, SOURCE)
    office.submit(*changed, options=("--release", release))
    done = office.call("library", "compare", release, "1", "2")
    assert done.returncode == 0
    assert "[-سه-]{+پنج+}" in done.stdout
    assert "{+شهردار از مردم سپاسگزاری کرد.+}" in done.stdout
    assert BODY not in done.stdout
    same = office.call("library", "compare", release, "2", "2")
    assert (same.returncode, same.stdout) == (0, "")
    assert office.call("library", "compare", release, "1", "3").returncode == 2


def test_numbers_of_releases_are_read_in_persian_digits(office: Office) -> None:
    release = office.approved(*CLEAN)
    persian = build_services().translator("fa").digits(release)
    assert office.call("library", "show", persian).stdout == office.call("library", "show", release).stdout


def test_what_is_exported_is_what_was_signed(office: Office) -> None:
    release = office.approved(*CLEAN)
    plain, word = office.folder / "out.txt", office.folder / "دو واژه.docx"
    assert office.call("library", "export", release, "--to", plain).returncode == 0
    assert office.call("library", "export", release, "--to", word).returncode == 0
    assert text_of(plain) == list(CLEAN)
    assert [p.text for p in docx.Document(str(word)).paragraphs] == list(CLEAN)


def test_what_is_not_approved_is_exported_as_a_proof_only(office: Office) -> None:
    release = office.submit(*CLEAN)
    target = office.folder / "out.txt"
    refused = office.call("library", "export", release, "--to", target)
    assert refused.returncode == 2
    assert not target.exists()
    assert office.call("library", "export", release, "--to", target, "--proof").returncode == 0
    warning, *rest = text_of(target)
    assert warning == "[تأییدنشده؛ انتشار آن مجاز نیست.]"
    assert rest == list(CLEAN)


def test_an_embargoed_text_waits_for_its_hour(office: Office) -> None:
    release = office.approved(*CLEAN, options=("--embargo", "1499-01-01 08:00"))
    target = office.folder / "out.txt"
    refused = office.call("library", "export", release, "--to", target)
    assert refused.returncode == 2
    assert "1499-01-01 08:00" in refused.stderr
    assert not target.exists()
    assert office.call("library", "export", release, "--to", target, "--proof").returncode == 0
    warning, *rest = text_of(target)
    assert "۱۴۹۹/۰۱/۰۱ ۰۸:۰۰" in warning
    assert rest == list(CLEAN)
    past = office.approved(*CLEAN, options=("--embargo", "1403-01-01"))
    assert office.call("library", "export", past, "--to", target).returncode == 0
    assert text_of(target) == list(CLEAN)


def test_an_approval_without_a_second_pair_of_eyes_is_marked_everywhere(run: Run, tmp_path: Path) -> None:
    alone = Office(run, tmp_path)
    secrets = (SECRETS[SUPERVISOR],)
    assert alone.call("library", "init", "--as", SUPERVISOR, "--solo", secrets=secrets).returncode == 0
    release = alone.act(SUPERVISOR, "submit", alone.draft(*CLEAN)).stdout.strip()
    approved = alone.act(SUPERVISOR, "approve", release)
    assert "without a second pair of eyes" in approved.stderr
    assert "without a second pair of eyes" in alone.call("library", "list").stdout
    assert alone.call("library", "show", release).stdout.count("without a second pair of eyes") == 2
    target = tmp_path / "out.txt"
    alone.call("library", "export", release, "--to", target)
    assert text_of(target) == [*CLEAN, "[بدون چشم دوم]"]


def test_a_target_that_cannot_be_written_is_told(office: Office) -> None:
    release = office.approved(*CLEAN)
    for target in ("nowhere/out.txt", "out.pdf"):
        done = office.call("library", "export", release, "--to", office.folder / target)
        assert (done.returncode, done.stdout) == (2, "")
        assert target in done.stderr


def test_a_sound_library_is_verified_and_says_what_was_looked_at(office: Office) -> None:
    office.approved(*CLEAN)
    done = office.call("library", "verify")
    assert done.returncode == 0
    (events,) = [line for line in done.stdout.splitlines() if "events" in line]
    assert "4" in events
    assert "signatures" in events
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE version SET body = replace(body, 'سه هزار', 'نه هزار')", "version 1"),
        ("UPDATE event SET body = replace(body, 'فائزه', 'فایزه') WHERE seq = 3", "Event 3"),
        ("DELETE FROM event WHERE seq = 3", "Event 3"),
        ("DELETE FROM event WHERE seq = 4", "4 events were seen"),
        ("UPDATE account SET public_key = zeroblob(32)", "key"),
        ("UPDATE sealed_key SET public_key = zeroblob(32)", "key"),
        ("UPDATE event SET signature = zeroblob(64) WHERE seq = 4", f"the key of {SUPERVISOR}"),
    ],
)
def test_what_was_tampered_with_is_named(office: Office, statement: str, named: str) -> None:
    office.approved(*CLEAN)
    tamper(office.path, statement)
    done = office.call("library", "verify")
    assert done.returncode == 1
    assert named in done.stdout


def test_lists_that_lie_are_made_anew(office: Office) -> None:
    release = office.approved(*CLEAN)
    tamper(office.path, "UPDATE release SET headline = 'دروغ'")
    told = office.call("library", "verify")
    assert told.returncode == 1
    assert "--rebuild" in told.stderr
    assert office.call("library", "verify", "--rebuild").returncode == 0
    assert HEADLINE in office.call("library", "list").stdout
    assert [r["id"] for r in found(office, "library", "search", "تامین")] == [release]


def test_a_copy_brings_back_what_was(office: Office) -> None:
    release = office.approved(*CLEAN)
    copy = office.folder / "پشتیبان ۱.db"
    assert office.call("library", "backup", copy).returncode == 0
    assert office.call("library", "backup", copy).returncode == 2
    office.submit(*CLEAN, options=("--date", "1404-01-01"))
    assert len(found(office, "library", "list")) == 2
    restored = office.call("library", "restore", copy)
    assert restored.returncode == 0
    assert [r["id"] for r in found(office, "library", "list")] == [release]
    assert office.call("library", "verify").returncode == 0
    assert office.submit(*CLEAN, options=("--date", "1404-01-01"))
    (kept,) = office.path.parent.glob("*replaced*.db")
    assert str(kept) in restored.stderr
    assert len(found(office, "library", "list", "--library", str(kept))) == 2


def test_a_copy_that_is_not_sound_is_not_used_and_it_is_told_why(office: Office) -> None:
    release = office.approved(*CLEAN)
    copy = office.folder / "copy.db"
    assert office.call("library", "backup", copy).returncode == 0
    tamper(copy, "UPDATE version SET body = replace(body, 'e', 'E')")
    done = office.call("library", "restore", copy)
    assert done.returncode == 2
    assert release in done.stdout
    assert "sound" in done.stderr
    assert not list(office.path.parent.glob("*replaced*"))


def test_a_library_may_lie_anywhere(run: Run, tmp_path: Path) -> None:
    office, path = Office(run, tmp_path), tmp_path / "دفتر ما" / "library one.db"
    where = ("--library", str(path))
    assert office.call("library", "init", "--as", SUPERVISOR, *where, secrets=(SECRETS[SUPERVISOR],)).returncode == 0
    release = office.act(SUPERVISOR, "submit", office.draft(*CLEAN), *where).stdout.strip()
    assert [r["id"] for r in found(office, "library", "list", *where)] == [release]
    missing = office.call("library", "list")
    assert missing.returncode == 2
    assert str(office.path) in missing.stderr


def test_an_existing_file_is_never_made_a_library(office: Office) -> None:
    before = office.path.read_bytes()
    done = office.call("library", "init", "--as", SUPERVISOR, secrets=(SECRETS[SUPERVISOR],))
    assert done.returncode == 2
    assert office.path.read_bytes() == before


COMMANDS = [("list",), ("search", "کتاب"), ("verify",), ("show", "1404-0001")]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_that_is_no_library_is_told(office: Office, command: tuple[str, ...]) -> None:
    text, other = office.draft(*CLEAN, name="not.db"), office.folder / "other.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE t (a)")
    for path in (text, other, office.folder / "missing.db", office.folder):
        done = office.call("library", *command, "--library", path)
        assert (done.returncode, done.stdout) == (2, "")
        assert str(path) in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_newer_schema_is_told(office: Office) -> None:
    with closing(sqlite3.connect(office.path)) as db:
        db.execute("PRAGMA user_version = 99")
    for command in COMMANDS[:3]:
        done = office.call("library", *command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "newer" in done.stderr


def test_a_library_another_program_writes_is_told_and_nothing_is_lost(office: Office) -> None:
    release = office.submit(*CLEAN)
    with closing(sqlite3.connect(office.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for done in (
            office.act(SUPERVISOR, "approve", release),
            office.act(EDITOR, "submit", office.draft(*CLEAN)),
            office.call("library", "list"),
        ):
            assert (done.returncode, done.stdout) == (2, "")
            assert "Another program is using the library" in done.stderr
    assert office.act(SUPERVISOR, "approve", release).returncode == 0


def test_words_of_the_house_are_known_to_check_and_submit(office: Office) -> None:
    """A real process: the dictionaries of the other tests are shared."""
    odd = "بهارانگستر"
    draft = office.draft(HEADLINE, LEAD, BODY + f" گروهی از {odd} نیز یاری کردند.", BYLINE, SOURCE)
    arguments = ("check", draft, "--select", "SPL", "--fail-on", "note", "--lang", "en")
    assert odd in run_alone(*arguments).stdout
    with build_services().shelf().open() as library:
        library.words.add_to_house(odd, library.accounts.login(EDITOR, SECRETS[EDITOR]))
    assert odd in run_alone(*arguments).stdout
    known = run_alone(*arguments, "--library", office.path)
    assert (known.returncode, known.stderr) == (0, "")
    done = run_alone("submit", draft, "--as", EDITOR, secrets=(SECRETS[EDITOR],))
    assert done.returncode == 0
    page = json.loads(office.call("library", "show", done.stdout.strip(), "--format", "json").stdout)
    assert odd not in [finding["text"] for finding in page["findings"]]
