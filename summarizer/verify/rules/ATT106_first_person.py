"""First person of a reporter or witness in the narrator's voice.

"I", "we" and "our" belong to whoever wrote or said the sentence. Outside of quotation marks they
make the summary speak as the reporter, or as the witness whose words lost their marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="attribution lost",
    example=Example(
        sources=("The gates of the mill in Arden were locked when we came there on Monday.",),
        bad="The gates of the mill in Arden were locked when we came there on Monday. [1]",
        good="The gates of the mill in Arden were locked on Monday. [1]",
    ),
)

# "I" behind a capitalised word is a numeral ("World War I"), before a point an initial; "US" is
# a country.
_FIRST = re.compile(
    r"(?<![\w.'’-])(?:I|[Ww]e|us|[Oo]ur|[Mm]y|me)(?=['’](?:m|ve|d|ll|re)\b|[\s,;:?!])"
)
_NUMBERED = re.compile(r"[A-Z]\w*\s\Z")


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Words of the first person outside of quotation marks."""
    for match in _FIRST.finditer(claim.text):
        start, end = match.span()
        numeral = match.group() == "I" and _NUMBERED.search(claim.text[max(0, start - 20) : start])
        if not numeral and not claim.quoted(start):
            fix = Fix(message="quote the speaker, or tell it in the third person", replacement=None)
            message = f"'{match.group()}' speaks as the reporter or as a speaker without marks"
            yield Problem(message, fix=fix, start=start, end=end)
