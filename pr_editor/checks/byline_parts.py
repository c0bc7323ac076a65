"""Taking the words of a byline apart: name, role and organisation, in whatever way they are set off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.phrases import any_of, has_verb
from pr_editor.text.fold import fold_map
from pr_editor.text.letters import TATWEEL

if TYPE_CHECKING:
    from pr_editor.profile.options import BylineStyle

CLOSING = " \t.،؛)]»*-–—" + TATWEEL
"""What may end a byline and belongs to none of its parts."""
MAX_NAME = 5
"""Words of the longest name, titles included."""
_SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?(?:[،,/؛;|(\[\n]|(?<=\s)[-–—](?=\s)|[–—])\s*")
_EDGES = f"{CLOSING},/|(["
_TITLES = frozenset(("دکتر", "مهندس", "استاد", "سید", "حاج", "خانم", "اقای"))
_BODIES = (
    "روابط عمومی", "اداره کل", "سازمان", "شرکت", "اداره", "وزارت", "موسسه", "بنیاد", "دانشگاه", "بانک", "شهرداری",
    "استانداری", "فرمانداری", "خبرگزاری", "پایگاه خبری", "روزنامه", "معاونت", "دفتر", "مرکز", "صندوق", "انجمن",
    "اتحادیه", "باشگاه", "پژوهشگاه", "پژوهشکده", "ستاد", "بیمارستان", "هلدینگ", "جمعیت", "کمیته", "فدراسیون", "مجتمع",
    "تحریریه", "هیئت تحریریه", "شبکه",
)  # fmt: skip
"""How Persian names of organisations begin."""
_DESK = re.compile(any_of(("گروه", "سرویس")))
"""How those of a newsroom's desks do; behind a role they are part of it: «دبیر سرویس اقتصاد»."""
_ROLE_FIELD = re.compile(r"(?<!\w)(?:سمت|پست\s*سازمانی|مسیولیت)\s*:\s*")
_BODY_FIELD = re.compile(r"(?<!\w)(?:نام\s+)?(?:سازمان|نهاد|دستگاه|موسسه|محل\s*خدمت|واحد)\s*:\s*")
_FIELD = re.compile(rf"^(?:{_ROLE_FIELD.pattern}|{_BODY_FIELD.pattern})")
_CONTACT = re.compile(r"(?<![\s،,(|])[\s،,(|]+(?:@\w+|[\w.+-]+@[\w.-]+|https?://\S+|\+?[\d-]{7,})\)?\s*$")
_LONE_TATWEEL = re.compile(rf"(?<=\s){TATWEEL}+(?=\s)")
_NO_NAME = re.compile(r"\d|(?<!\w)(?:در|از|به|با|برای|که|این|ان|تا|بر|را)(?!\w)")


class PartsReader:
    """The house's words for roles and outlets, and what Persian organisations are called, compiled once."""

    def __init__(self, style: BylineStyle) -> None:
        """Compile the lists of ``style``."""
        self.role = re.compile(any_of(style.roles))
        self.body = re.compile(any_of((*_BODIES, *style.outlets)))

    def parts(self, text: str) -> tuple[str, str, str]:
        """Name, role and organisation in the words after a label, each verbatim; empty where one is not given."""
        text = _CONTACT.sub("", text).strip(_EDGES)
        folded, origin = _folded(text)
        at = self._end_of_name(folded)
        name, rest = text[: origin[at]].strip(_EDGES), _without_field(text[origin[at] :])
        folded, origin = _folded(rest)
        if not self.role.match(folded):
            return (name, "", rest) if self.body.match(folded) or _DESK.match(folded) else (name, rest, "")
        cut = self._end_of_role(folded)
        return name, rest[: origin[cut]].strip(_EDGES), _without_field(rest[origin[cut] :])

    def is_name_and_role(self, folded: str) -> bool:
        """«نام / سمت» and «نام، سمت سازمان»: two to five words, a separator, then a role."""
        pieces = _SEPARATOR.split(folded, maxsplit=1)
        if len(pieces) < 2 or has_verb(folded) or folded.endswith((".", ":")):
            return False
        words = len(pieces[0].split())
        return 2 <= words <= MAX_NAME and bool(self.role.match(pieces[1])) and not self.body.match(pieces[0])

    def begins_with_name(self, folded: str) -> bool:
        """Whether a folded line may be a name, with a role or an organisation behind it, and is no heading."""
        name = folded[: self._end_of_name(folded)].strip(_EDGES)
        return 2 <= len(name.split()) <= MAX_NAME and not has_verb(folded) and not _NO_NAME.search(name)

    def _end_of_name(self, folded: str) -> int:
        """Where the name ends in a folded byline: at a separator, a role or an organisation, whichever is first."""
        ends = [len(folded)]
        for pattern in (_SEPARATOR, _ROLE_FIELD, _BODY_FIELD, self.role, self.body, _DESK):
            for match in pattern.finditer(folded):
                if not (pattern is self.role and match.start() == 0 and match.group() in _TITLES):
                    ends.append(match.start())
                    break
        return min(ends)

    def _end_of_role(self, folded: str) -> int:
        """Where the role ends: at the field of the organisation, else at a separator or an organisation's name."""
        if field := _BODY_FIELD.search(folded):
            return field.start()
        ends = (match.start() for match in (_SEPARATOR.search(folded), self.body.search(folded)) if match)
        return min((end for end in ends if end), default=len(folded))


def _folded(text: str) -> tuple[str, list[int]]:
    """Folded text and where it comes from; «ـ» between spaces stays, as the dash it is meant for."""
    folded, origin = fold_map(_LONE_TATWEEL.sub(lambda found: "–" * len(found.group()), text))
    return folded, [*origin, len(text)]


def _without_field(text: str) -> str:
    """The words of a part without «سمت:» or «سازمان:» before them."""
    text = text.strip(_EDGES)
    folded, origin = _folded(text)
    field = _FIELD.match(folded)
    return text[origin[field.end()] :].strip(_EDGES) if field else text
