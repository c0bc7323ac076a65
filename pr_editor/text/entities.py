"""HTML character references that were meant to be characters: «می&zwnj;شود», «&quot;», «&#1740;»."""

from __future__ import annotations

import html
import re

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""A complete reference. One without its semicolon is left alone: it may be part of an address («?a=1&lang=fa»)."""


def decoded(text: str) -> str:
    """``text`` with each reference as the character it stands for; names that HTML does not know stay."""
    return ENTITY.sub(lambda match: html.unescape(match.group()), text) if "&" in text else text
