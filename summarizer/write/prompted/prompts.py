"""Which prompts there are: released ones, pinned by digest, and those of a folder of one's own."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.resources import data
from summarizer.write.prompted.prompt import bad_prompt, called, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.write.prompted.prompt import Prompt, Strategy

# Names and versions of released prompts with the SHA-256 of each file, and which are current.
INDEX = "index.json"
# The strategies of prompts that can be asked for by name; the others work for them.
WRITING = ("one-call", "plan-then-write")


class Prompts:
    """The released prompts, and those of a folder of one's own before them."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the index; `folder` (--prompts-dir) adds or replaces prompts.

        Raises:
            UsageError: the folder cannot be read.
        """
        self._released = data("prompts")
        self._index = json.loads(self._released.joinpath(INDEX).read_text(encoding="utf-8"))
        self._own = _files(folder) if folder else {}

    def find(self, name: str) -> Prompt:
        """The prompt `NAME` (its current version) or `NAME@VERSION`.

        Of a prompt that the folder has, the highest version there is the current one.

        Raises:
            UsageError: there is none, it cannot be used, or it is released and was changed.
        """
        title, _, version = name.partition("@")
        own = self._own.get(title, {})
        released = self._index.get(title, {"current": None, "released": {}})
        version = version or max(own, key=_rank, default=None) or released["current"]
        if version in own:
            return parsed(_bytes(own[version]), title, version)
        if version not in released["released"]:
            raise self._unknown(name)
        file = self._released.joinpath(title).joinpath(f"{version}.md")
        raw = file.read_bytes()
        if hashlib.sha256(raw).hexdigest() != released["released"][version]:
            what = "it is released and was changed"
            hint = "undo the change; a new text is a new version"
            raise bad_prompt(f"{title}/{version}.md", what, hint)
        return parsed(raw, title, version)

    def names(self) -> tuple[str, ...]:
        """All prompts as NAME@VERSION, sorted by name and version."""
        found = {(title, v) for title, each in self._index.items() for v in each["released"]}
        found |= {(title, version) for title, own in self._own.items() for version in own}
        listed = sorted(found, key=lambda each: (each[0], _rank(each[1])))
        return tuple(f"{title}@{version}" for title, version in listed)

    def _unknown(self, name: str) -> UsageError:
        return UsageError(
            "unknown-prompt",
            f"there is no prompt '{name}'",
            f"the prompts are {', '.join(self.names())}",
        )


def writing(prompts: Prompts, name: str) -> Prompt:
    """The prompt of this name if it is one that writes a summary.

    Raises:
        UsageError: it is not, or there is none.
    """
    found = prompts.find(name)
    if found.strategy not in WRITING:
        what = f"its strategy is '{found.strategy}', it writes no summary"
        raise bad_prompt(called(found.reference), what, "name another one, like summarize")
    return found


def companion(prompts: Prompts, prompt: Prompt, strategy: Strategy) -> Prompt:
    """The prompt that another one works with for a strategy.

    Raises:
        UsageError: it names none, or one of another strategy.
    """
    name = prompt.companions.get(strategy)
    found = prompts.find(name) if name else None
    if found is None or found.strategy != strategy:
        what = f"it names no prompt for the strategy '{strategy}'"
        hint = f'write under [companions]: {strategy} = "NAME@VERSION"'
        raise bad_prompt(called(prompt.reference), what, hint)
    return found


def _files(folder: Path) -> dict[str, dict[str, Path]]:
    """The files NAME/VERSION.md of a folder by name and version.

    Raises:
        UsageError: it has none.
    """
    found: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.glob("*/*.md")):
        found.setdefault(path.parent.name, {})[path.stem] = path
    if not found:
        raise bad_prompt(
            str(folder), "it holds no file NAME/VERSION.md", "name a folder of prompts"
        )
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as reason:
        what = f"it cannot be read: {reason.strerror}"
        raise bad_prompt(str(path), what, "name a folder of prompts that can") from reason


def _rank(version: str) -> tuple[int, str]:
    """Versions in order: numbers by their value, before them whatever else."""
    return (int(version), "") if version.isdecimal() else (-1, version)
