"""Values of settings: read from a file or from a variable, and held to their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard, get_args

from summarizer.cli.keys import WRITERS
from summarizer.errors import UsageError
from summarizer.model.findings import LevelSetting

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.cli.keys import Key


def bad_setting(where: object, what: str, hint: str) -> UsageError:
    """The error of a setting; `where` is the file, or the variable, that has it."""
    return UsageError("bad-config", f"{where}: {what}", hint)


def parsed(key: Key, text: str) -> object:
    """The value that the text of a variable stands for; text that stands for none stays as it is.

    >>> from summarizer.cli.keys import BY_NAME
    >>> parsed(BY_NAME["levels"], "QUO103=warning, BAL=off")
    {'QUO103': 'warning', 'BAL': 'off'}
    """
    if key.kind == "ids":
        return _listed(text)
    if key.kind == "levels":
        pairs = (each.partition("=") for each in _listed(text))
        return {name.strip(): level.strip() for name, _, level in pairs}
    if key.kind in ("whole", "number"):
        return _number(text)
    return text


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]


def _number(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def checked(key: Key, value: object, where: object) -> Any:  # noqa: ANN401  (as the key's kind is)
    """The value as the program uses it.

    Raises:
        UsageError: it is of another kind, or names what does not exist.
    """
    return _CHECKS[key.kind](key, value, where)


def _text(key: Key, value: object, where: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise _unfit(key, value, where, "give a text")


def _whole(key: Key, value: object, where: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise _unfit(key, value, where, "give a whole number of 1 or more")


def _amount(key: Key, value: object, where: object) -> float:
    if _is_number(value) and value > 0:
        return value
    raise _unfit(key, value, where, "give a number above 0")


def _writer(key: Key, value: object, where: object) -> str:
    if value in WRITERS:
        return str(value)
    raise _unfit(key, value, where, f"give {' or '.join(WRITERS)}")


def _ids(key: Key, value: object, where: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        hint = f'write {key.name} = ["QUO", "NUM101"]'
        raise bad_setting(where, f"'{key.name}' is no list of texts", hint)
    return tuple(_prefix(key, each, where) for each in value)


def _levels(key: Key, value: object, where: object) -> dict[str, LevelSetting]:
    if not isinstance(value, dict):
        hint = 'write [levels] and then QUO103 = "warning"'
        raise bad_setting(where, "'levels' is no table", hint)
    allowed = get_args(LevelSetting)
    for rule, level in value.items():
        if level not in allowed:
            known = ", ".join(f'"{each}"' for each in allowed)
            what = f"'levels.{rule}' is {level!r}"
            raise bad_setting(where, what, f"the levels are {known}")
    return {_prefix(key, rule, where): level for rule, level in value.items()}


def _prefix(key: Key, given: str, where: object) -> str:
    """The id of a rule or the start of one, in capitals."""
    from summarizer.verify.registry import rules

    prefix = given.strip().upper()
    if not prefix or not any(rule.id.startswith(prefix) for rule in rules()):
        families = ", ".join(dict.fromkeys(rule.family for rule in rules()))
        raise bad_setting(
            where,
            f"'{key.name}' names '{given}', and no rule's id starts so",
            f"the families are {families}; `summarizer rules` lists the rules",
        )
    return prefix


def _prices(key: Key, value: object, where: object) -> dict[str, Any]:
    from summarizer.write.prompted.budget import Price

    if not isinstance(value, dict):
        raise bad_setting(where, f"'{key.name}' is no table", 'write [model.prices."NAME"]')
    found = {}
    for name, price in value.items():
        good = isinstance(price, dict) and set(price) == {"input", "output"}
        if not good or not all(_is_number(each) and each >= 0 for each in price.values()):
            hint = "give input and output in US dollars for a million tokens"
            raise bad_setting(where, f"'{key.name}.{name}' is no price", hint)
        found[name] = Price(
            input=price["input"], output=price["output"], source=str(where), date="unknown"
        )
    return found


def _is_number(value: object) -> TypeGuard[float]:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) < float("inf")


def _unfit(key: Key, value: object, where: object, hint: str) -> UsageError:
    return bad_setting(where, f"'{key.name}' is {value!r}", hint)


_CHECKS: dict[str, Callable[[Key, object, object], Any]] = {
    "text": _text,
    "whole": _whole,
    "number": _amount,
    "writer": _writer,
    "ids": _ids,
    "levels": _levels,
    "prices": _prices,
}
