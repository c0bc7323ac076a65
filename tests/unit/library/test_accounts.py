"""Who may log in and do what, whatever the tables say."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from pr_editor.library.accounts import LONGEST_WAIT
from pr_editor.library.file import DamagedError
from pr_editor.library.keys import Cost, seal
from pr_editor.library.log import Identity
from pr_editor.library.store import Library
from pr_editor.review.people import House, Person, Role
from pr_editor.text.message import KnownError
from tests.unit.library.office import CHEAP, EDITOR, PASSPHRASE, SECOND, SUPERVISOR, Office, handover, tamper


def test_the_first_person_is_a_supervisor(office: Office) -> None:
    assert office.library.accounts.all() == (Person(SUPERVISOR, Role.SUPERVISOR), Person(EDITOR, Role.EDITOR))
    assert office.library.accounts.house == House()


def test_names_are_known_however_they_are_typed(office: Office) -> None:
    assert office.library.accounts.login(" ليلا  رضوي ", PASSPHRASE).person.name == SUPERVISOR


def test_two_accounts_cannot_look_alike(office: Office) -> None:
    with pytest.raises(KnownError, match="already an account"):
        office.library.accounts.add("ليلا رضوي", Role.EDITOR, PASSPHRASE, office.supervisor)


@pytest.mark.parametrize("name", ["", "  "])
def test_an_account_has_a_name(office: Office, name: str) -> None:
    with pytest.raises(KnownError, match="needs a name"):
        office.library.accounts.add(name, Role.EDITOR, PASSPHRASE, office.supervisor)


def test_a_passphrase_is_not_too_short(office: Office) -> None:
    with pytest.raises(KnownError, match="at least 8"):
        office.library.accounts.add(SECOND, Role.EDITOR, "کوتاه", office.supervisor)
    assert len(office.library.accounts.all()) == 2


def test_an_unknown_name(office: Office) -> None:
    with pytest.raises(KnownError, match="no account called ناشناس"):
        office.library.accounts.login("ناشناس", PASSPHRASE)


def test_the_same_letters_composed_differently_are_the_same_passphrase(office: Office) -> None:
    office.library.accounts.add(SECOND, Role.EDITOR, "آفتاب و مهتاب", office.supervisor)
    assert office.library.accounts.login(SECOND, "ا\u0653فتاب و مهتاب").person.name == SECOND


def test_wrong_passphrases_slow_down(office: Office) -> None:
    accounts = office.library.accounts
    for _ in range(3):
        with pytest.raises(KnownError, match="passphrase of"):
            accounts.login(SUPERVISOR, "نادرست است")
    with pytest.raises(KnownError, match="wait 2 seconds"):
        accounts.login(SUPERVISOR, PASSPHRASE)
    with pytest.raises(KnownError, match="wait 2 seconds"):
        office.reopen().accounts.login(SUPERVISOR, PASSPHRASE)
    accounts = office.library.accounts
    office.clock.forward(seconds=2)
    with pytest.raises(KnownError, match="passphrase of"):
        accounts.login(SUPERVISOR, "نادرست است")
    with pytest.raises(KnownError, match="wait 4 seconds"):
        accounts.login(SUPERVISOR, PASSPHRASE)
    assert accounts.login(EDITOR, PASSPHRASE).person.name == EDITOR
    office.clock.forward(seconds=4)
    accounts.login(SUPERVISOR, PASSPHRASE)
    with pytest.raises(KnownError, match="passphrase of"):
        accounts.login(SUPERVISOR, "نادرست است")
    accounts.login(SUPERVISOR, PASSPHRASE)


def test_nobody_waits_for_ever(office: Office) -> None:
    for _ in range(20):
        with pytest.raises(KnownError, match="passphrase of"):
            office.library.accounts.login(EDITOR, "نادرست است")
        office.clock.forward(seconds=LONGEST_WAIT)
    office.clock.forward(days=-1)
    with pytest.raises(KnownError, match=f"wait {LONGEST_WAIT} seconds"):
        office.library.accounts.login(EDITOR, PASSPHRASE)


def test_a_disabled_account_does_nothing_from_that_moment(office: Office) -> None:
    office.library.accounts.disable(EDITOR, office.supervisor)
    with pytest.raises(KnownError, match="is disabled"):
        office.library.accounts.login(EDITOR, PASSPHRASE)
    with pytest.raises(KnownError, match="is disabled"):
        office.submit()
    office.library.accounts.enable(EDITOR, office.supervisor)
    assert office.submit() == "1405-0001"


def test_the_last_supervisor_stays(office: Office) -> None:
    with pytest.raises(KnownError, match="only supervisor"):
        office.library.accounts.disable(SUPERVISOR, office.supervisor)


def test_an_editor_manages_nothing(office: Office) -> None:
    accounts = office.library.accounts
    for attempt in (
        lambda: accounts.add(SECOND, Role.SUPERVISOR, PASSPHRASE, office.editor),
        lambda: accounts.disable(SUPERVISOR, office.editor),
        lambda: accounts.replace_key(SUPERVISOR, PASSPHRASE, office.editor),
        lambda: accounts.change_house(office.editor, "تنها هستم", solo=True),
    ):
        with pytest.raises(KnownError, match="Only a supervisor"):
            attempt()
    assert office.library.accounts.all() == (Person(SUPERVISOR, Role.SUPERVISOR), Person(EDITOR, Role.EDITOR))


def test_a_claimed_role_is_not_a_role(office: Office) -> None:
    release = office.submit()
    impostor = replace(office.editor, person=Person(EDITOR, Role.SUPERVISOR))
    with pytest.raises(KnownError, match="Only a supervisor"):
        office.library.return_(release, impostor, "دلیل")


def test_a_claimed_name_is_not_a_key(office: Office) -> None:
    impostor = Identity(Person(SUPERVISOR, Role.SUPERVISOR), office.editor.key)
    with pytest.raises(KnownError, match="has been replaced"):
        office.library.return_(office.submit(), impostor, "دلیل")


def test_a_role_written_into_the_table_is_not_a_role(office: Office) -> None:
    release = office.submit(by=office.supervisor)
    office.library.close()
    tamper(office.path, "UPDATE account SET role = 'supervisor', emergency = 1", "UPDATE house SET solo = 1")
    with pytest.raises(KnownError, match="Only a supervisor"):
        office.reopen().approve(release, EDITOR, PASSPHRASE)
    with pytest.raises(KnownError, match="somebody else has to approve"):
        office.library.approve(release, SUPERVISOR, PASSPHRASE)


def test_ones_own_key_in_the_place_of_anothers_opens_nothing(office: Office) -> None:
    office.library.close()
    forged = seal(office.editor.key, PASSPHRASE, CHEAP)
    tamper(
        office.path,
        "UPDATE sealed_key SET public_key = ?, passes = ?, memory = ?, lanes = ?, salt = ?, nonce = ?, sealed = ?,"
        " checksum = ? WHERE name = 'لیلا رضوی'",
        values=(forged.public_key, 1, 8, 1, forged.salt, forged.nonce, forged.sealed, forged.checksum),
    )
    with pytest.raises(DamagedError, match="not the one the library knows"):
        office.reopen().accounts.login(SUPERVISOR, PASSPHRASE)


def test_a_damaged_key_is_told_from_a_wrong_passphrase(office: Office) -> None:
    office.library.close()
    tamper(office.path, "UPDATE sealed_key SET sealed = zeroblob(48)")
    with pytest.raises(DamagedError, match="is damaged"):
        office.reopen().accounts.login(SUPERVISOR, PASSPHRASE)


def test_a_forgotten_passphrase_is_replaced_and_old_signatures_hold(office: Office) -> None:
    release = office.submit()
    office.library.accounts.replace_key(EDITOR, "گذرواژهٔ دیگر", office.supervisor)
    with pytest.raises(KnownError, match="has been replaced"):
        office.submit("خبر", "لید")
    with pytest.raises(KnownError, match="passphrase of"):
        office.library.accounts.login(EDITOR, PASSPHRASE)
    again = office.reopen().accounts.login(EDITOR, "گذرواژهٔ دیگر")
    assert office.submit("خبر", "لید", by=again) == "1405-0002"
    assert office.library.release(release).versions[0].submission.by == EDITOR


def test_a_passphrase_is_changed_by_its_owner(office: Office) -> None:
    with pytest.raises(KnownError, match="passphrase of"):
        office.library.accounts.change_passphrase(EDITOR, "نادرست است", "گذرواژهٔ نو")
    office.library.accounts.change_passphrase(EDITOR, PASSPHRASE, "گذرواژهٔ نو")
    assert office.library.accounts.login(EDITOR, "گذرواژهٔ نو").public_key == office.editor.public_key
    assert office.submit() == "1405-0001"


def test_no_passphrase_is_in_the_file(office: Office) -> None:
    office.library.close()
    content = office.path.read_bytes()
    assert PASSPHRASE.encode() not in content
    assert office.supervisor.key.private_bytes_raw() not in content
    assert office.editor.key.private_bytes_raw() not in content


def test_two_libraries_on_one_file_see_each_other(office: Office) -> None:
    with Library.open(office.path, environment=office.environment) as other:
        office.library.accounts.add(SECOND, Role.SUPERVISOR, PASSPHRASE, office.supervisor)
        second = other.accounts.login(SECOND, PASSPHRASE)
        release = other.submit(handover("خبر", "لید"), second)
        office.library.accounts.disable(SECOND, office.supervisor)
        with pytest.raises(KnownError, match="is disabled"):
            other.return_(release, second, "دلیل")


def test_by_default_a_passphrase_costs_what_the_standard_asks() -> None:
    assert Cost() == Cost(passes=3, memory=65536, lanes=4)


class TestWords:
    def test_own_words_are_ones_own(self, office: Office) -> None:
        office.library.words.add("آبفا", EDITOR)
        office.library.words.add(" آبفا ", EDITOR)
        assert office.library.words.own(EDITOR) == {"آبفا"}
        assert office.library.words.known_to(SUPERVISOR) == frozenset()
        office.library.words.remove("آبفا", EDITOR)
        assert office.library.words.own(EDITOR) == frozenset()

    def test_the_words_of_the_house_are_everybodys_and_signed_for(self, office: Office) -> None:
        words = office.library.words
        words.add("شهرآفتاب", EDITOR)
        words.add_to_house("آبفا", office.editor)
        words.add_to_house("آبفا", office.supervisor)
        assert office.reopen().words.known_to(EDITOR) == {"آبفا", "شهرآفتاب"}
        assert office.library.words.known_to("هر کس") == {"آبفا"}
        with closing(sqlite3.connect(office.path)) as db:
            assert db.execute("SELECT actor FROM happened WHERE kind = 'word-added'").fetchall() == [(EDITOR,)]
        office.library.words.remove_from_house("آبفا", office.supervisor)
        assert office.library.words.house() == frozenset()

    def test_a_reader_adds_nothing_to_the_house(self, office: Office) -> None:
        office.library.accounts.add(SECOND, Role.READER, PASSPHRASE, office.supervisor)
        reader = office.library.accounts.login(SECOND, PASSPHRASE)
        with pytest.raises(KnownError, match="may only read"):
            office.library.words.add_to_house("آبفا", reader)

    @pytest.mark.parametrize("word", ["", " ", "دو\nسطر"])
    def test_only_words(self, office: Office, word: str) -> None:
        with pytest.raises(KnownError, match="Only a word"):
            office.library.words.add(word, EDITOR)
        with pytest.raises(KnownError, match="Only a word"):
            office.library.words.add_to_house(word, office.editor)
