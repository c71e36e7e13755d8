"""What a quotation loses where it is cut: operators of its own clause that stand outside the marks.

To the left count the negations, hedges and conditions within a few words, a question that the words
are in ("when it will open"), a speaker's report of somebody else ("they say that"), and a clause
that the sentence opens with ("If …", "While …"); to the right conditions, "at least for now" and
"but … not".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import tokenize
from summarizer.verify.operators import Operator, operator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Span
    from summarizer.text.quotes import Quotation
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source
    from summarizer.verify.view import PartView

_CLAUSE = re.compile(
    r"[;:.!?—–]|--|, (?:(?:and|but|so|yet|or|while|which|who)\b|(?=[A-Z“\"]))"
    r"|\s(?:and|but)(?=\s(?:I|we|you|he|she|it|they|there)\b|\s*\Z)"
)
# Within speech a comma before one of these begins a clause of its own.
_SUBJECT = re.compile(r"(?:I|we|you|he|she|it|they|there)\b")
_OPEN = ' "“'
_MARK = re.compile(r'["“”]')
# A clause that the sentence opens with and that the words hang on, or stand in.
_CONDITION = re.compile(
    r"(?:\W*(?:and |but |so )?|.*\bthat )"
    r"(?:if|unless|once|until|without|as long as|even if|assuming|provided|pending)\b[^;!?]*\Z",
    re.IGNORECASE,
)
_CONCESSION = re.compile(r"\W*(?:and |but )?(?:while|although|though)\b[^;!?,]*\Z", re.IGNORECASE)
# The words stand in a question: "when it", "how much of it"; not in a clause behind a comma.
_QUESTION = re.compile(r"(?<!, )\b(?:whether|if|when|how|why|where)(?:\s[\w'’-]{1,20}){0,3}\s*\Z")
_RIGHT_CONDITION = re.compile(
    r"(?:[,\s]{0,2}(?:is |was )?(?:only )?(?:if|unless|provided|except if|as long as)|\swhether)\b",
    re.IGNORECASE,
)
_RIGHT_HEDGE = re.compile(
    r",?\s(?:at least|for now|so far|for the moment|in part|to some extent|perhaps|maybe|probably|"
    r"possibly|I (?:think|hope|believe|guess))\b"
)
_BUT_NOT = re.compile(
    r",?\s(?:but\s(?:[\w'’]{1,20}\s){0,4}?(?:not|never|no|[a-z]{0,6}n['’]t|\w{1,5}['’]re not)"
    r"|and\s(?:then\s|also\s)?(?:not|never))\b"
)
# A negation or hedge further than this from the cut governs something else.
_NEAR = 7
# The reporter's own words before the marks: those that govern them stand nearer.
_BEFORE = 3
_OTHERS = frozenset({"they", "he", "she", "people", "police", "everybody", "everyone", "some"})
_PASSES_ON = frozenset({"say", "tell", "hear", "claim", "report"})
# Words of a claim that keep a condition or a concession, and the order that does ("Should he win").
_INVERTED = re.compile(r"(?:\A|[,.;:]\s)(?:should|were|had)\s\w", re.IGNORECASE)
_CONDITIONAL = frozenset({"would", "could", "might", "when", "after", "depending", "without"})
_CONCEDING = frozenset({"but", "yet", "however", "though", "although", "while", "despite"})


def lost(source: Source, place: Span) -> set[Operator]:
    """The operators beside a stretch of a source, in the same clause."""
    first, last = source.sentence_at(place.start), source.sentence_at(place.end - 1)
    if first is None or last is None:
        return set()
    left = source.text[first.start : place.start].rstrip(_OPEN)
    right = source.text[place.end : last.end]
    quoted = next((q.start for q in source.quoted.meeting(place.start, place.end)), place.start)
    inside = source.text[quoted : place.start].strip(_OPEN) != ""
    begins = inside and left.endswith(",") and _SUBJECT.match(source.text, place.start)
    found = _opened(left) | (set() if begins else _near(left, inside=inside))
    if _RIGHT_CONDITION.match(right):
        found.add("condition")
    if _RIGHT_HEDGE.match(right):
        found.add("hedge")
    if _BUT_NOT.match(right):
        found.add("negation")
    return found


def _opened(left: str) -> set[Operator]:
    """The operator of the clause that a sentence opens with."""
    starts = (left, _MARK.split(left)[-1])
    if any(_CONDITION.match(start) for start in starts):
        return {"condition"}
    return {"concession"} if any(_CONCESSION.match(start) for start in starts) else set()


def _near(left: str, *, inside: bool) -> set[Operator]:
    """The operators right before the words, in their clause; `inside` the marks or before them."""
    cuts = [match.end() for match in _CLAUSE.finditer(left)]
    clause = left[cuts[-1] if cuts else 0 :]
    tokens = tokenize(_MARK.split(clause)[-1])[-_NEAR if inside else -_BEFORE :]
    found = {kind for token in tokens if (kind := operator(token.lower))}
    if _QUESTION.search(clause):
        found.add("hedge")
    if inside and _passed_on(tokens):
        found.add("hearsay")
    return found


def _passed_on(tokens: Sequence[Token]) -> bool:
    """Whether a speaker tells what others say: "they say that"."""
    return any(
        lemma(token.lower) in _PASSES_ON and before.lower in _OTHERS
        for before, token in pairwise(tokens)
    )


def kept(part: PartView, quotation: Quotation) -> set[Operator]:
    """The operators of the claim outside of quotation marks, and what may stand for one."""
    tokens = [token for token in part.claim.tokens if not part.claim.quoted(token.start)]
    plain = {token.lower for token in tokens}
    found = {kind for word in plain if (kind := operator(word))}
    if plain & _CONDITIONAL or _INVERTED.search(part.claim.text):
        found.add("condition")
    if _QUESTION.search(part.claim.text[: quotation.outer_start]):
        found.add("hedge")
    if plain & _CONCEDING:
        found.add("concession")
    if "without" in plain:
        found.add("negation")
    if sum(lemma(token.lower) in _PASSES_ON for token in tokens) > 1:
        found.add("hearsay")
    return found
