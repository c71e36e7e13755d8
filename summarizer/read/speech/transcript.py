"""Turns of a transcript or an interview: "Ada Finch: …", "FINCH: …", "Q: … A: …".

Only where several paragraphs start with a label, and two of them differ or one comes back: one
colon alone is a headline or a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.model.article import Span
from summarizer.read.speech.phrases import Phrase
from summarizer.text.sentences import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.speech.tokens import Block, Clause

_LABEL = re.compile(r"(?:[QA]|[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{0,20}){0,4}):(?= |$)")
_FEWEST = 3  # turns that make a transcript
_ASIDE = ("(", "[")


class Turn(NamedTuple):
    """What one person says: the stretches, the sentence of the label and its last token."""

    content: tuple[Span, ...]
    clause: Clause
    colon: int
    block: int

    @property
    def label(self) -> Phrase:
        """The tokens of the label without its colon."""
        return Phrase(0, self.colon - 1)


def turns(text: str, blocks: Sequence[Block]) -> list[Turn]:
    """The turns of a transcript in order; none if the article is no transcript."""
    labels = [_label(text, block) for block in blocks]
    given = [label for label in labels if label]
    if len(given) < _FEWEST or 2 * len(given) < len(blocks) or not _is_dialogue(given):
        return []
    found: list[Turn] = []
    for number, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        end = block.clauses[-1].end
        if label:
            clause = block.clauses[0]
            colon = clause.low.index(":")
            said = trim(text, clause.ends[colon], end)
            if said.start < said.end:
                found.append(Turn((said,), clause, colon, number))
        elif found and not text.startswith(_ASIDE, block.clauses[0].start):
            more = Span(block.clauses[0].start, end)
            found[-1] = found[-1]._replace(content=(*found[-1].content, more))
    return found


def _is_dialogue(labels: Sequence[str]) -> bool:
    """Whether labels come back, or are written as only transcripts write them."""
    different = len(set(labels))
    return different > 1 and (different < len(labels) or all(map(str.isupper, labels)))


def _label(text: str, block: Block) -> str:
    first = block.clauses[0]
    match = _LABEL.match(text, first.start, first.end)
    return match.group() if match else ""
