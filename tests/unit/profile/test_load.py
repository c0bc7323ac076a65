"""House styles: what extends what, and every mistake told with its file and line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.registry import RULES
from pr_editor.profile.choices import ReleaseKind, Script
from pr_editor.profile.load import ProfileError, check_profile, load_profile, profile_names
from pr_editor.profile.model import Severity
from pr_editor.profile.values import all_options
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXAMPLES: dict[type, object] = {bool: True, int: 7, float: 0.5, str: "متن", tuple: ["یک", "دو"]}
"""A value for each type an option may have."""
CODES = ("DUP001", "DUP002", "SPL001", "SPL005", "ZWN001")

type Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a house style by its name."""

    def write_style(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.toml"
        path.write_text(text, "utf-8")
        return path

    return write_style


def problems(path: Path) -> list[tuple[str, int, str]]:
    """File, line and English message of every mistake in a house style."""
    with pytest.raises(ProfileError) as caught:
        load_profile(path, path.parent, CODES)
    return [(p.path.name, p.line, str(p.message)) for p in caught.value.problems]


@pytest.mark.parametrize("name", ["base", "pr"])
def test_styles_of_the_program_are_sound(resources: Path, name: str) -> None:
    profile, warnings = check_profile(name, resources / "profiles", RULES)
    assert not warnings
    assert profile.name == name
    assert set(profile.title) == {"fa", "en"}
    assert "نویسنده" in profile.options.byline.labels
    assert "به گزارش" in profile.options.byline.formulas


def test_names_are_those_of_the_files(resources: Path, write: Write, tmp_path: Path) -> None:
    assert profile_names(resources / "profiles") == ["base", "pr"]
    write("b", "")
    write("a", "")
    assert profile_names(tmp_path) == ["a", "b"]


def test_everything_a_style_can_say(write: Write, tmp_path: Path) -> None:
    write(
        "house",
        """
        name = "خانه"
        version = 3
        select = ["SPL", "DUP001"]
        ignore = ["SPL005"]
        title = { fa = "خانه", en = "House" }
        numbers.digits = "latin"
        severity = { SPL = "note", "DUP001" = "blocker" }
        [release]
        kind = "report"
        [repeats]
        near = 0.9
        [byline]
        labels = ["به قلم"]
        source_labels = ["منبع"]
        formulas = ["به گزارش"]
        outlets = ["روزنامه"]
        roles = ["دبیر"]
        registered_formula = "به گزارش خانه"
        """,
    )
    profile = load_profile("house", tmp_path, CODES)
    assert (profile.name, profile.version, profile.title["en"]) == ("خانه", 3, "House")
    assert [code for code in CODES if profile.runs(code)] == ["DUP001", "SPL001"]
    assert profile.severity("SPL001", Severity.ERROR) is Severity.NOTE
    assert profile.severity("DUP001", Severity.ERROR) is Severity.BLOCKER
    assert profile.severity("ZWN001", Severity.ERROR) is Severity.ERROR
    assert profile.options.numbers.digits is Script.LATIN
    assert profile.options.release.kind is ReleaseKind.REPORT
    assert profile.options.repeats.near == 0.9
    byline = profile.options.byline
    assert (byline.labels, byline.source_labels, byline.formulas) == (("به قلم",), ("منبع",), ("به گزارش",))
    assert (byline.outlets, byline.roles, byline.registered_formula) == (("روزنامه",), ("دبیر",), "به گزارش خانه")


def test_what_a_style_says_replaces_what_it_extends_key_by_key(write: Write, tmp_path: Path) -> None:
    write("far", 'ignore = ["ZWN"]\n[numbers]\ndigits = "keep"\n[byline]\nroles = ["دبیر"]\nlabels = ["الف"]')
    write("near", 'extends = "far"\n[severity]\nSPL = "note"\nDUP = "note"\n[byline]\nlabels = ["...", "ب", "الف"]')
    path = write("own", 'extends = "near"\nignore = []\n[severity]\nSPL = "error"\n[byline]\nlabels = ["پ", "..."]')
    profile = load_profile(path, tmp_path, CODES)
    assert profile.name == "own"
    assert profile.ignore == ()
    assert profile.severities == {"SPL": Severity.ERROR, "DUP": Severity.NOTE}
    assert profile.options.numbers.digits is Script.KEEP
    assert profile.options.byline.labels == ("پ", "الف", "ب")
    assert profile.options.byline.roles == ("دبیر",)


def test_rules_may_weigh_more_in_one_kind_of_release(write: Write, tmp_path: Path) -> None:
    path = write(
        "own",
        """
        [severity]
        note.SPL = "off"
        SPL = "warning"
        SPL001 = "blocker"
        [severity.news]
        SPL = "note"
        SPL005 = "off"
        [severity.report]
        DUP001 = "note"
        """,
    )
    profile = load_profile(path, tmp_path, CODES)
    weights = {kind: profile.severity("SPL001", Severity.ERROR, kind) for kind in (None, *ReleaseKind)}
    assert weights.pop(ReleaseKind.NEWS) is Severity.NOTE
    assert set(weights.values()) == {Severity.BLOCKER}
    assert profile.severity("DUP001", Severity.BLOCKER, ReleaseKind.REPORT) is Severity.NOTE
    assert [code for code in CODES if not profile.runs(code, ReleaseKind.NEWS)] == ["SPL005"]
    assert [code for code in CODES if not profile.runs(code, ReleaseKind.NOTE)] == ["SPL001", "SPL005"]
    assert all(map(profile.runs, CODES))
    assert profile.names("SPL001", ReleaseKind.NEWS)
    assert not profile.names("DUP001", ReleaseKind.NEWS)


@pytest.mark.parametrize(
    ("said", "news", "report"),
    [
        ("", Severity.WARNING, Severity.ERROR),
        ('[severity]\nDUP001 = "blocker"', Severity.BLOCKER, Severity.BLOCKER),
        ('[severity]\nDUP = "note"', Severity.NOTE, Severity.NOTE),
        ('[severity.news]\nDUP = "note"', Severity.NOTE, Severity.ERROR),
        ('[severity]\nDUP001 = "blocker"\n[severity.news]\nDUP001 = "note"', Severity.NOTE, Severity.BLOCKER),
        ('[severity.report]\nDUP001 = "blocker"', Severity.WARNING, Severity.BLOCKER),
        ('[severity]\nSPL = "blocker"', Severity.WARNING, Severity.ERROR),
    ],
)
def test_what_a_style_says_of_a_rule_goes_before_what_it_inherits_of_kinds(
    write: Write, tmp_path: Path, said: str, news: Severity, report: Severity
) -> None:
    write("far", '[severity.news]\nDUP001 = "warning"')
    profile = load_profile(write("own", f'extends = "far"\n{said}'), tmp_path, CODES)
    assert profile.severity("DUP001", Severity.ERROR, ReleaseKind.NEWS) is news
    assert profile.severity("DUP001", Severity.ERROR, ReleaseKind.REPORT) is report


def test_a_house_of_one_kind(write: Write, tmp_path: Path) -> None:
    profile = load_profile(write("own", '[release]\nkind = "news"'), tmp_path, CODES)
    assert profile.for_kind(ReleaseKind.NOTE).options.release.kind is ReleaseKind.NOTE
    assert profile.for_kind(None).options.release.kind is ReleaseKind.NEWS


def test_mistakes_about_kinds_are_told_with_what_is_allowed(write: Write) -> None:
    path = write(
        "own",
        '[severity.news]\nSPL001 = "fatal"\nSPL999 = "off"\n[severity.novel]\nSPL = "off"\n'
        "[severity.note]\nSPL001 = 3\n",
    )
    told = [(line, said) for _, line, said in problems(path)]
    assert [line for line, _ in told] == [2, 3, 4, 7]
    assert "note, warning, error, blocker, off" in told[0][1]
    assert "severity.news, severity.note" in told[2][1]


def test_a_table_in_one_line_is_told_of_there(write: Write) -> None:
    path = write("own", 'name = "x"\n[severity]\nnews = { SPL001 = "fatal" }\nnote.SPL001 = "fatal"\n')
    assert [line for _, line, _ in problems(path)] == [3, 4]


def test_style_elsewhere_can_extend_one_of_the_program(resources: Path, write: Write) -> None:
    path = write("own", 'extends = "pr"\n[byline]\noutlets = ["...", "روابط عمومی کتابخانهٔ شهر"]')
    profile = load_profile(str(path), resources / "profiles", RULES)
    assert profile.options.byline.outlets[-1] == "روابط عمومی کتابخانهٔ شهر"
    assert "خبرگزاری" in profile.options.byline.outlets


def test_all_mistakes_of_all_files_are_told_at_once(write: Write) -> None:
    write("parent", '\n\n[numbers]\ndigits = "roman"\n')
    path = write(
        "child",
        'extends = "parent"\nname = ""\nversion = true\nselect = [\n  "SPL",\n  "SPL999",\n  "spl",\n]\n'
        'sleect = []\n[severity]\nSPL001 = "fatal"\n"XYZ123" = "error"\n[byline]\nlabels = ["الف", 3]\n'
        'colour = "red"\n[repeats]\nnear = 2\n[releese]\nkind = "news"\n',
    )
    told = problems(path)
    assert [(name, line) for name, line, _ in told] == [
        *(("child.toml", line) for line in (2, 3, 6, 7, 9, 11, 12, 14, 15, 17, 18)),
        ("parent.toml", 4),
    ]
    told_by_line = {line: text for name, line, text in told if name == "child.toml"}
    assert "SPL001, SPL005" in told_by_line[6]
    assert "neither" in told_by_line[7]
    assert "select" in told_by_line[9]
    assert "note, warning, error, blocker" in told_by_line[11]
    assert "DUP, SPL, ZWN" in told_by_line[12]
    assert "registered_formula" in told_by_line[15]
    assert "release" in told_by_line[18]
    assert "persian, latin, uniform, keep" in told[-1][2]


def test_error_lists_its_problems_as_compilers_do(write: Write) -> None:
    path = write("own", "version = 0")
    with pytest.raises(ProfileError, match=r"own\.toml:1: version must be a whole number"):
        load_profile(path, path.parent, CODES)


@pytest.mark.parametrize(
    ("text", "line"), [("name = 'a'\nversion = = 1\n", 2), ("name = 'a'\nname = 'b'", 2), ("\n\n[byline", 3)]
)
def test_syntax_error_is_told_with_its_line(write: Write, text: str, line: int) -> None:
    ((name, at, message),) = problems(write("own", text))
    assert (name, at) == ("own.toml", line)
    assert "TOML" in message


@pytest.mark.parametrize("chain", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_circle_is_refused(write: Write, chain: list[str]) -> None:
    paths = [write(name, f'\nextends = "{parent}"') for name, parent in zip(chain, [*chain[1:], chain[0]], strict=True)]
    ((name, line, message),) = problems(paths[0])
    assert (name, line) == (f"{chain[-1]}.toml", 2)
    assert "extends itself" in message


def test_extending_what_is_not_there_names_what_is(write: Write) -> None:
    write("real", "")
    ((_, line, message),) = problems(write("own", '# mine\nextends = "rael"'))
    assert line == 2
    assert "own, real" in message


def test_missing_style_names_the_known_ones(resources: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="base, pr"):
        load_profile("prr", resources / "profiles", CODES)
    with pytest.raises(KnownError, match=r"own\.toml"):
        load_profile(tmp_path / "own.toml", tmp_path, CODES)


def test_unreadable_style_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes("name = 'خانه'".encode("cp1256", "replace"))
    with pytest.raises(KnownError, match="not UTF-8"):
        load_profile("own", tmp_path, CODES)


def test_idle_entries_are_warned_of_and_inherited_ones_are_not(write: Write, tmp_path: Path) -> None:
    write("base", '[severity]\nZWN001 = "error"')
    path = write(
        "own",
        'extends = "base"\nselect = ["SPL", "DUP", "QUO"]\nignore = ["DUP002"]\n[severity]\n'
        'DUP002 = "note"\nZWN = "note"\nDUP = "error"\nSPL001 = "note"\n',
    )
    _, warnings = check_profile(path, tmp_path, CODES)
    assert [(w.line, str(w.message).split()[0]) for w in warnings] == [(2, "No"), (5, "DUP002"), (6, "ZWN")]


def test_rules_that_can_never_match_are_warned_of(write: Write, tmp_path: Path) -> None:
    """A rule waits for a choice the house has not made, or the house chose what leaves it nothing to find."""
    codes = (*CODES, "BYL005", "NUM001")
    text = '[severity]\nBYL005 = "error"\nNUM001 = "error"\n'
    _, warnings = check_profile(write("own", text), tmp_path, codes)
    assert [(w.line, w.message.args) for w in warnings] == [
        (2, (("code", "BYL005"), ("key", "byline.registered_formula")))
    ]
    given = write("given", text + '[byline]\nregistered_formula = "به گزارش خانه"\n')
    assert check_profile(given, tmp_path, codes)[1] == ()


def test_options_that_change_nothing_are_warned_of(write: Write, tmp_path: Path) -> None:
    codes = (*CODES, "NUM001")
    path = write("own", 'ignore = ["NUM"]\n[numbers]\ndigits = "latin"\n[repeats]\nnear = 0.7\n')
    _, warnings = check_profile(path, tmp_path, codes)
    assert [(w.line, str(w.message)) for w in warnings] == [
        (3, "digits changes nothing: of NUM001, none runs under this house style.")
    ]


def test_selected_and_ignored_at_once_or_ignored_though_never_selected(write: Write, tmp_path: Path) -> None:
    path = write("own", 'select = ["SPL", "DUP"]\nignore = [\n  "DUP",\n  "ZWN001",\n]\n')
    _, warnings = check_profile(path, tmp_path, CODES)
    assert [(w.line, str(w.message).split(" ", 1)[0]) for w in warnings] == [(1, "DUP"), (4, "ZWN001")]


def test_every_option_can_be_set_and_names_rules_that_exist(write: Write, tmp_path: Path) -> None:
    """Each declaration has a way to be read, keeps what is written, and knows no rule that is gone."""
    for table, key, declared in all_options():
        assert {*declared.rules, *(code for codes in declared.idle.values() for code in codes)} <= set(RULES), key
        assert declared.about.endswith((".", "…")), key
        values: list[object] = [*declared.choices] or [EXAMPLES[type(declared.default)]]
        if declared.holding:
            assert [line for _, line, _ in problems(write("own", f"[{table}]\n{key} = 'متن'"))] == [2], key
            values = [f"متن {declared.holding}"]
        for value in values:
            path = write("own", f"[{table}]\n{key} = {json.dumps(value, ensure_ascii=False)}")
            options = load_profile(path, tmp_path, RULES).options
            read = getattr(getattr(options, table), key)
            assert (list(read) if isinstance(read, tuple) else read) == value
        told = problems(write("own", f"[{table}]\n{key} = 1979-05-27"))
        assert [line for _, line, _ in told] == [2], key
