"""A digest as JSON, by the schema in `summarizer/model/schemas/digest.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from summarizer.digest.model import Changes, Digest, Failed, Problem, Selection, Status
from summarizer.model.codec import encode
from summarizer.model.summary import Summary
from summarizer.render.json import escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a story goes on; `changes` is None where it is told for the first time."""

    story: str
    changes: Changes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The layout of `digest.json`; `changes` has one entry for each of `stories`."""

    schema: int
    job: str
    period: str
    status: Status
    stories: tuple[Summary, ...]
    failed: tuple[Failed, ...]
    at: str
    changes: tuple[Course, ...]
    problems: tuple[Problem, ...]
    selection: Selection | None


def document(digest: Digest) -> Document:
    """The digest in the layout of its JSON."""
    return Document(
        schema=digest.schema,
        job=digest.job,
        period=digest.period,
        status=digest.status,
        stories=tuple(each.summary for each in digest.stories),
        failed=digest.failed,
        at=digest.at,
        changes=tuple(Course(story=each.story, changes=each.changes) for each in digest.stories),
        problems=digest.problems,
        selection=digest.selection,
    )


def text(digest: Digest) -> str:
    """The document, indented by two blanks."""
    return escaped(json.dumps(encode(document(digest)), indent=2, ensure_ascii=False)) + "\n"


def line(digest: Digest) -> str:
    """The document as one line."""
    return escaped(json.dumps(encode(document(digest)), ensure_ascii=False))
