"""What numbers depend on, as digests: the corpus, the prompts, the rules."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import summarizer
from summarizer.evaluation.suites import ARTICLES, CASE_FILE, SUITE_FILE
from summarizer.verify.registry import selected
from summarizer.write.prompted.prompts import Prompts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.evaluation.hearing import Rules
    from summarizer.evaluation.model import Subject
    from summarizer.evaluation.suites import Place, Suite

# The folders of the package whose code and word lists decide what the check says.
_CHECKING = ("text", "verify")


def corpus(suite: Suite) -> str:
    """The SHA-256 of a suite: its file, its cases and their articles."""
    files = [suite.folder / SUITE_FILE]
    for case in suite.cases:
        folder = suite.folder / case
        files += [folder / CASE_FILE, *sorted((folder / ARTICLES).rglob("*"))]
    return _together(suite.folder, files)


def rules(chosen: Rules) -> str:
    """The SHA-256 of the check: which rules run, and all that they are made of."""
    package = Path(summarizer.__file__).parent
    files = [path for folder in _CHECKING for path in sorted((package / folder).rglob("*"))]
    kept = (path for path in files if "__pycache__" not in path.parts)
    ids = " ".join(rule.id for rule in selected(chosen.select, chosen.ignore))
    return hashlib.sha256(f"{_together(package, kept)} {ids}".encode()).hexdigest()


def prompt(where: Place, subject: Subject, prompts_dir: Path | None) -> str | None:
    """The SHA-256 of a prompt with those it works with; None where there is none."""
    if subject.kind != "prompt":
        return None
    prompts = Prompts(prompts_dir or where.prompts)
    found = prompts.find(subject.name)
    others = [prompts.find(name).reference.sha256 for _, name in sorted(found.companions.items())]
    return hashlib.sha256(" ".join([found.reference.sha256, *others]).encode()).hexdigest()


def _together(root: Path, files: Iterable[Path]) -> str:
    """One digest of files by their names below a folder and what they hold."""
    whole = hashlib.sha256()
    for path in files:
        if path.is_file():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return whole.hexdigest()
