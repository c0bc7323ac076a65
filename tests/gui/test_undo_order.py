"""Decisions and changes of the text are undone and redone in the order in which they were made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor

from pr_editor.gui.notices import decided
from pr_editor.gui.review.decision import Decision, at_once
from pr_editor.text.message import message
from tests.gui.driver import press, shown, text_of

if TYPE_CHECKING:
    from pr_editor.gui.window.mainwindow import MainWindow

type Move = Literal["type", "insert", "decide", "undo", "redo"]

START = "خبر تازه"
LETTER = "ب"
moves: st.SearchStrategy[Move] = st.sampled_from(("type", "insert", "decide", "undo", "redo"))


@dataclass(slots=True)
class Step:
    """One thing done: letters put at the end, or a decision by its number."""

    letters: str = ""
    decision: int | None = None


@dataclass(slots=True)
class Stacks:
    """What undo and redo should do: two stacks, and letters typed one after the other are one step."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    typing: bool = False
    decisions: int = 0

    def make(self, move: Move) -> None:
        """Do the same as the window."""
        if (move == "undo" and not self.done) or (move == "redo" and not self.undone):
            return
        typing, self.typing = self.typing, move == "type"
        match move:
            case "type" if typing:
                self.done[-1].letters += LETTER
            case "type" | "insert":
                self._put(Step(LETTER))
            case "decide":
                self.decisions += 1
                self._put(Step(decision=self.decisions))
            case "undo":
                self.undone.append(self.done.pop())
            case "redo":
                self.done.append(self.undone.pop())

    def _put(self, step: Step) -> None:
        self.done.append(step)
        self.undone.clear()

    @property
    def text(self) -> str:
        """What stands in the draft."""
        return START + "".join(step.letters for step in self.done)

    @property
    def decided(self) -> set[int]:
        """Which decisions hold."""
        return {step.decision for step in self.done if step.decision is not None}


class Hand:
    """Makes the moves in a window."""

    def __init__(self, window: MainWindow) -> None:
        """Take a fresh draft."""
        QGuiApplication.clipboard().setText(START)
        window.menus.actions["paste-draft"].trigger()
        self.window = window
        self.draft, self.editor = shown(window)
        self.decided: set[int] = set()
        self._decisions = 0

    def make(self, move: Move) -> None:
        """Do one thing, as a user would, at the end of the text."""
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        match move:
            case "type":
                press(self.editor, Qt.Key.Key_unknown, LETTER)
            case "insert":
                with self.editor.step("Insert") as cursor:
                    cursor.insertText(LETTER)
            case "decide":
                self._decide()
            case "undo" | "redo":
                self.window.menus.actions[move].trigger()

    def _decide(self) -> None:
        self._decisions += 1
        number = self._decisions

        def turn(*, on: bool) -> bool:
            (self.decided.add if on else self.decided.discard)(number)
            return True

        turn(on=True)
        back, again = at_once(lambda: turn(on=False)), at_once(lambda: turn(on=True))
        self.window.notices.tell(decided(Decision(message("Left as it is, here."), self.draft, back, again)))


@settings(deadline=None, max_examples=60)
@given(st.lists(moves, max_size=14))
@example(["decide", "type", "undo", "undo", "redo", "redo"])
@example(["type", "decide", "type", "undo", "undo", "undo", "redo", "decide", "redo"])
def test_any_sequence_ends_as_two_stacks_say(only_window: MainWindow, sequence: list[Move]) -> None:
    hand, stacks = Hand(only_window), Stacks()
    actions = only_window.menus.actions
    try:
        for move in sequence:
            hand.make(move)
            stacks.make(move)
            assert (text_of(only_window), hand.decided) == (stacks.text, stacks.decided)
            assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (
                bool(stacks.done),
                bool(stacks.undone),
            )
    finally:
        only_window.closing.close(hand.draft)


def bare(action: QAction) -> str:
    """The words of a command, without the signs that keep the direction of a name."""
    return action.text().translate(dict.fromkeys((0x2068, 0x2069)))


@pytest.mark.parametrize("move", ["type", "decide"])
def test_undo_and_redo_name_what_comes_next(only_window: MainWindow, move: Move) -> None:
    names = {"type": "تایپ", "decide": "این مورد به همین شکل ماند"}
    hand, actions = Hand(only_window), only_window.menus.actions
    hand.make("insert")
    hand.make(move)
    assert bare(actions["undo"]) == f"واگردانی: {names[move]}"
    hand.make("undo")
    assert bare(actions["redo"]) == f"انجام دوباره: {names[move]}"
    assert bare(actions["undo"]) == "واگردانی: Insert"
    only_window.closing.close(hand.draft)


def test_a_decision_within_what_goes_back_as_one_is_taken_back_after_it(only_window: MainWindow) -> None:
    """As while everything that is sure is being fixed: each round joins the step before."""
    hand = Hand(only_window)
    hand.make("insert")
    hand.make("decide")
    with hand.editor.step("Insert", join=True) as cursor:
        cursor.insertText(LETTER)
    hand.make("undo")
    assert (text_of(only_window), hand.decided) == (START, {1})
    hand.make("undo")
    assert not hand.decided
    for _ in range(2):
        hand.make("redo")
    assert (text_of(only_window), hand.decided) == (START + 2 * LETTER, {1})
    only_window.closing.close(hand.draft)


def test_each_draft_remembers_its_own(only_window: MainWindow) -> None:
    first = Hand(only_window)
    first.make("decide")
    second = Hand(only_window)
    assert not only_window.menus.actions["undo"].isEnabled()
    only_window.drafts.show_draft(first.draft)
    first.make("undo")
    assert not first.decided
    only_window.drafts.show_draft(second.draft)
    assert not only_window.menus.actions["redo"].isEnabled()
    for hand in (first, second):
        only_window.closing.close(hand.draft)
