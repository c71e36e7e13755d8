"""A model's words where they are listed though not published: nothing in them leads anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.summary import Withheld
from summarizer.text.hidden import replace_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.findings import Finding

_LONGEST = 400
_TAG = re.compile(r"<[^<>]{0,200}>")
_ADDRESS = re.compile(
    r"\S*(?:://|www\.|@)\S*|\b(?:mailto|javascript|data|tel):\S+"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])(?:/\S*)?",
    re.IGNORECASE,
)


def withheld(text: str, findings: Iterable[Finding]) -> Withheld:
    """A sentence of a model as it is listed, with what was found wrong with it."""
    shown = tuple(replace(each, message=inert(each.message)) for each in findings)
    return Withheld(text=inert(text), findings=shown)


def inert(text: str) -> str:
    """The text in one line without addresses, tags and characters that hide or command."""
    line = " ".join(replace_hidden(text[: 2 * _LONGEST], "").split())
    bare = _ADDRESS.sub("[address]", _TAG.sub("[markup]", line))
    return bare if len(bare) <= _LONGEST else f"{bare[: _LONGEST - 1]}…"
