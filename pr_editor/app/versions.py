"""Any two texts of a release side by side: its versions, and the drafts that the work on them began with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.app.comparison import compare_texts
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.app.comparison import Comparison
    from pr_editor.library.store import Library
    from pr_editor.review.model import Release, Version
    from pr_editor.text.draft import Draft, Kind
    from pr_editor.text.message import Message


@dataclass(frozen=True, slots=True)
class Text:
    """A version of a release, by its number, or the draft as ``received`` that it was made from."""

    number: int
    received: bool = False


type Pair = tuple[Text, Text]
"""The older text and the newer one, whichever of them was really first."""


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """A comparison of two texts of a release, or why there is none."""

    release: Release
    texts: tuple[Text, ...]
    """All there are, oldest first."""
    pair: Pair
    outcome: Comparison | Message
    kinds: Mapping[int, Kind]
    """Of the paragraphs of the newer text, by position."""

    def version(self, text: Text) -> Version:
        """The version a text is, or was made into."""
        return self.release.versions[text.number - 1]

    @property
    def changed_by(self) -> tuple[str, ...]:
        """All who had a hand in the versions that lie between both texts, in order of their names."""
        start, end = sorted(text.number - (1 if text.received else 0) for text in self.pair)
        made = self.release.versions[start:end]
        return tuple(sorted({name for version in made for name in version.submission.contributors}))


def compare_of(library: Library, release: str, number: int | None, pair: Pair | None) -> ComparedTexts:
    """Compare two texts of a release: the ``pair``, else version ``number`` (the newest) with the text before it.

    A text that is damaged is told of in the outcome, so that others can be compared. Raises ``KnownError`` when the
    release can't be read at all, or there is nothing to compare.
    """
    found = library.release(release)
    texts = texts_of(found)
    if len(texts) < 2:
        raise KnownError("There is only one text of release {release}: nothing to compare it with.", release=release)
    if pair is None or not set(pair) <= set(texts):
        pair = usual_pair(texts, number or len(found.versions))
    try:
        older, newer = (_draft(library, release, text) for text in pair)
    except KnownError as error:
        return ComparedTexts(found, texts, pair, error.message, {})
    kinds = {at: paragraph.kind for at, paragraph in enumerate(newer.paragraphs)}
    return ComparedTexts(found, texts, pair, compare_texts(older, newer), kinds)


def texts_of(release: Release) -> tuple[Text, ...]:
    """All texts of a release, oldest first; a draft that several versions were made from counts once."""
    texts: list[Text] = []
    known: set[str | None] = {None}
    for version in release.versions:
        if version.submission.received not in known:
            known.add(version.submission.received)
            texts.append(Text(version.number, received=True))
        texts.append(Text(version.number))
    return tuple(texts)


def usual_pair(texts: tuple[Text, ...], number: int) -> Pair:
    """A version and the one before it; for the first one what it was made from, else what came of it."""
    if number > 1:
        return Text(number - 1), Text(number)
    return texts[0], texts[1]


def _draft(library: Library, release: str, text: Text) -> Draft:
    shown = library.show(release, text.number)
    if not text.received:
        return shown.draft
    assert shown.received is not None, "it is listed because it is there"
    return shown.received
