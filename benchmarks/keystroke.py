"""How long a keystroke takes until it is painted, with everything marked: ``python -m benchmarks.keystroke``.

Types Persian letters into drafts of 600 and 50,000 words, each with a finding about every fifteen words.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure
from pr_editor.app.i18n import Translator
from pr_editor.checks.model import Finding, Rule
from pr_editor.gui.editor import DraftEditor
from pr_editor.gui.icons import Icons
from pr_editor.gui.theme import Theme, load_fonts
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Draft, Kind, Paragraph, draft_of
from pr_editor.text.message import Message
from pr_editor.text.span import Span
from pr_editor.text.tokens import words

RESOURCES = Path(__file__).parents[1] / "resources"
TEXT = (
    "برنامه تازه شهرداری برای کتابخانه‌های محلی از هفته آینده آغاز می‌شود و شهروندان می‌توانند تا پایان سال بدون "
    "پرداخت هزینه از خدمات آن بهره ببرند مدیر روابط عمومی در گفت‌وگو با خبرنگاران جزئیات طرح را توضیح داد"
)
PARAGRAPH_WORDS = 70
WORDS_PER_FINDING = 15
KEYS = 400
CODES = ("SPL001", "ZWN001", "NUM001", "CON001")


def sample_draft(size: int, chance: random.Random) -> Draft:
    """A draft of ``size`` words with a headline and a lead."""
    lines = [
        " ".join(chance.choices(TEXT.split(), k=min(PARAGRAPH_WORDS, size - start)))
        for start in range(0, size, PARAGRAPH_WORDS)
    ]
    return draft_of(lines).with_kinds({0: Kind.HEADLINE, 1: Kind.LEAD})


def sample_findings(draft: Draft) -> list[Finding]:
    """A finding on every fifteenth word, of four families in turn."""
    places = [(paragraph, word) for paragraph in draft.paragraphs for word in words(paragraph.text)]
    return [
        finding(paragraph, word.start, word.end, CODES[number % len(CODES)])
        for number, (paragraph, word) in enumerate(places[::WORDS_PER_FINDING])
    ]


def finding(paragraph: Paragraph, start: int, end: int, code: str) -> Finding:
    """A finding of rule ``code`` on part of a paragraph."""
    rule = Rule(code, "a-rule", "A summary.", Severity.ERROR, None, "the benchmark")
    span = Span(paragraph.key, start, end)
    name = f"{paragraph.key}-{start}"
    return Finding(rule, span, span.of(paragraph.text), Message("A message."), Severity.ERROR, (), (), name)


def measure(app: QApplication, editor: DraftEditor, chance: random.Random) -> list[float]:
    """Type at a place in the middle; seconds from each key until the screen shows it."""
    paragraphs = editor.paragraphs()
    middle = paragraphs[len(paragraphs) // 2]
    editor.move_caret(middle.key, len(middle.text) // 2)
    settle(app)
    taken = []
    for letter in chance.choices("ابپتثجچحخدرزسشعغفقکگلمنوهی ", k=KEYS):
        start = time.perf_counter()
        app.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        app.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def settle(app: QApplication) -> None:
    """Let Qt lay out and paint what it has put off."""
    for _ in range(20):
        app.processEvents()


def report(app: QApplication, theme: Theme, size: int) -> None:
    """Measure one draft of ``size`` words and print what it took."""
    chance = random.Random(7)
    tr = Translator("fa", RESOURCES / "locale")
    editor = DraftEditor(tr, Icons(RESOURCES / "icons", theme, right_to_left=True))
    editor.resize(1000, 800)
    editor.show()
    draft = sample_draft(size, chance)
    findings = sample_findings(draft)
    start = time.perf_counter()
    editor.load(draft)
    editor.show_findings(findings)
    settle(app)
    shown = time.perf_counter() - start
    taken = measure(app, editor, chance)
    start = time.perf_counter()
    editor.show_findings(findings)
    marked = time.perf_counter() - start
    about = f"{size:,} words, {len(findings):,} marks"
    print(Figure(f"keystroke to paint, {about}", 0.016, taken, share=0.99))
    print(Figure(f"draft opened, {about}", 1.0, [shown]))
    print(Figure(f"marks after a check, {about}", 0.05, [marked]))
    editor.close()


def main() -> None:
    """Measure and print drafts of two sizes."""
    app = QApplication(sys.argv)
    app.setStyle("Fusion")
    load_fonts(RESOURCES / "fonts")
    theme = Theme.load(RESOURCES / "themes" / "light.toml")
    app.setStyleSheet(theme.stylesheet())
    for size in (600, 50_000):
        report(app, theme, size)


if __name__ == "__main__":
    main()
