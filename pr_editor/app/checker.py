"""The checker: a process of its own that owns the dictionaries and reviews what the window sends it.

``python -m pr_editor.app.checker`` reads requests on standard input and writes events on standard output (see
``protocol``); it logs to standard error. It leaves when its input ends: that is how it notices that the window is gone.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import signal
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.app import protocol
from pr_editor.app.differences import Told, slices
from pr_editor.app.house_counts import house_counts
from pr_editor.app.inbox import Inbox
from pr_editor.app.paths import Paths
from pr_editor.app.preview import rule_changes
from pr_editor.app.services import Services, build_services
from pr_editor.checks.ports import Against
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.checks.engine import Batch
    from pr_editor.language.ngrams import Ngrams
    from pr_editor.profile.model import Profile

_log = logging.getLogger(__name__)
DEFAULT_PROFILE = "pr"


def checker_command(services: Services, profile: str = "") -> list[str]:
    """The command that starts a checker for this window; ``profile`` defaults to the one in the settings."""
    paths = services.paths
    return [
        sys.executable,
        "-P",  # a stray module in the folder the window was started from must not shadow ours
        "-m",
        "pr_editor.app.checker",
        f"--resources={paths.resources}",
        f"--data={paths.data}",
        f"--config={paths.config}",
        f"--profile={profile or services.settings.load().profile}",
    ]


class Checker:
    """Answers requests. Whatever goes wrong is answered too, as ``Trouble``."""

    def __init__(self, services: Services, profile: str, inbox: Inbox, send: Callable[[protocol.Event], None]) -> None:
        """Load the dictionaries and the house style. Raises ``KnownError`` when there are no dictionaries."""
        self._services = services
        self._inbox = inbox
        self._send = send
        self._texts: dict[str, dict[int, str]] = {}
        self._told_of: dict[str, Told] = {}
        self._told: set[Message] = set()
        self._published = services.published()
        self._words = services.words.words()
        self._language = services.language(self._words, self._house())
        self._engine = services.engine(self._first_profile(profile), self._language)

    def _first_profile(self, name: str) -> Profile:
        """The house style asked for, or the default one when it can't be had: the user is told."""
        try:
            return self._services.profile(name)
        except KnownError as error:
            self._trouble(error.message)
            return self._services.profile(DEFAULT_PROFILE)

    def _house(self) -> Ngrams | None:
        """What the house's releases teach; counts that can't be read are told of once and done without."""
        try:
            return house_counts(self._services.shelf())
        except KnownError as error:
            self._tell_once(error.message)
            return None

    def run(self) -> None:
        """Answer until the window stops asking."""
        # The first findings need no library.
        threading.Thread(target=self._published.prepare).start()
        while not isinstance(request := self._inbox.next(), protocol.Stop):
            draft = getattr(request, "draft", None)
            try:
                self._answer(request)
            except KnownError as error:
                self._trouble(error.message, draft)
            except BrokenPipeError:
                raise
            except Exception as error:  # noqa: BLE001 - told to the user and logged; the checker must live on
                _log.exception("a request failed")
                self._trouble(_failed(error), draft)

    def _answer(self, request: protocol.Request | protocol.ProtocolError) -> None:
        match request:
            case protocol.Check():
                self._absorb(request)
                if not self._inbox.makes_stale(request):
                    self._review(request)
            case protocol.Preview():
                self._send(self._preview(request))
            case protocol.Forget(draft=draft):
                self._texts.pop(draft, None)
                self._told_of.pop(draft, None)
            case protocol.Words(words=words):
                self._use_words(frozenset(words))
            case protocol.UseProfile(name=name):
                self._use_profile(name)
            case protocol.UseHouse():
                self._language.use_house(self._house())
                self._engine.forget()
            case protocol.ProtocolError():
                raise request

    def _absorb(self, check: protocol.Check) -> None:
        """Keep the texts of a check, even of one that is stale: later ones build on it."""
        known = self._texts.get(check.draft, {})
        texts = {key: known[key] if text is None else text for key, text in check.paragraphs}
        self._texts[check.draft] = texts
        self._told_of.setdefault(check.draft, Told()).keep(texts)

    def _review(self, check: protocol.Check) -> None:
        began = time.perf_counter()
        draft, overrides = self._draft(check)
        structure = self._engine.structure(draft, overrides, check.release_kind)
        kinds = {key: kind.value for key, kind in structure.kinds.items()}
        parts = (structure.byline, structure.source, structure.release_kind)
        self._send(protocol.Structured(check.draft, check.revision, kinds, *parts))
        goes_on = partial(self._goes_on, check)
        against = Against(self._published, check.own, frozenset(check.without), goes_on)
        for batch in self._engine.batches(draft.with_kinds(structure.kinds), structure, against, go_on=goes_on):
            if not goes_on():
                break
            self._tell(check, batch)
        if self._inbox.makes_stale(check):
            return
        if not goes_on():
            rows = tuple((key, None) for key, _text in check.paragraphs)
            self._inbox.put_back(replace(check, paragraphs=rows))
            return
        self._send(protocol.Done(check.draft, check.revision, time.perf_counter() - began))

    def _goes_on(self, check: protocol.Check) -> bool:
        """Whether to go on with a review: somebody needs it, and nobody is waiting for something more urgent."""
        return not (self._inbox.makes_stale(check) or (check.can_wait and self._inbox.has_urgent()))

    def _tell(self, check: protocol.Check, batch: Batch) -> None:
        """Send what has changed by a batch since the review before."""
        failures = tuple((failure.codes, failure.reason) for failure in batch.failures)
        for known in (failure.known for failure in batch.failures if failure.known is not None):
            self._tell_once(known)
        changed = self._told_of[check.draft].difference(batch.scope, self._texts[check.draft], batch.findings)
        *parts, last = slices(changed)
        for part in parts:
            self._send(protocol.Found(check.draft, check.revision, batch.scope, *part, more=True))
        self._send(protocol.Found(check.draft, check.revision, batch.scope, *last, failures))

    def _draft(self, about: protocol.Check | protocol.Preview) -> tuple[Draft, dict[int, Kind]]:
        """A draft as it was last sent, and the kinds the editor chose in it."""
        texts = self._texts.get(about.draft, {})
        paragraphs = tuple(Paragraph(key, text, Kind(about.hints.get(key, Kind.BODY))) for key, text in texts.items())
        overrides = {key: Kind(kind) for key, kind in about.overrides.items() if key in texts}
        return Draft(paragraphs, from_pdf=about.from_pdf), overrides

    def _preview(self, asked: protocol.Preview) -> protocol.Previewed:
        """Review a draft by both house styles and compare."""
        try:
            other = self._services.engine(self._services.profile(asked.name), self._language)
        except KnownError as error:
            return protocol.Previewed(asked.draft, asked.name, trouble=self._render(error.message))
        draft, overrides = self._draft(asked)
        kind = asked.release_kind
        now, then = (engine.review(draft, overrides, kind).findings for engine in (self._engine, other))
        return protocol.Previewed(asked.draft, asked.name, rule_changes(now, then))

    def _use_words(self, words: frozenset[str]) -> None:
        """The dictionaries can only learn: a word taken back means loading them anew."""
        if self._words - words:
            self._language = self._services.language(words, self._house())
        else:
            self._language.add_words(words - self._words)
        self._words = words
        self._engine = self._services.engine(self._engine.profile, self._language)

    def _use_profile(self, name: str) -> None:
        self._engine = self._services.engine(self._services.profile(name), self._language)

    def _tell_once(self, what: Message) -> None:
        """What may be so for as long as the window is open is not said with every keystroke."""
        if what not in self._told:
            self._told.add(what)
            self._trouble(what)

    def _trouble(self, what: Message, draft: str | None = None) -> None:
        self._send(protocol.Trouble(self._render(what), draft))

    def _render(self, what: Message) -> str:
        return self._services.translator(self._services.settings.load().language).render(what)


def _failed(error: Exception) -> Message:
    return message("The check could not be finished: {reason}", reason=f"{type(error).__name__}: {error}")


def _claim_output() -> Callable[[protocol.Event], None]:
    """Take standard output for events alone: whatever a library prints goes to standard error from now on."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def send(event: protocol.Event) -> None:
        wire.write(protocol.encode(event))
        wire.flush()

    return send


def _stand_back() -> None:
    """Have the system let the window go on whenever both want the processor; where there is another, nothing changes.

    Linux wakes who is sent something at once, often in place of the sender: the window in the middle of a keystroke.
    """
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def _parse(arguments: list[str]) -> tuple[Paths, str]:
    parser = argparse.ArgumentParser(prog="pr_editor.app.checker", description=__doc__)
    for name in ("resources", "data", "config"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--profile", default=DEFAULT_PROFILE)
    given = parser.parse_args(arguments)
    return Paths(given.resources, given.data, given.config), given.profile


def main(arguments: list[str], build: Callable[[Paths], Services] = build_services) -> int:
    """Run the checker until its input ends. Gives the exit status: 1 when it could not even start."""
    began = time.perf_counter()
    logging.basicConfig(stream=sys.stderr, format="checker: %(levelname)s %(name)s: %(message)s")
    # Ctrl-C in the terminal is for the window; the checker follows it by the end of its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stand_back()
    paths, profile = _parse(arguments)
    services = build(paths)
    send = _claim_output()
    try:
        try:
            checker = Checker(services, profile, Inbox(0), send)
        except Exception as error:  # noqa: BLE001 - told to the user and logged before the process ends
            _log.exception("the checker can't start")
            what = error.message if isinstance(error, KnownError) else _failed(error)
            send(protocol.Trouble(services.translator(services.settings.load().language).render(what)))
            return 1
        # What was loaded stays to the end; looking for garbage in it again and again would take a fifth of each review.
        gc.freeze()
        send(protocol.Ready(time.perf_counter() - began))
        checker.run()
    except BrokenPipeError:
        _log.info("the window is gone")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
