"""Whether quotations are what the source has."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.telling import article_of, cut, sentences
from summarizer.text.quotes import quotations
from summarizer.text.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome

# Where words may be left out or put in; and fewer words than these may be a name or a term.
_CUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_FEWEST = 3


@scorer(better="higher", unit="share")
def quote_fidelity(outcome: Outcome, case: Case) -> Told:
    """Share of the quotations that stand word for word in an article that their sentence cites.

    Quotations of three words and more. Where words are left out with "…" or put in with brackets,
    each piece has to stand there. Capitals and punctuation do not count. This looks at the texts,
    not at what rules found.
    """
    found, wrong = 0, []
    articles = article_of(case)
    for claim in sentences(outcome):
        cited = [articles[each].text for each in claim.sources if each in articles]
        for quotation in quotations(claim.text):
            said = claim.text[quotation.start : quotation.end]
            if len(lowered(said)) < _FEWEST:
                continue
            found += 1
            if not _stands(said, cited):
                wrong.append(f"not in the cited sources: “{cut(said)}”")
    return share(found - len(wrong), found, wrong)


def _stands(said: str, texts: Iterable[str]) -> bool:
    pieces = [f" {' '.join(words)} " for each in _CUT.split(said) if (words := lowered(each))]
    return any(all(piece in _words(text) for piece in pieces) for text in texts)


@functools.lru_cache(maxsize=256)
def _words(text: str) -> str:
    """The words of an article in lower case, a blank around each."""
    return f" {' '.join(lowered(text))} "


SCORERS = (quote_fidelity,)
