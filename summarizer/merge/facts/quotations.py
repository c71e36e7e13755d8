"""Variants of one quotation: cut, paraphrased or translated in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.similarity import overlap, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage

# Share of a quotation's weight that the other sentence has, if it quotes these words too, or if it
# has more of them in its own.
QUOTED = 0.60
FEWEST_QUOTED = 3
FEWEST_UNQUOTED = 5
# Overlap of what one speaker is quoted with in two articles.
ONE_SPEAKER = 0.3
# A translation may change most words of a quotation this short: one word that only two sentences
# have, and both quote, is enough if they have others in common.
SHORT_QUOTE = 3
# Overlap of two sentences of one speaker beside two that are known to be the same.
BESIDE = 0.13
FEWEST = 2


def quoted_alike(
    a: Passage, b: Passage, rare: Mapping[str, float], twice: frozenset[str]
) -> float | None:
    """How much two sentences quote the same words, if they do.

    `twice` are the roots that two sentences have.
    """
    if not (a.quoted or b.quoted):
        return None
    best = max((_share(one, other, rare) for one, other in ((a, b), (b, a))), default=0.0)
    if best >= QUOTED:
        return best
    if a.article == b.article or other_people(a, b):
        return None
    common = a.spoken & b.spoken
    if len(common) >= FEWEST and _one_speaker(a, b):
        alike = overlap(a.spoken, b.spoken, rare)
        return alike if alike >= ONE_SPEAKER else None
    return QUOTED if _key_word(a, b, twice) else None


def in_sequence(
    known: Sequence[tuple[int, int]], passages: Sequence[Passage], rare: Mapping[str, float]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of quoted sentences of one speaker that stand beside pairs known to be the same.

    Articles that translate one statement keep the order of its sentences.
    """
    at = {(each.article, each.place): n for n, each in enumerate(passages)}
    for pair in known:
        for step in (-1, 1):
            beside = [at.get((passages[n].article, passages[n].place + step)) for n in pair]
            if None not in beside:
                one, other = (n for n in beside if n is not None)
                alike = _beside(passages[one], passages[other], rare)
                if alike is not None:
                    yield (one, other), alike


def _beside(a: Passage, b: Passage, rare: Mapping[str, float]) -> float | None:
    acts = (a.roots & b.roots) - a.names - b.names
    if a.article == b.article or len(acts) < FEWEST or not _one_speaker(a, b):
        return None
    alike = overlap(a.roots, b.roots, rare)
    return alike if alike >= BESIDE else None


def _share(one: Passage, other: Passage, rare: Mapping[str, float]) -> float:
    """The greatest share of a quotation of the first that the second one has."""
    best = 0.0
    for words in one.quoted:
        common = words & other.roots
        if len(words & other.spoken) >= FEWEST_QUOTED or len(common) >= FEWEST_UNQUOTED:
            best = max(best, weight(common, rare) / weight(words, rare))
    return best


def _one_speaker(a: Passage, b: Passage) -> bool:
    return bool(a.quoted and b.quoted and set(a.speakers).intersection(b.speakers))


def other_people(a: Passage, b: Passage) -> bool:
    """Whether both sentences quote people known by name, and no surname is the same.

    A body and the person who speaks for it may be one speaker, two people are not.
    """
    if not (a.quoted and b.quoted):
        return False
    one, other = ({n.split()[-1] for n in each.speakers if _is_full(n)} for each in (a, b))
    alone = len(one) == len(a.speakers) and len(other) == len(b.speakers)
    return bool(alone and one and other and one.isdisjoint(other))


def _is_full(name: str) -> bool:
    """Whether it is a first name and a surname, as far as that can be seen."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _key_word(a: Passage, b: Passage, twice: frozenset[str]) -> bool:
    """Whether a short quotation of one is a quotation of the other in another translation."""
    if len(a.roots & b.roots) < FEWEST_QUOTED:
        return False
    keys = [words & twice for each in (a, b) for words in each.quoted if len(words) <= SHORT_QUOTE]
    spoken = a.spoken & b.spoken
    return any(key & spoken for key in keys)
