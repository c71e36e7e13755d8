"""Who says what in a claim, and the statement of a source that has it.

A light analysis of each verb of saying: the noun phrase that is its subject (before it, or behind
it as in "said Ann Ode"), or what stands behind "according to". The statement of the source is the
one around a verbatim quotation, else the one with most of the claim's words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.speech_verbs import lemma
from summarizer.verify.align import word_keys
from summarizer.verify.attribution import NOUNS, speech_cues
from summarizer.verify.kept import kept
from summarizer.verify.plurality import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Statement
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source
    from summarizer.verify.view import ClaimView, PartView

# A statement must have this share of what the claim says, by weight.
_SURE = 0.5
# Of what stands behind a cue alone it must have more, and that must be some words.
_NEARLY, _WORDS = 0.75, 3

# Verbs that stand before their subject, too.
INVERTED = frozenset(
    {"say", "add", "write", "explain", "note", "warn", "insist", "claim", "argue", "declare"}
    | {"recall", "admit", "continue", "conclude", "reply", "ask", "state", "announce", "report"}
)
_SUBJECT = re.compile(r"[A-Z]|(?:the|an?|his|her|its|one)\s")
# What ends a clause before a cue, and a speaker's phrase behind one.
_CLAUSE = re.compile(
    r"[;:—–\"“”(]|\s(?:that|but|while|whereas|although|because|whether|if|which|as|when|after)\s"
)
_BEHIND = re.compile(
    r"[,;:—–\"“”()]|[.?!](?=\s|\Z)|\s(?:in|on|at|to|after|before|when|while|as|during|and|but|that)\s"
)
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep|Lt|Col|Gen|Sgt|St|Jr|Aug|Sept|Feb))\Z"
)
_LEAD = re.compile(
    r"(?:In|On|At|After|Before|As|During|By|For|With|Without|From|Under|Until|Since|Asked|Speaking|"
    r"Later|Earlier|Meanwhile|However|Of|About|Despite|Among|Also|Then|Still|But|And|Yet)\b"
)
_ADVERBIAL = frozenset(
    {"has", "have", "had", "also", "later", "then", "did", "does", "do", "would", "will", "could"}
    | {"not", "never", "earlier", "himself", "herself", "itself", "themselves", "once", "first"}
    | {"still", "both", "all", "each", "again", "now", "already"}
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+")
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|which|that|there|this)\b", re.IGNORECASE)
# A stretch with a finite verb is no noun phrase.
_FINITE = re.compile(r"\s(?:is|are|was|were|has|had|have|will|would|did|does)\b")


# "…, which officials said would": only what stands behind is theirs.
_WHICH = re.compile(r",\s(?:which|who|whom)\s\Z")


class Saying(NamedTuple):
    """A cue of a claim, and the words that name its speaker with their place."""

    cue: Token
    start: int
    end: int
    text: str


def sayings(claim: ClaimView) -> list[Saying]:
    """The cues of a claim that have a speaker of their own, in order; no pronouns."""
    found = [*_of_verbs(claim), *_of_credits(claim)]
    return [each for each in found if each.text and _is_noun_phrase(each.text)]


def _is_noun_phrase(text: str) -> bool:
    return not (_PRONOUN.match(text) or _FINITE.search(text))


def _of_verbs(claim: ClaimView) -> Iterator[Saying]:
    tokens = claim.tokens
    cues = {cue.start for cue in speech_cues(tokens)}
    for place, token in enumerate(tokens):
        if token.start not in cues or token.lower in NOUNS or claim.quoted(token.start):
            continue
        before = tokens[place - 1].lower if place else "to"
        if before not in _BE and before != "to" and not token.lower.endswith("ing"):
            said = _turned(claim, token) or _plain(claim, token)
            if said:
                yield said


def _of_credits(claim: ClaimView) -> Iterator[Saying]:
    for match in _ACCORDING.finditer(claim.text):
        if not claim.quoted(match.start()):
            cue = next(token for token in claim.tokens if token.start >= match.start())
            yield _phrase(claim, cue, match.end(), _until(claim.text, match.end()))


def _turned(claim: ClaimView, cue: Token) -> Saying | None:
    """The subject behind a cue: '…", said Ann Ode, the mayor'."""
    before = claim.text[: cue.start].rstrip()
    if lemma(cue.lower) not in INVERTED or not before.endswith((",", '"', "”", "?", "!", "'", "’")):
        return None
    found = _phrase(claim, cue, cue.end, _until(claim.text, cue.end + 1))
    return found if _SUBJECT.match(found.text) or number_of(found.text) else None


def _until(text: str, start: int) -> int:
    """Where a speaker's phrase behind a cue ends."""
    for match in _BEHIND.finditer(text, start):
        if match.group() != "." or not _SHORT.search(text, start, match.start()):
            return match.start()
    return len(text)


def _plain(claim: ClaimView, cue: Token) -> Saying | None:
    """The subject before a cue: "Ann Ode, the mayor, said"."""
    cuts = [m.end() for m in _CLAUSE.finditer(claim.text, 0, cue.start)]
    start = cuts[-1] if cuts else 0
    words = [t for t in claim.tokens if start <= t.start < cue.start]
    while words and (words[-1].lower in _ADVERBIAL or words[-1].lower.endswith("ly")):
        words.pop()
    if words and words[-1].lower == "who":
        return _antecedent(claim, cue, words[-1].start)
    if not words or words[-1].lower in ("and", "but", "or"):
        return None
    end = words[-1].end
    pieces = _pieces(claim.text[start:end])
    rows = [each for each in pieces if not _LEAD.match(claim.text, start + each[0])] or pieces
    first, last = rows[0] if "," in claim.text[end : cue.start] else rows[-1]
    return _phrase(claim, cue, start + first, start + last)


def _antecedent(claim: ClaimView, cue: Token, who: int) -> Saying | None:
    """The last name before "who", with the common noun behind it ("Holt councillors who")."""
    named = [name for name in claim.names if name.end <= who]
    between = claim.text[named[-1].end : who].strip() if named else ""
    if named and between and between.isalpha() and number_of(between) == "several":
        return _phrase(claim, cue, named[-1].start, who)
    return Saying(cue, named[-1].start, named[-1].end, named[-1].text) if named else None


def _pieces(text: str) -> list[tuple[int, int]]:
    """The stretches between commas."""
    cuts = [match.start() for match in re.finditer(r",\s", text)]
    return [
        (start + (2 if start else 0), end)
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    ]


def _phrase(claim: ClaimView, cue: Token, start: int, end: int) -> Saying:
    """A stretch without blanks, marks and joining words at its ends."""
    text = claim.text[start:end].rstrip(" ,")
    lead = re.match(r"[\s,]*(?:(?:and|but|while)\s)?", text)
    first = start + (lead.end() if lead else 0)
    return Saying(cue, first, start + len(text), claim.text[first : start + len(text)])


def statement_of(part: PartView, said: Saying | None = None) -> Statement | None:
    """The statement of the source that has what a claim says is said, None if none surely has.

    Where none has most of the whole claim, it is the one with nearly all that stands behind the cue
    of `said`.
    """
    for judged in part.judged:
        if judged.kind == "verbatim" and judged.place and judged.source is part.source:
            return next(iter(part.source.statements_at(judged.place)), None)
    about = [(each.start, each.end) for each in part.claim.sayings]
    about += [(each.cue.start, each.cue.end) for each in part.claim.sayings]
    told = [t for t in part.content if not any(start <= t.start < end for start, end in about)]
    relative = said is not None and _WHICH.search(part.claim.text, 0, said.start) is not None
    share, best = _carrier(part, told)
    if not relative and (share >= _SURE or said is None):
        return best if share >= _SURE else None
    behind = [token for token in told if said and token.start >= said.cue.end]
    share, best = _carrier(part, behind)
    return best if len(behind) >= _WORDS and share >= _NEARLY else None


def _carrier(part: PartView, told: Sequence[Token]) -> tuple[float, Statement | None]:
    """The statement near the evidence that has most of the weight of some words, and its share."""
    weights = part.claim.document.weights
    rows = {s.id: s for sentence in part.context for s in sentence.statements}
    ranked = [
        (weights.share(told, content_keys(part.source, each)), each) for each in rows.values()
    ]
    return max(ranked, key=lambda row: row[0], default=(0.0, None))


@kept
def content_keys(source: Source, statement: Statement) -> frozenset[str]:
    """The keys of the words of a statement's content."""
    return frozenset[str]().union(
        *(word_keys(t.lower) for span in statement.content for t in source.tokens_between(*span))
    )
