"""Wordings that the documents of a digest share: its title, its state, what changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from summarizer.render.labels import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.digest.model import Change, Changes, Digest, DigestStory


class Note(NamedTuple):
    """Something that is new, corrected or withdrawn: which of them, and its words."""

    kind: str
    text: str
    before: str | None


def title(digest: Digest) -> str:
    """What the digest is called: its job and day."""
    return f"{digest.job}, {day(digest)}"


def day(digest: Digest) -> str:
    """The day and time of the period, as its own clock has them."""
    at = datetime.fromisoformat(digest.at)
    return f"{at.day} {at:%B %Y, %H:%M}"


def told(digest: Digest) -> str:
    """How much the digest tells, and whether something is missing."""
    if not digest.stories and not digest.failed and not digest.problems:
        return "Nothing to tell: no story met what this digest asks for."
    lines = [f"{plural(len(digest.stories), 'story')}."]
    if digest.failed:
        lines.append(f"{len(digest.failed)} could not be told.")
    if digest.problems:
        lines.append(f"{plural(len(digest.problems), 'place')} could not be read.")
    return " ".join(lines)


def notes(changes: Changes | None) -> Iterator[Note]:
    """What is different since the story was told last, the corrections first."""
    if changes is None:
        return
    kinds: tuple[tuple[str, tuple[Change, ...]], ...] = (
        ("corrected", changes.corrected),
        ("withdrawn", changes.withdrawn),
        ("new", changes.new),
    )
    for kind, found in kinds:
        for each in found:
            yield Note(kind, each.text, each.before)


def since(story: DigestStory) -> str:
    """How a story that goes on is introduced, empty for a new one."""
    if story.changes is None:
        return ""
    changed = any(notes(story.changes))
    period = story.changes.since
    return f"Told before in {period}." if changed else f"Unchanged since {period}."
