"""How far long work is: a moving line on a terminal, and with `-v` what each stage took."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from summarizer.cli.display import PATIENCE, displayed
from summarizer.cli.messages import detail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


@contextmanager
def working(stage: str) -> Iterator[None]:
    """Show that a stage goes on; with `-v` tell how long it took."""
    started = time.monotonic()
    with displayed(f"{stage} …"):
        yield
    detail(f"{stage}: {time.monotonic() - started:.1f} s")


def shown(
    items: Iterable[T], total: int, describe: Callable[[T], str], *, patience: float = PATIENCE
) -> Iterator[T]:
    """The items as they come, with a line that counts them."""
    with displayed("", total, patience=patience) as display:
        for item in items:
            if display is not None:
                display.advance(describe(item))
            yield item
