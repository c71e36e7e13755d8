"""The container file, read as far as it can be without building it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Instructions with their arguments, continued lines joined.
INSTRUCTION = re.compile(r"^([A-Z]+)\s+(.*)$", re.MULTILINE)
TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
INSTRUCTIONS = INSTRUCTION.findall(TEXT)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def arguments(instruction: str) -> list[str]:
    return [text for name, text in INSTRUCTIONS if name == instruction]


def copied() -> set[str]:
    """What is copied from the folder of the project."""
    plain = [text.split() for text in arguments("COPY") if "--from=" not in text]
    return {name.rstrip("/") for names in plain for name in names[:-1]}


def test_what_it_copies_is_there() -> None:
    assert sorted(name for name in copied() if not (ROOT / name).exists()) == []


def test_it_copies_all_that_the_wheel_is_made_of() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    project = PROJECT["project"]
    needed = {"pyproject.toml", project["readme"], *project["license-files"], *wheel}
    covered = {name for name in needed if any(f"{name}/".startswith(f"{c}/") for c in copied())}
    assert covered == needed


def test_nothing_runs_as_root_and_the_program_is_the_entry_point() -> None:
    order = [name for name, _ in INSTRUCTIONS]
    assert (arguments("USER"), arguments("ENTRYPOINT")) == (["10001:10001"], ['["summarizer"]'])
    assert "RUN" not in order[order.index("USER") :]


def test_its_python_is_one_that_the_project_supports() -> None:
    (version,) = set(re.findall(r"python:(3\.\d+)-slim", "\n".join(arguments("FROM"))))
    assert f"Programming Language :: Python :: {version}" in PROJECT["project"]["classifiers"]
