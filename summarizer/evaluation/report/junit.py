"""Judgements and comparisons as JUnit XML, which services of continuous integration show."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from summarizer.evaluation.report import figures
from summarizer.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.model import Comparison, Judgement, Scored


class _Suite:
    """Test cases under one name."""

    def __init__(self, name: str) -> None:
        self.element = ET.Element("testsuite", name=visible(name))
        self.tests = self.failures = self.errors = 0

    def add(
        self,
        group: str,
        name: str,
        *,
        text: Sequence[str] = (),
        wrong: Sequence[str] = (),
        error: str = "",
    ) -> None:
        """A test that passes unless something is `wrong`, or an `error` kept it from running."""
        case = ET.SubElement(self.element, "testcase", classname=visible(group), name=visible(name))
        self.tests += 1
        if error:
            self.errors += 1
            ET.SubElement(case, "error", message=visible(error))
        elif wrong:
            self.failures += 1
            failure = ET.SubElement(case, "failure", message=visible(wrong[0]))
            failure.text = "\n".join(map(visible, wrong))
        if text:
            ET.SubElement(case, "system-out").text = "\n".join(map(visible, text))


def comparison(document: Comparison) -> str:
    """A test for each metric, failed if it regressed, and one for each hard failure."""
    metrics = _Suite(f"{document.b} against {document.a}")
    for name, each in document.metrics.items():
        told = (
            f"{figures.value(name, each.a)} -> {figures.value(name, each.b)},"
            f" {figures.change(name, each.difference)}"
            f" ({figures.interval(name, each.low, each.high)}), p {figures.probability(each.p)}"
        )
        wrong = [f"{name} regressed: {told}"] if each.verdict == "regressed" else []
        metrics.add("metric", name, text=[f"{each.verdict}: {told}"], wrong=wrong)
    for failure in document.hard_failures:
        metrics.add("hard failure", figures.failure(failure), wrong=[figures.failure(failure)])
    return _document(metrics)


def judgement(document: Judgement, scored: Sequence[Scored]) -> str:
    """A test for each case, subject and trial, and one for each metric below its floor."""
    tests = _Suite("summarizer eval")
    for each in scored:
        outcome = each.outcome
        wrong = [
            figures.failure(failure)
            for failure in document.hard_failures
            if failure.case in (outcome.case, f"{outcome.suite}/{outcome.case}")
            and failure.subject == str(outcome.subject)
            and failure.trial in (None, outcome.trial)
        ]
        lines = [f"{s.metric}: {line}" for s in each.scores for line in s.detail]
        name = f"{outcome.case}, trial {outcome.trial}"
        group = f"{outcome.suite}.{outcome.subject}"
        tests.add(group, name, text=lines, wrong=wrong)
    for stale in document.stale:
        name = f"{stale.case}, trial {stale.trial}"
        tests.add(stale.subject, name, error=f"stale: {stale.reason}")
    for line in document.below:
        tests.add("floor", line, wrong=[line])
    return _document(tests)


def _document(suite: _Suite) -> str:
    counts = {
        "tests": str(suite.tests),
        "failures": str(suite.failures),
        "errors": str(suite.errors),
    }
    suite.element.attrib.update(counts)
    root = ET.Element("testsuites", counts)
    root.append(suite.element)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
