"""A library with releases of last year, and this year's text about the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pr_editor.library.store import Library
from pr_editor.review.model import Dated, Metadata, Origin
from pr_editor.review.ports import Arrival
from pr_editor.text.draft import Kind, draft_of
from tests.gui.library.conftest import CHEAP
from tests.gui.library.desk import SUPERVISOR, passphrase_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FAIR = (
    "سومین نمایشگاه کتاب بهاران گشایش یافت",
    "سومین نمایشگاه کتاب شهرداری بهاران روز شنبه با حضور ۴۰ ناشر در بوستان مرکزی شهر گشایش یافت و ادامه دارد.",
    "در این نمایشگاه بیش از ۱۲ هزار عنوان کتاب عرضه می‌شود و هر روز درهای آن به روی مردم باز است.",
    "رضا احمدی، رئیس سازمان فرهنگی بهاران، گفت: کتاب‌های کودک در بخشی جداگانه چیده شده و خواندن آنها رایگان است.",
    "نشست‌های نقد کتاب نیز هر روز عصر در تالار کوچک نمایشگاه با حضور نویسندگان و مترجمان برگزار می‌شود.",
)
POETRY = (
    "شب شعر در کتابخانه مرکزی بهاران",
    "شب شعر کتابخانه مرکزی بهاران پنجشنبه با حضور شاعران جوان استان برگزار شد و شنوندگان بسیاری داشت.",
    "نشست‌های نقد کتاب نیز هر روز عصر در تالار کوچک نمایشگاه با حضور نویسندگان و مترجمان برگزار می‌شود.",
)
NOW = (
    "چهارمین نمایشگاه کتاب بهاران گشایش یافت",
    "چهارمین نمایشگاه کتاب شهرداری بهاران روز یکشنبه با حضور ۴۵ ناشر در بوستان مرکزی شهر گشایش یافت و ادامه دارد.",
    "در این نمایشگاه بیش از ۱۵ هزار عنوان کتاب عرضه می‌شود و هر روز درهای آن به روی شهروندان باز است.",
    "رضا احمدی، رئیس سازمان فرهنگی بهاران، گفت: کتاب‌های کودک در بخشی جداگانه چیده شده و خواندن آنها رایگان است.",
    "امسال غرفه‌ای برای کتاب‌های گویا برپا شده است که نابینایان و کم‌بینایان شهر می‌توانند از آن بهره ببرند.",
    "نشست‌های نقد کتاب نیز هر روز عصر در تالار کوچک نمایشگاه با حضور نویسندگان و مترجمان برگزار می‌شود.",
    "نویسنده: مریم کاظمی، کارشناس روابط عمومی شهرداری بهاران",
    "منبع: روابط عمومی شهرداری بهاران",
)
"""The story of ``FAIR`` told on; one paragraph of it also stands in ``POETRY``."""
FAIR_DAY, POETRY_DAY = date(2025, 5, 3), date(2024, 11, 9)
"""13 Ordibehesht 1404 and 19 Aban 1403."""
FAIR_RELEASE, POETRY_RELEASE = "1404-0001", "1403-0001"


def publish(path: Path) -> None:
    """Let both be published in the library at ``path``."""
    with Library.open(path, environment=CHEAP) as library:
        by = library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR))
        library.bring_in([_arrival(FAIR, FAIR_DAY), _arrival(POETRY, POETRY_DAY)], by)
        library.catch_up()


def _arrival(lines: Sequence[str], day: date) -> Arrival:
    draft = draft_of(lines).with_kinds({0: Kind.HEADLINE, 1: Kind.LEAD})
    return Arrival(draft, Metadata(day), Origin(f"{day}.txt", Dated.NAME, f"{day}", draft.digest))
