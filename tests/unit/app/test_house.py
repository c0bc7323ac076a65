"""The house's own style, as the window writes it and the rules read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.house import Facts, HouseStyle
from pr_editor.app.paths import Paths
from pr_editor.app.services import Services, build_services
from pr_editor.profile.lists import Lists, Person, Term
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = Facts("شهرداری مهرآباد", "روابط عمومی شهرداری مهرآباد", "به گزارش روابط عمومی شهرداری مهرآباد")


@pytest.fixture
def services(resources: Path, tmp_path: Path) -> Services:
    return build_services(Paths(resources, tmp_path / "data", tmp_path / "config"))


@pytest.fixture
def house(services: Services) -> HouseStyle:
    return services.house()


def test_nothing_is_said_at_first(house: HouseStyle, services: Services) -> None:
    assert not house.exists
    assert house.facts() == Facts()
    assert house.lists() == Lists()
    assert services.profile_names() == ["base", "pr"]


def test_what_is_said_is_a_house_style(house: HouseStyle, services: Services) -> None:
    house.save_facts(OFFICE)
    assert house.facts() == OFFICE
    assert services.profile_names() == ["base", "pr", "house"]
    byline = services.profile("house").options.byline
    assert byline.registered_formula == OFFICE.formula
    assert OFFICE.outlet in byline.outlets
    assert set(services.profile("pr").options.byline.formulas) < set(byline.formulas)


def test_what_is_said_anew_replaces_the_old(house: HouseStyle, services: Services) -> None:
    house.save_facts(OFFICE)
    house.save_facts(Facts("شهرداری نوبهار"))
    assert house.facts() == Facts("شهرداری نوبهار")
    assert services.profile("house").options.byline == services.profile("pr").options.byline


def test_what_was_written_by_hand_stays(house: HouseStyle, services: Services) -> None:
    house.path.parent.mkdir(parents=True)
    house.path.write_text(
        '# ما این‌گونه می‌نویسیم\nextends = "base"\nignore = ["STR"]\n\n[byline]\nroles = ["..."]\n', "utf-8"
    )
    house.save_facts(OFFICE)
    house.save_options({("numbers", "digits"): "latin"})
    text = house.path.read_text("utf-8")
    assert text.startswith("# ما این‌گونه می‌نویسیم\n")
    assert 'ignore = ["STR"]' in text
    assert services.profile("house").options.numbers.digits.value == "latin"
    house.save_options({("numbers", "digits"): None})
    assert services.profile("house").options.numbers.digits.value == "persian"


def test_lists_reach_the_rules(house: HouseStyle, services: Services) -> None:
    house.save_list("terms", [Term("می‌باشد", ("است",))])
    house.save_list("people", [Person("فائزه کاویانی", byline="کارشناس روابط عمومی")])
    lists = Lists((Term("می‌باشد", ("است",)),), (Person("فائزه کاویانی", byline="کارشناس روابط عمومی"),))
    assert house.lists() == lists
    assert services.profile("house").lists == lists
    house.save_list("terms", [])
    assert house.lists().terms == ()


def test_a_broken_file_is_told(house: HouseStyle) -> None:
    house.save_list("people", [Person("فائزه کاویانی")])
    house.path.with_name("people.csv").write_text("post\nمدیر\n", "utf-8")
    with pytest.raises(KnownError, match="line 1"):
        house.lists()
    house.path.write_text("extends = \n", "utf-8")
    with pytest.raises(KnownError, match="cannot be read"):
        house.facts()
