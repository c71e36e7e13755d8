"""A prompt: one file of words in sections.

    +++
    name = "summarize"
    version = "1"
    strategy = "one-call"
    variables = ["code", "evidence", "mark", "max_sentences", "max_words"]

    [companions]
    repair = "repair@1"
    +++

    ## system
    …
    ## user
    …{{ evidence }}…
    ## again
    …{{ reason }}…

`## again` is what a model is told whose answer was of no use, with the reason. Templates are
jinja2's, in its sandbox: what an article says is a value in them and never a template.
"""

from __future__ import annotations

import functools
import hashlib
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from summarizer.errors import UsageError
from summarizer.model.summary import PromptReference
from summarizer.write.chat.exchange import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.sandbox import SandboxedEnvironment

Strategy = Literal["one-call", "plan-then-write", "plan", "repair"]

_FRONT = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_SECTION = re.compile(r"^## (system|user|again)\n", re.MULTILINE)
_SECTIONS = ("system", "user", "again")
_KEYS = {"name", "version", "strategy", "variables", "companions"}
# Without its evidence, or without the code that fences it, no prompt may be sent.
_NEEDED = {"code", "evidence"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A prompt; `reference` names it in provenance, `variables` are those it must be given.

    `companions` are the prompts that it works with, by strategy: the exact versions.
    """

    reference: PromptReference
    strategy: Strategy
    variables: tuple[str, ...]
    companions: Mapping[str, str]
    system: str
    user: str
    again: str

    def messages(self, given: Mapping[str, object]) -> tuple[Message, ...]:
        """The messages with the variables put in.

        Raises:
            UsageError: the prompt wants a variable that is not among the given ones.
        """
        for name in self.variables:
            if name not in given:
                known = ", ".join(sorted(given))
                what = f"it wants the variable '{name}', which no request of its strategy has"
                raise bad_prompt(called(self.reference), what, f"the variables are {known}")
        values = {name: given[name] for name in self.variables}
        return (
            Message(role="system", content=_filled(self, self.system, values)),
            Message(role="user", content=_filled(self, self.user, values)),
        )

    def again_because(self, reason: str) -> Message:
        """What to say to a model whose answer was of no use."""
        return Message(role="user", content=_filled(self, self.again, {"reason": reason}))


def parsed(raw: bytes, title: str, version: str) -> Prompt:
    """The prompt in a file's bytes.

    Raises:
        UsageError: it is no prompt, or says what its place contradicts.
    """
    place = f"{title}/{version}.md"
    try:
        text = raw.decode().replace("\r\n", "\n")
        front = _FRONT.match(text)
        table = tomllib.loads(front.group(1)) if front else {}
    except ValueError as reason:
        raise bad_prompt(place, str(reason), "write UTF-8, and TOML between +++ lines") from reason
    if not front or not set(table) <= _KEYS or not _KEYS - {"companions"} <= set(table):
        what = "it does not begin with its name, version, strategy and variables"
        raise bad_prompt(place, what, "write them as TOML between two lines +++")
    if (table["name"], table["version"]) != (title, version):
        what = f"it calls itself {table['name']}@{table['version']}"
        raise bad_prompt(place, what, "name the file <name>/<version>.md")
    if table["strategy"] not in get_args(Strategy):
        known = ", ".join(get_args(Strategy))
        raise bad_prompt(place, f"there is no strategy '{table['strategy']}'", f"there are {known}")
    sections = _sections(place, text[front.end() :])
    _require_variables(place, tuple(table["variables"]), sections)
    return Prompt(
        reference=PromptReference(
            name=title, version=version, sha256=hashlib.sha256(raw).hexdigest()
        ),
        strategy=table["strategy"],
        variables=tuple(table["variables"]),
        companions=table.get("companions", {}),
        **sections,
    )


def _sections(place: str, body: str) -> dict[str, str]:
    """The text of each section.

    Raises:
        UsageError: one is missing, there twice, or empty.
    """
    parts = _SECTION.split(body)
    found = {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    complete = tuple(parts[1::2]) == _SECTIONS and all(found.values()) and not parts[0].strip()
    if not complete:
        listed = ", ".join(f"## {name}" for name in _SECTIONS)
        raise bad_prompt(
            place, "its sections are not as they should be", f"write {listed}, each once"
        )
    return found


def _require_variables(place: str, declared: tuple[str, ...], sections: dict[str, str]) -> None:
    """See that a prompt declares exactly the variables that it uses, and is safe to send.

    Raises:
        UsageError: it does not.
    """
    used = _used(place, sections["system"]) | _used(place, sections["user"])
    wrong = sorted(used.symmetric_difference(declared)) or sorted(_NEEDED - used)
    if wrong:
        what = f"the variable '{wrong[0]}' is not both declared and used"
        raise bad_prompt(place, what, "declare what the sections use, code and evidence among them")
    if _used(place, sections["again"]) != {"reason"}:
        raise bad_prompt(place, "## again has to use the variable 'reason' and no other", "mend it")


def _used(place: str, template: str) -> set[str]:
    from jinja2 import TemplateSyntaxError, meta  # noqa: PLC0415  (only where a model writes)

    try:
        return meta.find_undeclared_variables(_environment().parse(template))
    except TemplateSyntaxError as reason:
        raise bad_prompt(place, f"{reason.message}", "mend the template") from reason


def _filled(prompt: Prompt, template: str, values: Mapping[str, Any]) -> str:
    from jinja2 import TemplateError  # noqa: PLC0415  (only where a model writes)

    try:
        return _environment().from_string(template).render(values)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as reason:
        raise bad_prompt(called(prompt.reference), str(reason), "mend the template") from reason


@functools.cache
def _environment() -> SandboxedEnvironment:
    """Templates that reach nothing but their values; plain text, so nothing is escaped."""
    from jinja2 import StrictUndefined  # noqa: PLC0415  (.1 s, only where a model writes)
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )


def called(reference: PromptReference) -> str:
    """NAME@VERSION."""
    return f"{reference.name}@{reference.version}"


def bad_prompt(place: str, what: str, hint: str) -> UsageError:
    """What is wrong with a prompt, and what to do."""
    return UsageError("bad-prompt", f"prompt {place}: {what}", hint)
