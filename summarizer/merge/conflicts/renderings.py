"""One statement in the words of several articles: variants, or wordings that mean different things.

Quotations are lined up word by word. What one of them leaves out at its ends, or marks as left
out, is no difference; another number, a negation more or less, a modal of another strength or an
opposite is one of meaning; all else is translation.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.conflicts.ledger import Given
from summarizer.merge.sets import Sets
from summarizer.model.story import Variant
from summarizer.text.modality import negations, opposed
from summarizer.text.numbers import quantities
from summarizer.text.quotes import quotations
from summarizer.text.tokens import content_stems, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.summary import Slot

# A quotation is lined up from this many words on, and up to this many.
SHORTEST, LONGEST = 5, 80
# Words in common, in order, from which on two quotations are of one statement: their number, and
# their shares of the shorter quotation and of the stretch that both have.
FEWEST = 5
SHARE = 0.7
SHARE_OF_SHORTER = 0.6
# Modals that say different things in one place; "would" and "should" translate either side.
_OPEN = frozenset({"may", "might", "could", "can"})
_SETTLED = frozenset({"will", "shall", "must"})
_ELLIPSIS = ("...", "…", "[", "]", "(")
# A word of a quotation brings the latest so many others with it.
CROWD = 30


class Quote(NamedTuple):
    """A quotation: its words, and the passage in which it stands."""

    text: str
    words: tuple[str, ...]
    passage: Passage


class Renderings(NamedTuple):
    """Pairs of quotations of one statement: those that differ in meaning, and those that do not."""

    apart: tuple[tuple[Quote, Quote], ...]
    alike: tuple[tuple[Quote, Quote], ...]


def renderings(passages: Iterable[Passage]) -> Renderings:
    """Quotations in different articles that word one statement differently."""
    apart, alike = [], []
    for one, other in _candidates(_quotes(passages)):
        stretches = _differences(one, other)
        if any(_meaning(a, b) for a, b in stretches):
            apart.append((one, other))
        elif stretches:
            alike.append((one, other))
    return Renderings(tuple(apart), tuple(alike))


def wordings(found: Renderings) -> Iterator[tuple[str, Slot, list[Given]]]:
    """Topic, slot and values of the statements that are worded with different meanings."""
    taken: set[str] = set()
    for one, other in found.apart:
        if one.text in taken or other.text in taken:
            continue
        taken |= {one.text, other.text}
        speaker = _speaker(one.passage, other.passage)
        values = [Given(f"“{each.text}”", (each.passage,)) for each in (one, other)]
        yield f"what {speaker or 'an unnamed speaker'} said", "wording", values


def variants(
    found: Renderings, passages: Sequence[Passage], groups: Iterable[Sequence[int]]
) -> tuple[Variant, ...]:
    """Statements of one speaker that articles quote in different words.

    `groups` are the facts of statements that several articles carry, as numbers of passages.
    """
    differ = {frozenset([a.passage.id, b.passage.id]) for a, b in found.apart}
    pairs = [(a.passage, b.passage) for a, b in found.alike]
    for group in groups:
        members = [passages[n] for n in group if passages[n].quoted]
        pairs += [pair for pair in combinations(members[:CROWD], 2) if _reworded(*pair)]
    by_id = {each.id: each for each in passages}
    sets = Sets(by_id)
    for one, other in pairs:
        if _speaker(one, other) and frozenset([one.id, other.id]) not in differ:
            sets.join(one.id, other.id)
    return tuple(
        Variant(
            speaker=_called([name for each in ids for name in by_id[each].speakers]),
            sentences=tuple(ids),
        )
        for ids in sets.all()
        if len(ids) > 1
    )


def _reworded(one: Passage, other: Passage) -> bool:
    """Whether two articles quote a statement, each with words that the other has not.

    One may call its speaker by the office, or say "he", where both quote much the same.
    """
    if one.article == other.article or not (one.spoken - other.roots and other.spoken - one.roots):
        return False
    if set(one.speakers).intersection(other.speakers):
        return True
    common = len(one.spoken & other.spoken)
    return common >= max(FEWEST, SHARE_OF_SHORTER * min(len(one.spoken), len(other.spoken)))


def _quotes(passages: Iterable[Passage]) -> Iterator[Quote]:
    for passage in passages:
        for each in quotations(passage.text):
            text = passage.text[each.start : each.end].strip(" ,.;")
            words = tuple(token.lower for token in tokenize(text))
            if SHORTEST <= len(words) <= LONGEST:
                yield Quote(text, words, passage)


def _candidates(quotes: Iterable[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Pairs of different quotations of two articles with some words of content in common."""
    index: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        met: defaultdict[str, int] = defaultdict(int)
        near: dict[str, Quote] = {}
        for word in dict.fromkeys(content_stems(quote.text)):
            for other in index[word][-CROWD:]:
                key = f"{other.passage.id} {other.text}"
                met[key] += 1
                near[key] = other
            index[word].append(quote)
        for key, other in near.items():
            if met[key] > 1 and other.passage.article != quote.passage.article:
                yield other, quote


def _differences(one: Quote, other: Quote) -> list[tuple[str, str]]:
    """The stretches in which two quotations of one statement differ; none if they are of two."""
    if one.words == other.words:
        return []
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    blocks = [each for each in blocks if each.size]
    common = sum(each.size for each in blocks)
    if common < max(FEWEST, SHARE_OF_SHORTER * min(len(one.words), len(other.words))):
        return []
    first, last = blocks[0], blocks[-1]
    length = max(last.a + last.size - first.a, last.b + last.size - first.b)
    if common < SHARE * length:
        return []
    rows = [
        (one.words[a.a + a.size : b.a], other.words[a.b + a.size : b.b])
        for a, b in pairwise(blocks)
    ]
    cut = any(mark in each.text for each in (one, other) for mark in _ELLIPSIS)
    return [(" ".join(a), " ".join(b)) for a, b in rows if (a and b) or not cut]


def _meaning(one: str, other: str) -> bool:
    """Whether two stretches in one place of a statement mean different things."""
    if sorted(q.value for q in quantities(one)) != sorted(q.value for q in quantities(other)):
        return True
    if len(negations(one)) != len(negations(other)):
        return True
    mine, theirs = one.split(), other.split()
    for a, b in ((mine, theirs), (theirs, mine)):
        if _OPEN.intersection(a) and _SETTLED.intersection(b):
            return True
    return any(opposed(a, b) for a in mine for b in theirs)


def _called(names: Sequence[str]) -> str:
    """The fullest of the names under which a speaker goes, a person's rather than an office's."""
    return max(names, key=lambda name: (name[0].isupper(), len(name.split())))


def _speaker(one: Passage, other: Passage) -> str | None:
    names = (*one.speakers, *other.speakers)
    return _called(names) if names else None
