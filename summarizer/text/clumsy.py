"""Signs that a sentence was put into English word by word, as machines and hurried hands do."""

from __future__ import annotations

import re

# "This Tuesday" for the day just past, "is accused since Monday", a verb of speech before its
# subject without speech before it, an opening "Of the", figures in continental form.
_SIGNS = re.compile(
    r"\bthis (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bas (?:informed|said) this\b"
    r"|\b(?:is|are) \w{3,15}ed since\b|\b\d{1,3},\d [mb]illion\b|\b[1-9]\d{1,2}\.000\b"
    r"|\b(?:informed|affirmed|assured|manifested) (?:the|this|in an?)\b|\A[\"“]?Of the\b"
    r"|\balways that\b|\bcommuniqué\b"
)
_OF = re.compile(r"\bof\b")
# So many "of" stand in one sentence of English news without a stumble.
_CHAIN = 3


def clumsiness(text: str) -> float:
    """How many signs of a translation word by word a sentence shows; 0 is none."""
    chain = max(0, len(_OF.findall(text)) - _CHAIN)
    return slips(text) + 0.5 * chain


def slips(text: str) -> int:
    """How many turns of phrase in a text are another language's, put word by word into English."""
    return len(_SIGNS.findall(text))
