"""What there is to be evaluated: suites, cases, recorded subjects, and faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError
from summarizer.evaluation.suites import names_of, read_case, suites

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.suites import Place, Suite


def listed(where: Place, names: Sequence[str]) -> dict[str, Any]:
    """The suites of these names (none: all) as a JSON value.

    Raises:
        UsageError: there is no such suite.
    """
    return {
        "folder": str(where.folder),
        "suites": [_listed(where, name) for name in names_of(where, names)],
    }


def _listed(where: Place, name: str) -> dict[str, Any]:
    try:
        return _suite(*suites(where, [name]))
    except InputError as error:
        problems = error.message.split("\n")
        return {"name": name, "description": "", "cases": [], "problems": problems}


def _suite(suite: Suite) -> dict[str, Any]:
    cases, problems = [], []
    for name in suite.cases:
        try:
            case = read_case(suite, name)
        except InputError as error:
            problems += error.message.split("\n")
            continue
        expected = case.expected
        cases.append(
            {
                "id": name,
                "kind": expected.kind,
                "articles": len(case.articles),
                "facts": len(expected.facts),
                "faulty": len(expected.faulty),
                "sound": len(expected.sound),
            }
        )
    return {
        "name": suite.name,
        "description": suite.description,
        "cases": cases,
        "problems": problems,
    }


def told(found: dict[str, Any]) -> str:
    """The same for people."""
    lines = [f"{found['folder']}"]
    for suite in found["suites"]:
        lines += ["", f"{suite['name']}: {suite['description']}"]
        for case in suite["cases"]:
            counts = ", ".join(f"{case[key]} {key}" for key in ("articles", "facts", "faulty"))
            lines.append(f"  {case['id']:<24} {case['kind']:<16} {counts}, {case['sound']} sound")
        lines += [f"  wrong: {each}" for each in suite["problems"]]
    return "\n".join(lines) + "\n"
