"""The layers of docs/architecture.md, held by reading the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "summarizer"
# Errors, whole files, and the place of data files; every part may use them.
FLOOR = {"errors", "files", "resources", "version"}
ROOMS = {"read", "merge", "write", "verify", "render"}
DOORS = {"digest", "evaluation"}
MAY_IMPORT = {
    "errors": set[str](),
    "files": set[str](),
    "version": set[str](),
    "resources": {"errors"},
    "model": set[str](),
    "text": {"model"} | FLOOR,
    **{room: {"model", "text"} | FLOOR for room in ROOMS},
    "pipeline": {"model", "text"} | FLOOR | ROOMS,
    **{door: {"model", "text", "pipeline"} | FLOOR | ROOMS for door in DOORS},
    "cli": {"model", "text", "pipeline", "summarizer"} | FLOOR | ROOMS | DOORS,
    "__main__": {"cli"},
    # the public interface: it hands on what the walk and reading offer
    "summarizer": {"model", "pipeline"} | FLOOR | ROOMS,
}
SOURCES = sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """The part of the house that a file belongs to: a folder, or a module beside them."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "summarizer" if first == "__init__" else first


def imported(source: str) -> set[str]:
    """The parts that a source imports, inside functions and for type checking too."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names.add(node.module or "")
            names |= {f"{node.module}.{a.name}" for a in node.names if node.module == "summarizer"}
    ours = [name.split(".") for name in names if name.split(".")[0] == "summarizer"]
    known = {name[1] if len(name) > 1 else "summarizer" for name in ours}
    # `from summarizer import x` names the package and the part, or a public function of it
    parts = known & set(MAY_IMPORT)
    return parts - {"summarizer"} or parts


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_imports_only_from_the_layers_below(path: Path) -> None:
    home = part(path)
    assert home in MAY_IMPORT, f"docs/architecture.md knows no part '{home}'"
    above = imported(path.read_text(encoding="utf-8")) - MAY_IMPORT[home] - {home}
    assert above == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from summarizer.model.article import Article", {"model"}),
        ("import summarizer.merge.facts.align", {"merge"}),
        ("from summarizer import pipeline", {"pipeline"}),
        ("from summarizer import read", {"read"}),
        ("from summarizer import summarize", {"summarizer"}),
        ("def f():\n    from summarizer.verify import check", {"verify"}),
        ("import json", set[str]()),
    ],
)
def test_imports_are_seen(source: str, expected: set[str]) -> None:
    assert imported(source) == expected
