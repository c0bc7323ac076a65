"""What a house always leaves is not reported where its style is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.program import FAULTY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run


def test_check_honours_what_the_house_leaves(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(FAULTY, "utf-8")
    style = tmp_path / "office.toml"
    style.write_text('extends = "pr"\n[lists]\nleft = "left.csv"\n', "utf-8")
    arguments = ("check", "--profile", style, "--select", "CHR001,ZWN001", draft)
    (tmp_path / "left.csv").write_text("rule,words\nCHR001,می‌رود\n", "utf-8")
    assert "ZWN001" in run(*arguments).stdout
    (tmp_path / "left.csv").write_text("قاعده,واژه‌ها\nZWN001,می رود\n", "utf-8")
    after = run(*arguments)
    assert "ZWN001" not in after.stdout
    assert "CHR001" in after.stdout
    assert after.returncode == 1


def test_fix_leaves_what_the_house_leaves(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(FAULTY, "utf-8")
    style = tmp_path / "office.toml"
    style.write_text('extends = "pr"\n[lists]\nleft = "left.csv"\n', "utf-8")
    (tmp_path / "left.csv").write_text("rule,words\nZWN001,می رود\n", "utf-8")
    run("fix", "--profile", style, "--select", "CHR001,ZWN001", "--output", tmp_path / "out", draft)
    assert (tmp_path / "out" / "draft.txt").read_text("utf-8") == FAULTY.replace("ك", "ک")
