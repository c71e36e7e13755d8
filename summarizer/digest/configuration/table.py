"""A table of a TOML file that knows its name, so that every error names the file and the key."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NoReturn

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_REQUIRED: Any = object()


class Table:
    """Values by key; each is looked up once, and what nobody looked up is an unknown key."""

    def __init__(self, path: Path, name: str, values: dict[str, Any]) -> None:
        """Take the values of the table `name` of a file; the whole file's name is empty."""
        self.path = path
        self._name = name
        self._values = values
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        """Whether the file has the key, which is one that may be there."""
        self._known.append(key)
        return key in self._values

    def keys(self) -> list[str]:
        """The keys that the file has."""
        return list(self._values)

    def text(self, key: str, default: Any = _REQUIRED) -> Any:  # noqa: ANN401  (or None)
        """A text that is not empty."""
        return self._value(key, default, lambda v: isinstance(v, str) and v.strip(), "a text")

    def choice(self, key: str, choices: Sequence[str], default: str) -> Any:  # noqa: ANN401
        """One of some words."""
        known = ", ".join(f'"{each}"' for each in choices)
        return self._value(key, default, lambda v: v in choices, f"one of {known}")

    def whole(self, key: str, default: Any = _REQUIRED, least: int = 1) -> Any:  # noqa: ANN401
        """A whole number."""
        good = lambda v: type(v) is int and v >= least  # noqa: E731  (a test of one line)
        return self._value(key, default, good, f"a whole number of {least} or more")

    def number(self, key: str, default: Any = _REQUIRED) -> Any:  # noqa: ANN401
        """A number above 0."""
        good = lambda v: type(v) in (int, float) and 0 < v < float("inf")  # noqa: E731
        return self._value(key, default, good, "a number above 0")

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        return bool(self._value(key, default, lambda v: type(v) is bool, "true or false"))

    def texts(self, key: str, default: Any = ()) -> tuple[str, ...]:  # noqa: ANN401
        """A list of texts."""
        good = lambda v: (  # noqa: E731
            isinstance(v, list) and all(isinstance(each, str) and each.strip() for each in v)
        )
        return tuple(self._value(key, default, good, 'a list of texts: ["…", "…"]'))

    def entries(self, key: str) -> list[Any]:
        """A list of whatever it is."""
        return list(self._value(key, [], lambda v: isinstance(v, list), "a list"))

    def table(self, key: str) -> Table:
        """A table, empty if there is none."""
        found = self._value(key, {}, lambda v: isinstance(v, dict), f"a table: [{self.named(key)}]")
        return Table(self.path, self.named(key), found)

    def close(self) -> None:
        """See that nothing was said that nobody understood.

        Raises:
            UsageError: there is another key.
        """
        for key in self._values:
            if key not in self._known:
                near = get_close_matches(key, self._known, n=1)
                hint = f"did you mean '{near[0]}'? " if near else ""
                listed = f"the keys are {', '.join(sorted(set(self._known)))}"
                self._raise(f"there is no key '{self.named(key)}'", hint + listed)

    def wrong(self, key: str, wanted: str) -> NoReturn:
        """Say that the value of a key is not what it should be.

        Raises:
            UsageError: always.
        """
        self._raise(f"'{self.named(key)}' is {self._values.get(key)!r}", f"give {wanted}")

    def named(self, key: str) -> str:
        """A key with the tables that it stands in."""
        return f"{self._name}.{key}" if self._name else key

    def _value(self, key: str, default: Any, good: Any, wanted: str) -> Any:  # noqa: ANN401
        self._known.append(key)
        if key not in self._values:
            if default is _REQUIRED:
                self._raise(f"'{self.named(key)}' is missing", f"give {wanted}")
            return default
        if not good(self._values[key]):
            self.wrong(key, wanted)
        return self._values[key]

    def _raise(self, what: str, hint: str) -> NoReturn:
        raise UsageError("bad-config", f"{self.path}: {what}", hint)
