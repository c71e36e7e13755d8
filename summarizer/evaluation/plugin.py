"""Cases as tests of pytest: `pytest --summarizer-eval eval/suites/news`.

Each `case.json` becomes a test for each subject that is recorded (or the extractive writer where
none is): it fails where something is published that its sources do not carry, a fault of the suite
is found no more, or recorded answers are stale. Without the option nothing is collected, and
nothing of the harness is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summarizer.evaluation.model import Subject
    from summarizer.evaluation.suites import Place, Suite

_CASE = "case.json"
_SUITE = "suite.toml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--summarizer-eval`, `--summarizer-prompt` and `--summarizer-writer`."""
    group = parser.getgroup("summarizer", "evaluation of summaries")
    group.addoption(
        "--summarizer-eval", action="store_true", help="collect cases of evaluation suites"
    )
    group.addoption(
        "--summarizer-prompt",
        action="append",
        default=[],
        metavar="NAME[@VERSION]",
        help="judge recorded answers to this prompt (repeatable; default: all released ones)",
    )
    group.addoption(
        "--summarizer-writer",
        action="append",
        default=[],
        choices=["extractive"],
        help="judge a writer without a model",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """The case that a file is, if cases are asked for."""
    if not parent.config.getoption("--summarizer-eval") or file_path.name != _CASE:
        return None
    if not (file_path.parent.parent / _SUITE).is_file():
        return None
    found: pytest.Collector = CaseFile.from_parent(parent, path=file_path)
    return found


class CaseFile(pytest.File):
    """A `case.json`: a test for each subject."""

    def collect(self) -> Iterator[pytest.Item]:
        """The tests of the case."""
        from summarizer.evaluation.subjects import Choice, chosen  # noqa: PLC0415  (if asked for)
        from summarizer.evaluation.suites import Place, suites  # noqa: PLC0415  (the same)

        folder = self.path.parent.parent
        where = Place(folder=folder.parent.parent)
        (suite,) = suites(where, [folder.name])
        option = self.config.getoption
        choice = Choice(
            prompts=tuple(option("--summarizer-prompt")),
            writers=tuple(option("--summarizer-writer")),
        )
        for subject in chosen(where, suite, choice, None):
            item: CaseItem = CaseItem.from_parent(self, name=str(subject))
            item.judged = (where, suite, subject)
            yield item


class CaseItem(pytest.Item):
    """A case as one subject wrote it, with all its trials."""

    judged: tuple[Place, Suite, Subject]

    def runtest(self) -> None:
        """Judge the case; everything that is wrong with it is told at once."""
        from summarizer.evaluation.hearing import Rules  # noqa: PLC0415  (where cases are asked for)
        from summarizer.evaluation.judge import jobs, judge  # noqa: PLC0415  (the same)
        from summarizer.evaluation.verdict import faults_of_case  # noqa: PLC0415  (the same)

        where, suite, subject = self.judged
        name = self.path.parent.name
        planned = [job for job in jobs(where, suite, [subject], rules=Rules()) if job.case == name]
        found = judge(planned, processes=1)
        if found.missing:
            pytest.skip(found.missing[0])
        if faults := faults_of_case(where, suite, found):
            pytest.fail("\n".join(faults), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the case is."""
        return self.path, None, f"{self.path.parent.name}: {self.name}"
