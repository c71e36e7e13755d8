"""The settings that hold: options, then the layers of `summarizer.cli.layers`, then the defaults.

select = ["QUO", "NUM", "CIT"]   # only these rules or families
ignore = ["NEU104"]              # all but these
max_words = 200

[levels]                         # in pyproject.toml: [tool.summarizer.levels]
QUO103 = "warning"
BAL = "off"

[model]                          # which model writes, and how it is reached
name = "quill-2"
base_url = "http://127.0.0.1:11434/v1"

[model.prices."quill-2"]         # US dollars for a million tokens
input = 0.4
output = 1.6
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarizer.cli.keys import KEYS
from summarizer.cli.layers import Setting, layered

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from summarizer.model.findings import LevelSetting

# Options that stand for a key of the same name and whose parsers make values as files give them.
_OPTIONS = ("select", "ignore", "max_words", "max_sentences")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds, by dotted names; the entries of `levels` and `model.prices` one by one."""

    found: Mapping[str, Setting] = field(default_factory=dict)

    def value(self, name: str, usual: Any) -> Any:  # noqa: ANN401  (as the key's kind is)
        """The value of a key, `usual` where nobody says one."""
        setting = self.found.get(name)
        return usual if setting is None else setting.value

    @property
    def select(self) -> tuple[str, ...]:
        """The rules or families that alone run; empty for all."""
        return tuple(self.value("select", ()))

    @property
    def ignore(self) -> tuple[str, ...]:
        """The rules or families that do not run."""
        return tuple(self.value("ignore", ()))

    @property
    def levels(self) -> dict[str, LevelSetting]:
        """The levels of rules or families that have other ones than their own."""
        return self._entries("levels")

    @property
    def model(self) -> dict[str, Any]:
        """What is said of the model that writes, by the fields of `ModelSettings`."""
        names = [key.name for key in KEYS if key.name.startswith("model.") and key.kind != "prices"]
        plain = {n.partition(".")[2]: self.found[n].value for n in names if n in self.found}
        prices = self._entries("model.prices")
        return plain | ({"prices": prices} if prices else {})

    def _entries(self, table: str) -> dict[str, Any]:
        start = f"{table}."
        return {
            name.removeprefix(start): setting.value
            for name, setting in self.found.items()
            if name.startswith(start)
        }


def settings(arguments: argparse.Namespace) -> Settings:
    """What the command line, the environment and the settings files say, in this order.

    Raises:
        UsageError: a file cannot be read, or something says what does not exist.
    """
    given = {
        name: Setting(value=getattr(arguments, name), origin=f"--{name.replace('_', '-')}")
        for name in _OPTIONS
        if getattr(arguments, name, None) is not None
    }
    return Settings(found=layered(arguments) | given)
