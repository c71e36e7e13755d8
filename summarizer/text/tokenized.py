"""Text that a program has cut into words and joined by blanks, read as people write it.

Corpora and older models give text in the style of the Penn Treebank: "the mayor 's `` plan ''",
"do n't", "-LRB-". Read as prose, a detached 's opens a quotation. Every replacement here keeps
the length, so that offsets into the result are offsets into the original.
"""

from __future__ import annotations

import re

_SPACED = re.compile(r"[^\s.,] [.,](?=\s|$)")
_ATTACHED = re.compile(r"[^\s.,][.,](?=\s|$)")
_MARKS = ("``", "-LRB-", "-LSB-", "-LCB-", "-RRB-", "-RSB-", "-RCB-", " n't")
_SURE = re.compile(r"``|-[LR][RSC]B-| n't(?=\s|$)")
# In this order: brackets by name, quotation marks, clitics, marks that belong to a word beside.
_REPLACED = (
    (re.compile(r"-L[RSC]B- ?"), lambda match: "(".rjust(len(match.group()))),
    (re.compile(r" ?-R[RSC]B-"), lambda match: ")".ljust(len(match.group()))),
    (re.compile(r"(?:``|` ?`) ?"), lambda match: "“".rjust(len(match.group()))),
    (re.compile(r" ?''"), lambda match: "”".ljust(len(match.group()))),
    (re.compile(r"` ?(?=\S)"), lambda match: "‘".rjust(len(match.group()))),
    (
        re.compile(r" ('(?:s|re|ve|ll|d|m)|n't)(?![^\W_'])", re.IGNORECASE),
        lambda match: f"{match[1]} ",
    ),
    (re.compile(r"([$£€(\[]) (?=\S)"), lambda match: f" {match[1]}"),
    (re.compile(r" ([.,;:?!%)\]])(?=[\s'’”\"]|$)"), lambda match: f"{match[1]} "),
    # The mark of a word that a model does not know stands for no word at all.
    (re.compile(r"\[UNK\]|<unk>|<UNK>|\bUNK\b"), lambda match: " " * len(match.group())),
)


def is_tokenized(text: str) -> bool:
    """Whether most full stops and commas stand alone, or marks of a tokenizer are there."""
    if any(mark in text for mark in _MARKS) and _SURE.search(text):
        return True
    if " ." not in text and " ," not in text:
        return False
    return len(_SPACED.findall(text)) > len(_ATTACHED.findall(text))


def untokenized(text: str) -> str:
    """The text as people write it, of the same length; other text is returned as it is."""
    if not is_tokenized(text):
        return text
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    return text
