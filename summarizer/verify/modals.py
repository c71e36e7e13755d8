"""Modal verbs raised: "could" or "may" of a source made "will" or "would".

The verb behind a modal is often another one in the claim ("might fire up the base", "would energize
the base"), so clauses are held against one another by the rest of their words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.modality import ANNOUNCED
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.kept import kept
from summarizer.verify.marks import part_marks
from summarizer.verify.softened import CLAUSE_END, covers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

_FIRM = frozenset({"will", "would", "shall"})
_OPEN = frozenset({"may", "might", "could"})
_FIRMLY = re.compile(r"\b(?:will|would|shall|going to)\b|['’](?:ll|d)\b", re.IGNORECASE)
# So many words behind both modals meet, and this share of the fewer ones; these sentences count.
_MET, _SHARE = 2, 0.5
_SENTENCES = 2


class Modal(NamedTuple):
    """A modal verb and the words of content behind it in its clause."""

    token: Token
    behind: tuple[Token, ...]


def raised(part: PartView) -> Iterator[tuple[Modal, Modal, SourceSentence]]:
    """Firm modals of a part for which its evidence has one that leaves it open."""
    weak = [mark for mark in part_marks(part, "hedges") if mark.rank < ANNOUNCED]
    for mine in _modals(part.claim.text, part.tokens, part.content, _FIRM):
        place = mine.token
        if part.claim.quoted(place.start) or any(covers(part, mark, place) for mark in weak):
            continue
        for sentence in part.evidence[:_SENTENCES]:
            theirs = next((each for each in _open(sentence) if _meet(mine, each)), None)
            if theirs:
                yield mine, theirs, sentence
                break


@kept
def _open(sentence: SourceSentence) -> tuple[Modal, ...]:
    """The modals of a sentence that leave things open, if it has no firm one."""
    if _FIRMLY.search(sentence.text):
        return ()
    text = sentence.source.text
    return tuple(_modals(text, sentence.tokens, sentence.content_tokens, _OPEN))


def _modals(
    text: str, tokens: Sequence[Token], content: Sequence[Token], wanted: frozenset[str]
) -> Iterator[Modal]:
    last = tokens[-1].end if tokens else 0
    for token in tokens:
        if token.lower in wanted:
            end = CLAUSE_END.search(text, token.end, last)
            stop = end.start() if end else last
            yield Modal(token, tuple(t for t in content if token.end <= t.start < stop))


def _meet(mine: Modal, theirs: Modal) -> bool:
    """Whether two modals have much the same behind them."""
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in theirs.behind))
    met = sum(counterpart(token, keys) for token in mine.behind)
    return met >= max(_MET, _SHARE * min(len(mine.behind), len(theirs.behind)))
