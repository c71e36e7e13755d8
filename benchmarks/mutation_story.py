"""The demo story as material for planted faults: articles, correct claims, and who is who.

What is planted must be wrong for certain, so a generator asks the story: `absent` for words that no
article has, `silent` for sources that do not carry a claim.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CASE = Path(__file__).resolve().parent.parent / "eval" / "suites" / "demo" / "ferry"
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
QUOTED = re.compile(r"“([^“”]{1,300})”")


class Claim(NamedTuple):
    """A sentence and its sources (numbers); `slots` is its entry in `claims.json`, if any."""

    text: str
    sources: tuple[int, ...]
    slots: Mapping[str, Any]

    def markdown(self) -> str:
        """The sentence as a summary has it."""
        return self.text + " " * bool(self.sources) + "".join(f"[{n}]" for n in self.sources)

    def slot(self, name: str) -> Any:  # noqa: ANN401  (text, or a pair of texts)
        """What could be got wrong, or None."""
        return self.slots.get(name)

    def prose(self) -> str:
        """The sentence with its quotations blotted out, at the same length."""
        return QUOTED.sub(lambda match: "“" + "_" * len(match[1]) + "”", self.text)


class Mutation(NamedTuple):
    """A planted fault: the operator, the families of rules that should see it, before and after.

    `lasting` is false where the correct claim is a sentence of the product, which may change.
    """

    operator: str
    families: tuple[str, ...]
    claim: Claim
    base: Claim | None
    lasting: bool = True


class DemoStory:
    """The articles of the demo case, its labels and its correct claims."""

    def __init__(self, case: Path = CASE) -> None:
        """Load a case."""
        self.labels = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        self.files = [case / "articles" / each["file"] for each in self.labels["articles"]]
        self.texts = [path.read_text(encoding="utf-8") for path in self.files]
        given = json.loads((case / "claims.json").read_text(encoding="utf-8"))
        self.cast: Mapping[str, Sequence[str]] = given["cast"]
        self.headline = _claim(given["headline"])
        self.claims = tuple(_claim(each) for each in given["claims"])

    @cached_property
    def plain(self) -> list[str]:
        """The words of each article with a space between, in small letters."""
        return [words(text) for text in self.texts]

    def absent(self, text: str, among: Sequence[int] = ()) -> bool:
        """Whether none of these articles (numbers; none given: all) has these words in a row."""
        chosen = [self.plain[n - 1] for n in among] or self.plain
        return not any(words(text) in article for article in chosen)

    def silent(self, claim: Claim) -> list[int]:
        """The sources that do not carry a claim."""
        carry = {*claim.sources, *(claim.slot("also") or ())}
        return [n for n in range(1, len(self.texts) + 1) if n not in carry]

    def regions(self, *kinds: str) -> list[tuple[int, str]]:
        """Source and words of the regions of these kinds."""
        return [
            (number, region["exact"])
            for number, article in enumerate(self.labels["articles"], 1)
            for region in article["regions"]
            if region["kind"] in kinds
        ]

    def statements(self, kind: str) -> list[tuple[int, str, str]]:
        """Source, speaker and words of the statements of this kind."""
        return [
            (number, each["speaker"], each["words"])
            for number, article in enumerate(self.labels["articles"], 1)
            for each in article["statements"]
            if each["kind"] == kind
        ]


def words(text: str) -> str:
    """The words of a text with a space between and around, in small letters."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _claim(given: Mapping[str, Any]) -> Claim:
    slots = {name: value for name, value in given.items() if name != "sources"}
    return Claim(given["text"], tuple(given["sources"]), slots)
