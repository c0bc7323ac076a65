"""The list of what a supervisor checks: found by shape, each thing once, always verbatim."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.review.checklist import Claim, checklist
from pr_editor.text.draft import draft_of


def found(*lines: str) -> dict[Claim, list[str]]:
    items = checklist(draft_of(lines))
    return {claim: [item.text for item in items if item.claim is claim] for claim in Claim}


def test_names_stand_beside_a_title_or_a_post() -> None:
    assert found("رضا احمدی، مدیرعامل شركت نیروی پاک، گفت: خانم مریم کاظمی هم آمد.")[Claim.NAME] == [
        "رضا احمدی",
        "مریم کاظمی",
    ]


def test_figures_keep_their_units_and_dates_are_no_figures() -> None:
    both = found("روز شنبه ۱۲ مهر ۱۴۰۴ برای این طرح ۱۲۰ میلیارد تومان هزینه شد و ۴۵ کارگاه سود برد؛ سند ۱۴۰۴/۰۷/۱۲.")
    assert both[Claim.DATE] == ["شنبه ۱۲ مهر ۱۴۰۴", "۱۴۰۴/۰۷/۱۲"]
    assert both[Claim.FIGURE] == ["۱۲۰ میلیارد تومان", "۴۵ کارگاه"]


def test_quotes_come_without_their_marks_and_once() -> None:
    assert found("او گفت «برق پاک برای همه» و باز «برق پاک برای همه».")[Claim.QUOTE] == ["برق پاک برای همه"]


@given(st.lists(st.text(alphabet="رضا احمدی، مدیر ۱۲۳4/:«»گفت\u200cمهرآقای", max_size=60), max_size=4))
@settings(deadline=None, max_examples=100)
def test_every_item_is_verbatim(lines: list[str]) -> None:
    draft = draft_of(lines)
    for item in checklist(draft):
        assert draft.paragraphs[item.paragraph].text[item.start : item.end] == item.text
