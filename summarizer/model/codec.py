"""JSON values from data types and back: decode(T, encode(x)) == x.

A dataclass is an object with its fields' names, a NamedTuple and a tuple are arrays, a time is a
text in ISO 8601. Decoding is
strict: a missing or unknown field, or a value of another type, is a CodecError that names the path.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

T = TypeVar("T")
_Decoder = Callable[[Any], Any]
# What JSON has as it is; looked at first, since most values are such.
_PLAIN = frozenset({str, int, float, bool, types.NoneType})


class CodecError(ValueError):
    """A JSON value that does not fit the data type; the message starts with its path."""

    def __init__(self, message: str) -> None:
        """Start where the value is; who holds it adds its place with `under`."""
        super().__init__(message)
        self._path = ""

    def under(self, step: str) -> None:
        """Put a step in front of the path."""
        self._path = step + self._path

    def __str__(self) -> str:
        """The path and what is wrong there."""
        return f"${self._path}: {self.args[0]}"


def encode(value: Any) -> Any:
    """A JSON value of plain dicts, lists, strings, numbers, booleans and None."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    names = _field_names(kind)
    if names is not None:
        return {name: encode(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    return value.isoformat() if kind is datetime else value


@functools.cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    """The fields of a dataclass, None of any other type."""
    if not dataclasses.is_dataclass(kind):
        return None
    return tuple(field.name for field in dataclasses.fields(kind))


def decode(kind: type[T], value: Any) -> T:
    """The value of this type that `encode` makes `value` of.

    Raises:
        CodecError: `value` does not have the shape of `kind`.
    """
    return typing.cast("T", _decoder(kind)(value))


def _decoder(kind: Any) -> _Decoder:
    """What decodes values of a type; the type is looked at once, not for each value."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        some = functools.partial(
            _union, tuple(_decoder(p) for p in parts if p is not types.NoneType)
        )
        return functools.partial(_optional, some) if types.NoneType in parts else some
    if origin is typing.Literal:
        return functools.partial(_literal, parts)
    if origin is tuple and parts[1:] == (Ellipsis,):
        return functools.partial(_array, _decoder(parts[0]))
    if origin is tuple:
        return functools.partial(_row, tuple(map(_decoder, parts)))
    if origin is dict:
        return functools.partial(_table, _decoder(parts[1]))
    if dataclasses.is_dataclass(kind):
        return functools.partial(_object, kind)
    if hasattr(kind, "_fields"):
        return functools.partial(_named_row, kind)
    return _time if kind is datetime else functools.partial(_expect, kind)


def _optional(some: _Decoder, value: Any) -> Any:
    return None if value is None else some(value)


def _union(options: tuple[_Decoder, ...], value: Any) -> Any:
    """The first that fits, else the error of the last."""
    error = CodecError("no value")
    for option in options:
        try:
            return option(value)
        except CodecError as reason:
            error = reason
    raise error


def _literal(values: tuple[Any, ...], value: Any) -> Any:
    if value not in values:
        msg = f"{value!r} is not one of {', '.join(map(str, values))}"
        raise CodecError(msg)
    return value


def _array(item: _Decoder, value: Any) -> tuple[Any, ...]:
    return _every(itertools.repeat(item), _expect(list, value))


def _row(parts: tuple[_Decoder, ...], value: Any) -> tuple[Any, ...]:
    items = _expect(list, value)
    if len(items) != len(parts):
        msg = f"{len(items)} items where {len(parts)} belong"
        raise CodecError(msg)
    return _every(parts, items)


def _every(decoders: Iterable[_Decoder], items: Iterable[Any]) -> tuple[Any, ...]:
    """Each item by its decoder, of which there may be more."""
    found = []
    for each, decoder in zip(items, decoders, strict=False):
        try:
            found.append(decoder(each))
        except CodecError as reason:
            reason.under(f"[{len(found)}]")
            raise
    return tuple(found)


def _named_row(kind: Any, value: Any) -> Any:
    return kind(*_row(tuple(_fields(kind).values()), value))


def _table(item: _Decoder, value: Any) -> dict[str, Any]:
    return _each(dict.fromkeys(_expect(dict, value), item), value)


def _object(kind: Any, value: Any) -> Any:
    given = _expect(dict, value)
    fields = _fields(kind)
    if given.keys() != fields.keys():
        raise _misfit(fields, given)
    return kind(**_each(fields, given))


def _each(decoders: Mapping[str, _Decoder], given: Mapping[str, Any]) -> dict[str, Any]:
    """Each value by its decoder."""
    found = {}
    for name, decoder in decoders.items():
        try:
            found[name] = decoder(given[name])
        except CodecError as reason:
            reason.under(f".{name}")
            raise
    return found


def _misfit(fields: Mapping[str, object], given: Mapping[str, object]) -> CodecError:
    """What is missing, else what is unknown."""
    for name in fields:
        if name not in given:
            return CodecError(f"field {name!r} is missing")
    unknown = next(name for name in given if name not in fields)
    return CodecError(f"unknown field {unknown!r}")


def _time(value: Any) -> datetime:
    text = _expect(str, value)
    try:
        return datetime.fromisoformat(text)
    except ValueError as reason:
        msg = f"{value!r} is no time in ISO 8601"
        raise CodecError(msg) from reason


def _expect(kind: Any, value: Any) -> Any:
    if type(value) is kind:
        return value
    # bool is an int to Python, but true is not a number to JSON
    if isinstance(value, kind) and not isinstance(value, bool):
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    name = "null" if kind is types.NoneType else kind.__name__
    msg = f"{type(value).__name__} where {name} belongs"
    raise CodecError(msg)


@functools.cache
def _fields(kind: Any) -> dict[str, _Decoder]:
    """What decodes each field of a dataclass or NamedTuple."""
    return {name: _decoder(hint) for name, hint in typing.get_type_hints(kind).items()}
