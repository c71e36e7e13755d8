"""Summary that breaks its published schema.

A summary in our JSON is valid against `summarizer/model/schemas/summary.json`, each id stands for
one thing, and each id that is referred to exists. Anybody's Markdown has no schema.
"""

from __future__ import annotations

import functools
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summarizer.verify.examples import whole_summary
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.protocols import Validator

    from summarizer.verify.view import DocumentView

RULE = Rule(
    level="error",
    verdict="invalid",
    example=Example(
        sources=("A fire closed the harbour of Arden on Monday.",),
        bad=whole_summary("A fire closed the harbour of Arden on Monday.", kind="rumour"),
        good=whole_summary("A fire closed the harbour of Arden on Monday.", kind="event"),
    ),
)

# A broken document breaks in many places; the first ones tell enough.
_MOST = 20


def check_document(view: DocumentView) -> Iterator[Problem]:
    """Places where the JSON value does not fit the schema, and ids that do not fit together."""
    data = view.document.data
    if data is None:
        return
    errors = sorted(_validator().iter_errors(data), key=lambda error: list(map(str, error.path)))
    for error in errors[:_MOST]:
        yield Problem(f"{error.json_path}: {error.message[:200]}")
    if not errors:
        yield from map(Problem, _misfits(data))


@functools.cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (0.1 s, only for JSON)

    schema = files("summarizer").joinpath("model", "schemas", "summary.json")
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def _misfits(data: Any) -> Iterator[str]:  # noqa: ANN401  (a JSON value)
    """Ids given twice, and ids referred to that are not there."""
    for kind in ("claims", "events", "origins", "sources"):
        ids = [each["id"] for each in data[kind]]
        for one in sorted({each for each in ids if ids.count(each) > 1}):
            yield f"$.{kind}: the id {one} is given more than once"
    origins = {each["id"] for each in data["origins"]}
    sources = {each["id"] for each in data["sources"]}
    for claim in data["claims"]:
        for unknown in sorted({*claim["origins"]} - origins):
            yield f"$.claims: {claim['id']} names the origin {unknown}, which is not listed"
    for kind in ("events", "origins"):
        for each in data[kind]:
            for unknown in sorted({*each["sources"]} - sources):
                yield f"$.{kind}: {each['id']} names the source {unknown}, which is not listed"
