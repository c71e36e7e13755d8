"""Suites as data: `suites/<suite>/suite.toml` and a folder for each case.

A suite is refused with everything that is wrong with it, not with the first thing.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError, UsageError
from summarizer.evaluation.case import Case, Expectations, Length
from summarizer.evaluation.contradictions import contradictions
from summarizer.model.codec import decode
from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS
from summarizer.read import read
from summarizer.resources import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUITE_FILE = "suite.toml"
CASE_FILE = "case.json"
ARTICLES = "articles"
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_KEYS = {"name": str, "description": str, "cases": list, "limits": dict, "floors": dict}
_LIMITS = {"max_words": MAX_WORDS, "max_sentences": MAX_SENTENCES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A suite without its cases' articles: what `suite.toml` says.

    `limits` hold for every summary of it; `floors` are the least values of metrics that are set by
    hand, beside those of the baseline.
    """

    name: str
    description: str
    folder: Path
    cases: tuple[str, ...]
    max_words: int
    max_sentences: int
    floors: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The folder of evaluation data: suites, baselines, cassettes, prompts and runs."""

    folder: Path

    @property
    def suites(self) -> Path:
        """The folder of suites."""
        return self.folder / "suites"

    @property
    def cassettes(self) -> Path:
        """The folder of recorded answers."""
        return self.folder / "cassettes"

    @property
    def baselines(self) -> Path:
        """The folder of baselines."""
        return self.folder / "baselines"

    @property
    def runs(self) -> Path:
        """The folder of stored runs."""
        return self.folder / "runs"

    @property
    def prompts(self) -> Path | None:
        """The folder of prompts that are no released ones, where there is one."""
        folder = self.folder / "prompts"
        return folder if any(folder.glob("*/*.md")) else None


def place(folder: Path | None) -> Place:
    """The folder given, else `eval` of the current one, else the one that came with the package.

    Raises:
        UsageError: it holds no suites.
    """
    here = Path("eval")
    found = folder or (here if (here / "suites").is_dir() else Path(str(data("eval"))))
    if not (found / "suites").is_dir():
        raise UsageError(
            "no-suites", f"{found} has no folder 'suites'", "name another one with --eval-dir"
        )
    return Place(folder=found)


def names_of(where: Place, names: Sequence[str] = ()) -> tuple[str, ...]:
    """These names of suites in the order given; without names all there are, by name.

    Raises:
        UsageError: there is no such suite.
    """
    there = sorted(path.parent.name for path in where.suites.glob(f"*/{SUITE_FILE}"))
    for name in names:
        if name not in there:
            hint = f"the suites of {where.folder} are: {', '.join(there) or 'none'}"
            raise UsageError("unknown-suite", f"there is no suite '{name}'", hint)
    if not there:
        hint = f"a suite is a folder with {SUITE_FILE}"
        raise UsageError("no-suites", f"{where.suites} holds no suite", hint)
    return tuple(dict.fromkeys(names or there))


def suites(where: Place, names: Sequence[str] = ()) -> tuple[Suite, ...]:
    """The suites of these names, as `names_of`.

    Raises:
        UsageError: there is no such suite.
        InputError: a `suite.toml` is wrong.
    """
    return tuple(_suite(where.suites / name) for name in names_of(where, names))


def _suite(folder: Path) -> Suite:
    path = folder / SUITE_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as reason:
        raise wrong([f"{path}: {reason}"]) from reason
    problems = [f"{path}: {each}" for each in _faults_of(table, folder)]
    if problems:
        raise wrong(problems)
    return Suite(
        name=folder.name,
        description=table["description"],
        folder=folder,
        cases=tuple(table["cases"]),
        floors={name: float(value) for name, value in table.get("floors", {}).items()},
        **{key: table.get("limits", {}).get(key, usual) for key, usual in _LIMITS.items()},
    )


def _faults_of(table: dict[str, Any], folder: Path) -> Iterator[str]:
    """What is wrong with a `suite.toml`."""
    yield from (f"there is no key '{key}'" for key in table if key not in _KEYS)
    for key in ("name", "description", "cases"):
        if not isinstance(table.get(key), _KEYS[key]):
            yield f"'{key}' is missing, or no {_KEYS[key].__name__}"
            return
    if table["name"] != folder.name:
        yield f"'name' is '{table['name']}', and the folder is '{folder.name}'"
    named = table["cases"]
    there = {path.parent.name for path in folder.glob(f"*/{CASE_FILE}")}
    for name in dict.fromkeys(map(str, named)):
        if named.count(name) != 1 or not _NAME.match(name):
            yield f"'cases' has '{name}' twice, or it is no name of a folder"
    yield from (
        f"'cases' leaves out '{name}'" for name in sorted(there.difference(map(str, named)))
    )
    yield from _wrong_numbers(table)


def _wrong_numbers(table: dict[str, Any]) -> Iterator[str]:
    limits, floors = table.get("limits", {}), table.get("floors", {})
    if not isinstance(limits, dict) or not isinstance(floors, dict):
        yield "'limits' and 'floors' are tables"
        return
    for key, value in limits.items():
        if key not in _LIMITS:
            yield f"there is no key 'limits.{key}'"
        elif type(value) is not int or value < 1:
            yield f"'limits.{key}' is no whole number of 1 or more"
    for key, value in floors.items():
        if type(value) not in (int, float):
            yield f"'floors.{key}' is no number"


def read_case(suite: Suite, name: str) -> Case:
    """A case with its articles read.

    Raises:
        InputError: articles cannot be read, or the expectations are wrong or contradict each other;
            the message names every fault.
    """
    case = _loaded(suite, name)
    problems = [f"{case.id}: {each}" for each in contradictions(case, suite.max_sentences)]
    if problems:
        raise wrong(problems)
    return case


def _loaded(suite: Suite, name: str) -> Case:
    folder = suite.folder / name
    return Case(
        id=f"{suite.name}/{name}",
        folder=folder,
        expected=_expectations(folder / CASE_FILE, f"{suite.name}/{name}"),
        articles=read([folder / ARTICLES]),
    )


def _expectations(path: Path, label: str) -> Expectations:
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as reason:
        raise wrong([f"{label}: {CASE_FILE}: {reason}"]) from reason
    problems = [f"{label}: {each}" for each in _against_schema(document)]
    if problems:
        raise wrong(problems)
    return decode(Expectations, _filled(document))


def schema() -> dict[str, Any]:
    """The JSON Schema of `case.json`."""
    folder = files("summarizer").joinpath("evaluation").joinpath("schemas")
    text = folder.joinpath("case.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _against_schema(document: object) -> Iterator[str]:
    """What the schema says against a document: the place in it, and what is wrong there."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (.1 s: only where cases are read)

    errors = Draft202012Validator(schema()).iter_errors(document)
    for error in sorted(errors, key=lambda each: (each.json_path, each.message)):
        yield f"{error.json_path.removeprefix('$.')}: {error.message}"


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    """The document with what it may leave out: empty lists, no exceptions, any length."""
    empty: dict[str, Any] = {each.name: [] for each in fields(Expectations)}
    given = {key: value for key, value in document.items() if key != "$schema"}
    length = {each.name: None for each in fields(Length)} | given.get("length", {})
    forbidden = [{"unless_attributed_to": None} | each for each in given.get("forbidden", ())]
    speakers = [{"also": []} | each for each in given.get("speakers", ())]
    return empty | given | {"length": length, "forbidden": forbidden, "speakers": speakers}


def wrong(problems: Sequence[str]) -> InputError:
    """The error of a suite, a line for each fault."""
    hint = "docs/evaluation.md tells what a case holds; `summarizer eval list` names every fault"
    return InputError("bad-suite", "\n".join(problems), hint)
