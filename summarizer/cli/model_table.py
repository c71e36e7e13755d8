"""The `[model]` table of a settings file: which model writes, and how it is reached.

[model]
name = "quill-2"
base_url = "http://127.0.0.1:11434/v1"
requests_per_minute = 60

[model.prices."quill-2"]        # US dollars for a million tokens
input = 0.4
output = 1.6
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.cli.suggestions import meant
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from summarizer.write.prompted.budget import Price

_TEXTS = ("name", "base_url", "prompt")
_WHOLE = (
    "input_tokens",
    "max_tokens",
    "requests_per_minute",
    "tokens_per_minute",
    "concurrency",
)
_NUMBERS = ("max_cost", "timeout", "deadline")
KEYS = (*_TEXTS, *_WHOLE, *_NUMBERS, "prices")


def model_table(path: Path, table: object) -> Mapping[str, Any]:
    """The values of the table by the fields of `ModelSettings`.

    Raises:
        UsageError: it says something that does not exist, or a value of the wrong kind.
    """
    if not isinstance(table, dict):
        raise _wrong(path, "'model' is no table", 'write [model] and then name = "NAME"')
    for key, value in table.items():
        if key not in KEYS:
            hint = meant(key, KEYS, otherwise=f"the keys are {', '.join(KEYS)}")
            raise _wrong(path, f"there is no key 'model.{key}'", hint)
        if key != "prices" and not _fits(key, value):
            raise _wrong(path, f"'model.{key}' is {value!r}", f"give {_wanted(key)}")
    found = dict(table)
    if "prices" in table:
        found["prices"] = _prices(path, table["prices"])
    return found


def _fits(key: str, value: object) -> bool:
    if key in _TEXTS:
        return isinstance(value, str) and bool(value.strip())
    kinds = (int,) if key in _WHOLE else (int, float)
    return isinstance(value, kinds) and not isinstance(value, bool) and 0 < value < float("inf")


def _wanted(key: str) -> str:
    if key in _TEXTS:
        return "a text"
    return "a whole number of 1 or more" if key in _WHOLE else "a number above 0"


def _prices(path: Path, table: object) -> dict[str, Price]:
    from summarizer.write.prompted.budget import Price

    if not isinstance(table, dict):
        raise _wrong(path, "'model.prices' is no table", 'write [model.prices."NAME"]')
    found = {}
    for name, price in table.items():
        good = isinstance(price, dict) and set(price) == {"input", "output"}
        if not good or not all(_is_price(each) for each in price.values()):
            hint = "give input and output in US dollars for a million tokens"
            raise _wrong(path, f"'model.prices.{name}' is no price", hint)
        found[name] = Price(
            input=price["input"], output=price["output"], source=str(path), date="unknown"
        )
    return found


def _is_price(value: object) -> bool:
    return (
        isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")
    )


def _wrong(path: Path, what: str, hint: str) -> UsageError:
    return UsageError("bad-config", f"{path}: {what}", hint)
