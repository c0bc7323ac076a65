"""The project as a whole: what must be there, what must not, and what must agree with what."""

from __future__ import annotations

import gettext
import re
import subprocess
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from docs.generate import GUIDES, PROFILES, TARGET, guide_page, rules_page
from docs.profiles_page import profiles_page
from docs.sources import read_rows
from pr_editor import __version__
from pr_editor.checks.registry import RULES
from pr_editor.gui.window.actions import COMMANDS
from pr_editor.profile.model import Severity
from pr_editor.profile.values import all_options
from pr_editor.text.draft import count_words, draft_of

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine, Review

ROOT = Path(__file__).parents[1]
CODES = sorted(RULES)
LOCKS = ("requirements.lock", "requirements-dev.lock")
TEXTS = {
    ".cfg",
    ".css",
    ".html",
    ".json",
    ".lock",
    ".md",
    ".po",
    ".py",
    ".pyi",
    ".sh",
    ".svg",
    ".toml",
    ".txt",
    ".yml",
    "",
}

PLACES_OF_ONE_MACHINE = re.compile(r"(?<![\w.~])/(?:root|work|home/\w+|Users/\w+)/")
HOSTS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|file:")
HEADINGS = {"en": ["What", "Why", "Authority", "Examples", "Fix"], "fa": ["چه چیزی", "چرا", "مرجع", "نمونه", "اصلاح"]}


def tracked() -> list[Path]:
    """The files of the project, built and ignored ones left out."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_file_names_the_machine_it_was_written_on() -> None:
    texts = [path for path in tracked() if path.suffix in TEXTS and path != Path(__file__)]
    assert texts
    named = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in texts
        if (match := PLACES_OF_ONE_MACHINE.search(path.read_text("utf-8")))
    ]
    assert named == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_hash_everything_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not HOSTS.search(text)
    requirements = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert requirements
    assert [entry.split()[0] for entry in requirements if "--hash=sha256:" not in entry] == []


def test_the_two_locks_agree() -> None:
    run, dev = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)) for lock in LOCKS
    )
    assert run.items() <= dev.items()


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("language", sorted(HEADINGS))
@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_page(code: str, language: str, resources: Path) -> None:
    page = (resources / "rules" / language / f"{code}.md").read_text("utf-8")
    assert re.match(r"# \S", page)
    assert re.findall(r"^## (.+?)\s*$", page, flags=re.MULTILINE) == HEADINGS[language]


@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_every_page_is_of_a_rule(language: str, resources: Path) -> None:
    assert {path.stem for path in (resources / "rules" / language).glob("*.md")} == set(CODES)


def test_the_list_of_rules_is_up_to_date() -> None:
    assert TARGET.read_text("utf-8") == rules_page(RULES.values()), "run make docs"


def test_every_row_of_the_sources_is_answered_by_rules_that_exist() -> None:
    options = {f"{table}.{key}" for table, key, _ in all_options()}
    for row in read_rows():
        assert row.about, row.id
        assert bool(row.codes) is not bool(row.left_out), f"{row.id}: either a rule or a reason"
        assert set(row.codes) <= set(RULES), row.id
        assert not row.option or row.option in options, row.id


def test_every_rule_of_orthography_answers_a_row() -> None:
    named = {code for row in read_rows() for code in row.codes}
    families = {"CHR", "ZWN", "HEH", "NUM", "PUN", "SPC", "QUO", "BID"}
    assert [code for code in CODES if code[:3] in families and code not in named] == []


def test_the_reference_of_house_styles_is_up_to_date() -> None:
    assert PROFILES.read_text("utf-8") == profiles_page(), "run make docs"


def test_the_guide_is_the_one_the_program_shows() -> None:
    for source, target in GUIDES.items():
        assert target.read_text("utf-8") == guide_page(source.read_text("utf-8")), "run make docs"


@pytest.mark.parametrize("sample", ["faulty", "small", "clean"])
def test_samples_are_as_long_as_releases(sample: str, resources: Path) -> None:
    assert 250 <= count_words((resources / "samples" / f"{sample}.txt").read_text("utf-8")) <= 600


def sample_review(name: str, engine: Engine, resources: Path) -> Review:
    """What the default house style says about one of the samples."""
    review = engine.review(draft_of((resources / "samples" / f"{name}.txt").read_text("utf-8").splitlines()))
    assert not review.failures
    return review


def test_the_clean_sample_is_clean(engine: Engine, resources: Path) -> None:
    review = sample_review("clean", engine, resources)
    assert [finding for finding in review.findings if finding.severity >= Severity.WARNING] == []


def test_the_nearly_right_sample_has_byline_and_source(engine: Engine, resources: Path) -> None:
    review = sample_review("small", engine, resources)
    assert review.structure.byline is not None
    assert review.structure.byline.name == "مریم رحیمی"
    assert review.structure.source is not None
    worst = max(finding.severity for finding in review.findings)
    assert worst is Severity.ERROR


def test_the_faulty_sample_shows_what_the_program_is_for(engine: Engine, resources: Path) -> None:
    review = sample_review("faulty", engine, resources)
    counts = Counter(finding.code for finding in review.findings)
    assert counts["DUP001"] == 1, "the lead stands there twice"
    assert counts["DUP003"] == 1, "and once more behind «گفت»"
    assert counts["SPL001"] + counts["SPL005"] == 5
    assert counts["SPL001"] >= 4, "one word may be two others that are as likely"
    assert counts["SPL002"] == 3
    assert counts["REP001"] == counts["CON001"] == counts["QUO001"] == counts["BYL001"] == counts["BYL004"] == 1
    assert counts["NUM001"] == 4
    assert counts["CHR001"] == 2
    assert counts["ZWN001"] == 4
    wrong = {
        finding.text: finding.fixes[0].edits[0].text
        for finding in review.findings
        if finding.code in {"SPL001", "SPL005"}
    }
    assert wrong == {
        "همکری": "همکاری",
        "توسهه": "توسعه",
        "اقتصاذی": "اقتصادی",
        "مشترکلن": "مشترکان",
        "برگزرا": "برگزار",
    }


def documents() -> list[Path]:
    """What people read about the project: pages outside the program's own data and the tests."""
    return [
        path
        for path in tracked()
        if path.suffix == ".md" and path.relative_to(ROOT).parts[0] not in {"resources", "tests"}
    ]


def test_links_and_paths_in_documents_lead_somewhere() -> None:
    lost = []
    for page in documents():
        text = page.read_text("utf-8")
        targets = {page.parent / link for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text)}
        targets |= {
            ROOT / name for name in re.findall(r"`((?:pr_editor|resources|docs|tests|benchmarks)/[\w./-]+)`", text)
        }
        lost += [f"{page.name}: {target.relative_to(ROOT)}" for target in sorted(targets) if not target.exists()]
    assert lost == []


def test_the_readme_names_keys_that_exist() -> None:
    section = (ROOT / "README.md").read_text("utf-8").split("## Reviewing")[1].split("\n## ")[0]
    named = set(re.findall(r"`((?:[A-Z]\w+\+)+\w+|F\d+)`", section))
    assert named
    numbers = {f"Alt+{number}" for number in range(1, 6)}
    assert named - numbers <= {key for command in COMMANDS for key in command.keys}


CATALOGUES = sorted((ROOT / "resources" / "locale").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: path.stem)
def test_messages_are_compiled(source: Path) -> None:
    """Everything the translators wrote is in the file the program reads, and keeps its places for values."""
    with source.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    written = read_catalogue(source)
    assert written
    for original, translated in written.items():
        assert compiled.gettext(original) == translated, "run make messages"
        assert placeholders(translated) == placeholders(original)


def read_catalogue(source: Path) -> dict[str, str]:
    """The translated messages of a ``.po`` file, those marked as unsure left out, as they are when compiled."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    return {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string and isinstance(message.id, str) and not message.fuzzy
    }


def placeholders(text: str) -> set[str]:
    """The names of the places that values fill."""
    return set(re.findall(r"\{(\w+)\}", text))


def test_no_python_file_imports_qt_network() -> None:
    """The contract on imports sees packages; this one is inside Qt, which the window may use."""
    sources = list((ROOT / "pr_editor").rglob("*.py"))
    assert sources
    network = re.compile("QtNetwork|QtWebSockets|QtWebEngine")
    assert [path.name for path in sources if network.search(path.read_text("utf-8"))] == []
