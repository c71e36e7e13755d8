"""Words in quotation marks that nobody is said to have said.

One or two words in marks, in a sentence that names no speaker, read as the narrator's doubt: the
"expert", a "plan". Said by somebody, the marks are fine; else the words do without them. Titles of
works and names, written with capitals, pass, and so does what a sentence explains as a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.tokens import tokenize
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="attribution lost",
    example=Example(
        sources=('The council of Arden voted for the "reform" of the harbour on Monday.',),
        bad='The council of Arden voted for the "reform" of the harbour on Monday. [1]',
        good="The council of Arden voted for the reform of the harbour on Monday. [1]",
    ),
)

_WORDS = 2
# A sentence that speaks about words: "known as", "a policy called".
_NAMING = frozenset(
    {"called", "known", "dubbed", "named", "titled", "entitled", "nicknamed", "labelled", "labeled"}
    | {"term", "word", "phrase", "words", "hashtag", "slogan", "reading", "read", "answered"}
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Quotations of one or two words without a speaker."""
    if claim.attributed or any(token.lower in _NAMING for token in claim.tokens):
        return
    for quotation in claim.quotations:
        inside = tokenize(claim.text[quotation.start : quotation.end])
        if len(inside) > _WORDS or any(not token.text[0].islower() for token in inside):
            continue
        fix = Fix(message="say whose word it is, or leave out the marks", replacement=None)
        message = "quotation marks around a word that nobody is said to have used"
        yield Problem(message, fix=fix, start=quotation.outer_start, end=quotation.outer_end)
