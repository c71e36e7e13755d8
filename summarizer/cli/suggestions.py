"""What somebody may have meant who wrote a name that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def meant(name: str, known: Sequence[str], *, quoting: str = "'{}'", otherwise: str) -> str:
    """The nearest known name as a question, written like `quoting`; `otherwise` if none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"did you mean {quoting.format(near[0])}?" if near else otherwise
