"""Who is judged: prompts with their recorded answers, writers, folders of somebody's summaries.

The answers of a trial are `cassettes/<suite>/<case>/<prompt@version>/<model>/<trial>/*.json`; the
name of a model is quoted as in a web address. Trials are whole numbers from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from summarizer.errors import UsageError
from summarizer.evaluation.model import Subject
from summarizer.write.prompted.prompts import Prompts, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from summarizer.evaluation.suites import Place, Suite

EXTRACTIVE = "extractive"
# Endings of summaries that somebody else wrote.
_ENDINGS = (".md", ".markdown", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which subjects: names of prompts (NAME or NAME@VERSION), models, writers, folders.

    Without a model every one that was recorded; with nothing at all every released prompt that was
    recorded, or the extractive writer where none was.
    """

    prompts: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    summaries: tuple[Path, ...] = ()


def prompt_folder(where: Place, suite: Suite, case: str, subject: Subject) -> Path:
    """Where the trials of a prompt with a model are, or would be."""
    model = _quoted(subject.model or "")
    return where.cassettes / suite.name / case / subject.name / model


def _quoted(name: str) -> str:
    """A name as that of a folder: no separator, and never "." or ".."."""
    return quote(name, safe=" @+=,") if name.strip(".") else name.replace(".", "%2E")


def trials(where: Place, suite: Suite, case: str, subject: Subject) -> tuple[int, ...]:
    """The trials of a case that something is recorded of, ascending."""
    folder = prompt_folder(where, suite, case, subject)
    names = [path.parent.name for path in folder.glob("*/*.json")]
    return tuple(sorted({int(name) for name in names if name.isdecimal()}))


def recorded(where: Place, suite: Suite) -> tuple[Subject, ...]:
    """The prompts and models of which any case of a suite has answers, sorted."""
    found = {
        Subject(kind="prompt", name=path.parent.name, model=unquote(path.name))
        for case in suite.cases
        for path in (where.cassettes / suite.name / case).glob("*@*/*")
        if path.is_dir()
    }
    return tuple(sorted(found, key=lambda each: (each.name, each.model or "")))


def chosen(
    where: Place, suite: Suite, choice: Choice, prompts_dir: Path | None
) -> tuple[Subject, ...]:
    """The subjects of a choice, as far as there is something to judge in this suite.

    Raises:
        UsageError: there is no such prompt, writer or folder.
    """
    prompts = Prompts(prompts_dir or where.prompts)
    named = {reference(prompts, name) for name in choice.prompts}
    there = recorded(where, suite)
    found = [
        each
        for each in there
        if each.name in named and (not choice.models or each.model in choice.models)
    ]
    found += [_writer(name) for name in choice.writers]
    found += [_folder(folder) for folder in choice.summaries]
    if not (choice.prompts or choice.writers or choice.summaries):
        found = _usual(there, choice.models)
    return tuple(dict.fromkeys(found))


def _usual(there: Iterable[Subject], models: Sequence[str]) -> list[Subject]:
    released = set(Prompts().names())
    found = [each for each in there if each.name in released]
    return [each for each in found if not models or each.model in models] or [_writer(EXTRACTIVE)]


def reference(prompts: Prompts, name: str) -> str:
    """A prompt's name with its version."""
    reference = writing(prompts, name).reference
    return f"{reference.name}@{reference.version}"


def _writer(name: str) -> Subject:
    if name != EXTRACTIVE:
        hint = f"a prompt is named with --prompt; the only writer without one is {EXTRACTIVE}"
        raise UsageError("unknown-writer", f"'{name}' is no writer without a prompt", hint)
    return Subject(kind="writer", name=name)


def _folder(folder: Path) -> Subject:
    if not folder.is_dir():
        hint = "it holds CASE.md or CASE/ANY.md for each case, or SUITE/CASE.md"
        raise UsageError("no-summaries", f"{folder} is no folder of summaries", hint)
    return Subject(kind="summaries", name=str(folder))


def summaries(folder: Path, suite: str, case: str) -> tuple[Path, ...]:
    """Somebody's summaries of a case, a trial each, by name.

    They are CASE.md or the files of CASE/, in the folder itself or in its SUITE/.
    """
    for root in (folder / suite, folder):
        alone = [root / f"{case}{ending}" for ending in _ENDINGS]
        several = sorted((root / case).glob("*")) if (root / case).is_dir() else []
        found = [path for path in (*alone, *several) if path.suffix in _ENDINGS and path.is_file()]
        if found:
            return tuple(found)
    return ()
