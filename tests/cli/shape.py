"""The JSON of the contract as a shape, and what differs from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

type Shape = dict[str, Any] | list[Any] | tuple[Any, ...] | type | re.Pattern[str] | None

CODE = re.compile(r"[A-Z]{3}\d{3}")
SEVERITY = re.compile("note|warning|error|blocker")
KIND = re.compile("kicker|headline|lead|body|subhead|list|byline|source|dateline|boilerplate|contact|other")

EDIT: Shape = {"paragraph": int, "start": int, "end": int, "text": str}
FINDING: Shape = {
    "code": CODE,
    "name": re.compile("[a-z-]+"),
    "severity": SEVERITY,
    "paragraph": int,
    "start": int,
    "end": int,
    "text": str,
    "message": str,
    "fixes": [{"title": str, "applicability": re.compile("show|ask|safe"), "edits": [EDIT]}],
    "related": [{"paragraph": int, "start": int, "end": int, "release": (None, str), "score": (int, float)}],
    "fingerprint": re.compile("[0-9a-f]{16}"),
}
REPORT: Shape = {
    "schema": re.compile("pr-editor/check/1"),
    "version": re.compile(r"\d+\.\d+\.\d+.*"),
    "profile": {"name": str, "version": int},
    "drafts": [
        {
            "path": str,
            "digest": re.compile("sha256:[0-9a-f]{64}"),
            "words": int,
            "seconds": (int, float),
            "paragraphs": [{"index": int, "kind": KIND, "text": str}],
            "byline": (None, {"paragraph": int, "name": str, "role": str, "organisation": str}),
            "source": (None, {"paragraph": int, "text": str}),
            "findings": [FINDING],
        }
    ],
    "errors": [{"path": str, "message": str}],
}
"""A tuple holds alternatives, a list the shape of each of its items, a pattern what a string must match in full.

A key that ends in a question mark may be missing.
"""


def differences(value: object, shape: Shape, place: str = "$") -> Iterator[str]:
    """Where ``value`` is not of this shape: missing keys, keys too many, wrong types."""
    match shape:
        case tuple():
            if all(any(differences(value, one, place)) for one in shape):
                yield f"{place}: none of the alternatives: {value!r}"
        case dict():
            yield from _of_object(value, shape, place)
        case list():
            yield from _of_list(value, shape[0], place)
        case _ if not _fits(value, shape):
            yield f"{place}: {value!r} is not {shape}"


def _fits(value: object, shape: Shape) -> bool:
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and shape.fullmatch(value) is not None
    return value is None if shape is None else type(value) is shape


def _of_list(value: object, shape: Shape, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place}: no list"
        return
    for at, item in enumerate(value):
        yield from differences(item, shape, f"{place}[{at}]")


def _of_object(value: object, shape: dict[str, Any], place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place}: no object"
        return
    known = {key.removesuffix("?"): one for key, one in shape.items()}
    needed = {key for key in shape if not key.endswith("?")}
    if wrong := (value.keys() - known.keys()) | (needed - value.keys()):
        yield f"{place}: keys {sorted(wrong)}"
    for key in value.keys() & known.keys():
        yield from differences(value[key], known[key], f"{place}.{key}")
