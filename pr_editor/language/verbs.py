"""Every single-word form of the Persian verb, spelled as it should be, from hazm's verb stems.

hazm's ``Conjugation`` knows the endings of all tenses. Three things of the script it leaves to others are put right
here: the glide after ن and ب («نیامد», «بیفتد»), stems that end in a vowel («افزاید»), and preverbs, which stand before
می and ن («برمی‌گردد», «بازنگشت»). Only the compiler of the dictionaries imports this module: hazm takes over a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hazm import Conjugation
from hazm.utils import verbs_list

from pr_editor.language.normal import normal, table
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_COPULA = table(
    "است هست هستم هستی هستیم هستید هستند نیست نیستم نیستی نیستیم نیستید نیستند باد مباد باید نباید بایست نبایست بایستی",
    "نبایستی می‌بایست می‌بایستی نمی‌بایست نمی‌بایستی می‌باید نمی‌باید شاید نشاید می‌شاید توان نتوان می‌توان نمی‌توان",
    "بتوان می‌توانست",
)

PREVERBS = {
    "بر": "آمد آورد آشفت افتاد افراشت افروخت انداخت انگیخت تابید تافت جست چید خاست خورد داشت رسید شمرد کشید"
    " گردید گرداند گرفت گزید گشت کند نشست نمود",
    "در": "آمد آمیخت آورد آویخت افتاد افکند انداخت خواست رفت غلتید کشید گذشت گرفت ماند نوردید یافت",
    "باز": "آفرید آمد آورد ایستاد پرداخت تابید تاباند جست خواند داشت شناخت شناساند گذاشت گرداند گردید گرفت گشت گفت"
    " ماند نگریست نشست نوشت یافت",
    "فرا": "خواند رسید رفت گرفت",
    "فرو": "برد بست پاشید خورد رفت ریخت کاست کرد گذاشت ماند نشست نهاد",
    "وا": "داد داشت رفت کاوید گذارد گذاشت ماند نهاد",
    "ور": "آمد افتاد انداخت رفت",
}
"""Verbs a preverb makes new verbs of, by their past stems."""


def verb_forms(is_word: Callable[[str], bool]) -> frozenset[str]:
    """All one-word forms of the verbs whose infinitive ``is_word``; hazm also lists many a verb nobody has met."""
    forms = set(map(normal, _COPULA))
    stems = sorted(_stems(verbs_list()))
    for past, present in stems:
        if is_word(past + "ن"):
            forms |= _plain_forms(past, present) | _forms_in_b(past, present)
    for preverb, pasts in PREVERBS.items():
        wanted = set(pasts.split())
        for past, present in stems:
            if past in wanted:
                forms |= {preverb + form for form in _plain_forms(past, present) | {present}}
    return frozenset(forms)


def _stems(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Past and present stem of each line that can be conjugated as it stands."""
    pairs = {(normal(past), normal(present)) for past, _, present in (line.partition("#") for line in lines)}
    for past, present in pairs:
        if not past or " " in present or ZWNJ in past or present == "است" or _has_preverb(past, present, pairs):
            continue
        if present.endswith("ا"):
            yield past, present + "ی"
        elif (past, present + "ی") not in pairs:
            yield past, present


def _has_preverb(past: str, present: str, pairs: set[tuple[str, str]]) -> bool:
    """Whether this is another verb behind a preverb, whose می would come out in front: «می‌برگردد»."""
    return any(
        past.startswith(preverb)
        and present.startswith(preverb)
        and (past.removeprefix(preverb), present.removeprefix(preverb)) in pairs
        for preverb in PREVERBS
    )


def _plain_forms(past: str, present: str) -> set[str]:
    """All forms but those in ب, and the negative imperative, which hazm leaves out."""
    forms = {part for form in Conjugation().get_all(f"{past}#{present}") for part in normal(form).split()}
    forms -= set(Conjugation().subjunctive_perfective_present(present))
    forms.add("ن" + present)
    return {_with_glide(form, "ن", (past, present)) for form in forms}


def _forms_in_b(past: str, present: str) -> set[str]:
    """Subjunctive and imperative; the imperative of a stem in ی is said without it: «بگو», «بفرما»."""
    bare = present.removesuffix("ی") if present.endswith(("ای", "آی", "وی")) else present
    forms = {*Conjugation().subjunctive_perfective_present(present), "ب" + present, "ب" + bare}
    return {_with_glide(form, "ب", (past, present, bare)) for form in forms}


def _with_glide(form: str, prefix: str, stems: tuple[str, ...]) -> str:
    """Spell the glide between ``prefix`` and a stem's alef: «نآمد» is «نیامد», «بافتد» «بیفتد»; «بایستد» stays."""
    stem = form.removeprefix(prefix)
    if not form.startswith(prefix) or not stem.startswith(stems):
        return form
    if stem.startswith("آ"):
        return prefix + "یا" + stem[1:]
    if stem.startswith("ا") and not stem.startswith("ایست"):
        return prefix + "ی" + stem[1:]
    return form
