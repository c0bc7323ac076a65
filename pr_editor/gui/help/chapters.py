"""What the books of the help hold: a page for each rule, and the user guide in its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.gui.help.book import SCHEME, Chapter
from pr_editor.gui.review.families import family_order
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Collection

    from pr_editor.app.services import Services
    from pr_editor.gui.speech import Speech

_CODE = re.compile(r"\b[A-Z]{3}\d{3}\b")
_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n?", re.MULTILINE)
_PART = re.compile(r"^## +(.+)$", re.MULTILINE)


def rule_chapters(services: Services, speech: Speech) -> list[Chapter]:
    """A page for each rule, by family; codes in them lead to one another."""
    from pr_editor.checks.registry import RULES
    from pr_editor.gui.dialogs.pages import rule_text, rule_title

    made = []
    for code in sorted(RULES, key=lambda code: (family_order(code), code)):
        text = _linked(rule_text(services, speech, code), code, RULES)
        made.append(Chapter(code, f"{rule_title(services, speech, code)} · {code}", text))
    return made


def guide_chapters(services: Services, speech: Speech) -> list[Chapter]:
    """The user guide, a chapter for each part under a heading of the second order; pictures are left out.

    Raises ``KnownError`` where there is no guide in the language.
    """
    path = services.paths.resources / "guide" / f"{speech.language}.md"
    try:
        text = _PICTURE.sub("", path.read_text("utf-8"))
    except OSError as error:
        raise KnownError("The user guide could not be read: {path}", path=str(path)) from error
    head, *parts = _PART.split(text)
    pairs = [(speech.tr("User guide"), head), *zip(parts[::2], parts[1::2], strict=True)]
    return [
        Chapter(str(number), title, body if number == 0 else f"## {title}\n{body}")
        for number, (title, body) in enumerate(pairs)
        if body.strip()
    ]


def _linked(text: str, page: str, known: Collection[str]) -> str:
    """The text of a ``page``, with codes of other rules as links."""

    def link(found: re.Match[str]) -> str:
        code = found[0]
        return f"[{code}]({SCHEME}:{code})" if code != page and code in known else code

    return _CODE.sub(link, text)
