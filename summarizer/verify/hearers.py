"""Who hears what is said ("told the Arden Times"), and the outlets that pass it on.

A hearer stands behind "told" and the like, before the words or a clause; an outlet passes on what
it reports, what is according to it, and what somebody told it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.outlets import outlet_named
from summarizer.text.tokens import stem, stopwords
from summarizer.verify.attribution import given_routes
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence

_TOLD = re.compile(r"\b(?:told|tells|telling)\s+(?:the\s+|an?\s+)?")
_END = re.compile(
    r"\s(?:that|in|on|at|during|how|why|when|what|whether|if|to|by|after|about|from|of|as|he|she|it|"
    r"they|we|his|her|its|their|there|the|an?|this|who|and|or|not|no|was|were|is|outside|inside|last|"
    r"earlier|later|before|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|[,:;.](?=\s|\Z)|\s?[“”\"]"
)
# Nobody in particular, and what is told rather than who is.
_PRONOUNS = frozenset(
    {"everyone", "people", "one", "story", "stories", "truth", "lies"}
    | {"anyone", "anybody", "someone", "somebody", "everybody", "nobody"}
)
_REPORTS = re.compile(
    r"\s(?:first\s|also\s|has\s|had\s)?(?:report(?:s|ed)|said|says|writes|wrote|cites|cited|quotes|"
    r"quoted|identified|published|broke|found|revealed)\b"
)
_BY = re.compile(
    r"\b(?:by|citing|according to|reported in|quoted in|cited by|told|with|in an? interview with)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_STATION = re.compile(r"\s(?:station|affiliate)\s[A-Z][\w-]{1,15}")
# Letters at the beginning that tell a name.
_BEGINS = 4
# Longer stretches are clauses, no hearers.
_LONGEST = 60


class Hearer(NamedTuple):
    """The words for a hearer and their place."""

    start: int
    end: int
    text: str


def hearers(text: str, offset: int = 0) -> list[Hearer]:
    """The hearers behind "told" in a text, in order; no pronouns."""
    found = []
    for match in _TOLD.finditer(text):
        end = _END.search(text, match.end(), match.end() + _LONGEST)
        stop = end.start() if end else len(text)
        words = text[match.end() : stop]
        first = words.lower().split()[0] if words.strip() else "it"
        if len(words) < _LONGEST and first not in _PRONOUNS and first not in stopwords():
            found.append(Hearer(match.end() + offset, stop + offset, words))
    return found


@kept
def heard_by(sentence: SourceSentence) -> tuple[str, ...]:
    """The hearers that a sentence of a source names, outlets as the route among them."""
    via = [name for statement in sentence.statements for name in statement.via]
    told = [each.text for each in hearers(sentence.text)]
    return tuple(dict.fromkeys([*via, *told, *given_routes(sentence)]))


@kept
def passed_on(sentence: SourceSentence) -> tuple[str, ...]:
    """The outlets from which a sentence of a source has what it says, its own one left out."""
    own = sentence.source.article.outlet
    text = sentence.source.text
    found = []
    for name in sentence.names:
        definite = text[: name.start].endswith(("the ", "The "))
        outlet = outlet_named(name.text, definite=definite)
        if outlet is None or outlet == own:
            continue
        by = _BY.search(text, max(sentence.start, name.start - 40), name.start)
        if by or _REPORTS.match(text, name.end):
            station = _STATION.match(text, name.end)
            found.append(f"{outlet}{station[0]}" if station else outlet)
    return tuple(found)


def names_any(name: str, tokens: Sequence[Token]) -> bool:
    """Whether these words name a hearer: its last word stands among them, or one of its names.

    An outlet has short forms ("HuffPost" for "The Huffington Post").
    """
    parts = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    capital = [word for word in parts if word[0].isupper()]
    if not capital:
        return any(stem(token.lower) == stem(parts[-1].lower()) for token in tokens)
    if _abbreviates(capital, tokens):
        return True
    sought = {capital[-1].lower(), *(word.lower() for word in capital if word.isupper())}
    # a text in lower case throughout names its outlets so, too
    named = [token for token in tokens if token.text[0].isupper()] or list(tokens)
    for token, behind in zip(named, [*named[1:], None], strict=True):
        word = token.text.removesuffix("'s").removesuffix("’s")
        # "Belmar" of "the Belmar Courier" is not "Radio Belmar"
        longer = behind and behind.start == token.end + 1 and behind.text not in capital
        if word.lower() in sought and (word.isupper() or not longer):
            return True
        if _shortens(word, capital[0]):
            return True
    return False


def _abbreviates(capital: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether these words have the initials of a name, or the name that its letters stand for."""
    letters = "".join(word[0] for word in capital)
    if len(letters) > 1 and any(token.text == letters for token in tokens):
        return True
    short = next((word for word in capital if word.isupper() and len(word) > 1), "")
    rows = (tokens[n : n + len(short)] for n in range(len(tokens) - len(short) + 1))
    return bool(short) and any("".join(t.text[0] for t in row) == short for row in rows)


def _shortens(name: str, first: str) -> bool:
    """Whether a name in one word is made from the beginning of a longer one: "HuffPost"."""
    return not name[1:].islower() and name[:_BEGINS] == first[:_BEGINS] and len(name) > _BEGINS
