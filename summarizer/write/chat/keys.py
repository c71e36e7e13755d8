"""The key of a provider: read from the environment or a file, and shown to nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

# Characters; the longest keys in use (signed tokens) have about 2,000.
_LONGEST = 8192
# Providers give keys of 20 characters and more; a shorter text ("x", "ollama") is in many answers.
_SECRET = 8


class Key:
    """A key that does not show itself: not in messages, logs, tracebacks or copies of settings."""

    __slots__ = ("_text",)

    def __init__(self, text: str, where: str = "the key") -> None:
        """Keep the key; blanks around it are no part of it. `where` it stood goes into errors.

        Raises:
            UsageError: it is empty, or a header cannot carry it.
        """
        self._text = text.strip()
        if not self._text:
            raise _wrong(f"{where} is empty")
        if len(text) > _LONGEST or not all("!" <= character <= "~" for character in self._text):
            raise _wrong(f"{where} is not one key: it has blanks, several lines or odd letters")

    def reveal(self) -> str:
        """The key itself, for the client alone."""
        return self._text

    def hidden(self, text: str) -> str:
        """A text of somebody else with the key taken out of it.

        A short one is no secret: it stands in for a key where a server of one's own wants none.
        """
        return text.replace(self._text, "[key]") if len(self._text) >= _SECRET else text

    def __repr__(self) -> str:
        """Nothing of the key."""
        return "Key(hidden)"

    def __reduce__(self) -> NoReturn:
        """A key is not stored.

        Raises:
            TypeError: always.
        """
        raise TypeError("a key is not stored")


def read_key(environment: Mapping[str, str], file: Path | None = None) -> Key | None:
    """The key that is configured, None if none is.

    It is looked for in `file`, in OPENAI_API_KEY, and in the file that OPENAI_API_KEY_FILE names;
    the first of these that is given counts.

    Raises:
        UsageError: a file cannot be read, or what is given can be no key.
    """
    if file is not None:
        return _from_file(file, "--api-key-file")
    if text := environment.get("OPENAI_API_KEY", "").strip():
        return Key(text, "OPENAI_API_KEY")
    if name := environment.get("OPENAI_API_KEY_FILE", ""):
        return _from_file(Path(name), "OPENAI_API_KEY_FILE")
    return None


def _from_file(path: Path, given: str) -> Key:
    try:
        with path.open("rb") as stream:
            content = stream.read(_LONGEST + 1)
    except OSError as reason:
        raise _wrong(f"{given}: {path}: {reason.strerror or 'it cannot be read'}") from reason
    return Key(content.decode("latin-1"), f"{given}: {path}")


def _wrong(message: str) -> UsageError:
    hint = "the key stands in a file by itself, or in the environment variable OPENAI_API_KEY"
    return UsageError("bad-key", message, hint)
