"""The size of everything holds from the first moment: in a process of its own, where no window has been before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
from pr_editor.app.services import build_services
from pr_editor.gui.application import build
_, window = build(build_services())
window.show()
parts = (window.menuBar(), window.bar, window.welcome.begin, window.status)
print(*sorted({part.font().pointSizeF() for part in parts}))
window.close()
"""


@pytest.mark.parametrize("scale", [100, 200])
def test_a_window_starts_in_its_size(tmp_path: Path, scale: int) -> None:
    settings = tmp_path / "config" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"scale": scale}), "utf-8")
    environment = {**os.environ, "PR_EDITOR_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == [str(scale / 10)]
