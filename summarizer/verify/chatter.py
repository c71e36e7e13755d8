"""What a chat says around a summary ("Here's a summary:", "Let me know …"): told of it, not in it.

Only whole lines in the first or last place of a summary are such, and only if they read like
nothing else; whatever may state a fact of the story is a claim.
"""

from __future__ import annotations

import re

_YES = r"(?:Sure|Certainly|Absolutely|Of course|Okay|OK|Got it)\b[^.:!\n]{0,60}[.!,:]\s{0,2}"
_THING = r"\b(?:summar\w{1,5}|overview|brief\w{0,3}|round-?up|recap|articles?|sources)\b"
_OPENING = re.compile(
    rf"(?:{_YES})?(?:Here|Below)\b[^.!?:\n]{{0,120}}{_THING}[^.!?:\n]{{0,80}}[:.!]\Z"
    rf"|(?:{_YES})?(?:Based on|The following|This)\b[^.!?:\n]{{0,120}}{_THING}[^.!?:\n]{{0,80}}:\Z"
    rf"|{_YES}\Z"
)
_CLOSING = re.compile(
    r"(?:Let me know|Would you like|Do you want|Feel free|I hope (?:this|that)|Hope this|Shall I|"
    r"If you(?:['’]d| would|['’]re)? (?:like|want|need)|I can (?:also|expand|provide)|"
    r"(?:AI[- ])?[Gg]enerated (?:by|with)|Please (?:verify|note that AI)|This summary was|"
    r"(?:Word count|Confidence|Length|Reading time|Tone):)"
)
_SENTENCE = re.compile(r"[^.!?\n]{1,300}[.!?]*\s*")
_TITLE = re.compile(
    r"(?i)\W{0,6}(?:(?:news|article|executive|short|brief|neutral|combined|quick)\s)?"
    r"(?:summary|overview|tl;?\s?dr|key (?:points|takeaways|facts)|in short|in brief|at a glance)"
    r"\W{0,6}\Z"
)


def opens(line: str) -> bool:
    """Whether a first line only says that a summary follows."""
    return _OPENING.match(line) is not None


def closes(line: str) -> bool:
    """Whether every sentence of a last line is about the summary, or an offer to its reader."""
    sentences = [match.group() for match in _SENTENCE.finditer(line)]
    return bool(sentences) and all(_CLOSING.match(each.lstrip(" *_(")) for each in sentences)


def names_form(heading: str) -> bool:
    """Whether a heading only says that this is a summary, so that it is no headline."""
    return _TITLE.match(heading) is not None
