"""Putting the ending of one word on another: «کامپیوترها» is «رایانه‌ها», «پیشنهاداتی» «پیشنهادهایی».

After «دستور خط فارسی» of the Academy of Persian Language and Literature: endings are joined to consonants, take a ye
after alef and vav, and hang on a half-space, with their alef, after a silent heh.
"""

from __future__ import annotations

from pr_editor.language.affixes import PLURALS
from pr_editor.text.letters import HAMZA_ABOVE, NON_JOINING, ZWNJ

_VOWELS = "اآو"
_WITH_ALEF = {"ی": "ای", "م": "ام", "ت": "ات", "ش": "اش"}
_WITH_YE = {"ی": "یی", "م": "یم", "ت": "یت", "ش": "یش", "مان": "یمان", "تان": "یتان", "شان": "یشان"}
_BARE = {long: short for short, long in _WITH_ALEF.items()}
_AFTER_VOWEL = {long: short for short, long in _WITH_YE.items()}


def moved(ending: str, wrong: str, right: str) -> str:
    """``right`` with ``ending``, which was met on ``wrong`` as it is written there, half-space included."""
    core = _core(ending.lstrip(ZWNJ), _sort(wrong))
    if core in PLURALS:
        apart = ending.startswith(ZWNJ) or wrong[-1:] in NON_JOINING
        return right + ZWNJ + core if right.endswith("ه") or (apart and right[-1] not in NON_JOINING) else right + core
    if not ending or _sort(wrong) == _sort(right):
        return right + ending
    if core == HAMZA_ABOVE:
        return right + (core if right.endswith("ه") else "ی" if right[-1] in _VOWELS else "")
    return right + _glide(core, _sort(right))


def _sort(word: str) -> str:
    """How a word takes endings: as after a vowel («و»), a silent heh («ه»), a ye («ی») or a consonant (empty)."""
    last = word[-1:]
    return "و" if last and last in _VOWELS else last if last in {"ه", "ی"} else ""


def _core(ending: str, sort: str) -> str:
    """The ending as a consonant has it, which was met on a word of this sort."""
    if sort in {"ه", "و"} and ending == "ی":
        return HAMZA_ABOVE
    return (_AFTER_VOWEL if sort == "و" else _BARE if sort else {}).get(ending, ending)


def _glide(core: str, sort: str) -> str:
    if sort == "ی":
        return ZWNJ + "ای" if core == "ی" else core
    if sort == "ه":
        return ZWNJ + _WITH_ALEF.get(core, core)
    return _WITH_YE.get(core, core) if sort else core
