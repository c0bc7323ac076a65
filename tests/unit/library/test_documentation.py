"""What docs/library.md tells people to do by hand works, and names what is there."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.events import EventKind

if TYPE_CHECKING:
    from tests.unit.library.office import Office

PAGE = (Path(__file__).parents[3] / "docs" / "library.md").read_text("utf-8")


@pytest.mark.skipif(not (shutil.which("sqlite3") and shutil.which("openssl")), reason="needs sqlite3 and openssl")
def test_a_signature_is_checked_by_hand(office: Office) -> None:
    release = office.approved(outlet="روابط عمومی")
    office.submit("خبر بعدی", "لید")
    office.library.close()
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE, flags=re.DOTALL)
    folder = office.path.parent
    done = subprocess.run(["sh", "-e", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Signature Verified Successfully" in done.stdout
    assert "text.json: OK" in done.stdout
    *_, computed, named = done.stdout.split("\n")[:-1]
    assert computed.split()[0] == named
    (folder / "event.json").write_text(
        (folder / "event.json").read_text("utf-8").replace(release, "1405-0009"), "utf-8"
    )
    (verification,) = re.findall("^openssl .*$", script, flags=re.MULTILINE)
    refused = subprocess.run(["sh", "-c", verification], cwd=folder, capture_output=True, check=False)
    assert refused.returncode != 0


def test_every_table_and_column_is_described(office: Office) -> None:
    office.library.close()
    with closing(sqlite3.connect(office.path)) as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
            if not name.startswith(("sqlite_", "search_"))
        ]
        missing = [name for name in tables if f"`{name}`" not in PAGE and f"### {name}" not in PAGE]
        columns = {
            row[1]
            for name in ("version", "event", "account", "own_word")
            for row in db.execute(f"PRAGMA table_info({name})")
        }
    assert missing == []
    assert [name for name in sorted(columns) if f"`{name}`" not in PAGE] == []


def test_every_kind_of_event_is_described() -> None:
    assert [kind.value for kind in EventKind if f"`{kind.value}`" not in PAGE] == []
