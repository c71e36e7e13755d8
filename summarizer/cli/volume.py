"""How much people are told on standard error: with `-q` errors alone, with `-v` every stage."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Volume = Literal["quiet", "usual", "verbose"]


class _Heard:
    """What holds for all threads of the process: a context variable would not reach them."""

    volume: Volume = "usual"


_HEARD = _Heard()


def volume() -> Volume:
    """What the command line asked for."""
    return _HEARD.volume


@contextmanager
def spoken(wanted: Volume) -> Iterator[None]:
    """Tell so much for a while."""
    before = _HEARD.volume
    _HEARD.volume = wanted
    try:
        yield
    finally:
        _HEARD.volume = before
