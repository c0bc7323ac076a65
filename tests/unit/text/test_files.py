"""Writing files whole or not at all."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from pr_editor.text.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are POSIX")


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "پیش‌نویس.txt"
    for data in (b"one", b"", b"three" * 1000):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_permissions_of_an_existing_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_new_file_gets_the_permissions_any_new_file_gets(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "atomic", b"")
    assert (tmp_path / "atomic").stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "draft.txt"
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_failure_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "draft").mkdir()
    with pytest.raises(OSError, match="draft"):
        write_atomically(tmp_path / "draft", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["draft"]


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "draft.txt", b"new")
