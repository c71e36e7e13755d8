"""Where the data of the top-level folders (`prompts`, `eval`) is, installed or in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Kind = Literal["prompts", "eval"]


def data(kind: Kind) -> Traversable:
    """The folder of this kind: the packaged copy if there is one, else the checkout's.

    Raises:
        UsageError: neither is there (a broken installation).
    """
    packaged = files("summarizer").joinpath("_data").joinpath(kind)
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / kind).is_dir():
        return checkout / kind
    raise UsageError(
        "data-missing",
        f"the data folder '{kind}' is neither in the installed package nor beside it",
        "install summarizer again from its wheel, or run it from a complete checkout",
    )
