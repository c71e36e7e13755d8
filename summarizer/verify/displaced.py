"""Phrases of a claim that the sources have, but not where they have the words around them.

A claim can be made of true halves: the subject of one fact with the predicate of another. Word
sets do not show it. So each phrase is left out, the place of the rest is looked for, and the phrase
must stand there or in a neighbouring sentence; one that stands together elsewhere is displaced.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes, words
from summarizer.text.names import same_name
from summarizer.text.speech_verbs import is_cue
from summarizer.text.tokens import has_content, stem
from summarizer.verify.attribution import reports, routes
from summarizer.verify.near import near
from summarizer.verify.propositions.groups import Noun
from summarizer.verify.propositions.layers import frame
from summarizer.verify.propositions.parse import part_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import ClaimView, PartView

# A phrase counts if the rest is found to such a share and its rare words weigh so much, either a
# close match or a telling phrase. On ten clusters of labelled summaries this met 10 of 158 planted
# defects and 5 of 280 clean sentences, on five unseen ones 5 of 58 and 4 of 155. Single common
# words, taken for telling too, met 21 and 19, but unseen 6 and 29.
_CLOSE, _SOME = 0.6, 3.0
_LIKELY, _MUCH = 0.5, 5.0
# Shorter names are abbreviations, written in many ways.
_SHORT = 2


class Displaced(NamedTuple):
    """A phrase, the sentence that matches the words around it, and one that has the phrase."""

    start: int
    end: int
    place: SourceSentence
    home: SourceSentence


def displaced(part: PartView) -> Iterator[Displaced]:
    """The displaced phrases of a part; speakers and outlets have their own rules."""
    for phrase in phrases(part):
        telling = [] if reports(phrase[-1]) else _telling(part.claim, phrase)
        home = _home(part, telling)
        if home is None:
            continue
        start, end = phrase[0].start, phrase[-1].end
        found = near(part, start, end)
        weight = sum(part.claim.document.weights.of(stem(t.lower)) for t in telling)
        if found and _tells(found[0].share, weight):
            local = {m.sentence.number + gap for m in found for gap in (-1, 0, 1)}
            here = any(local & part.source.holding(t.lower) for t in telling)
            if not here and not _named_at(part, phrase, local):
                yield Displaced(start, end, found[0].sentence, home)


def _named_at(part: PartView, phrase: list[Token], numbers: set[int]) -> bool:
    """Whether one of these sentences has the name that a phrase is of, perhaps cut short."""
    mine = [n for n in part.claim.names if n.start < phrase[-1].end and phrase[0].start < n.end]
    rows = part.source.sentences
    theirs = [n for number in numbers if 0 <= number < len(rows) for n in rows[number].names]
    return any(same_name(one.text, other.text) for one in mine for other in theirs)


def phrases(part: PartView) -> Iterator[list[Token]]:
    """The words of content of each noun group, where no other rule judges them.

    Quotation marks, speakers, outlets, numbers and dates have rules of their own, and what frames
    a claim (who says it, where) may be told anywhere.
    """
    claim = part.claim
    outlets = (n for n in claim.names if n.text.split()[-1].casefold() in words("outlet_words"))
    speakers = (voice.name for voice in claim.voices if voice.name)
    barred = [(n.start, n.end) for n in (*speakers, *outlets, *routes(claim))]
    barred += [(quantity.start, quantity.end) for quantity in claim.quantities]
    barred += [(date.start, date.end) for date in claim.dates]
    barred += [(each.start, each.end) for each in frame(part)]
    groups = (group for group in part_groups(part) if isinstance(group, Noun))
    for group in groups:
        run = [
            token
            for token in group.tokens
            if has_content(token.lower)
            and not claim.quoted(token.start)
            and not any(start <= token.start < end for start, end in barred)
        ]
        if run:
            yield run


def _telling(claim: ClaimView, phrase: list[Token]) -> list[Token]:
    """The words of a phrase that tell where it is from: a name, or two other words together.

    Paraphrase brings verbs and general nouns of its own, and people have several titles.
    """
    found = [token for token in phrase if token.lower not in words("role_nouns")]
    named = [t for t in found if any(n.start <= t.start < n.end for n in claim.names)]
    others = [token for token in found if token not in named and _is_telling(token.lower)]
    named = [token for token in named if "." not in token.text and len(token.text) > _SHORT]
    return [*named, *others] if named or len(others) > 1 else []


@functools.lru_cache(maxsize=65536)
def _is_telling(word: str) -> bool:
    """Whether a lower-case word is no verb and no general noun."""
    verb = word.endswith(("ed", "ing")) or word in classes("irregular_forms") or is_cue(word)
    return not (verb or word in words("generic_words") or word in words("reporting_verbs"))


def _tells(share: float, weight: float) -> bool:
    """Whether the rest is found well enough for a phrase of this weight."""
    return (share >= _CLOSE and weight >= _SOME) or (share >= _LIKELY and weight >= _MUCH)


def _home(part: PartView, phrase: list[Token]) -> SourceSentence | None:
    """A sentence of the story that has all these words, of the part's own source if it can be."""
    others = part.claim.document.sources.values()
    for source in (part.source, *(each for each in others if each is not part.source)):
        together = _holding(source, phrase)
        if together:
            return source.sentences[min(together)]
    return None


def _holding(source: Source, phrase: list[Token]) -> frozenset[int]:
    """The numbers of the sentences that have all these words; none for no words."""
    if not phrase:
        return frozenset()
    return frozenset.intersection(*(source.holding(token.lower) for token in phrase))
