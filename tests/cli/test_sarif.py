"""``pr-editor check --format sarif``: what SARIF 2.1.0 asks for, and places that are really those of the file.

The shape holds what the standard's schema demands of the parts that are used; each was held against that schema.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from pr_editor.formats.docx_new import docx_bytes
from pr_editor.text.draft import draft_of
from tests.cli.program import CLEAN, FAULTY
from tests.cli.shape import CODE, SEVERITY, Shape, differences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run

ONLY = ("--select", "CHR,ZWN001")
LEVEL = re.compile("none|note|warning|error")
LANGUAGE = re.compile("[a-zA-Z]{2}(-[a-zA-Z]{2})?")
FILE: Shape = {"uri?": re.compile(r"[!-~]+"), "uriBaseId?": str, "index": int}
MESSAGE: Shape = {"text": str}
REGION: dict[str, Any] = dict.fromkeys(
    ("startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"), int
)
PLACE: Shape = {
    "physicalLocation?": {"artifactLocation": FILE, "region?": {**REGION, "snippet?": MESSAGE}},
    "logicalLocations?": [{"name": str, "kind": re.compile("paragraph|release")}],
}
RULE: Shape = {
    "id": CODE,
    "name": str,
    "shortDescription": MESSAGE,
    "fullDescription": MESSAGE,
    "help": {"text": str, "markdown": str},
    "defaultConfiguration": {"level": LEVEL},
    "properties": {"tags": [str]},
}
CHANGE: Shape = {"deletedRegion": REGION, "insertedContent?": MESSAGE}
RESULT: Shape = {
    "ruleId": CODE,
    "ruleIndex": int,
    "level": LEVEL,
    "message": MESSAGE,
    "locations": [PLACE],
    "relatedLocations?": [PLACE],
    "fixes?": [
        {
            "description": MESSAGE,
            "artifactChanges": [{"artifactLocation": FILE, "replacements": [CHANGE]}],
            "properties": {"applicability": re.compile("ask|safe")},
        }
    ],
    "partialFingerprints": {"finding/v1": re.compile("[0-9a-f]{16}")},
    "properties": {
        "severity": SEVERITY,
        "paragraph": int,
        "start": int,
        "end": int,
        "text": str,
        "candidates": [str],
    },
}
LOG: Shape = {
    "$schema": re.compile("https://.*/sarif-schema-2.1.0.json"),
    "version": re.compile(r"2\.1\.0"),
    "runs": [
        {
            "tool": {"driver": {"name": str, "version": str, "language": LANGUAGE, "rules": [RULE]}},
            "language": LANGUAGE,
            "columnKind": re.compile("unicodeCodePoints"),
            "newlineSequences": [str],
            "originalUriBaseIds": {"%SRCROOT%": {"uri": re.compile("file:///(.*/)?")}},
            "invocations": [
                {
                    "executionSuccessful": bool,
                    "toolExecutionNotifications": [{"level": LEVEL, "message": MESSAGE, "locations": [PLACE]}],
                }
            ],
            "artifacts": [{"location?": FILE, "description?": MESSAGE, "encoding?": str}],
            "results": [RESULT],
            "properties": {"profile": {"name": str, "version": int}},
        }
    ],
}


def sarif(run: Run, *arguments: str | Path, data: bytes = b"") -> dict[str, Any]:
    """The one run of the log, its shape checked, and that its numbers name what they should."""
    log = json.loads(run("check", "--format", "sarif", *arguments, data=data).stdout)
    assert list(differences(log, LOG)) == []
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    told: dict[str, Any] = one
    return told


def changed(text: str, replacements: list[dict[str, Any]]) -> str:
    for change in replacements:
        start = change["deletedRegion"]["charOffset"]
        new = change.get("insertedContent", {"text": ""})["text"]
        text = text[:start] + new + text[start + change["deletedRegion"]["charLength"] :]
    return text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_file(run: Run, tmp_path: Path, codec: str, end: str) -> None:
    path = tmp_path / "خبر.txt"
    text = end.join(["", f"\t{CLEAN} ", "", f"  🙂 {FAULTY}"])
    path.write_bytes(text.encode(codec))
    lines = text.split(end)
    seen = []
    for result in sarif(run, path, *ONLY)["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        words = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        offset = region["charOffset"]
        assert words == text[offset : offset + region["charLength"]] == region["snippet"]["text"]
        seen.append(words)
    assert seen == ["شركت", "كارها", "می رود"]


def test_fixes_put_the_file_right(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"\n {FAULTY}\r\n", "utf-8", newline="")
    text = path.read_bytes().decode()
    for result in reversed(sarif(run, path, *ONLY)["results"]):
        (change,) = result["fixes"][0]["artifactChanges"]
        text = changed(text, change["replacements"])
    assert text == f"\n {CLEAN}\r\n"


def test_a_paragraph_that_goes_leaves_no_blank_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = f"تیتر خبر\n{CLEAN}\nبند سوم خبر است.\n  {CLEAN} \nپایان خبر همین است.\n"
    path.write_text(text, "utf-8")
    (result,) = sarif(run, path, "--select", "DUP001")["results"]
    after = [changed(text, fix["artifactChanges"][0]["replacements"]) for fix in result["fixes"]]
    assert after == [text.replace(f"  {CLEAN} \n", ""), text.replace(f"{CLEAN}\n", "", 1)]
    (earlier,) = result["relatedLocations"]
    assert earlier["physicalLocation"]["region"]["startLine"] == 2
    assert (result["level"], result["properties"]["severity"]) == ("error", "blocker")


def test_letters_an_encoding_does_not_have_are_in_no_fix(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("به گزارش روابط عمومي، كارها خوب پيش مي رود".encode("cp1256"))
    told = sarif(run, path, "--select", "CHR001")
    assert told["artifacts"][0]["encoding"] == "windows-1256"
    fixable = {result["properties"]["text"]: "fixes" in result for result in told["results"]}
    # Windows-1256 has the Persian kaf, but no Persian ye.
    assert fixable["كارها"]
    assert not fixable["عمومي"]


def test_a_document_has_paragraphs_and_no_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(docx_bytes(draft_of(["تیتر خبر", FAULTY])))
    told = sarif(run, path, "--lang", "en", *ONLY)
    assert "encoding" not in told["artifacts"][0]
    for result in told["results"]:
        (place,) = result["locations"]
        assert "region" not in place["physicalLocation"]
        assert place["logicalLocations"][0]["name"].startswith("Paragraph 2 ")
        assert "fixes" not in result
        about = result["properties"]
        assert FAULTY[about["start"] : about["end"]] == about["text"]
    assert [result["properties"]["candidates"] for result in told["results"]] == [["شرکت"], ["کارها"], ["می‌رود"]]


def test_files_are_named_by_addresses(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "خبر ۱#.txt").write_text(FAULTY, "utf-8")
    told = sarif(run, "خبر ۱#.txt", tmp_path / "خبر ۱#.txt", "-", *ONLY, data=FAULTY.encode())
    relative, absolute, piped = told["artifacts"]
    assert relative["location"]["uriBaseId"] == "%SRCROOT%"
    base = told["originalUriBaseIds"]["%SRCROOT%"]["uri"]
    assert base + relative["location"]["uri"] == absolute["location"]["uri"]
    assert absolute["location"]["uri"] == (tmp_path / "خبر ۱#.txt").as_uri()
    assert "location" not in piped
    of = [result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for result in told["results"]]
    assert of == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_what_could_not_be_read_is_part_of_the_log(run: Run, tmp_path: Path) -> None:
    good, missing = tmp_path / "good.txt", tmp_path / "{missing}.txt"
    good.write_text(CLEAN, "utf-8")
    told = sarif(run, good, missing, "--lang", "en", *ONLY)
    (invocation,) = told["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    assert "{{missing}}.txt" in note["message"]["text"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1
    assert sarif(run, good, *ONLY)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_rules_bring_their_pages_in_the_language_asked_for(run: Run, tmp_path: Path, resources: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY, "utf-8")
    for language, title in (("fa", "می"), ("en", "«")):
        told = sarif(run, path, "--lang", language, "--select", "ZWN001")
        (rule,) = told["tool"]["driver"]["rules"]
        page = (resources / "rules" / language / "ZWN001.md").read_text("utf-8")
        assert rule["help"]["markdown"] == page
        assert page.startswith(f"# {rule['shortDescription']['text']}\n")
        assert rule["fullDescription"]["text"].split()[:3] == page.split("\n\n")[2].split()[:3]
        assert told["language"] == language
        assert title in page
