"""Date that the cited source does not give.

A date, weekday, month or year of a claim must stand in the source or follow from its date of
publication: "on Tuesday" in an article of Wednesday, 18 October is 17 October. A year that stands
nowhere in the source is an error, and so is a day that no date of the source can mean. Where the
source has the date, but for something else, and what the claim says stands around another date, it
is an error if it fits there far better, else a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.dates import resolve
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.slots import contest, exchanged, open_contest
from summarizer.verify.values import claimed_dates, compatible, sentence_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.text.dates import DateMention
    from summarizer.verify.slots import Contest
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


def check_part(part: PartView) -> Iterator[Problem]:
    """Dates that the source does not have, or has of another thing."""
    for mention in claimed_dates(part):
        if _is_publication(part, mention):
            continue
        found = _open(part, mention)
        level = _level(part, mention, found)
        if level:
            yield _problem(part, mention, found, level)


def _is_publication(part: PartView, mention: DateMention) -> bool:
    """Whether the date can be the day of publication, which a source need not say."""
    published = part.source.article.published
    span = resolve(mention, published)
    if span is None or not published:
        return False
    return span[0].isoformat() <= published[:10] <= span[1].isoformat()


def _contest(
    part: PartView, mention: DateMention, barred: tuple[DateMention, ...] = ()
) -> Contest[DateMention]:
    """The best places of the date and of another; a bare year is held against years alone."""
    published = part.source.article.published
    bare = mention.year is not None and mention.month is None

    def values(sentence: SourceSentence) -> Iterator[DateMention]:
        for each in sentence_dates(sentence):
            out = any(compatible(each, other, published) for other in barred)
            if (each.year is not None or not bare) and not out:
                yield each

    return contest(part, mention, values, lambda other: compatible(mention, other, published))


def _open(part: PartView, mention: DateMention) -> Contest[DateMention]:
    """The contest of a date, without those that the claim gives too, each in its own place."""
    published = part.source.article.published
    others = [each for each in claimed_dates(part) if each != mention]

    def settled(found: Contest[DateMention], rival: DateMention) -> bool:
        given = [each for each in others if compatible(each, rival, published)]
        return not all(
            exchanged(part.claim.text, (mention, each), (found, _contest(part, each)))
            for each in given
        )

    return open_contest(lambda barred: _contest(part, mention, barred), settled)


def _level(part: PartView, mention: DateMention, found: Contest[DateMention]) -> Level | None:
    """How wrong a date is: None where the source has it at the place of the claim."""
    judged = _judged(part, mention)
    if found.certain:
        return "error"
    if True in judged:
        return "warning" if found.likely else None
    if _other_day(part, mention):
        return "error"
    if None in judged:
        return None
    return "error" if mention.year is not None or False in judged else None


def _judged(part: PartView, mention: DateMention) -> set[bool | None]:
    """Whether dates of the source agree with one of the claim: what is said of any of them."""
    published = part.source.article.published
    found = {compatible(mention, each, published) for each in _dates(part)}
    given = mention.year is not None and mention.month is None
    return found | {True} if given and str(mention.year) in part.source.text else found


def _dates(part: PartView) -> Iterator[DateMention]:
    return (each for sentence in part.source.sentences for each in sentence_dates(sentence))


def _other_day(part: PartView, mention: DateMention) -> bool:
    """Whether the source names another day of the claim's month."""
    return mention.day is not None and any(
        other.month == mention.month and other.day not in (None, mention.day)
        for other in _dates(part)
    )


def _problem(
    part: PartView, mention: DateMention, found: Contest[DateMention], level: Level
) -> Problem:
    message = f"{part.source.id} does not give this date for it"
    place = found.rival
    if place is None or not found.likely:
        evidence = tuple(sentence.evidence() for sentence in part.evidence[:1])
        return Problem(message, evidence, None, mention.start, mention.end, level)
    told = part.source.text[place.value.start : place.value.end]
    fix = Fix(message=f"the source says '{told}' here", replacement=None)
    return Problem(message, (place.sentence.evidence(),), fix, mention.start, mention.end, level)
