"""Name that the cited source does not have.

Every name of a claim stands in the source cited for it: in its text, its title, or as the outlet
itself. A short form is fine where the source has the long one, and the other way round; so are
acronyms, initials, other spellings of a foreign name, a country for its adjective, and the whole
name of a body ("House of Elders") that another source has and this one calls "the House". An outlet
need not name itself in its own article. A single capitalised word that opens the claim counts only
if a cue follows it ("Brenner said").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes, words
from summarizer.text.name_forms import name_words
from summarizer.text.names import Name, names, same_name
from summarizer.text.speech_verbs import is_cue
from summarizer.text.tokens import tokenize
from summarizer.verify.elsewhere import cited_or
from summarizer.verify.kept import kept
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.source import Source
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="fabricated",
    yields_to=("ENT102", "ENT103", "CIT105"),
    example=Example(
        sources=("Fire in Arden\n\nThe mayor of Arden, Ann Ode, visited the harbour.",),
        bad="The mayor of Arden, Ann Ode, visited the harbour with Karl Brenner. [1]",
        good="The mayor of Arden, Ann Ode, visited the harbour. [1]",
    ),
)

# What a name of a place may be called besides.
_LANDS = frozenset(
    {"prefecture", "province", "county", "region", "district", "oblast", "governorate", "parish"}
    | {"borough", "municipality", "city", "town", "village", "island", "state"}
)
# "Puerto Rican-born" tells of Puerto Rico.
_BELONGING = ("an", "ian")
_LONG = 5
# Names that another word of a source implies, by its stem.
_IMPLIED = {"twitter": ("tweet", "retweet")}


def check_part(part: PartView) -> Iterator[Problem]:
    """Names without a counterpart in the source."""
    for name in names(part.text, part.start, ordinary=_ordinary(part.source)):
        if quoted(part, name.start) or _known(part.source, name.text):
            continue
        if _is_outlet(part, name) or _only_opens(part, name) or _opens_title(part, name):
            continue
        other = _elsewhere(part, name.text)
        if other and _is_shorter(part.source, name.text):
            continue
        message = f"{part.source.id} does not name {name.text}"
        fix = None
        if other:
            message += f", {other.id} does"
            fix = cited_or(part, other, "leave the name out")
        evidence = tuple(sentence.evidence() for sentence in part.evidence[:1])
        yield Problem(message, evidence, fix, start=name.start, end=name.end)


@kept
def _ordinary(source: Source) -> frozenset[str]:
    """Words that the source has in lower case."""
    return frozenset(token.lower for token in source.tokens if token.text.islower())


@kept
def _names(source: Source) -> frozenset[str]:
    found = {name.text for name in source.names}
    article = source.article
    found.update(each for each in (article.outlet, article.agency, article.byline) if each)
    return frozenset(found)


@kept
def _words(source: Source) -> frozenset[str]:
    """All words of a source as names have them, adjectives of countries as the country too."""
    article = source.article
    extra = (article.outlet, article.agency, article.byline, article.title, article.url)
    spelt = source.spellings.union(t.text for each in extra if each for t in tokenize(each))
    plain = {word for each in spelt for word in name_words(each)}
    longer = {**classes("place_abbreviations"), **classes("demonyms")}
    lands = {longer.get(w) or longer.get(w.removesuffix("s")) or "" for w in plain}
    return frozenset(plain | {part for land in lands for part in name_words(land)})


def _known(source: Source, name: str) -> bool:
    """Whether a source has a name in some form."""
    plain = [w for w in name_words(name) if w.removesuffix("s") not in classes("demonyms")]
    wanted = [word for word in plain if word not in _LANDS] or plain
    if all(source.spells(word) for word in wanted):  # names need not be read
        return True
    have = _words(source)
    if all(_stands(word, have) for word in wanted):
        return True
    letters = name.replace(".", "").casefold()
    if name.isupper() and 2 < len(letters) < 7 and letters in _initials(source):
        return True
    if any(word in source.stems for word in _IMPLIED.get(name.casefold(), ())):
        return True
    joined = "".join(name_words(name))
    base = name.rstrip("aeoy")
    if len(base) >= _LONG and any(base + ending in source.text for ending in _BELONGING):
        return True
    return joined in _joined(source) or any(same_name(name, other) for other in _names(source))


def _stands(word: str, have: frozenset[str]) -> bool:
    """Whether a word of a name is there, in another number, or as the land of its people."""
    lands = {word.removesuffix(end) for end in (*_BELONGING, "n")}
    told = any(len(land) >= _LONG and land in have for land in lands if land != word)
    return word in have or word.removesuffix("s") in have or f"{word}s" in have or told


@kept
def _joined(source: Source) -> frozenset[str]:
    """The names of a source written as one word ("Mill Watch", "MillWatch")."""
    return frozenset("".join(name_words(name)) for name in _names(source))


@kept
def _initials(source: Source) -> str:
    """The first letters of the capitalised words of a source, in order."""
    return "".join(t.lower[0] for t in source.tokens if t.text[0].isupper())


def _elsewhere(part: PartView, name: str) -> Source | None:
    cited = part.claim.sources
    sources = (*cited, *(s for s in part.claim.document.sources.values() if s not in cited))
    return next((s for s in sources if s is not part.source and _known(s, name)), None)


def _is_shorter(source: Source, name: str) -> bool:
    """Whether a source has a body only by the head of its name: "the House", "the Ministry"."""
    head, of, _ = name.partition(" of ")
    return bool(of) and " " not in head and head in source.spellings


def _is_outlet(part: PartView, name: Name) -> bool:
    """Whether the name can be that of the source's outlet, where reading found none."""
    if part.source.article.outlet:
        return False
    return not words("outlets").isdisjoint(name_words(name.text))


def _opens_title(part: PartView, name: Name) -> bool:
    """Whether the name is the kind of a body before an office: "City Mayor", "House Speaker"."""
    behind = next((token for token in part.tokens if token.start > name.end), None)
    title = behind is not None and behind.text[0].isupper() and behind.start == name.end + 1
    kind = name.text.lower() in words("name_heads")
    return bool(kind and title and behind and behind.lower in words("role_nouns"))


def _only_opens(part: PartView, name: Name) -> bool:
    """Whether the name is one capitalised word at the start that may be an ordinary word."""
    tokens = part.claim.tokens
    if name.start != tokens[0].start or " " in name.text or name.text.isupper():
        return False
    return len(tokens) < 2 or not (tokens[0].text != name.text or is_cue(tokens[1].lower))
