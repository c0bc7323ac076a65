"""What sort of release a draft seems to be: news, a signed note or report, a notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.attribution import ORNAMENT
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.draft import Kind
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from pr_editor.checks.structure import Structure
    from pr_editor.text.draft import Draft

_GENRES = {
    "یادداشت": ReleaseKind.NOTE, "سرمقاله": ReleaseKind.NOTE, "گزارش": ReleaseKind.REPORT,
    "اطلاعیه": ReleaseKind.NOTICE, "بیانیه": ReleaseKind.NOTICE, "اگهی": ReleaseKind.NOTICE, "خبر": ReleaseKind.NEWS,
}  # fmt: skip
_GENRE = re.compile(rf"^{ORNAMENT}(?P<genre>{'|'.join(_GENRES)})\s*(?:\w+\s*)?(?:[:|/؛–—-]|\]|\)|$)")
_SIGNED_NOTE = re.compile(rf"^{ORNAMENT}یادداشتی?(?!\w)")
_NAMING = frozenset({Kind.KICKER, Kind.HEADLINE, Kind.BYLINE})


def likely_kind(draft: Draft, structure: Structure) -> ReleaseKind | None:
    """The genre that kicker, headline or byline names; else news, where the text reports «به گزارش …».

    None when nothing tells.
    """
    for paragraph in draft.paragraphs:
        kind = structure.kinds[paragraph.key]
        if kind not in _NAMING:
            continue
        folded = fold(paragraph.text)
        if match := _GENRE.match(folded):
            return _GENRES[match["genre"]]
        if kind is Kind.BYLINE and _SIGNED_NOTE.match(folded):
            return ReleaseKind.NOTE
    source = structure.source
    in_text = source is not None and structure.kinds[source.span.key] is not Kind.SOURCE
    return ReleaseKind.NEWS if in_text else None
