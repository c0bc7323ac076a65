"""The names a SAFE fix must leave as they are written: those a house has registered, and words somebody added.

A name is compared letter by letter, so that «رسانه های نو» is not «رسانه‌های نو»: a house may well write its own name
against the rules. Signs that are no letters, the keyboard's ي and ك, and the script of digits make no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.language.normal import normal
from pr_editor.text.edits import edit_text
from pr_editor.text.letters import HAMZA_ABOVE
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.profile.model import Profile

_RUN = re.compile(r"\w+")
_DRAWN_WORDS = dict.fromkeys(map(ord, "ﷺﷻ﷼﷽"), " ")
"""Signs that are words drawn as one: in normal form their letters would run into a name beside them."""
_SIGNS = 3
"""Characters of a draft for one of a name, with all the signs that may stand over it."""


class KeptNames:
    """Names by their first run of letters."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Take names as they are to be written."""
        self._by_first: dict[str, list[str]] = {}
        longest = 0
        for name in {_levelled(name) for name in names}:
            if first := _RUN.search(name):
                self._by_first.setdefault(first.group(), []).append(name)
                longest = max(longest, len(name))
        self._reach = _SIGNS * longest + 1

    def stand(self, text: str, edits: Sequence[Edit]) -> bool:
        """Whether every name in a paragraph is still there after its ``edits`` (sorted, not empty)."""
        if not self._by_first:
            return True
        start = max(edits[0].span.start - self._reach, 0)
        before = text[start : edits[-1].span.end + self._reach]
        names = tuple(self._in(_levelled(before)))
        if not names:
            return True
        shifted = [Edit(Span(e.span.key, e.span.start - start, e.span.end - start), e.text) for e in edits]
        old, new = _levelled(before), _levelled(edit_text(before, shifted))
        return all(_times(name, old) <= _times(name, new) for name in names)

    def _in(self, text: str) -> Iterator[str]:
        """The names that may stand in a levelled text."""
        for run in set(_RUN.findall(text)) & self._by_first.keys():
            yield from (name for name in self._by_first[run] if name in text)


def names_of(profile: Profile) -> Iterator[str]:
    """What a house has registered as written so: people, organisations and words that rules must not touch."""
    lists = profile.lists
    yield from profile.options.orthography.untouchable
    yield from (person.name for person in lists.people)
    for organisation in lists.organisations:
        yield organisation.name
        yield from organisation.short


def _levelled(text: str) -> str:
    """A text without what makes no other name of a name; the hamza of an ezafe belongs to the sentence."""
    return normal(text.translate(_DRAWN_WORDS)).replace(HAMZA_ABOVE, "")


def _times(name: str, text: str) -> int:
    """How often a name stands in a text, with no letter or figure running into it; an ending may."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))
