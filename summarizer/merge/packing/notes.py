"""What a sentence does not say itself, though a reader of its article knows it: who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.name_forms import name_words
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection

    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article, Statement

OTHER_OCCASION = "other occasion"
# "Ministry of Foreign Affairs of Orland" is not named by a sentence about Orland.
_SHORT = 3
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "one", "this", "that"})


def note(passage: Passage, article: Article, *, aside: bool) -> str | None:
    """Speakers and routes of a sentence's statements that it does not name itself, if any."""
    words = {token.lower for token in tokenize(passage.text)}
    found = [OTHER_OCCASION] if aside else []
    for statement in passage.statements:
        who = _speaker(statement, passage, article, words)
        routes = [f"via {name}" for name in statement.via if not _named(name, words)]
        if who or routes:
            found.append(" ".join([who, *routes] if who else routes))
    return "; ".join(dict.fromkeys(found)) or None


def _speaker(
    statement: Statement, passage: Passage, article: Article, words: Collection[str]
) -> str | None:
    """The speaker, unless the sentence names him or nobody can tell who it is."""
    speaker = statement.speaker
    if speaker is None:
        return None
    sentence = article.sentences[passage.place]
    inside = sentence.start <= speaker.start < sentence.end
    called = article.quote(speaker.start, speaker.end)
    who = speaker.name or (None if inside or called.lower() in _PRONOUNS else called)
    return None if who is None or _named(who, words) else who


def _named(name: str, words: Collection[str]) -> bool:
    """Whether a text with these words names somebody: by any word of a short name, else by half."""
    own = name_words(name)
    met = sum(word in words for word in own)
    return met > 0 if len(own) <= _SHORT else 2 * met >= len(own)
