"""The checker as the window meets it: a process that answers, lives on, and leaves when it should."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.checker import checker_command
from pr_editor.app.config import Settings
from pr_editor.app.protocol import (
    Check,
    Done,
    Forget,
    Found,
    Preview,
    Previewed,
    Ready,
    Stop,
    Structured,
    Trouble,
    UseProfile,
    Words,
)
from pr_editor.app.services import build_services
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of
from tests.unit.app.conversation import Conversation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pr_editor.app.services import Services
    from pr_editor.checks.engine import Engine
    from tests.prepared_checker import PreparedChecker

TEXTS = (
    "پارک محلهٔ بهاران گشایش یافت",
    "شهرداری بهاران روز شنبه پارک تازهٔ این محله را با حضور مردم گشود و آن را به کودکان شهر پیشکش کرد.",
    "شهردار گفت: كارها خوب پیش می رود و همکری مردم خوب بود.",
    "به گزارش روابط عمومی شهرداری بهاران، ساخت این پارک دو سال زمان برد.",
)
LEAVES = 10
"""Seconds within which the process must have left."""


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PR_EDITOR_HOME", str(home))
        services = build_services()
    services.settings.save(Settings(language="en"))
    return services


@pytest.fixture(scope="module")
def shared(services: Services) -> Iterator[Conversation]:
    """One process for all tests that leave it as it was."""
    with Conversation(services) as conversation:
        assert isinstance(conversation.hear(), Ready)
        yield conversation


def check(draft: str, revision: int = 1, texts: tuple[str | None, ...] = TEXTS, **overrides: str) -> Check:
    return Check(draft, revision, tuple(enumerate(texts)), {int(key[1:]): kind for key, kind in overrides.items()})


def test_the_kind_of_release_weighs(shared: Conversation) -> None:
    weights = {}
    for revision, kind in enumerate((None, ReleaseKind.NEWS, ReleaseKind.NOTE), 1):
        shared.say(replace(check("kind", revision), release_kind=kind))
        structured = shared.until_done()[0]
        assert isinstance(structured, Structured)
        assert structured.release_kind is (kind or ReleaseKind.NEWS), "it says «به گزارش»"
        weights[kind] = next(one.severity for one in shared.known("kind") if one.code == "BYL001")
    assert weights == {None: Severity.WARNING, ReleaseKind.NEWS: Severity.WARNING, ReleaseKind.NOTE: Severity.ERROR}


def test_it_finds_what_the_engine_finds(shared: Conversation, engine: Engine) -> None:
    shared.say(check("same"))
    structured, *found, done = shared.until_done()
    review = engine.review(draft_of(TEXTS))
    assert structured == Structured(
        "same",
        1,
        {key: kind.value for key, kind in review.structure.kinds.items()},
        review.structure.byline,
        review.structure.source,
        review.structure.release_kind,
    )
    assert [(event.scope, event.keys) for event in found if isinstance(event, Found)] == [
        ("paragraph", (0, 1, 2, 3)),
        ("draft", (0, 1, 2, 3)),
        ("published", (0, 1, 2, 3)),
    ]
    seen = [finding for event in found if isinstance(event, Found) for finding in event.findings]
    assert sorted(seen, key=lambda f: f.fingerprint) == sorted(review.findings, key=lambda f: f.fingerprint)
    assert {"CHR001", "ZWN001"} <= {finding.code for finding in seen}
    assert isinstance(done, Done)
    assert (done.draft, done.revision) == ("same", 1)


def test_unchanged_paragraphs_need_not_be_sent_again(shared: Conversation) -> None:
    shared.say(check("again"))
    before = shared.findings()
    shared.say(check("again", 2, (None, None, "شهردار گفت: کارها خوب پیش می‌رود.", None)))
    after = shared.findings()
    assert {f.code for f in before if f.span.key == 2} >= {"CHR001", "ZWN001"}
    assert [f for f in after if f.span.key == 2] == []
    assert [f for f in before if f.span.key == 3] == [f for f in after if f.span.key == 3]


def test_only_what_has_changed_travels(shared: Conversation) -> None:
    shared.say(check("few"))
    shared.until_done()
    shared.say(check("few", 2, (None, None, "شهردار گفت: کارها خوب پیش می‌رود.", None)))
    found = [event for event in shared.until_done() if isinstance(event, Found)]
    assert [(event.scope, event.keys) for event in found if event.scope == "paragraph"] == [("paragraph", (2,))]
    assert all(event.keys == () for event in found if event.scope != "paragraph")


def test_a_paragraph_it_never_got_is_trouble_and_no_death(shared: Conversation) -> None:
    shared.say(check("unknown", 1, (None,)))
    trouble = shared.hear()
    assert isinstance(trouble, Trouble)
    assert trouble.draft == "unknown"
    shared.say(check("unknown", 2, ("متن",)))
    assert isinstance(shared.until_done()[-1], Done)


def test_a_forgotten_draft_must_be_sent_anew(shared: Conversation) -> None:
    shared.say(check("gone"))
    shared.until_done()
    shared.say(Forget("gone"), check("gone", 2, (None, None, None, None)))
    assert isinstance(shared.hear(), Trouble)


def test_kinds_the_editor_chose_win(shared: Conversation) -> None:
    shared.say(check("kinds", k3="boilerplate"))
    structured = shared.until_done()[0]
    assert isinstance(structured, Structured)
    assert structured.kinds[3] == "boilerplate"


def test_a_kind_there_is_not_is_trouble(shared: Conversation) -> None:
    shared.say(check("odd", k3="poem"))
    assert isinstance(shared.hear(), Trouble)


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"type":"Check"}\n', b"\xff\xfe\n", b'{"type":"Sing"}\n'])
def test_what_is_no_request_is_trouble_and_no_death(shared: Conversation, line: bytes) -> None:
    shared.write(line)
    trouble = shared.hear()
    assert isinstance(trouble, Trouble)
    assert trouble.draft is None
    shared.say(check("alive"))
    assert isinstance(shared.until_done()[-1], Done)


def test_of_waiting_checks_of_a_draft_only_the_newest_is_answered(shared: Conversation) -> None:
    """The later ones name paragraphs only the first one carried: a check not answered is still listened to."""
    unchanged: tuple[str | None, ...] = (None,) * len(TEXTS)
    shared.say(check("other"), check("fast", 1), *(check("fast", revision, unchanged) for revision in range(2, 9)))
    events = [*shared.until_done(), *shared.until_done()]
    done = [(event.draft, event.revision) for event in events if isinstance(event, Done)]
    assert done == [("other", 1), ("fast", 8)]
    assert {event.revision for event in events if isinstance(event, Found) and event.draft == "fast"} == {8}


def test_what_can_wait_makes_room_and_is_taken_up_again(shared: Conversation) -> None:
    """The drafts nobody looks at: one is broken off where something urgent comes, and comes to its end after it."""
    long = tuple(f"{text} {number}" for number in range(75) for text in TEXTS)
    shared.say(replace(check("behind", 1, long), can_wait=True), check("in front"))
    events = [*shared.until_done(), *shared.until_done()]
    assert [event.draft for event in events if isinstance(event, Done)] == ["in front", "behind"]
    assert {one.span.key for one in shared.known("behind")} >= {2, 298}


def test_words_of_the_user_are_right_from_now_on_and_can_be_taken_back(shared: Conversation) -> None:
    unchanged = check("words", 2, (None,) * len(TEXTS))
    shared.say(check("words"))
    assert "همکری" in {f.text for f in shared.findings() if f.code.startswith("SPL")}
    shared.say(Words(("همکری",)), unchanged)
    assert "همکری" not in {f.text for f in shared.findings() if f.code.startswith("SPL")}
    shared.say(Words(()), unchanged)
    assert "همکری" in {f.text for f in shared.findings() if f.code.startswith("SPL")}


def test_the_house_style_can_be_changed(shared: Conversation, tmp_path: Path) -> None:
    style = tmp_path / "house.toml"
    style.write_text('extends = "pr"\nname = "house"\nselect = ["CHR"]\n', "utf-8")
    shared.say(UseProfile(str(style)), check("style"))
    assert {f.code for f in shared.findings()} == {"CHR001"}
    shared.say(UseProfile("no-such-style"))
    assert isinstance(shared.hear(), Trouble)
    shared.say(UseProfile("pr"), check("style", 2, (None,) * len(TEXTS)))
    assert "ZWN001" in {f.code for f in shared.findings()}


def test_another_house_style_is_previewed_and_nothing_switched(shared: Conversation, tmp_path: Path) -> None:
    style = tmp_path / "house.toml"
    style.write_text('extends = "pr"\nignore = ["CHR001"]\n[severity]\nZWN001 = "note"\n', "utf-8")
    shared.say(check("preview"))
    now = shared.findings()
    shared.say(Preview("preview", str(style)))
    answer = shared.hear()
    assert isinstance(answer, Previewed)
    changes = {change.code: (change.appearing, change.going, change.weighed) for change in answer.changes}
    count = Counter(finding.code for finding in now)
    assert changes == {"CHR001": (0, count["CHR001"], 0), "ZWN001": (0, 0, count["ZWN001"])}
    shared.say(Preview("preview", "no-such-style"))
    refused = shared.hear()
    assert isinstance(refused, Previewed)
    assert "no-such-style" in refused.trouble
    shared.say(check("preview", 2, (None,) * len(TEXTS)))
    assert shared.findings() == now


def test_a_text_from_a_pdf_is_told_of_once(shared: Conversation) -> None:
    shared.say(replace(check("pdf"), from_pdf=True))
    assert [f.code for f in shared.findings() if f.code.startswith("ZWN")] == ["ZWN016"]


def test_it_leaves_when_the_window_is_gone(services: Services) -> None:
    with Conversation(services) as conversation:
        conversation.say(check("last"))
        assert conversation.process.stdin is not None
        conversation.process.stdin.close()
        assert conversation.process.wait(LEAVES) == 0


def test_it_leaves_when_asked(services: Services) -> None:
    with Conversation(services) as conversation:
        conversation.hear()
        conversation.say(Stop())
        assert conversation.process.wait(LEAVES) == 0


def test_a_checker_made_ready_for_tests_is_the_same(
    shared: Conversation, services: Services, prepared: PreparedChecker
) -> None:
    with Conversation(services, prepared.command(services)) as other:
        assert isinstance(other.hear(), Ready)
        for conversation in (shared, other):
            conversation.say(check("same"))
        assert other.findings() == shared.findings() != []
        other.say(Stop())
        assert other.process.wait(LEAVES) == 0


def test_the_window_sees_the_end_of_a_killed_checker(services: Services) -> None:
    with Conversation(services) as conversation:
        assert isinstance(conversation.hear(), Ready)
        conversation.process.kill()
        assert conversation.read() == b""
        assert conversation.process.wait(LEAVES) == -signal.SIGKILL


def test_ctrl_c_in_the_terminal_is_left_to_the_window(services: Services) -> None:
    with Conversation(services) as conversation:
        assert isinstance(conversation.hear(), Ready)
        conversation.process.send_signal(signal.SIGINT)
        conversation.say(check("on"))
        assert isinstance(conversation.until_done()[-1], Done)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are not told")
def test_it_does_not_take_the_processor_from_the_window(shared: Conversation) -> None:
    shared.say(check("busy"))
    assert isinstance(shared.until_done()[-1], Done)
    assert os.sched_getscheduler(shared.process.pid) == os.SCHED_BATCH


def test_a_house_style_that_is_gone_is_told_and_the_default_used(services: Services) -> None:
    services.settings.save(Settings(language="en", profile="gone"))
    try:
        with Conversation(services) as conversation:
            trouble = conversation.hear()
            assert isinstance(trouble, Trouble)
            assert "gone" in trouble.message
            assert isinstance(conversation.hear(), Ready)
    finally:
        services.settings.save(Settings(language="en"))


def test_without_dictionaries_it_says_so_and_ends(tmp_path: Path) -> None:
    services = build_services()
    empty = type(services.paths)(tmp_path, services.paths.data, services.paths.config)
    with Conversation(build_services(empty)) as conversation:
        assert isinstance(conversation.hear(), Trouble)
        assert conversation.read() == b""
        assert conversation.process.wait(LEAVES) == 1


def test_the_command_names_the_house_style_of_the_settings(services: Services) -> None:
    assert checker_command(services)[-1] == "--profile=pr"
    assert checker_command(services, "base")[-1] == "--profile=base"


def test_events_are_lines_of_ascii_json(services: Services) -> None:
    with Conversation(services) as conversation:
        line = conversation.read()
        assert line.isascii()
        assert json.loads(line)["type"] == "Ready"
