"""Where sentences end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = ".؟?!…"
_CLOSING = '»"”)]'
# Without the look-behind each of a thousand dots would begin the search for the end of the dots anew.
_SENTENCE = re.compile(rf"\S.*?(?:(?<![{_ENDS}])[{_ENDS}]++[{re.escape(_CLOSING)}]*+(?=\s|$|[{LETTERS}])|$)", re.DOTALL)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """``[start, end)`` of each sentence of a paragraph, closing marks included, white space around it left out."""
    return (match.span() for match in _SENTENCE.finditer(text))


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does: with a full stop or its like, perhaps inside a closing mark."""
    return text.rstrip().rstrip(_CLOSING).endswith(tuple(_ENDS))
