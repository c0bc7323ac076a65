"""Which rules a house runs and how heavy they weigh, written as keys of its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.house_rules import WORDS, usual
from pr_editor.app.paths import Paths
from pr_editor.app.services import Services, build_services
from pr_editor.checks.registry import RULES
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.load import OFF

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.app.house_rules import Place

CODES = ("SPL001", "ZWN001", "ZWN002", "DUP001")
PLACES = st.tuples(st.sampled_from(("", *map(str, ReleaseKind))), st.sampled_from(CODES))
STYLES = (
    "",
    'extends = "pr"\n',
    'extends = "pr"\nignore = ["ZWN", "SPL001"]\n',
    'extends = "pr"\nselect = ["DUP"]\n[severity]\nDUP001 = "note"\n',
    'extends = "mute"\n# ours\n[severity.news]\nSPL001 = "off"\n',
)


@pytest.fixture
def services(resources: Path, tmp_path: Path) -> Services:
    made = build_services(Paths(resources, tmp_path / "data", tmp_path / "config"))
    made.paths.house_style.parent.mkdir(parents=True)
    made.paths.house_style.with_name("mute.toml").write_text('ignore = ["ZWN", "SPL001"]\n', "utf-8")
    return made


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None, max_examples=20)
@given(said=st.dictionaries(PLACES, st.sampled_from((*WORDS, OFF, None)), max_size=6))
def test_the_rules_hear_what_the_window_said(
    resources: Path, tmp_path_factory: pytest.TempPathFactory, style: str, said: dict[Place, str | None]
) -> None:
    home = tmp_path_factory.mktemp("home")
    services = build_services(Paths(resources, home / "data", home / "config"))
    path = services.paths.house_style
    path.parent.mkdir(parents=True)
    path.with_name("mute.toml").write_text('ignore = ["ZWN", "SPL001"]\n', "utf-8")
    path.write_text(style, "utf-8")
    house, base = services.house(), services.house_base()
    house.save_weights(said, base, RULES)
    own, profile = house.weights(RULES), services.profile("house")
    for (kind, code), word in said.items():
        # A family that is off is spread out as soon as one of its rules runs: the others stay off by name.
        assert own.get((kind, code)) in ({None, OFF} if word is None else {word})
        everywhere = said.get(("", code))
        if word in WORDS and (not kind or everywhere in WORDS):
            of_kind = ReleaseKind(kind) if kind else None
            assert profile.runs(code, of_kind)
            assert profile.severity(code, RULES[code].severity, of_kind).label == word
        elif word == OFF:
            assert not profile.runs(code, ReleaseKind(kind) if kind else None)
    assert "# ours" in path.read_text("utf-8") or "# ours" not in style


def test_nothing_is_left_where_nothing_is_said(services: Services) -> None:
    services.paths.house_style.write_text('extends = "pr"\n', "utf-8")
    house, base = services.house(), services.house_base()
    places: list[Place] = [("", "SPL001"), ("news", "ZWN001")]
    house.save_weights(dict.fromkeys(places, OFF), base, RULES)
    assert house.weights(RULES) == dict.fromkeys(places, OFF)
    house.save_weights(dict.fromkeys(places), base, RULES)
    assert house.weights(RULES) == {}
    assert services.profile("house").ignore == services.profile("pr").ignore


def test_one_rule_of_a_family_that_is_off_can_run(services: Services) -> None:
    services.paths.house_style.write_text('extends = "mute"\n', "utf-8")
    base = services.house_base()
    assert usual(base, {}, ("", "ZWN001"), RULES["ZWN001"].severity) == OFF
    services.house().save_weights({("", "ZWN001"): "note"}, base, RULES)
    profile = services.profile("house")
    assert profile.runs("ZWN001")
    assert not profile.runs("ZWN002")
    assert not profile.runs("SPL001")
