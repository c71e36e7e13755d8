"""Name of the story in the wrong place.

The source has the name, but where it says what the claim says, another name stands in its slot: the
words right before and after are the same, the sentence agrees in most other words, and has the
other name where the claim does not name it at all. Or another one does it, or undergoes it, in the
source's clause with the same verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.name_forms import name_words
from summarizer.text.names import Name, names, same_name
from summarizer.text.tokens import Token, stem, stopwords
from summarizer.verify.mending import source_has
from summarizer.verify.near import near
from summarizer.verify.propositions.entities import names_meet
from summarizer.verify.propositions.slots import filled_otherwise
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="swapped",
    example=Example(
        sources=(
            (
                "Mill\n\nThe mill of the Upper Holt family was sold on Monday.\n\n"
                "The old market of Arden, Lower Holt, moved to the harbour."
            ),
        ),
        bad="The old market of Arden, Upper Holt, moved to the harbour. [1]",
        good="The old market of Arden, Lower Holt, moved to the harbour. [1]",
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Names in whose slot the source has another name."""
    found = list(_beside_the_same(part))
    yield from found
    for filled in filled_otherwise(part):
        name, other = filled.mine.names[-1], filled.theirs.names[-1]
        if not _is_outlet(name) and all(name.start != each.start for each in found):
            message = f"{part.source.id} has {other.text} here, not {name.text}"
            evidence, fix = (filled.sentence.evidence(),), source_has(other.text)
            yield Problem(message, evidence, fix, start=name.start, end=name.end)


def _beside_the_same(part: PartView) -> Iterator[Problem]:
    """Names beside the words that the source has beside another name."""
    mine = names(part.text, part.start)
    for name in mine:
        if quoted(part, name.start) or _is_outlet(name):
            continue
        slot = _slot(part.tokens, name)
        for place in near(part, name.start, name.end):
            other = _stranger(place.sentence, mine, name, slot)
            if other and place.sentence in part.context:
                message = f"{part.source.id} has {other} here, not {name.text}"
                evidence, fix = (place.sentence.evidence(),), source_has(other)
                yield Problem(message, evidence, fix, start=name.start, end=name.end)
                break


def _is_outlet(name: Name) -> bool:
    return not words("outlets").isdisjoint(name_words(name.text))


def _stranger(
    sentence: SourceSentence, mine: list[Name], name: Name, slot: tuple[str, ...]
) -> str | None:
    """A name in the same slot of a sentence that the claim lacks, if the claim's is not there."""
    if any(same_name(name.text, other.text) for other in sentence.names):
        return None
    if name.text.casefold() in sentence.text.casefold():
        return None
    for other in sentence.names:
        new = all(names_meet(other.text, each.text) == "other" for each in mine)
        if new and _same_slot(slot, _slot(sentence.tokens, other)):
            return other.text
    return None


def _slot(tokens: Sequence[Token], name: Name) -> tuple[str, ...]:
    """The stems of the two words before a name and of the one behind; titles are passed over."""
    titles = words("roles") | words("role_modifiers")
    before = [t for t in tokens if t.end <= name.start and t.lower not in titles][-2:]
    after = [t for t in tokens if t.start >= name.end][:1]
    padded = [""] * (2 - len(before)) + [stem(t.lower) for t in before]
    return (*padded, *([stem(t.lower) for t in after] or [""]))


def _same_slot(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the neighbours agree: two before, or one before and one behind, one with content."""
    stop = stopwords()
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a and a == b]
    telling = any(a not in stop for a, _ in pairs)
    return telling and one[1] == other[1] != "" and len(pairs) >= 2
