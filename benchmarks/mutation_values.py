"""Operators that plant wrong values: numbers, dates, names, quotations.

Each is given a claim and the story and yields claims that are wrong because the new value stands in
no article (`absent`), or because the story's labels give it to somebody or something else.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.mutation_story import QUOTED, Claim, DemoStory, words

if TYPE_CHECKING:
    from collections.abc import Iterator

# No times, days of a month or years: they have operators of their own.
_DIGITS = re.compile(
    r"(?<![\d.,])(?<!February )(?!\d{4}\b)\d{1,3}(?:,\d{3})?(?:\.\d)?(?![\d.,]*\d)(?! a\.m\.)"
)
_NUMBER_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_COUNTED = re.compile(r"(\d[\d,]{0,6}) ([a-z]{3,20})")
_WEEKDAYS = ("Monday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"(?:Tues|Wednes|Thurs|Fri)day")
_QUALIFIERS = {"about ": "", "at least ": "at most ", "until ": "from ", "within ": "in more than "}
_UNITS = {"days": "weeks", "talers": "shares", "residents": "houses", "people": "children"}
_UNITS |= {"ferries": "trawlers", "fishermen": "passengers", "investigators": "lawyers"}
_SURNAMES = ("Welk", "Obrim", "Fastner")
_FABRICATED = "The whole fleet must be laid up at once"


def changed(claim: Claim, start: int, end: int, new: str) -> Claim:
    """The claim with other words in one place."""
    return claim._replace(text=claim.text[:start] + new + claim.text[end:])


def other_number(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A figure that no article has, too far off for "about" to cover it."""
    for match in _DIGITS.finditer(claim.prose()):
        value = float(match[0].replace(",", ""))
        for step in (13, 17, 22, 31):
            new = f"{value * 1.5 + step:,.{1 if '.' in match[0] else 0}f}"
            if story.absent(new):
                yield changed(claim, *match.span(), new)
                break


def other_number_word(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A number word that no article has, as word or figure."""
    for match in re.finditer(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b", claim.prose(), re.IGNORECASE):
        for offset, new in enumerate(_NUMBER_WORDS, 2):
            if story.absent(new) and story.absent(str(offset)):
                capital = match[0][0].isupper()
                yield changed(claim, *match.span(), new.capitalize() if capital else new)
                break


def number_of_another(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """The value that another source has in a dispute, and no cited one."""
    for dispute in story.labels["disputes"]:
        values = [re.sub(r"\D", "", each["value"]) for each in dispute["positions"]]
        for old in filter(None, values):
            for match in re.finditer(rf"\b{old}\b", claim.prose()):
                for new in filter(None, values):
                    if new != old and story.absent(new, claim.sources):
                        yield changed(claim, *match.span(), new)


def counts_swapped(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Two figures that change places."""
    found = list(_COUNTED.finditer(claim.prose()))
    for first, second in pairwise(found):
        swapped = changed(claim, *second.span(1), first[1])
        new = changed(swapped, *first.span(1), second[1])
        if story.absent(f"{second[1]} {first[2]}"):
            yield new


def other_unit(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """The same figure, of another thing."""
    for match in re.finditer(r"(\w+) (\w+)\b", claim.prose()):
        new = _UNITS.get(match[2])
        counted = match[1][0].isdigit() or match[1].lower() in (*_NUMBER_WORDS, "million")
        if new and counted and story.absent(f"{match[1]} {new}"):
            yield changed(claim, *match.span(2), new)


def qualifier(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """About, at least, until: left out, or turned round."""
    del story
    for old, new in _QUALIFIERS.items():
        for match in re.finditer(rf"\b{old}", claim.prose(), re.IGNORECASE):
            yield _capital(changed(claim, *match.span(), new))


def weekday(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A weekday that no article has."""
    for match in _WEEKDAY.finditer(claim.prose()):
        new = next(day for day in _WEEKDAYS if story.absent(day))
        yield changed(claim, *match.span(), new)


def day_or_year(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Another day of the month, another month, another year."""
    pairs = (("February 27", "February 21"), ("February 27", "April 27"), ("1987", "1978"))
    for old, new in (*pairs, ("2009", "2005"), ("2016", "2018")):
        if old in claim.prose() and story.absent(new):
            yield claim._replace(text=claim.text.replace(old, new))


def other_name(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Another place, ship or body of the story; the claim does not name it, so it is wrong here."""
    for kind in ("places", "ships", "bodies"):
        for old in story.cast[kind]:
            others = [n for n in story.cast[kind] if n not in claim.text]
            near = [n for n in others if not story.absent(n, claim.sources)]
            for match in list(re.finditer(re.escape(old), claim.prose()))[:1]:
                for new in dict.fromkeys((*near[:1], *others[:1])):
                    yield changed(claim, *match.span(), new)


def new_name(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """A surname that no article has."""
    for person in story.cast["people"]:
        surname = person.rpartition(" ")[2]
        for match in re.finditer(surname, claim.prose()):
            new = next(name for name in _SURNAMES if story.absent(name))
            yield changed(claim, *match.span(), new)


def quotation_altered(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """The longest word of a quotation becomes the longest of another, or a small word goes."""
    for match in QUOTED.finditer(claim.text):
        longest = max(re.findall(r"\w+", match[1]), key=len)
        for _, _, other in story.statements("direct"):
            new = match[1].replace(longest, max(re.findall(r"\w+", other), key=len), 1)
            if story.absent(new):
                yield changed(claim, *match.span(1), new)
                break
        shorter = re.sub(r" (?:the|and|in|to|of|we) ", " ", match[1], count=1)
        if story.absent(shorter):
            yield changed(claim, *match.span(1), shorter)


def quotation_stitched(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Behind the words come later words of the same speaker in the same article."""
    for match in QUOTED.finditer(claim.text):
        for number, speaker, other in story.statements("direct"):
            new = f"{match[1].rstrip('.,')} and {other[0].lower()}{other[1:].rstrip('.,')}"
            mine = speaker in claim.text and number in claim.sources
            if mine and words(other) not in words(match[1]) and story.absent(new):
                yield changed(claim, *match.span(1), new + match[1][-1] * (match[1][-1] in ".,"))
                break


def quotation_made_up(claim: Claim, story: DemoStory) -> Iterator[Claim]:
    """Words that nobody said."""
    for match in QUOTED.finditer(claim.text):
        if story.absent(_FABRICATED):
            yield changed(
                claim, *match.span(1), _FABRICATED + match[1][-1] * (match[1][-1] in ".,")
            )


def _capital(claim: Claim) -> Claim:
    return claim._replace(text=claim.text[:1].upper() + claim.text[1:])
