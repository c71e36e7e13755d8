"""Habits of the house that no linter checks: sizes, docstrings, and no loose ends."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 350
LONGEST_FUNCTION = 50
CODE = sorted([*(ROOT / "summarizer").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
PACKAGE = [path for path in CODE if path.is_relative_to(ROOT / "summarizer")]
TEXTS = (
    sorted(
        path
        for folder in ("summarizer", "tests", "docs", "prompts", "eval", ".ci")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and path.suffix not in (".gz", ".png")  # packed data and pictures are no text
        and not any(part[:1] in "._" for part in path.parent.relative_to(ROOT / folder).parts)
    )
    + [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile")]
)
# Written in pieces, so that this file does not find itself.
LOOSE_END = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
SOMEBODYS_PATH = re.compile(r"(?<![\w./:])/(?:home|root|Users|work|mnt)/\w")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def undocumented(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Public definitions of a module or class that have no docstring."""
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            if not ast.get_docstring(child):
                yield child.name
            if isinstance(child, ast.ClassDef):
                yield from undocumented(child)


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert (lines <= LONGEST_FILE, long) == (True, [])


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_public_things_are_documented(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(module)
    assert list(undocumented(module)) == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_nothing_is_left_open_and_nobodys_paths_are_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    assert LOOSE_END.findall(text) + SOMEBODYS_PATH.findall(text) == []
