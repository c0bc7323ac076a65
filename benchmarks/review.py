"""The checker at work: a whole review of a draft, and the review after one changed paragraph."""

from __future__ import annotations

from benchmarks.conversation import Conversation
from benchmarks.figures import Figure, own_home, release
from pr_editor.app.protocol import Check

RUNS = 20


def first_reviews(checker: Conversation, texts: list[str]) -> list[float]:
    """Reviews of drafts the checker has not seen: each differs from the others in every paragraph."""
    times = []
    for run in range(RUNS):
        rows = tuple((key, f"{text} {run + 1}") for key, text in enumerate(texts))
        times.append(checker.review(Check(f"draft {run}", 1, rows)))
    return times


def later_reviews(checker: Conversation, texts: list[str]) -> list[float]:
    """Reviews after a change to one paragraph, as the window asks for them while someone types."""
    checker.review(Check("typed in", 0, tuple(enumerate(texts))))
    changed = len(texts) // 2
    times = []
    for run in range(RUNS):
        text = f"{texts[changed]} {run + 1}"
        rows = tuple((key, text if key == changed else None) for key in range(len(texts)))
        times.append(checker.review(Check("typed in", run + 1, rows)))
    return times


def main() -> None:
    """Measure and print both."""
    texts = release()
    with own_home(), Conversation() as checker:
        checker.review(Check("to warm up", 0, tuple(enumerate(texts))))
        print(Figure("whole review in the warm checker", 0.15, first_reviews(checker, texts)))
        print(Figure("review after one changed paragraph", 0.1, later_reviews(checker, texts)))


if __name__ == "__main__":
    main()
