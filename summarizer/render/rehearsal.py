"""What would be sent to a model, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.labels import plural
from summarizer.render.visible import without_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.dry_run import DryRun


def dry_run(document: DryRun) -> str:
    """Each message under a line that says whose it is, then tokens and price."""
    return without_codes("\n".join(_lines(document))) + "\n"


def _lines(document: DryRun) -> Iterator[str]:
    for number, request in enumerate(document.requests, 1):
        for message in request.messages:
            yield from (f"=== request {number}, {message.role} ===", message.content)
    prompt = document.prompt
    yield f"=== {plural(len(document.requests), 'request')}, nothing sent ==="
    yield f"{document.model} at {document.server}, prompt {prompt.name}@{prompt.version}"
    tokens = document.tokens
    cost = "of unknown price" if document.cost is None else f"{document.cost:.6f} US dollars"
    yield f"{tokens.input:,} tokens in, at most {tokens.output:,} out: {cost} at most, no repair"
    if document.refusal:
        yield f"a run would be refused: {document.refusal.message}"
        yield f"hint: {document.refusal.hint}"
