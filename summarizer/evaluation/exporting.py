"""Suites for those who live elsewhere: as promptfoo's configuration, as a task of inspect_ai.

What is exported is the request that a model would get about each case, and the expectations that
need no source text at hand: facts, and what must not be told. The check itself stays here.
"""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from summarizer.errors import UsageError
from summarizer.evaluation.subjects import reference
from summarizer.evaluation.suites import read_case
from summarizer.pipeline.drafts import Assignment, Limits
from summarizer.pipeline.modelled import rehearsed
from summarizer.pipeline.stories import common_story
from summarizer.write.prompted.prompts import Prompts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.suites import Place, Suite
    from summarizer.pipeline.settings import ModelSettings

Target = Literal["promptfoo", "inspect"]


class _Asked(NamedTuple):
    """A case with the messages about it."""

    case: Case
    messages: list[dict[str, str]]


def exported(
    where: Place, suites: Sequence[Suite], target: Target, settings: ModelSettings
) -> dict[str, str]:
    """The files of an export, by name; `settings` name the model and the prompt.

    Raises:
        UsageError: there is no such prompt, or it asks in several steps.
        InputError: a case is wrong.
    """
    folder = settings.prompts_dir or where.prompts
    known = Prompts(folder)
    name = reference(known, settings.prompt)
    if known.find(name).strategy != "one-call":
        hint = "export one that asks in one call, like summarize@1"
        raise UsageError("many-steps", f"{name} asks in several steps", hint)
    named = replace(settings, prompt=name, prompts_dir=folder)
    asked = [_asked(suite, case, named) for suite in suites for case in suite.cases]
    return _promptfoo(asked, named) if target == "promptfoo" else _inspect(asked)


def _asked(suite: Suite, name: str, settings: ModelSettings) -> _Asked:
    case = read_case(suite, name)
    limits = Limits(max_words=suite.max_words, max_sentences=suite.max_sentences)
    request = rehearsed(Assignment(common_story(case.articles), limits), settings).requests[0]
    return _Asked(case, [{"role": m.role, "content": m.content} for m in request.messages])


def _promptfoo(asked: Sequence[_Asked], settings: ModelSettings) -> dict[str, str]:
    provider = {
        "id": f"openai:chat:{settings.name}",
        "config": {"response_format": {"type": "json_object"}},
    }
    roles = [each["role"] for each in asked[0].messages]
    chat = [{"role": role, "content": f"{{{{message{n}}}}}"} for n, role in enumerate(roles)]
    config = {
        "description": f"{settings.prompt} on cases of summarizer",
        "prompts": [{"id": "file://prompt.json", "label": settings.prompt}],
        "providers": [provider],
        "tests": [
            {
                "description": each.case.id,
                "vars": {f"message{n}": m["content"] for n, m in enumerate(each.messages)},
                "assert": list(_assertions(each.case)),
            }
            for each in asked
        ],
    }
    return {
        "promptfooconfig.json": _pretty(config),
        "prompt.json": _pretty(chat),
        "checks.js": _data("checks.js"),
    }


def _assertions(case: Case) -> Iterator[dict[str, Any]]:
    yield {"type": "is-json"}
    checks = [("fact", each) for each in _facts(case)]
    checks += [("forbidden", each) for each in _forbidden(case)]
    for kind, each in checks:
        yield {
            "type": "javascript",
            "metric": kind,
            "value": "file://checks.js",
            "config": {"kind": kind, **each},
        }


def _inspect(asked: Sequence[_Asked]) -> dict[str, str]:
    samples = [
        {
            "id": each.case.id,
            "input": each.messages,
            "target": [fact["text"] for fact in _facts(each.case)],
            "metadata": {"facts": _facts(each.case), "forbidden": _forbidden(each.case)},
        }
        for each in asked
    ]
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in samples)
    return {"cases.jsonl": "".join(lines), "task.py": _data("inspect_task.txt")}


def _facts(case: Case) -> list[dict[str, Any]]:
    """The facts that must be told, with the sources that carry them."""
    return [
        {
            "id": fact.id,
            "text": fact.text,
            "words": list(fact.words),
            "sources": list(dict.fromkeys(place.source for place in case.stretches(fact))),
        }
        for fact in case.expected.facts
        if fact.must
    ]


def _forbidden(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "text": each.text,
            "words": list(each.words),
            "names": list(each.unless_attributed_to or ()),
        }
        for each in case.expected.forbidden
    ]


def _pretty(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _data(name: str) -> str:
    folder = files("summarizer").joinpath("evaluation").joinpath("exports")
    return folder.joinpath(name).read_text(encoding="utf-8")
