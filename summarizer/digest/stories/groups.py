"""What belongs together: articles of one story, and the story of an earlier digest it goes on from.

Stories that were told lately are sorted beside the articles, so that a story goes on although none
of its articles is from today; an article that was in a story before settles it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.merge import group_items
from summarizer.model.story import Item as Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.digest.model import Item, PastStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items of one story, the oldest first, and the story that it goes on from."""

    items: tuple[Item, ...]
    before: PastStory | None

    @property
    def story(self) -> str:
        """Its id: that of the story it goes on from, else made of its oldest item."""
        return self.before.story if self.before else self.items[0].id[:16]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it or did before, each once; an outlet without a name goes by its host."""
        sources = self.before.summary.sources if self.before else ()
        told = (source.outlet or urlsplit(source.url or "").hostname for source in sources)
        return tuple(dict.fromkeys([*map(outlet_of, self.items), *filter(None, told)]))

    @property
    def fresh(self) -> tuple[Item, ...]:
        """The items that the digest before did not have, or had with another text."""
        if self.before is None:
            return self.items
        known = {source.sha256 for source in self.before.summary.sources}
        return tuple(item for item in self.items if item.article.sha256 not in known)


def outlet_of(item: Item) -> str:
    """The outlet of an item, its host where nobody says."""
    return item.outlet or item.article.outlet or urlsplit(item.url).hostname or item.source


def grouped(items: Sequence[Item], past: Sequence[PastStory]) -> list[Group]:
    """The groups of these items in the order of their oldest ones; each past story goes on once."""
    pieces = {f"item {n}": item for n, item in enumerate(items)}
    plain = [_piece(key, item) for key, item in pieces.items()]
    near = _near(plain, past)
    found = []
    for group in group_items(plain).stories:
        members = [pieces[each] for each in group.members]
        alike = [story for each in group.members for story in near.get(each, ())]
        found.append((members, _origin(members, past, alike)))
    return _once(found)


def _near(pieces: Sequence[Piece], past: Sequence[PastStory]) -> dict[str, list[PastStory]]:
    """The past stories that each piece is sorted to, if they are sorted together.

    The groups themselves are made without them: a past story that told of two things joins none.
    """
    told = {f"past {n}": story for n, story in enumerate(past)}
    whole = [*pieces, *(_told(key, story) for key, story in told.items())]
    near: dict[str, list[PastStory]] = {}
    for group in group_items(whole).stories if told else ():
        stories = [told[each] for each in group.members if each in told]
        near |= {each: stories for each in group.members if each not in told}
    return near


def _piece(key: str, item: Item) -> Piece:
    article = item.article
    text = "\n".join(article.quote(each.start, each.end) for each in article.sentences)
    date = (item.published or item.first_seen).date().isoformat()
    return Piece(id=key, title=item.title, text=text, date=date, outlet=outlet_of(item))


def _told(key: str, story: PastStory) -> Piece:
    """A story that was told, as an article of its day."""
    text = "\n".join(claim.text for claim in story.summary.claims)
    dates = [source.published[:10] for source in story.summary.sources if source.published]
    title = story.summary.headline.text
    return Piece(id=key, title=title, text=text, date=max(dates, default=None), outlet=None)


def _origin(
    members: Iterable[Item], past: Sequence[PastStory], near: Sequence[PastStory]
) -> PastStory | None:
    """The past story that shares most items with a group, else the one that is like it."""
    ids = {item.id for item in members}
    shared = max(past, key=lambda each: len(ids.intersection(each.items)), default=None)
    if shared and ids.intersection(shared.items):
        return shared
    likest = Counter(story.story for story in near).most_common(1)
    return next((each for each in near if likest and each.story == likest[0][0]), None)


def _once(found: Sequence[tuple[list[Item], PastStory | None]]) -> list[Group]:
    """The groups; of several that go on from one story the largest does, the others are new."""
    taken: set[str] = set()
    groups = []
    for members, before in sorted(found, key=lambda row: (-len(row[0]), row[0][0].id)):
        own = before if before and before.story not in taken else None
        if own:
            taken.add(own.story)
        groups.append(Group(items=tuple(sorted(members, key=_age)), before=own))
    return sorted(groups, key=lambda group: _age(group.items[0]))


def _age(item: Item) -> tuple[str, str]:
    """What sorts items by their dates, those of one date by id."""
    return (item.published or item.first_seen).isoformat(), item.id
