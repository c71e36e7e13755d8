"""Statement of a party told as fact.

Every sentence of the source that carries the claim gives it as what somebody said, alleged or
believed, and the claim names nobody. Readers take such a sentence for an established fact. Told
by the source in its own voice as well, it may stand without attribution. Speech taken over word
for word only warns; a claim in quotation marks or in the first person shows that it is speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.lexicon import words
from summarizer.text.tokens import tokenize
from summarizer.verify.hearsay import said
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="attribution lost",
    example=Example(
        sources=("Fire in Arden\n\nThe mayor said that the owner had locked the emergency exits.",),
        bad="The owner had locked the emergency exits. [1]",
        good="The mayor said that the owner had locked the emergency exits. [1]",
    ),
)

# The evidence must carry this share of the claim; a sentence in the narrator's voice with nearly as
# much as the best clears the claim.
_CARRIES = 0.5
_NEARLY = 0.75


def check_part(part: PartView) -> Iterator[Problem]:
    """A claim without attribution whose only evidence is what somebody said."""
    claim = part.claim
    if claim.headline or claim.attributed or _is_speech(part) or part.coverage < _CARRIES:
        return
    best = max(share for share, _ in part.shares)
    carriers = [sentence for share, sentence in part.shares if share >= _NEARLY * best]
    if best < _CARRIES:
        carriers += [sentence for sentence in part.evidence[:2] if sentence not in carriers]
    if all(said(sentence, part.content) for sentence in carriers):
        message = "the source gives this as what somebody said; the claim tells it as fact"
        fix = Fix(message="say in the same sentence who says so", replacement=None)
        verbatim = _plain(part.text) in _plain(carriers[0].text)
        level: Level = "warning" if verbatim else "error"
        yield Problem(message, tuple(s.evidence() for s in carriers[:2]), fix, level=level)


def _is_speech(part: PartView) -> bool:
    """Whether a part shows itself to be speech: in the first person, or with quotation marks."""
    first = words("first_person")
    return any(mark in part.text for mark in '"“”') or any(t.lower in first for t in part.tokens)


def _plain(text: str) -> str:
    """The words of a text without marks, to compare."""
    return " ".join(token.lower for token in tokenize(text))
