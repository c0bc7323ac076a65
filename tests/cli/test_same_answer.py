"""The same text gives the same findings wherever it is reviewed: nothing around the process counts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import enchant
import pytest

ROOT = Path(__file__).parents[2]
SLIPS = ROOT / "benchmarks" / "data" / "slips" / "wrong.txt"
PLAIN = {"PYTHONHASHSEED": "1", "LANG": "C.UTF-8", "TZ": "UTC"}


def review(draft: Path, **around: str) -> str:
    """What ``pr-editor check`` prints in a process of its own with these variables; the time it took left out."""
    command = [sys.executable, "-m", "pr_editor", "check", str(draft), "--format", "json", "--fail-on", "blocker"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        command, env={**environment, **PLAIN, **around}, cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    return re.sub(r'"seconds": [\d.e-]+', '"seconds": 0', done.stdout.decode("utf-8"))


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Somebody's own enchant folder with a Persian dictionary that knows a misspelling, and next to nothing else."""
    folder = tmp_path / "enchant"
    (folder / "hunspell").mkdir(parents=True)
    (folder / "hunspell" / "fa_IR.aff").write_text("SET UTF-8\n", "utf-8")
    (folder / "hunspell" / "fa_IR.dic").write_text("2\nهمکری\nکتاب\n", "utf-8")
    (folder / "fa_IR.dic").write_text("همکری\n", "utf-8")
    return folder


def test_the_foreign_dictionary_would_be_found(foreign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(foreign))
    assert enchant.Broker().request_dict("fa_IR").check("همکری")


def test_hash_seed_dictionaries_locale_and_time_zone_change_nothing(tmp_path: Path, foreign: Path) -> None:
    draft = tmp_path / "draft.txt"
    slips = SLIPS.read_text("utf-8").splitlines()[::5]
    draft.write_text("\n".join(["این کتابخانه با همکری مردم ساخته شد.", *slips]), "utf-8")
    here = review(draft)
    there = review(
        draft,
        PYTHONHASHSEED="4242",
        ENCHANT_CONFIG_DIR=str(foreign),
        LANG="fa_IR.UTF-8",
        LC_ALL="tr_TR.UTF-8",
        TZ="Asia/Kathmandu",
    )
    findings = json.loads(here)["drafts"][0]["findings"]
    assert any(finding["text"] == "همکری" and finding["fixes"] for finding in findings)
    assert len(findings) > len(slips) / 2
    assert there == here
