"""Date that the cited source does not give.

A date, weekday, month or year of a claim must stand in the source or follow from its date of
publication: "on Tuesday" in an article of Wednesday, 18 October is 17 October. A year that stands
nowhere in the source is an error, and so is a day that no date of the source can mean. Where the
source has the date, but in another place than the rest of the claim, where another date stands,
it is an error if the two sentences agree in nearly everything else, else a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.dates import resolve
from summarizer.verify.near import near
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import claimed_dates, compatible, sentence_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.text.dates import DateMention
    from summarizer.verify.near import Match
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="value wrong",
    example=Example(
        sources=("Fire in Arden\n\nThe fire at the harbour of Arden broke out on March 18.",),
        bad="The fire at the harbour of Arden broke out on March 8. [1]",
        good="The fire at the harbour of Arden broke out on 18 March. [1]",
    ),
)

# A place of the source that matches this share of the words around the date is the claim's place.
_SURE = 0.7


def check_part(part: PartView) -> Iterator[Problem]:
    """Dates that the source does not have, or has of another thing."""
    for mention in claimed_dates(part):
        if _is_publication(part, mention):
            continue
        level = _level(part, mention)
        if level:
            message = f"{part.source.id} does not give this date for it"
            evidence = tuple(sentence.evidence() for sentence in part.evidence[:1])
            yield Problem(message, evidence, start=mention.start, end=mention.end, level=level)


def _is_publication(part: PartView, mention: DateMention) -> bool:
    """Whether the date can be the day of publication, which a source need not say."""
    published = part.source.article.published
    span = resolve(mention, published)
    if span is None or not published:
        return False
    return span[0].isoformat() <= published[:10] <= span[1].isoformat()


def _level(part: PartView, mention: DateMention) -> Level | None:
    """How wrong a date is: None where the source has it at the place of the claim."""
    source = part.source
    if mention.year is not None and mention.month is None and str(mention.year) in source.text:
        return None
    judged = {s.number: _in_sentence(s, mention) for s in source.sentences}
    places = near(part, mention.start, mention.end)
    if _contradicted(judged, places):
        return "error" if True not in judged.values() else "warning"
    if True in judged.values():
        return None
    if _other_day(part, mention):
        return "error"
    if "unclear" in judged.values():
        return None
    return "error" if mention.year is not None or False in judged.values() else None


def _other_day(part: PartView, mention: DateMention) -> bool:
    """Whether the source names another day of the claim's month."""
    named = [other for s in part.source.sentences for other in sentence_dates(s)]
    return mention.day is not None and any(
        other.month == mention.month and other.day not in (None, mention.day) for other in named
    )


def _contradicted(judged: dict[int, bool | str | None], places: list[Match]) -> bool:
    """Whether the best place has another date, and no other good place has this one."""
    if not places or any(judged[place.sentence.number] is True for place in places):
        return False
    return places[0].share >= _SURE and judged[places[0].sentence.number] is False


def _in_sentence(sentence: SourceSentence, mention: DateMention) -> bool | str | None:
    """Whether the dates of a sentence agree: True, False, "unclear", or None without dates."""
    published = sentence.source.article.published
    found = [compatible(mention, other, published) for other in sentence_dates(sentence)]
    if True in found:
        return True
    if not found:
        return None
    return False if all(each is False for each in found) else "unclear"
