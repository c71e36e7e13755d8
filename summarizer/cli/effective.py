"""Every setting as it holds and where it comes from, with no key and no password in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from summarizer.cli.keys import KEY_VARIABLES, KEYS, MACHINE, OPEN, Key
from summarizer.cli.layers import Setting, files_of, unknown_variables
from summarizer.cli.settings import settings
from summarizer.model.setup import Configuration, EffectiveSetting

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from summarizer.write.prompted.budget import Price

DEFAULT = "default"
_MACHINE = {
    "SUMMARIZER_CACHE_DIR": "the folder of stored answers",
    "SUMMARIZER_CONTACT": "how servers of pages can reach you",
    "SUMMARIZER_DEBUG": "1 shows where a bug is",
}


def configuration(arguments: argparse.Namespace) -> Configuration:
    """What holds here.

    Raises:
        UsageError: a file or a variable is wrong.
    """
    found = settings(arguments).found
    return Configuration(
        settings=(
            *(row for key in KEYS for row in _rows(key, found)),
            *(_of_machine(name) for name in MACHINE),
        ),
        files=tuple(str(path) for path in files_of(arguments) if path is not None),
        key=next((name for name in KEY_VARIABLES if os.environ.get(name)), None),
        unknown=tuple(name for name, _ in unknown_variables(os.environ)),
    )


def _rows(key: Key, found: Mapping[str, Setting]) -> Iterator[EffectiveSetting]:
    """The row of a key; of an open table those of its entries."""
    if key.kind in OPEN:
        entries = [name for name in found if name.startswith(f"{key.name}.")]
        for name in entries:
            for end, value in _plain(found[name].value):
                yield _row(name + end, value, found[name].origin, key.meaning)
        if not entries:
            yield _row(key.name, None, DEFAULT, key.usual)
        return
    setting = found.get(key.name) or _elsewhere(key)
    if setting is None:
        yield _row(key.name, None, DEFAULT, key.usual)
    else:
        yield _row(key.name, _harmless(key, setting.value), setting.origin, key.meaning)


def _elsewhere(key: Key) -> Setting | None:
    """What the variable of other programs says."""
    text = os.environ.get(key.also, "") if key.also else ""
    return Setting(value=text, origin=str(key.also)) if text else None


def _plain(value: str | Price) -> Iterator[tuple[str, str | float]]:
    """The entry of an open table: a level, or the two sides of a price."""
    if isinstance(value, str):
        yield "", value
    else:
        yield ".input", value.input
        yield ".output", value.output


def _harmless(key: Key, value: Any) -> Any:  # noqa: ANN401  (as the key's kind is)
    """The value; of an address only what can hold no password."""
    if key.name != "model.base_url":
        return value
    scheme, mark, rest = value.rpartition("://")
    secret = "?" in rest or "#" in rest or "@" in rest
    return f"{scheme}{mark}(not shown: it holds more than an address)" if secret else value


def _of_machine(name: str) -> EffectiveSetting:
    value = os.environ.get(name)
    return _row(name, value or None, name if value else DEFAULT, _MACHINE[name])


def _row(
    key: str, value: str | float | tuple[str, ...] | None, origin: str, meaning: str
) -> EffectiveSetting:
    return EffectiveSetting(key=key, value=value, origin=origin, meaning=meaning)
