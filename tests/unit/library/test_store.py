"""The way to approval in a real file, and what is found there afterwards."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.reading import mark_of
from pr_editor.library.store import Library
from pr_editor.library.texts import encode_version
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.review.model import Comment, Eyes, Metadata, OpenFinding, ReleaseState, Waiver
from pr_editor.review.names import EYES
from pr_editor.review.people import House, Role
from pr_editor.review.ports import Archive, Filters
from pr_editor.text.draft import Draft, Kind, Paragraph, draft_of
from pr_editor.text.message import KnownError, Message
from tests.unit.library.office import CHANGED, CHEAP, EDITOR, PASSPHRASE, SECOND, SUPERVISOR, TEXT, Office, handover

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.library.log import Identity


def fulfils(library: Library) -> Archive[Identity]:
    """Checked by mypy: the library is what review asks for."""
    return library


def test_the_whole_way(office: Office) -> None:
    library = fulfils(office.library)
    release = office.submit()
    assert release == "1405-0001"
    with pytest.raises(KnownError, match="somebody else has to approve"):
        library.approve(release, EDITOR, PASSPHRASE)
    office.library.return_(release, office.supervisor, "از چه روزی؟", (Comment(2, 0, 4, "کدام مدیر؟"),))
    office.submit(*CHANGED, release=release)
    assert office.library.approve(release, SUPERVISOR, PASSPHRASE) is Eyes.FOUR
    exported = library.export_draft(release)
    assert [p.text for p in exported.draft.paragraphs] == list(CHANGED)
    assert [p.kind for p in exported.draft.paragraphs] == [Kind.HEADLINE, Kind.LEAD, Kind.BODY]
    assert (exported.final, exported.mark, exported.number) == (True, None, 2)
    assert [(entry.kind, entry.number, entry.by, entry.note) for entry in library.history(release)] == [
        ("submitted", 1, EDITOR, ""),
        ("returned", 1, SUPERVISOR, "از چه روزی؟"),
        ("submitted", 2, EDITOR, ""),
        ("approved", 2, SUPERVISOR, ""),
    ]


def test_everything_survives_closing(office: Office) -> None:
    finding = OpenFinding(
        "0f", "DUP001", Severity.BLOCKER, 1, 0, 9, "با بهره‌برداری", Message("{count} words", (("count", 3),))
    )
    waiver = Waiver("0f", "DUP001", EDITOR, "تکرار عمدی است", office.clock())
    given = replace(
        handover(
            *TEXT,
            kind=ReleaseKind.REPORT,
            outlet="روابط عمومی آبفا",
            author="سارا امینی",
            keywords=("آب", "روستا"),
            embargo=datetime(2026, 5, 21, 6, 0, tzinfo=UTC),
        ),
        findings=(finding,),
        waivers=(waiver,),
        received=draft_of(["پیش‌نویس نخست"]),
        editors=frozenset({"کمک‌ویراستار"}),
        profile="pr 1",
    )
    release = office.library.submit(given, office.editor)
    shown = office.reopen().show(release)
    assert shown.metadata == given.metadata
    assert shown.draft.paragraphs == given.draft.paragraphs
    assert shown.received
    assert [p.text for p in shown.received.paragraphs] == ["پیش‌نویس نخست"]
    submission = shown.version.submission
    assert submission.findings == (finding,)
    assert submission.waivers == (waiver,)
    assert submission.editors == {"کمک‌ویراستار"}
    assert submission.profile == "pr 1"


def test_releases_are_numbered_within_the_jalali_year(office: Office) -> None:
    assert [office.submit(f"خبر {n}", "لید") for n in range(3)] == ["1405-0001", "1405-0002", "1405-0003"]
    office.clock.moment = datetime(2027, 3, 20, 20, 29, tzinfo=UTC)
    assert office.submit("آخرین خبر سال", "لید") == "1405-0004"
    office.clock.forward(minutes=1)
    assert office.submit("نخستین خبر سال", "لید") == "1406-0001"


def test_an_unwaived_blocker_leaves_nothing_behind(office: Office) -> None:
    before = office.path.read_bytes()
    finding = OpenFinding("0f", "DUP001", Severity.BLOCKER, 0, 0, 1, "ت", Message("x"))
    with pytest.raises(KnownError, match="fixed or waived first: DUP001"):
        office.library.submit(replace(handover(*TEXT), findings=(finding,)), office.editor)
    assert office.library.list() == ()
    assert office.path.read_bytes() == before


def test_a_supervisor_approves_what_he_saw(office: Office) -> None:
    release = office.submit()
    seen = office.library.show(release).version.submission.digest
    office.submit(*CHANGED, release=release)
    with pytest.raises(KnownError, match="has changed since"):
        office.library.approve(release, SUPERVISOR, PASSPHRASE, seen=seen)
    assert office.library.release(release).state is ReleaseState.SUBMITTED


def test_a_correction_and_a_withdrawal(office: Office) -> None:
    release = office.approved()
    assert office.library.correct(release, handover(*CHANGED), office.editor) == 2
    assert [p.text for p in office.library.export_draft(release).draft.paragraphs] == list(TEXT)
    office.approve(release)
    assert [v.version.state for v in office.library.versions(release)] == [
        ReleaseState.CORRECTED,
        ReleaseState.APPROVED,
    ]
    assert [p.text for p in office.library.export_draft(release).draft.paragraphs] == list(CHANGED)
    office.library.withdraw(release, office.supervisor, "رقم نادرست")
    with pytest.raises(KnownError, match="not approved"):
        office.library.export_draft(release)
    assert not office.library.export_draft(release, proof=True).final


def test_an_embargo_holds_until_its_hour(office: Office) -> None:
    release = office.approved(embargo=datetime(2026, 5, 20, 12, 0, tzinfo=UTC))
    with pytest.raises(KnownError, match="under embargo until 1405-02-30 15:30"):
        office.library.export_draft(release)
    assert not office.library.export_draft(release, proof=True).final
    office.clock.forward(hours=3, minutes=30)
    assert office.library.export_draft(release).final


def test_working_alone_is_marked_everywhere(tmp_path: Path, office: Office) -> None:
    path = tmp_path / "solo.db"
    with Library.create(
        path, SUPERVISOR, PASSPHRASE, solo=True, environment=replace(office.environment, checkpoint=None)
    ) as library:
        me = library.accounts.login(SUPERVISOR, PASSPHRASE)
        release = library.submit(handover(*TEXT), me)
        assert library.approve(release, SUPERVISOR, PASSPHRASE) is Eyes.SOLO
        mark = Message(EYES[Eyes.SOLO])
        assert library.export_draft(release).mark == mark
        assert mark_of(library.show(release).version) == mark
        assert library.list()[0].eyes is Eyes.SOLO
        assert library.history(release)[-1].eyes is Eyes.SOLO
        library.accounts.change_house(me, "همکار تازه آمد", solo=False)
        second = library.submit(handover(*CHANGED), me)
        with pytest.raises(KnownError, match="somebody else has to approve"):
            library.approve(second, SUPERVISOR, PASSPHRASE)
        library.accounts.add(SECOND, Role.SUPERVISOR, PASSPHRASE, me)
        with pytest.raises(KnownError, match="here 2 can"):
            library.accounts.change_house(me, "باز تنها", solo=True)
        assert library.accounts.house == House(solo=False)
        assert library.export_draft(release).mark == mark


def test_an_emergency_is_for_named_people(office: Office) -> None:
    release = office.submit(by=office.supervisor)
    with pytest.raises(KnownError, match="not among those"):
        office.library.approve(release, SUPERVISOR, PASSPHRASE, emergency="سیل")
    office.library.accounts.change_house(office.supervisor, "مصوبهٔ شورا", solo=False, emergency=[SUPERVISOR])
    assert office.library.approve(release, SUPERVISOR, PASSPHRASE, emergency="سیل") is Eyes.EMERGENCY
    assert office.library.history(release)[-1].note == "سیل"
    assert office.library.export_draft(release).mark == Message(EYES[Eyes.EMERGENCY])


@pytest.mark.parametrize("text", ["صفر\0", "نیمه \ud800"])
def test_text_no_database_can_keep_is_refused(office: Office, text: str) -> None:
    draft = Draft((Paragraph(0, text, Kind.BODY),))
    with pytest.raises(KnownError, match="which the library does not keep"):
        office.library.submit(replace(handover(*TEXT), draft=draft), office.editor)
    with pytest.raises(KnownError, match="which the library does not keep"):
        office.library.submit(handover(*TEXT, keywords=(text,)), office.editor)


def test_a_text_without_words_is_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="no text to submit"):
        office.library.submit(handover(), office.editor)


def test_what_is_not_there_is_said_to_be_missing(office: Office) -> None:
    release = office.submit()
    with pytest.raises(KnownError, match="no release 1405-9999"):
        office.library.show("1405-9999")
    with pytest.raises(KnownError, match="no version 2"):
        office.library.show(release, 2)


def test_text_is_kept_verbatim(office: Office) -> None:
    texts = ("كتاب‌ها ي عربی  با دو فاصله", "«\u200fنقل\u200e» e\u0301 😀", "ﻻ ٫۱۲۳ \u00a0\\u0000")
    release = office.submit(*texts)
    assert [p.text for p in office.reopen().show(release).draft.paragraphs] == list(texts)


def test_a_version_is_named_by_its_exact_bytes(office: Office) -> None:
    release = office.submit(outlet="آبفا")
    with closing(sqlite3.connect(office.path)) as db:
        (body,) = db.execute("SELECT body FROM version").fetchone()
    draft = handover(*TEXT).draft
    assert body.encode() == encode_version(draft, Metadata(date(2026, 5, 20), outlet="آبفا"))
    assert json.loads(body)["paragraphs"][0] == {"kind": "headline", "text": TEXT[0]}
    assert office.library.show(release).version.submission.digest.startswith("sha256:")


def test_a_reader_may_look_at_a_library_opened_for_reading(office: Office) -> None:
    release = office.approved()
    with Library.open(office.path, readonly=True, environment=office.environment) as library:
        assert library.list() == office.library.list()
        assert library.show(release) == office.library.show(release)
        with pytest.raises(KnownError, match="for reading only"):
            library.submit(handover(*CHANGED), office.editor)


class TestList:
    @pytest.fixture
    def three(self, office: Office) -> tuple[str, ...]:
        """A note, a report and a news item, the last one approved."""
        office.library.accounts.add(SECOND, Role.SUPERVISOR, PASSPHRASE, office.supervisor)
        second = office.library.accounts.login(SECOND, PASSPHRASE)
        return (
            office.submit("یادداشت", "متن", kind=ReleaseKind.NOTE, outlet="روزنامه", date=date(2026, 3, 25)),
            office.submit("گزارش", "متن", kind=ReleaseKind.REPORT, author="علي كريمي", by=second),
            office.approved("خبر", "متن", outlet="وبگاه", date=date(2026, 6, 1)),
        )

    def test_newest_first(self, office: Office, three: tuple[str, ...]) -> None:
        assert [row.id for row in office.library.list()] == list(reversed(three))
        assert [row.id for row in office.library.list(limit=1)] == [three[2]]

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (Filters(state=ReleaseState.SUBMITTED), (1, 0)),
            (Filters(state=ReleaseState.APPROVED), (2,)),
            (Filters(kind=ReleaseKind.NOTE), (0,)),
            (Filters(since=date(2026, 5, 20)), (2, 1)),
            (Filters(until=date(2026, 5, 20)), (1, 0)),
            (Filters(since=date(2026, 3, 25), until=date(2026, 3, 25)), (0,)),
            (Filters(outlet="وبگاه"), (2,)),
            (Filters(author="علی کریمی"), (1,)),
            (Filters(editor="سارا"), (2, 0)),
            (Filters(editor=SECOND), (1,)),
            (Filters(supervisor="لیلا"), (2,)),
            (Filters(supervisor="ناشناس"), ()),
        ],
    )
    def test_narrowed(
        self, office: Office, three: tuple[str, ...], filters: Filters, expected: tuple[int, ...]
    ) -> None:
        assert [row.id for row in office.library.list(filters)] == [three[at] for at in expected]
        assert [hit.summary.id for hit in office.library.search("متن", filters)] == [three[at] for at in expected]


def test_the_cost_of_a_passphrase_is_kept_with_the_key(office: Office) -> None:
    with closing(sqlite3.connect(office.path)) as db:
        kept = db.execute("SELECT passes, memory, lanes FROM sealed_key").fetchall()
    assert kept == [(CHEAP.passes, CHEAP.memory, CHEAP.lanes)] * 2
