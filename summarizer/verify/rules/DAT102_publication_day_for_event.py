"""Day of publication given as the day of the event.

News is printed the day after. The claim dates a happening to the day on which the source appeared,
while the source, at the place that tells it, gives another day and nowhere the claim's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.dates import resolve
from summarizer.verify.near import near
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import claimed_dates, compatible, sentence_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.dates import DateMention
    from summarizer.verify.view import PartView

RULE = Rule(
    level="warning",
    verdict="value wrong",
    example=Example(
        sources=("Fire in Arden\n\nThe fire at the harbour of Arden broke out on Monday night.",),
        published=("2025-03-05",),
        bad="The fire at the harbour of Arden broke out on March 5, 2025. [1]",
        good="The fire at the harbour of Arden broke out on March 3, 2025. [1]",
    ),
)

# A place of the source that matches this share of the words around the date is the claim's place.
_SURE = 0.7


def check_part(part: PartView) -> Iterator[Problem]:
    """Dates of the claim that are the source's own and not the event's."""
    published = part.source.article.published
    for mention in claimed_dates(part):
        if not _is_day_of(mention, published) or _somewhere(part, mention):
            continue
        best = next(iter(near(part, mention.start, mention.end)), None)
        if best is None or best.share < _SURE:
            continue
        given = [d for d in sentence_dates(best.sentence) if d.length == 1]
        if given and all(compatible(mention, each, published) is False for each in given):
            fix = Fix(message=f"the source says '{given[0].text}'", replacement=None)
            message = f"this is the day {part.source.id} was published, not that of the event"
            evidence = (best.sentence.evidence(),)
            yield Problem(message, evidence, fix, start=mention.start, end=mention.end)


def _is_day_of(mention: DateMention, published: str | None) -> bool:
    """Whether a mention names exactly this day."""
    span = resolve(mention, published)
    if span is None or published is None:
        return False
    return span[0] == span[1] and span[0].isoformat() == published[:10]


def _somewhere(part: PartView, mention: DateMention) -> bool:
    """Whether the source itself names the day, anywhere."""
    published = part.source.article.published
    found = (each for sentence in part.source.sentences for each in sentence_dates(sentence))
    return any(compatible(mention, each, published) for each in found if each.length == 1)
