"""Condition dropped.

"We will reopen if the repairs are done" is no promise to reopen. Where the sentence that carries
the claim hangs it on a condition and the claim tells the main clause without any condition, hedge
or "would", the reader takes it for settled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.model.findings import Fix
from summarizer.text.modality import ANNOUNCED, conditions
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.marks import part_marks
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="warning",
    verdict="hedge lost",
    example=Example(
        sources=("The mill of Arden will open again in May if the council pays for the roof.",),
        bad="The mill of Arden will open again in May. [1]",
        good="The mill of Arden will open again in May if the council pays for the roof. [1]",
    ),
)

# The claim must have this share of the main clause, and at most this of the condition.
_MAIN = 0.6
_LOST = 0.25
# Fewer words of content beside a condition are too few to be told from a remark.
_WORDS = 3
_PARTED = re.compile(r"[;:.!?—–“”\"]")
# What ends the clause of a condition; and words in the claim that keep a condition in other words.
_END = re.compile(r"[,;:.!?—–“”\"]|\s(?:but|then|he|she|they) ")
_STRONG = frozenset(
    {"if", "unless", "provided that", "only if", "on condition that", "on the condition that"}
    | {"as long as", "so long as", "in case", "subject to", "depending on"}
)
_KEPT = re.compile(
    r"\b(?:would|could|should|may|might|[Ii]f|[Uu]nless|[Ww]hen|[Oo]nce|[Uu]ntil|[Ww]ithout|whether|"
    r"depend\w{0,4}|[Pp]rovided|condition\w{0,4}|in case|in the event|subject to|require\w{0,4}|"
    r"failure|threat\w{0,8}|in exchange|in return|as long as|otherwise|or|pending|needs?|must|"
    r"asked|warn\w{0,4}|by)\b"
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Claims that tell the main clause of a conditional sentence without its condition."""
    if part.claim.headline or not part.evidence or _KEPT.search(part.text):
        return
    if any(mark.rank < ANNOUNCED for mark in part_marks(part, "hedges")):
        return
    best = part.evidence[0]
    for clause in _conditions(best):
        if _is_dropped(part, best, clause):
            words = best.source.text[clause[0] : clause[1]].strip()
            message = f"{part.source.id} says so only '{words}'"
            fix = Fix(message="keep the condition", replacement=None)
            yield Problem(message, (best.evidence(),), fix)
            return


def _conditions(sentence: SourceSentence) -> Iterator[Span]:
    """The clauses of a sentence that open with a condition."""
    for mark in conditions(sentence.text, sentence.start):
        if mark.text.lower() in _STRONG:
            end = _END.search(sentence.source.text, mark.end, sentence.end)
            yield Span(mark.start, end.start() if end else sentence.end)


def _is_dropped(part: PartView, sentence: SourceSentence, clause: Span) -> bool:
    """Whether the claim has the words beside a condition and not its own."""
    first, last = _around(sentence, clause)
    inside = [t for t in sentence.content_tokens if clause.start <= t.start < clause.end]
    beside = [t for t in sentence.content_tokens if first <= t.start < last and t not in inside]
    if not inside or len(beside) < _WORDS:
        return False
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in part.content))
    kept, lost = (sum(counterpart(t, keys) for t in row) / len(row) for row in (beside, inside))
    return kept >= _MAIN and lost <= _LOST


def _around(sentence: SourceSentence, clause: Span) -> tuple[int, int]:
    """The clause that a condition belongs to, up to marks that part clauses."""
    text = sentence.source.text
    before = [m.end() for m in _PARTED.finditer(text, sentence.start, clause.start)]
    behind = _PARTED.search(text, clause.end + 1, sentence.end)
    return before[-1] if before else sentence.start, behind.start() if behind else sentence.end
