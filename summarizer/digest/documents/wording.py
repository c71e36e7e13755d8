"""Wordings that the documents of a digest share: its title, its state, what changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.web.target import shown
from summarizer.render.labels import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.digest.model import (
        Change,
        Changes,
        Digest,
        DigestStory,
        Failed,
        Problem,
        Selection,
    )


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
    if not digest.stories and not digest.failed:
        lines = ["Nothing to tell: no story met what this digest asks for."]
    else:
        lines = [f"{plural(len(digest.stories), 'story')}."]
    if digest.failed:
        lines.append(f"{len(digest.failed)} could not be told.")
    if digest.problems:
        lines.append(f"{plural(len(digest.problems), 'place')} could not be read.")
    if digest.selection:
        lines.append(left_out(digest.selection))
    return " ".join(lines)


def left_out(selection: Selection) -> str:
    """What the window held, and why stories of it are not told."""
    if not selection.articles:
        return "No article is dated in the window."
    reasons = (
        (selection.few_outlets, f"with fewer than {plural(selection.min_outlets, 'outlet')}"),
        (selection.nothing_new, "with nothing new since the last digest"),
        (selection.few_origins, f"with fewer than {plural(selection.min_origins, 'origin')}"),
        (selection.beyond, f"beyond the best {selection.max_stories}"),
    )
    why = ", ".join(f"{count} {reason}" for count, reason in reasons if count)
    held = f"{plural(selection.articles, 'article')} in the window"
    return f"{held}, {plural(selection.stories, 'story')}; left out: {why or 'none'}."


def unread(problem: Problem) -> str:
    """What could not be read and why; most messages begin with the place."""
    place = shown(problem.place)
    begins = problem.message.startswith(place)
    told = problem.message if begins else f"{place}: {problem.message}"
    refused = problem.code == "refused-address"
    return f"{told} (allow_private_network = true allows it)" if refused else told


def untold(failed: Failed) -> str:
    """Which story could not be told, and why."""
    return f"{failed.title or ', '.join(failed.addresses[:1])}: {failed.message}"


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
