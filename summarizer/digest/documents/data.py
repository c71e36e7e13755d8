"""A digest as JSON, by the schema in `summarizer/model/schemas/digest.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.model.codec import encode
from summarizer.render.json import escaped

if TYPE_CHECKING:
    from summarizer.digest.model import Digest


def content(digest: Digest) -> dict[str, Any]:
    """The digest as JSON values; `changes` has, for each story, what changed (null: it is new)."""
    return {
        "schema": digest.schema,
        "job": digest.job,
        "period": digest.period,
        "status": digest.status,
        "stories": [encode(each.summary) for each in digest.stories],
        "failed": [encode(each) for each in digest.failed],
        "at": digest.at,
        "changes": [
            {"story": each.story, "changes": encode(each.changes)} for each in digest.stories
        ],
        "problems": [encode(each) for each in digest.problems],
    }


def text(digest: Digest) -> str:
    """The document, indented by two blanks."""
    return escaped(json.dumps(content(digest), indent=2, ensure_ascii=False)) + "\n"


def line(digest: Digest) -> str:
    """The document as one line."""
    return escaped(json.dumps(content(digest), ensure_ascii=False))
