"""What can be configured: every key once, with its kind, its variable and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PREFIX = "SUMMARIZER_"
WRITERS = ("extractive", "openai")
Kind = Literal["text", "whole", "number", "writer", "ids", "levels", "prices"]
# Tables whose entries have names of somebody's own: rules, models.
OPEN: tuple[Kind, ...] = ("levels", "prices")
# Variables that are no settings of a file: of one machine, or of those who work on the program.
MACHINE = ("SUMMARIZER_CACHE_DIR", "SUMMARIZER_CONTACT", "SUMMARIZER_DEBUG")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A setting: its dotted name in a file, its kind, and what holds where nobody says anything.

    `option` is its option on the command line, `also` the variable of other programs that is read
    where neither a file nor a SUMMARIZER_ variable has it.
    """

    name: str
    kind: Kind
    meaning: str
    usual: str
    option: str | None = None
    also: str | None = None

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return PREFIX + self.name.upper().replace(".", "_")


def _model(name: str, kind: Kind, meaning: str, usual: str, **more: str) -> Key:
    return Key(name=f"model.{name}", kind=kind, meaning=meaning, usual=usual, **more)


KEYS = (
    Key(
        name="writer",
        kind="writer",
        meaning="who writes: extractive or openai",
        usual="openai if a key or a server is configured, else extractive",
        option="--writer",
    ),
    Key(
        name="max_words",
        kind="whole",
        meaning="the most words of a summary, headline apart",
        usual="300",
        option="--max-words",
    ),
    Key(
        name="max_sentences",
        kind="whole",
        meaning="the most sentences of a summary",
        usual="9",
        option="--max-sentences",
    ),
    Key(
        name="select",
        kind="ids",
        meaning="only these rules or families run (all, if it is empty)",
        usual="all rules",
        option="--select",
    ),
    Key(
        name="ignore",
        kind="ids",
        meaning="these rules or families do not run",
        usual="none",
        option="--ignore",
    ),
    Key(
        name="levels",
        kind="levels",
        meaning="the level of all their findings; the longest id wins",
        usual="each rule's own",
    ),
    _model(
        "name",
        "text",
        "the model",
        "the only one that a server of your own has",
        option="--model",
        also="OPENAI_MODEL",
    ),
    _model("base_url", "text", "its server", "OpenAI", option="--base-url", also="OPENAI_BASE_URL"),
    _model("prompt", "text", "NAME or NAME@VERSION", "summarize", option="--prompt"),
    _model(
        "input_tokens", "whole", "the most tokens of evidence", "all of it", option="--input-tokens"
    ),
    _model("max_tokens", "whole", "the most tokens of an answer", "what it may need"),
    _model(
        "max_cost",
        "number",
        "US dollars that a summary may cost, repair included",
        "no limit",
        option="--max-cost",
    ),
    _model("timeout", "number", "seconds for one attempt", "300"),
    _model("deadline", "number", "seconds for a request with all its attempts", "600"),
    _model(
        "requests_per_minute",
        "whole",
        "the provider's limit; a second has a 60th",
        "none",
    ),
    _model("tokens_per_minute", "whole", "the provider's limit of tokens", "none"),
    _model("concurrency", "whole", "requests on their way at a time, for many stories", "8"),
    _model("prices", "prices", "US dollars for a million tokens, by model", "the list's"),
)
# The variables that have a model's key, or name its file, in the order in which they count.
KEY_VARIABLES = ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE")
BY_NAME = {key.name: key for key in KEYS}
TABLES = ("levels", "model")
