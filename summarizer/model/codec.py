"""JSON values from data types and back: decode(T, encode(x)) == x.

A dataclass is an object with its fields' names, a NamedTuple and a tuple are arrays, a time is a
text in ISO 8601. Decoding is
strict: a missing or unknown field, or a value of another type, is a CodecError that names the path.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

T = TypeVar("T")


class CodecError(ValueError):
    """A JSON value that does not fit the data type; the message starts with its path."""


def encode(value: Any) -> Any:
    """A JSON value of plain dicts, lists, strings, numbers, booleans and None."""
    kind: Any = type(value)
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
    return typing.cast("T", _decode(kind, value, "$"))


def _decode(kind: Any, value: Any, path: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _decode_union(kind, value, path)
    if origin is typing.Literal:
        if value not in typing.get_args(kind):
            msg = f"{path}: {value!r} is not one of {', '.join(map(str, typing.get_args(kind)))}"
            raise CodecError(msg)
        return value
    if origin is tuple:
        return _decode_array(typing.get_args(kind), value, path)
    if origin is dict:
        item = typing.get_args(kind)[1]
        pairs = _expect(dict, value, path).items()
        return {key: _decode(item, each, f"{path}.{key}") for key, each in pairs}
    if dataclasses.is_dataclass(kind):
        return _decode_object(kind, value, path)
    if hasattr(kind, "_fields"):
        parts = tuple(_hints(kind).values())
        return kind(*_decode_array(parts, value, path))
    if kind is datetime:
        return _decode_time(value, path)
    return _expect(kind, value, path)


def _decode_union(kind: Any, value: Any, path: str) -> Any:
    error = CodecError(f"{path}: no value")
    for option in typing.get_args(kind):
        try:
            return _decode(option, value, path)
        except CodecError as reason:
            if option is not types.NoneType:
                error = reason
    raise error


def _decode_time(value: Any, path: str) -> datetime:
    try:
        return datetime.fromisoformat(_expect(str, value, path))
    except ValueError as reason:
        msg = f"{path}: {value!r} is no time in ISO 8601"
        raise CodecError(msg) from reason


def _decode_array(parts: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    items = _expect(list, value, path)
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_decode(parts[0], item, f"{path}[{n}]") for n, item in enumerate(items))
    if len(items) != len(parts):
        msg = f"{path}: {len(items)} items where {len(parts)} belong"
        raise CodecError(msg)
    together = zip(parts, items, strict=True)
    return tuple(_decode(part, item, f"{path}[{n}]") for n, (part, item) in enumerate(together))


def _decode_object(kind: Any, value: Any, path: str) -> Any:
    given = _expect(dict, value, path)
    hints = _hints(kind)
    for name in hints:
        if name not in given:
            msg = f"{path}: field {name!r} is missing"
            raise CodecError(msg)
    for name in given:
        if name not in hints:
            msg = f"{path}: unknown field {name!r}"
            raise CodecError(msg)
    return kind(**{n: _decode(hint, given[n], f"{path}.{n}") for n, hint in hints.items()})


def _expect(kind: Any, value: Any, path: str) -> Any:
    # bool is an int to Python, but true is not a number to JSON
    fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not fits:
        name = "null" if kind is types.NoneType else kind.__name__
        msg = f"{path}: {type(value).__name__} where {name} belongs"
        raise CodecError(msg)
    return value


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)
