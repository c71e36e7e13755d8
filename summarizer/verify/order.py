"""Order in time and cause: what stands before or after what, and what is said to cause what."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.text.tokens import letter_runs, tokenize
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token

_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|preceding|earlier(?!,))\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following|subsequent to|later(?!,))\b", re.IGNORECASE)
_FIRST_WORDS = frozenset(
    {"before", "prior", "ahead", "preceding", "earlier", "after", "following", "subsequent"}
    | {"later"}
)
_SAID = re.compile(r"\s(?:said|told|added|wrote|stated|announced|confirmed|denied)\b")
# Words that say outright that one thing caused another.
_STRONG = re.compile(
    r"\b(?:because(?: of)?|owing to|due to(?! be)|as a result(?: of)?|result(?:ed|ing) (?:in|from)|"
    r"(?:which )?led to|which led|leading to|caused(?: by)?|causing|prompted(?: by)?|prompting|"
    r"triggered(?: by)?|triggering|sparked by|in retaliation for|in response to)\b",
    re.IGNORECASE,
)
# What tells a cause in a source, and what may do so beside one thing and the other.
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|thanks to|result\w{0,3}|led|leads? to|leading to|caus\w{1,3}|"
    r"creat\w{1,4}|prompt\w{0,3}|trigger\w{0,3}|in response|so that|therefore|thus|blam\w{1,3}|"
    r"for failing|forc\w{1,3}|reasons?|why|retaliation|spark\w{0,3}|means?|meant)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\b(?:since|over|as|after|when|amid|for|so|by|with|in)\b", re.IGNORECASE)
# The governed words follow within this many words of content.
_GOVERNED = 2
# No sentence tells of more times than this; a hostile text may.
_MOST = 24


class Timed(NamedTuple):
    """A word of time, its direction and the words of content that follow it."""

    start: int
    end: int
    direction: Literal["before", "after"]
    governed: list[Token]


@functools.lru_cache(maxsize=256)
def timed(text: str, offset: int = 0) -> tuple[Timed, ...]:
    """Words of time of a sentence with what they govern; not all of a text that is full of them."""
    if _FIRST_WORDS.isdisjoint(letter_runs(text)):
        return ()
    return tuple(islice(_timed(text, offset), _MOST))


def _timed(text: str, offset: int) -> Iterator[Timed]:
    tokens: list[Token] = []
    for pattern in (_BEFORE, _AFTER):
        direction: Literal["before", "after"] = "before" if pattern is _BEFORE else "after"
        for match in pattern.finditer(text):
            if _SAID.match(text, match.end()):
                continue  # "later said" tells when somebody spoke
            start, end = offset + match.start(), offset + match.end()
            tokens = tokens or content_tokens(tokenize(text, offset))
            first = bisect_left(tokens, end, key=_start)
            yield Timed(start, end, direction, tokens[first : first + _GOVERNED])


def _start(token: Token) -> int:
    return token.start


def causes(text: str) -> Iterator[re.Match[str]]:
    """Words that say outright that one thing caused another."""
    return _STRONG.finditer(text)


def has_cause(text: str) -> bool:
    """Whether a text has a word that tells a cause."""
    return _CAUSE.search(text) is not None


def may_cause(text: str) -> bool:
    """Whether a text has anything by which one of two things in it may cause the other."""
    return has_cause(text) or _MAYBE.search(text) is not None
