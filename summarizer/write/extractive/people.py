"""Which of an article's names are people's, and whom a pronoun must mean.

Every answer here is one that the article's own words prove; where they leave a doubt there is none.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.names import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.article import Article, Statement

_PRONOUNS = frozenset({"he", "she"})
# A pronoun this far (characters) behind the name, or with another name between, may mean another.
_NEAR = 400
_LONGEST_NAME = 4
_APPOSITION = re.compile(r"\A, [^,.;:]{1,80},")
_PLACING = re.compile(r"\b(?:in|at|near) \Z")
_AGED = re.compile(r"-year-old\b")
_LONGEST_WORD = 31
_LAST_WORD = re.compile(rf"([\w.’'-]{{1,{_LONGEST_WORD - 1}}})\s\Z")
_MALE = frozenset({"Mr", "Sir", "Lord"})
_FEMALE = frozenset({"Mrs", "Ms", "Miss", "Lady", "Dame"})


@functools.lru_cache(maxsize=256)
def _before(text: str, short: str) -> frozenset[str]:
    """The words that stand right before a short name, "" where none does."""
    found = set()
    place = text.find(short)
    while place >= 0:
        end = place + len(short)
        apart = not place or text[place - 1].isspace()
        if apart and not (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            word = _LAST_WORD.search(text, max(0, place - _LONGEST_WORD), place)
            found.add(word.group(1) if word else "")
        place = text.find(short, end)
    return frozenset(found)


def person(name: str, article: Article) -> bool:
    """Whether the article shows that a name of two to four words is a person's.

    It calls them by their last word alone too, as it does with people ("Ilva Brandt … Brandt
    said"), and no word of the name is one that names bodies or places have.
    """
    parts = name.split()
    if not 2 <= len(parts) <= _LONGEST_NAME or not all(part[:1].isupper() for part in parts):
        return False
    heads = words("name_heads") | words("role_nouns") | words("outlet_words")
    if any(part.lower().strip(".,") in heads for part in parts) or name not in article.text:
        return False
    before = _before(article.text, parts[-1])
    return any(not word[:1].isupper() and word not in ("the", "The", "a") for word in before)


def full_name(short: str, article: Article) -> str | None:
    """The one full name of the article's speakers whose last word this is."""
    return short_names(article).get(short)


def short_names(article: Article) -> Mapping[str, str]:
    """Full names of speakers by the one word that the article calls them by ("Adeyemi").

    A short name that two people share, or that stands behind other words too, is left out.
    """
    return _short_names(article.sha256, article)


@functools.lru_cache(maxsize=64)
def _short_names(_: str, article: Article) -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for statement in article.statements:
        name = statement.speaker.name if statement.speaker else None
        if name and name.split()[-1:] and name not in found.get(name.split()[-1], ()):
            found.setdefault(name.split()[-1], set()).add(name)
    return {
        short: full
        for short, (full, *others) in ((s, sorted(each)) for s, each in found.items())
        if not others and person(full, article) and _sole(short, full, article)
    }


def _sole(short: str, full: str, article: Article) -> bool:
    """Whether every capitalised word before the short name is its first name or a title."""
    known = words("titles") | words("roles") | words("role_nouns") | words("sentence_starters")
    known |= words("function_words")
    first = full.split()[-2]
    before = {word for word in _before(article.text, short) if word[:1].isupper()}
    return all(
        word == first or word.lower() in known or word.lower().rstrip(".") + "." in known
        for word in before
    )


def meant(statement: Statement, article: Article) -> str | None:
    """The name of a statement's speaker, if the words next to its cue prove it.

    They do if they are the full name, or a short name of one person only, or a pronoun close behind
    the only person named.
    """
    speaker = statement.speaker
    if speaker is None:
        return None
    mention = article.text[speaker.start : speaker.end]
    if mention.casefold() not in _PRONOUNS:
        return full_name(mention, article) or mention
    name = speaker.name
    if name is None or not person(name, article) or _other_gender(mention, name, article):
        return None
    near = article.text[max(0, speaker.start - _NEAR) : speaker.start]
    place = near.rfind(name.split()[-1])
    behind = near[place + len(name.split()[-1]) :]
    return name if place >= 0 and not _another(behind, name, article) else None


def _other_gender(pronoun: str, name: str, article: Article) -> bool:
    titles = _FEMALE if pronoun.casefold() == "he" else _MALE
    before = _before(article.text, name.rsplit(maxsplit=1)[-1]) | _before(article.text, name)
    return any(word.rstrip(".") in titles for word in before)


def _another(between: str, name: str, article: Article) -> bool:
    """Whether a stretch names or mentions anybody else that a pronoun might mean."""
    shorts = short_names(article)
    own = set(name.split())
    for found in names(between):
        last = found.text.split()[-1]
        body = not words("name_heads").isdisjoint(found.text.lower().split())
        place = _PLACING.search(between[: found.start]) is not None
        other = last in shorts or (" " in found.text and not body and not place)
        if other and not set(found.text.split()) & own:
            return True
    # what stands between commas right behind the name is said of its bearer
    return _mentions_people(_APPOSITION.sub("", between))


def somebody(text: str, article: Article) -> bool:
    """Whether a stretch has a person for "he" or "she" to mean."""
    shorts = short_names(article)
    found = names(f"with {text}", -5)
    if any(name.text in shorts or person(name.text, article) for name in found):
        return True
    if any(_surname(name.text, article) or _speaks(name.text, article) for name in found):
        return True
    return bool(_AGED.search(text)) or _mentions_people(text)


def _mentions_people(text: str) -> bool:
    people = words("kin_nouns") | words("people_nouns")
    people |= words("role_nouns") - words("name_heads")  # of these, bodies are no "he" or "she"
    return any(
        word in people or word.endswith(("man", "woman", "ess", "ist"))
        for word in re.findall(r"[a-z]{3,}", text.lower())
    )


def _speaks(name: str, article: Article) -> bool:
    """Whether the article has a speaker whom it mentions by just this name."""
    spoken = (each.speaker for each in article.statements if each.speaker)
    return any(article.text[each.start : each.end] == name for each in spoken)


def _surname(word: str, article: Article) -> bool:
    """Whether the article has the word behind a courtesy title or a person's first name too."""
    before = _before(article.text, word)
    courtesy = words("titles")
    return any(
        each.lower().rstrip(".") + "." in courtesy or person(f"{each} {word}", article)
        for each in before
        if each[:1].isupper()
    )
