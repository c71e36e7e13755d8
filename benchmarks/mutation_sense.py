"""Operators that turn what is said: who says it, whether it is so, why, in whose words, from where.

A rewriting given by hand (`slots`) contradicts the correct claim it is made from; what is put in
has words that no article has; a lost speaker or route is one that the correct claim, by the cited
article, needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.mutation_story import QUOTED, Claim, DemoStory
from benchmarks.mutation_values import changed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OPPOSITE = {
    "denied": "confirmed",
    "declined": "agreed",
    "accused": "cleared",
    "no fault": "a fault",
    "nobody injured": "many injured",
    "had left": "had not left",
    "had sent": "had not sent",
    "would cooperate": "would not cooperate",
    "was built": "was not built",
    "are suspended": "are not suspended",
    "will supply": "will not supply",
    "was not published": "was published",
}
_CAUSES = ("because the captain had fallen asleep", "after its brakes failed")
_DETAILS = ("in front of a television crew", "beside a chapel")
_ADJECTIVES = {
    "car ferry": "doomed car ferry",
    "company": "ruthless company",
    "ministry": "hapless ministry",
}
_ADJECTIVES |= {
    "trawler": "rickety trawler",
    "seafarers": "heroic seafarers",
    "spokeswoman": "smug spokeswoman",
}
_VERBS = ("admitted", "boasted", "insisted")
_COMMENTS = ("Unsurprisingly, ", "Tragically, ", "In a desperate bid to save face, ")


_SAID_LAST = re.compile(r"(?:said|told|reported|according|statement|”)[^,]*$")


def slot(name: str) -> Callable[[Claim, DemoStory], Iterator[Claim]]:
    """An operator that applies what was written by hand: a whole sentence, or [right, wrong]."""

    def operator(claim: Claim, story: DemoStory) -> Iterator[Claim]:
        del story
        given = claim.slot(name)
        if given:
            right, wrong = (claim.text, given) if isinstance(given, str) else given
            yield claim._replace(text=claim.text.replace(right, wrong, 1))

    return operator


def opposite(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """The contrary of a correct claim."""
    del story
    for old, new in _OPPOSITE.items():
        for match in re.finditer(rf"\b{old}\b", claim.prose()):
            yield changed(claim, *match.span(), new)


def other_speaker(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Somebody else whom a cited article names, and who is not on record with these words."""
    for person in story.cast["people"]:
        if person in (claim.slot("speaker") or ""):
            named = (n for n in story.cast["people"] if not story.absent(n, claim.sources))
            for new in [each for each in named if each not in claim.text][:2]:
                start = claim.text.index(person)
                yield changed(claim, start, start + len(person), new)


def other_role(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A role that is somebody else's."""
    for old in story.cast["roles"]:
        for match in re.finditer(old, claim.prose(), re.IGNORECASE):
            new = next(role for role in reversed(story.cast["roles"]) if role != old)
            capital = match[0][0].isupper()
            yield changed(claim, *match.span(), new.capitalize() if capital else new)


def vague_speaker(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """One person becomes officials or experts."""
    del story
    if phrase := claim.slot("speaker"):
        for new in ("officials", "experts"):
            start = claim.text.index(phrase)
            word = new.capitalize() if start == 0 else new
            yield changed(claim, start, start + len(phrase), word)


def other_outlet(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Told to another outlet."""
    for match in re.finditer(r"told the (Harbour Courier)", claim.prose()):
        new = next(n for n in story.cast["outlets"] if n not in claim.text)
        yield changed(claim, *match.span(1), new)


def prose_as_speech(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """An article's own words for what somebody said, in quotation marks."""
    for number, speaker, said in story.statements("indirect"):
        if number in claim.sources and speaker in claim.text and not QUOTED.search(claim.text):
            name = speaker if speaker in story.cast["people"] else f"The {speaker}"
            yield claim._replace(text=f"{name} said: “{said[0].upper()}{said[1:]}.”")


def made_up_cause(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A cause that no article has."""
    yield from _added(claim, story, _CAUSES)


def made_up_detail(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A circumstance that no article has."""
    yield from _added(claim, story, _DETAILS)


def _added(claim: Claim, story: DemoStory, phrases: tuple[str, ...]) -> Iterator[Claim]:
    """Behind what is told; not behind who told it."""
    for phrase in phrases:
        if story.absent(phrase) and not _SAID_LAST.search(claim.text):
            opening = claim.text if claim.text.endswith("a.m.") else claim.text[:-1]
            yield claim._replace(text=f"{opening} {phrase}.")


def loaded_word(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """An adjective that takes a side, and that no article has."""
    for old, new in _ADJECTIVES.items():
        for match in list(re.finditer(rf"\b{old}\b", claim.prose()))[:1]:
            if story.absent(new):
                yield changed(claim, *match.span(), new)


def loaded_verb(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Said becomes admitted, boasted, insisted, where no cited article has the verb."""
    for match in re.finditer(r"\bsaid\b(?! in| at|:)", claim.prose()):
        for new in _VERBS:
            if story.absent(new, claim.sources):
                yield changed(claim, *match.span(), new)


def comment(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A comment or a motive in the narrator's voice."""
    for new in _COMMENTS:
        if claim.text[0].isalpha() and story.absent(new):
            yield claim._replace(text=new + claim.text)


def no_citation(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """The markers are lost."""
    del story
    yield claim._replace(sources=())


def ghost_citation(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A source that there is not."""
    yield claim._replace(sources=(len(story.texts) + 1,))


def wrong_citation(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A source that does not carry the claim, instead and besides."""
    for number in story.silent(claim)[:2]:
        yield claim._replace(sources=(number,))
        yield claim._replace(sources=(*claim.sources, number))


def corroborated(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Copies of one text, told as several outlets that confirm each other."""
    for copies in story.labels["copies"]:
        if {f"s{n}" for n in claim.sources} == set(copies["members"]) and claim.text[0] == "T":
            text = f"Several outlets independently confirmed that t{claim.text[1:]}"
            yield claim._replace(text=text)
