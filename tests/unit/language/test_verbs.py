"""The list of verb forms, as it is shipped and as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pr_editor.language.language import Language

WRITTEN_RIGHT = """می‌روم نمی‌رود رفته‌ام برمی‌گردد برنمی‌گردند بازگشت بازنگشت می‌کنند نکرده‌اند خواهم رفت بگویید می‌گوییم
می‌افزاید نیفزود نیامد بیاید بیا نیندیشید بیندازد نینداخت بیفتد بایستد نایستاد درآمد برخاستند فرامی‌خواند بفرمایید گردند
توانند نیست هستند است نباشد داشته می‌داشت بوده‌ایم شده‌اند نشده می‌بافت بافت"""
WRITTEN_WRONG = "میرود نمیشود میگوم می‌گوم نآمد بآید بیافتد می‌برگردد نافتاد بربگردد کتاب میز می‌آبد می‌است"


@pytest.mark.parametrize("form", WRITTEN_RIGHT.split())
def test_knows_verb(language: Language, form: str) -> None:
    assert language.is_verb(form)


@pytest.mark.parametrize("form", WRITTEN_WRONG.split())
def test_is_no_verb(language: Language, form: str) -> None:
    assert not language.is_verb(form)


def test_reads_arabic_letters(language: Language) -> None:
    assert language.is_verb("مي‌رويم")
