"""Which paragraph is what, and who signs: examples of the ways press copy is laid out, and laws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.structure import recognise
from pr_editor.profile.options import BylineStyle
from pr_editor.text.draft import Draft, Kind, Paragraph, draft_of

if TYPE_CHECKING:
    from pr_editor.profile.model import Profile

HEADLINE = "گشایش پل تازه رودخانه در لنگرود"
LEAD = "پل تازه رودخانه لنگرود با دو خط رفت‌وآمد پس از یک سال کار به روی خودروها باز شد."
BODY = "این پل صد متر درازا دارد و با بودجه استانی ساخته شده است."
OFFICE = "روابط عمومی فرمانداری لنگرود"

BARE = BylineStyle()
SMALL = BylineStyle(
    labels=("نویسنده", "به قلم", "گزارش از"),
    source_labels=("منبع",),
    formulas=("به گزارش", "به نقل از"),
    outlets=("روابط عمومی", "خبرگزاری"),
    roles=("کارشناس", "مدیر", "دبیر"),
)

LINES = st.sampled_from(
    [
        HEADLINE, LEAD, BODY, OFFICE, "نویسنده: رها امینی", "منبع: ایلنا", "• بند نخست", "درباره ما",
        "#لنگرود", "(", "؟", "به گزارش خبرگزاری شمال، راه باز شد.",
        "۱. بند", "تلفن: ۰۱۳۴۲۵۲۰۰۰۰", "نویسنده :", "به قلم", "انتهای پیام",
    ]
)  # fmt: skip
drafts = st.lists(LINES | st.text(alphabet="ابپ :،.()«»•-\n\u200c", max_size=20), max_size=12).map(draft_of)
ordinary = settings(deadline=None, max_examples=100)


def kinds(texts: list[str], style: BylineStyle = SMALL) -> list[Kind]:
    draft = draft_of(texts)
    found = recognise(draft, style).kinds
    return [found[paragraph.key] for paragraph in draft.paragraphs]


def hinted_kinds(texts: list[str], hints: dict[int, Kind]) -> list[Kind]:
    draft = draft_of(texts).with_kinds(hints)
    return list(recognise(draft, SMALL).kinds.values())


@ordinary
@given(drafts, st.dictionaries(st.integers(0, 15), st.sampled_from(Kind), max_size=4))
def test_every_key_has_a_kind_and_the_editor_wins(draft: Draft, overrides: dict[int, Kind]) -> None:
    structure = recognise(draft, SMALL, overrides)
    keys = {paragraph.key for paragraph in draft.paragraphs}
    assert structure.kinds.keys() == keys
    assert all(structure.kinds[key] is kind for key, kind in overrides.items() if key in keys)
    assert structure == recognise(draft, SMALL, overrides)


@ordinary
@given(drafts)
def test_byline_and_source_stand_in_the_draft(draft: Draft) -> None:
    structure = recognise(draft, SMALL)
    texts = {paragraph.key: paragraph.text for paragraph in draft.paragraphs}
    if structure.byline:
        written = structure.byline.span.of(texts[structure.byline.span.key])
        parts = (structure.byline.name, structure.byline.role, structure.byline.organisation)
        assert all(part in written for part in parts)
    if structure.source:
        assert structure.source.text == structure.source.span.of(texts[structure.source.span.key])
        assert structure.source.text.strip()


@ordinary
@given(drafts)
def test_a_house_without_lists_recognises_nobody(draft: Draft) -> None:
    structure = recognise(draft, BARE)
    assert structure.byline is None
    assert structure.source is None


def test_ordinary_release() -> None:
    assert kinds([HEADLINE, LEAD, BODY, "نویسنده: رها امینی، کارشناس", OFFICE]) == [
        Kind.HEADLINE,
        Kind.LEAD,
        Kind.BODY,
        Kind.BYLINE,
        Kind.SOURCE,
    ]


def test_draft_that_begins_with_its_lead() -> None:
    assert kinds([LEAD, BODY]) == [Kind.LEAD, Kind.BODY]


def test_lead_pasted_twice_is_a_lead_twice() -> None:
    assert kinds([HEADLINE, LEAD, LEAD.replace("ی", "ي"), BODY]) == [Kind.HEADLINE, Kind.LEAD, Kind.LEAD, Kind.BODY]


def test_kicker_above_and_crosshead_below() -> None:
    assert kinds(["با حضور استاندار گیلان؛", HEADLINE + " پس از یک سال", LEAD, "راه‌های دسترسی", BODY]) == [
        Kind.KICKER,
        Kind.HEADLINE,
        Kind.LEAD,
        Kind.SUBHEAD,
        Kind.BODY,
    ]


def test_lists_hashtags_and_end_marks() -> None:
    found = kinds(["#لنگرود", HEADLINE, LEAD, "- آسفالت تازه", "۲) روشنایی پل", BODY, "انتهای پیام/۱۱۰"])
    assert found == [Kind.KICKER, Kind.HEADLINE, Kind.LEAD, Kind.LIST, Kind.LIST, Kind.BODY, Kind.OTHER]


def test_boilerplate_and_contact_at_the_end() -> None:
    about = "این شرکت از سال ۱۳۷۰ در گیلان راه و پل می‌سازد."
    found = kinds([HEADLINE, LEAD, BODY, "درباره شرکت راه‌سازی شمال", about, "تلفن روابط عمومی: ۰۱۳۴۲۵۲۰۰۰۰"])
    assert found[3:] == [Kind.BOILERPLATE, Kind.BOILERPLATE, Kind.CONTACT]


def test_a_body_sentence_may_begin_with_about() -> None:
    sentence = "درباره زمان گشایش راه‌های دسترسی نیز فرماندار گفت که تا پایان پاییز آماده می‌شود."
    assert kinds([HEADLINE, LEAD, BODY, sentence])[3] is Kind.BODY


def test_styles_of_the_file_are_believed() -> None:
    draft = draft_of([LEAD, "راه‌های دسترسی", BODY])
    hinted = replace(
        draft,
        paragraphs=(
            replace(draft.paragraphs[0], kind=Kind.HEADLINE),
            replace(draft.paragraphs[1], kind=Kind.HEADLINE),
            replace(draft.paragraphs[2], kind=Kind.LIST),
        ),
    )
    assert list(recognise(hinted, SMALL).kinds.values()) == [Kind.HEADLINE, Kind.SUBHEAD, Kind.LIST]


def test_what_stands_above_a_headline_of_the_file_is_its_kicker() -> None:
    lines = ["فرماندار لنگرود خبر داد:", LEAD, BODY, "راه روستاها کوتاه شد."]
    hints = {1: Kind.HEADLINE}
    assert hinted_kinds(lines, hints) == [Kind.KICKER, Kind.HEADLINE, Kind.LEAD, Kind.BODY]
    assert hinted_kinds([lines[3], *lines[1:3], OFFICE + " خبر داد."], hints) == [
        Kind.BODY,
        Kind.HEADLINE,
        Kind.LEAD,
        Kind.BODY,
    ]


def test_lines_of_a_page_above_its_headline_hide_no_lead() -> None:
    found = hinted_kinds(["خانه", "اخبار", HEADLINE, LEAD, BODY], {0: Kind.LIST, 1: Kind.LIST, 2: Kind.HEADLINE})
    assert found == [Kind.LIST, Kind.LIST, Kind.HEADLINE, Kind.LEAD, Kind.BODY]


def test_who_signs_may_do_so_in_a_list_or_an_address() -> None:
    lines = [HEADLINE, LEAD, BODY, "نویسنده: رها امینی، کارشناس", "منبع: ایلنا", "تلفن: ۰۱۳۴۲۵۲۰۰۰۰"]
    found = hinted_kinds(lines, {3: Kind.LIST, 4: Kind.CONTACT, 5: Kind.CONTACT})
    assert found[3:] == [Kind.BYLINE, Kind.SOURCE, Kind.CONTACT]


def test_keys_need_not_be_in_order() -> None:
    draft = Draft((Paragraph(9, HEADLINE), Paragraph(2, LEAD), Paragraph(5, BODY)))
    assert dict(recognise(draft, SMALL).kinds) == {9: Kind.HEADLINE, 2: Kind.LEAD, 5: Kind.BODY}


@pytest.mark.parametrize(
    ("line", "name", "role", "organisation"),
    [
        ("نویسنده: رها امینی، کارشناس روابط عمومی شهرداری", "رها امینی", "کارشناس", "روابط عمومی شهرداری"),
        ("• نويسنده : رها اميني، كارشناس سازمان بنادر", "رها اميني", "كارشناس", "سازمان بنادر"),
        ("به قلم رها امینی", "رها امینی", "", ""),
        ("گزارش از: رها امینی – دبیر سرویس اقتصاد", "رها امینی", "دبیر سرویس اقتصاد", ""),
        ("(رها امینی / مدیر رسانه)", "رها امینی", "مدیر رسانه", ""),
        ("[نویسنده: رها امینی (مدیر شرکت آب)]", "رها امینی", "مدیر", "شرکت آب"),
        ("نویسنده: شرکت آب", "", "", "شرکت آب"),
        ("نویسنده:", "", "", ""),
    ],
)
def test_bylines_are_taken_apart(line: str, name: str, role: str, organisation: str) -> None:
    byline = recognise(draft_of([HEADLINE, LEAD, BODY, line]), SMALL).byline
    assert byline is not None
    assert (byline.name, byline.role, byline.organisation) == (name, role, organisation)


@pytest.mark.parametrize(
    "line",
    [
        "نویسنده این گزارش پیش‌تر درباره پل‌ها نوشته بود.",
        "نویسنده: از کجا باید آغاز کرد؟",
        "رها امینی",
        "مدیر رسانه با مردم گفت‌وگو کرد.",
        "گزارش از وضع راه‌ها به دست فرماندار رسید.",
    ],
)
def test_sentences_are_no_bylines(line: str) -> None:
    assert recognise(draft_of([HEADLINE, LEAD, BODY, line]), SMALL).byline is None


def test_byline_run_into_the_last_paragraph() -> None:
    draft = draft_of([HEADLINE, LEAD, BODY + " نویسنده: رها امینی"])
    structure = recognise(draft, SMALL)
    assert structure.byline is not None
    assert structure.byline.name == "رها امینی"
    assert structure.kinds[2] is Kind.BODY


def test_first_formula_comes_before_the_last_line() -> None:
    formula = "به گزارش خبرگزاری شمال به نقل از فرمانداری"
    source = recognise(draft_of([HEADLINE, LEAD, f"{formula}، راه باز شد.", OFFICE]), SMALL).source
    assert source is not None
    assert source.text == formula


def test_credit_at_the_head_of_the_lead_when_nothing_else_tells() -> None:
    source = recognise(draft_of([HEADLINE, f"خبرگزاری شمال: {LEAD}", BODY]), SMALL).source
    assert source is not None
    assert source.text == "خبرگزاری شمال"


@pytest.mark.parametrize(("line", "text"), [("منبع: ایلنا", "منبع: ایلنا"), (OFFICE, OFFICE), (f"• {OFFICE}", OFFICE)])
def test_source_lines(line: str, text: str) -> None:
    source = recognise(draft_of([HEADLINE, LEAD, BODY, line]), SMALL).source
    assert source is not None
    assert source.text == text


@pytest.mark.parametrize(
    "line", ["روابط عمومی در این کار سهم دارد.", "فرماندار با اشاره به گزارش پلیس گفت: راه امن است."]
)
def test_sentences_are_no_sources(line: str) -> None:
    assert recognise(draft_of([HEADLINE, LEAD, BODY, line]), SMALL).source is None


def test_editor_may_name_a_byline_no_label_tells() -> None:
    structure = recognise(draft_of([HEADLINE, LEAD, BODY, "رها امینی"]), SMALL, {3: Kind.BYLINE})
    assert structure.byline is not None
    assert structure.byline.name == "رها امینی"


def test_editor_may_deny_a_byline() -> None:
    assert recognise(draft_of([HEADLINE, LEAD, "نویسنده: رها امینی"]), SMALL, {2: Kind.BODY}).byline is None


def test_default_house_style_knows_the_usual_words(profile: Profile) -> None:
    style = profile.options.byline
    draft = draft_of([HEADLINE, LEAD, BODY, "خبرنگار: رها امینی", "اداره کل روابط عمومی استانداری گیلان"])
    structure = recognise(draft, style)
    assert structure.byline is not None
    assert structure.source is not None
