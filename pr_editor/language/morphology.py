"""Is this a word of Persian, seen as what it is made of? Affixes, half-spaces, hamza and compounds over the word lists.

A list can't hold every inflected form. This layer takes a form apart and asks the lists for what remains. It is lenient
about *how* an affix is attached (joined or with a half-space), for that is the business of the half-space rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.language.affixes import uninflected
from pr_editor.language.borrowed import is_borrowed
from pr_editor.language.derivation import Derivation
from pr_editor.language.doubt import Doubt
from pr_editor.language.formation import (
    AFTER_ADDED,
    AFTER_HALF_SPACE,
    AFTER_NAME,
    AFTER_VOWEL,
    AND,
    ARE,
    ARTICLE,
    COUNTED,
    FREE,
    FREE_PREFIXES,
    IS,
    JOINED,
    JOINED_ARE,
    JOINED_PREFIXES,
    LEAST_BASE,
    LEAST_WITH_ARTICLE,
    MEASURED,
    NEVER_BEFORE_ARE,
    NUMBER,
    OBJECTS,
    PARTICIPLE,
    PERSONS,
    POSSESSED,
    PREFIXES,
    PREVERB,
    VERB_PREFIX,
    VERB_PREFIXES,
    VOWELS,
    YE_AFTER_VOWEL,
)  # fmt: skip
from pr_editor.language.names import is_compound, is_given, lineage, second_names
from pr_editor.language.normal import normal
from pr_editor.text.letters import HAMZA_ABOVE, NON_JOINING, TANVIN, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon

_AFTER_NON_JOINING = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}")
_LEAST_COMPOUND_PART = 2
_MOST_LETTERS = 40
"""No longer form is taken apart: the ways to do so double with each half-space."""


class Morphology:
    """Judges forms over one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon; cheap."""
        self._lexicon = lexicon
        self._doubt = Doubt(lexicon)
        self._derivation = Derivation(lexicon)

    def accepts(self, word: str) -> bool:
        """Whether ``word``, written in whatever letters, is a correct form or one only its half-spaces spoil."""
        form = normal(word)
        letter, _, ending = form.partition(ZWNJ)
        if len(form) <= 1 or form in FREE or (len(letter) == 1 and ending in AFTER_HALF_SPACE):
            return True
        if self.accepts_plainly(form):
            return True
        spellings = (form, *_variants(form))
        if len(form) > _MOST_LETTERS or any(map(self._lexicon.lists, spellings)):
            return False
        if not any(map(self._by_parts, spellings)):
            return False
        if self._inflects_added(form) or self._is_joined_verb(form):
            return True
        return not (self._doubt.misspells_compound(form) if ZWNJ in form else self._doubt.falls_on(form))

    def accepts_plainly(self, form: str) -> bool:
        """Whether the normal ``form`` is listed as it is or in another spelling of hamza and tanvin, beyond doubt.

        Nobody types a tanvin by accident.
        """
        return any(
            self._lexicon.lists(spelling) and (TANVIN in form or not self._doubt.falls_on(spelling))
            for spelling in (form, *_variants(form))
        )

    def is_usual_compound(self, first: str, rest: str) -> bool:
        """Whether a list holds the two with a half-space between, or one of them is made for compounds."""
        if self._lexicon.lists(f"{first}{ZWNJ}{rest}"):
            return True
        return (first in PREFIXES or rest in AFTER_HALF_SPACE) and self._is_compound(first, rest)

    def _by_parts(self, form: str) -> bool:
        return (
            self._is_joined_verb(form)
            or bool(NUMBER.fullmatch(form) or MEASURED.fullmatch(form))
            or is_compound(form)
            or is_borrowed(form)
            or self._is_named(form)
            or self._is_counted(form)
            or self._has_is(form)
            or self._has_are(form)
            or self._has_object(form)
            or self._has_article(form)
            or self._has_joined_ending(form)
            or self._is_derived(form)
            or self._inflects_added(form)
            or self._inflects_name(form)
            or self._has_ye_after_vowel(form)
            or self._has_joined_prefix(form)
            or (ZWNJ in form and self._has_half_space(form))
        )

    def _is_derived(self, form: str) -> bool:
        """«احتکارشده», «اسم‌گذاری»; «نواگذاری» is sooner «واگذاری»."""
        return self._derivation.accepts(form) and not self._doubt.is_near_common_word(form)

    def _is_joined_verb(self, form: str) -> bool:
        """«میشود», «برمیگردد»: right but for the half-space."""
        spaced = (form[: at.end()] + ZWNJ + form[at.end() :].removeprefix(ZWNJ) for at in VERB_PREFIX.finditer(form))
        rest = form.removeprefix(PREVERB)
        return (rest != form and self._is_verb(rest)) or any(other in self._lexicon.verbs for other in spaced)

    def _is_verb(self, form: str) -> bool:
        return form in self._lexicon.verbs or (form.startswith(VERB_PREFIXES) and self._lexicon.lists(form))

    def _is_named(self, form: str) -> bool:
        """«سیدکمال‌الدین», «عمروبن‌عاص»: a name made of names."""
        if any(map(self._is_name, second_names(form))):
            return True
        names = lineage(form)
        return len(names) > 1 and all(len(name) >= LEAST_BASE and self._accepts_part(name) for name in names)

    def _is_name(self, form: str) -> bool:
        if len(form) < LEAST_BASE:
            return False
        accepted = self._lexicon.accepted
        if is_given(form) or is_compound(form) or form in accepted or form.removesuffix("ی") in accepted:
            return True
        return ZWNJ in form and self._has_half_space(form)

    def _is_counted(self, form: str) -> bool:
        match = COUNTED.fullmatch(form)
        return bool(match and self._lexicon.counts_any(match[1]))

    def _has_is(self, form: str) -> bool:
        """«اوست», «کافیست»: «است» loses its alef after a vowel."""
        base = form.removesuffix(IS)
        return base != form and base.endswith(("ا", "و", "ی")) and self._lexicon.counts_any(base)

    def _has_are(self, form: str) -> bool:
        """«یکدیگرند»: said of several; an infinitive with a letter typed twice is none («دانستنند»)."""
        base = form.removesuffix(JOINED_ARE)
        if base == form or len(base) <= LEAST_BASE or base.endswith(NEVER_BEFORE_ARE) or base in self._lexicon.verbs:
            return False
        return base in self._lexicon.counts and self.accepts_plainly(base)

    def _inflects_name(self, form: str) -> bool:
        """«تبلتی», «هالیوودی»: the affix dictionary knows none of the words of other lists."""
        bases = (form.removesuffix(ending) for ending in AFTER_NAME if form.endswith(ending))
        return any(
            len(base) > LEAST_BASE and base in self._lexicon.accepted and not self._doubt.is_rare_beside(base)
            for base in bases
        )

    def _has_object(self, form: str) -> bool:
        """«دیدمش», «می‌شناسمشان»: a verb with its object."""
        bases = (form.removesuffix(ending) for ending in OBJECTS if form.endswith(ending))
        return any(len(base) > LEAST_BASE and base.endswith(PERSONS) and base in self._lexicon.verbs for base in bases)

    def _has_joined_ending(self, form: str) -> bool:
        return any(
            form.endswith(ending)
            and len(base := form.removesuffix(ending).removesuffix(ZWNJ)) >= least
            and (self.accepts_plainly(base) or (ZWNJ in base and self._has_half_space(base)))
            for ending, least in JOINED
        )

    def _inflects_added(self, form: str) -> bool:
        """«اسنپی» after «اسنپ» was added: endings of one letter would excuse slips of any other word."""
        if uninflected(form) in self._lexicon.added:
            return True
        return any(form.removesuffix(ending) in self._lexicon.added for ending in AFTER_ADDED if form.endswith(ending))

    def _has_ye_after_vowel(self, form: str) -> bool:
        return any(
            form.endswith(ye)
            and len(base := form.removesuffix(ye)) >= LEAST_BASE
            and base.endswith(("ا", "و"))
            and self.accepts_plainly(base)
            for ye in YE_AFTER_VOWEL
        )

    def _has_joined_prefix(self, form: str) -> bool:
        return any(
            form.startswith(prefix)
            and len(form) - len(prefix) > LEAST_BASE
            and self._takes(prefix, form[len(prefix) :])
            for prefix in JOINED_PREFIXES
        )

    def _takes(self, prefix: str, base: str) -> bool:
        """Whether the two make a word: «بازآفرینی», but not «خودگفتند» nor «زیرپوشش», which the press writes apart."""
        lexicon = self._lexicon
        if prefix not in FREE_PREFIXES:
            return self.accepts_plainly(base)
        return (
            lexicon.met(base)
            and (base not in lexicon.verbs or base.endswith(PARTICIPLE))
            and f"{prefix} {base}" not in lexicon.pairs
            and self.accepts_plainly(base)
        )

    def _has_article(self, form: str) -> bool:
        """«الشمال»: an Arabic name of a known word."""
        long_enough = len(form) >= LEAST_WITH_ARTICLE
        return long_enough and form.startswith(ARTICLE) and self.accepts_plainly(form.removeprefix(ARTICLE))

    def _has_half_space(self, form: str) -> bool:
        """Judge a form with half-spaces: affixes around a word, a compound of words, or one needless half-space."""
        loose = _AFTER_NON_JOINING.sub("", form)
        if loose != form and self.accepts_plainly(loose):
            return True
        head, _, tail = form.rpartition(ZWNJ)
        if tail.endswith(POSSESSED) and self._has_half_space(form[:-1]):
            return True
        if head not in VERB_PREFIXES and self._may_follow(tail, head) and self._accepts_part(head):
            return True
        return any(self._is_compound(first, rest) for first, rest in _halves(form))

    def _may_follow(self, ending: str, head: str) -> bool:
        """Personal endings ask for a vowel, but «موفق‌اند»: whatever is no verb may be said of several."""
        if ending == ARE and head not in self._lexicon.verbs:
            return True
        return ending in AFTER_HALF_SPACE and (ending not in AFTER_VOWEL or head.endswith(VOWELS))

    def _is_compound(self, first: str, rest: str) -> bool:
        if first in VERB_PREFIXES or rest in AFTER_VOWEL:
            return False
        if not (first in PREFIXES or self._accepts_part(first)):
            return False
        return self._accepts_part(rest) or (
            len(rest) > _LEAST_COMPOUND_PART and self._accepts_part(rest.removeprefix(AND))
        )

    def _accepts_part(self, part: str) -> bool:
        if len(part) < _LEAST_COMPOUND_PART:
            return part == "و"
        if self.accepts_plainly(part) or (ZWNJ in part and self._has_half_space(part)):
            return True
        return self._is_derived(part) or self._has_joined_prefix(part)


def _halves(form: str) -> Iterator[tuple[str, str]]:
    at = form.find(ZWNJ)
    while at != -1:
        yield form[:at], form[at + 1 :]
        at = form.find(ZWNJ, at + 1)


def _variants(form: str) -> Iterator[str]:
    """Other accepted spellings of the same word: hamza on another seat or left out, tanvin, the ezafe, final ة."""
    if HAMZA_ABOVE in form:
        yield form.replace(HAMZA_ABOVE, "")
    if TANVIN in form:
        yield form.replace(TANVIN, "")
    if form.endswith("ة"):
        yield form[:-1] + "ه"
        yield form[:-1] + "ت"
    if form.endswith("هء"):
        yield form[:-1]
    for seat, others in (("ؤ", "ئو"), ("أ", "ائ"), ("إ", "ا"), ("ئ", "یأ"), ("یی", ("ئی",)), ("ء", ("",))):
        if seat in form:
            for other in others:
                yield form.replace(seat, other)
