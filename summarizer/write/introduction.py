"""Full names where a person is named for the first time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.write.voice import narrator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.article import Article


def short_names(article: Article) -> dict[str, str]:
    """Full names by the one word that the article calls its speakers by ("Adeyemi").

    A short name that stands for two people is left out.
    """
    found: dict[str, set[str]] = {}
    for statement in article.statements:
        speaker = statement.speaker
        if speaker is None or speaker.name is None or " " not in speaker.name:
            continue
        if not speaker.name[0].isupper():  # a body with its article: "the IDF"
            continue
        mention = article.text[speaker.start : speaker.end].split()[-1]
        if mention[:1].isupper() and speaker.name.split()[-1] == mention:
            found.setdefault(mention, set()).add(speaker.name)
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


def introduce(text: str, names: Mapping[str, str], told: str) -> str:
    """The text with each short name written in full once, unless `told` or itself has it so."""
    for short, full in names.items():
        if full in told or full in text:
            continue
        # quotations stay as they are, and so does a short name inside a longer one
        places = re.finditer(rf"(?<![\w.’'-]){re.escape(short)}(?![\w-])", narrator(text))
        place = next((m.start() for m in places if _alone(text, m.start())), None)
        if place is not None:
            text = text[:place] + full + text[place + len(short) :]
    return text


def _alone(text: str, place: int) -> bool:
    """Whether no other capitalised word (a first name, a title) stands right before."""
    before = text[:place].split()
    return not before or not before[-1][:1].isupper() or before[-1][-1] in '.,:;”"'
