"""Whether a summary repeats itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer
from summarizer.evaluation.telling import cut
from summarizer.text.similarity import overlap, rarity, roots

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome

# Claims that share more than this are told in the detail.
_TELLING = 0.5


@scorer(better="lower", unit="share", margin=0.05)
def redundancy(outcome: Outcome, case: Case) -> Told:
    """How much of each claim after the first an earlier one says, on average.

    Weighted Jaccard of the word roots with the nearest earlier claim; a root weighs the more the
    fewer of the case's articles and claims have it.
    """
    texts = [claim.text for claim in outcome.claims]
    if len(texts) < 2:
        return NOT_APPLICABLE
    words = [roots(text) for text in texts]
    rare = rarity([*words, *(roots(article.text) for article in case.articles)])
    found, lines = 0.0, []
    for place in range(1, len(words)):
        nearest = max(overlap(words[place], each, rare) for each in words[:place])
        found += nearest
        if nearest > _TELLING:
            lines.append(f"{nearest:.2f} of it is told before: {cut(texts[place])}")
    return Told(found / (len(words) - 1), tuple(lines))


SCORERS = (redundancy,)
