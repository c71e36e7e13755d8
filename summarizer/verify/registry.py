"""The rules, found by their files: `rules/<ID>_<name>.py` is the rule <ID>.

A file has a docstring (a heading, what the rule does and why), `RULE` (a `Rule` without id and
name, which are the file's) and one generator: `check_part`, `check_claim` or `check_document`.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from summarizer.errors import UsageError
from summarizer.model.findings import LevelSetting, Verdict
from summarizer.verify import rules as package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.model.findings import Evidence, Fix, Level
    from summarizer.model.story import Dispute, Fact, Revision
    from summarizer.model.summary import Event, Origin

Scope = Literal["part", "claim", "document"]

FAMILIES = {
    "SCH": "Schema",
    "CIT": "Citation",
    "SUP": "Support",
    "QUO": "Quotation",
    "SPK": "Speaker",
    "ATT": "Attribution",
    "NUM": "Numbers",
    "DAT": "Dates",
    "ENT": "Names",
    "POL": "Polarity",
    "MOD": "Modality",
    "NEU": "Neutrality",
    "ORI": "Origins",
    "CON": "Conflicts",
    "BAL": "Balance",
    "EVT": "Events",
    "BOI": "Boilerplate",
}


class Problem(NamedTuple):
    """What a rule yields; the engine adds which rule it was and where.

    `start` and `end` are offsets into the claim's text (None: the whole part or claim), `level`
    overrides the rule's own, `claim` names a claim's index in a rule of the whole document.
    """

    message: str
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    start: int | None = None
    end: int | None = None
    level: Level | None = None
    claim: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An invented story (texts of sources; the first line is the title) with its summaries.

    `bad` fires exactly the rule, `good` none. What merging would find of the sources is given
    where a rule needs it; `related` are stretches of the sources that belong to other stories.
    """

    sources: tuple[str, ...]
    bad: str
    good: str
    published: tuple[str | None, ...] = ()
    outlets: tuple[str | None, ...] = ()
    origins: tuple[Origin, ...] = ()
    events: tuple[Event, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    revisions: tuple[Revision, ...] = ()
    facts: tuple[Fact, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `id`, `name`, `scope`, `text` and `check` are filled in from the rule's file.

    `yields_to`: ids and families of rules that say more of the same words; where one of them finds
    something there, this rule keeps silent (see `folding.py`).
    `configured`: somebody set the level, so it holds for all findings of the rule.
    """

    level: Level
    verdict: Verdict
    example: Example
    yields_to: tuple[str, ...] = ()
    id: str = ""
    name: str = ""
    scope: Scope = "claim"
    text: str = field(default="", repr=False)
    check: Callable[..., Iterator[Problem]] | None = None
    configured: bool = False

    @property
    def family(self) -> str:
        """The first three letters of the id."""
        return self.id[:3]

    @property
    def title(self) -> str:
        """The first line of the documentation."""
        return self.text.partition("\n")[0].rstrip(".")


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their families and ids."""
    found = [_load(info.name) for info in pkgutil.iter_modules(package.__path__)]
    families = list(FAMILIES)
    return tuple(sorted(found, key=lambda rule: (families.index(rule.family), rule.id)))


def selected(
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, LevelSetting] | None = None,
) -> tuple[Rule, ...]:
    """The rules whose ids start with one of `select` (none given: all) and none of `ignore`.

    `levels` sets levels of other prefixes than the rules' own; the longest prefix of an id wins,
    and "off" leaves a rule out.

    Raises:
        UsageError: a prefix that no rule has, or a level that does not exist.
    """
    return _selected(tuple(select), tuple(ignore), tuple((levels or {}).items()))


@functools.lru_cache(maxsize=16)
def _selected(
    select: tuple[str, ...], ignore: tuple[str, ...], levels: tuple[tuple[str, LevelSetting], ...]
) -> tuple[Rule, ...]:
    for prefix in (*select, *ignore, *(prefix for prefix, _ in levels)):
        _require_prefix(prefix)
    for prefix, level in levels:
        _require_level(prefix, level)
    chosen = select or ("",)
    settings = dict(levels)
    return tuple(
        _at_level(rule, setting)
        for rule in rules()
        if rule.id.startswith(chosen) and not (ignore and rule.id.startswith(ignore))
        if (setting := level_set(rule.id, settings)) != "off"
    )


def level_set(rule_id: str, levels: Mapping[str, LevelSetting]) -> LevelSetting | None:
    """What `levels` says of a rule: the setting of the longest prefix of its id."""
    prefixes = [prefix for prefix in levels if rule_id.startswith(prefix)]
    return levels[max(prefixes, key=len)] if prefixes else None


def _at_level(rule: Rule, setting: LevelSetting | None) -> Rule:
    if setting is None or setting == "off":
        return rule
    return replace(rule, level=setting, configured=True)


def _require_prefix(prefix: str) -> None:
    if not prefix or not any(rule.id.startswith(prefix) for rule in rules()):
        raise UsageError(
            "unknown-rule",
            f"no rule's id starts with '{prefix}'",
            "`summarizer rules` lists the rules",
        )


def _require_level(prefix: str, level: object) -> None:
    allowed = get_args(LevelSetting)
    if level not in allowed:
        raise UsageError(
            "unknown-level",
            f"'{level}', set for {prefix}, is no level",
            f"use {', '.join(allowed)}",
        )


def documentation() -> str:
    """The text of docs/rules.md."""
    lines = ["# Rules of the attribution test", ""]
    lines += ["Generated by `make docs` from `summarizer/verify/rules/`; do not edit.", ""]
    lines += _verdicts()
    for family, label in FAMILIES.items():
        members = [rule for rule in rules() if rule.family == family]
        if members:
            lines += [f"## {family} {label}", ""]
        for rule in members:
            lines += [*_section(rule), ""]
    return "\n".join(lines).rstrip() + "\n"


def _verdicts() -> list[str]:
    """A table of the kinds of fault and the rules that find them."""
    lines = ["## Verdicts", "", "What kind of fault a finding is; each is mended in another way."]
    lines += ["", "| verdict | rules |", "|---|---|"]
    for verdict in get_args(Verdict):
        found = [f"[{r.id}](#{_anchor(r)}) {r.name}" for r in rules() if r.verdict == verdict]
        if found:
            lines.append(f"| {verdict} | {', '.join(found)} |")
    return [*lines, ""]


def _anchor(rule: Rule) -> str:
    """The anchor that a rule's heading gets on a page."""
    return f"{rule.id.lower()}-{rule.name}"


def _section(rule: Rule) -> list[str]:
    heading, _, body = rule.text.partition("\n")
    example = rule.example
    lines = [f"### {rule.id} {rule.name}", "", f"**{heading}** Level: {rule.level}. "]
    lines[-1] += f"Verdict: {rule.verdict}."
    if rule.yields_to:
        lines[-1] += f" Left out where {' or '.join(rule.yields_to)} tells more of the same words."
    lines += ["", body.strip(), ""] if body.strip() else [""]
    for number, source in enumerate(example.sources, 1):
        lines += [f"Source {number}:", "", *(f"> {line}" for line in source.splitlines()), ""]
    lines += ["Bad:", "", *(f"> {line}" for line in example.bad.splitlines()), ""]
    lines += ["Good:", "", *(f"> {line}" for line in example.good.splitlines())]
    return lines


def _load(module_name: str) -> Rule:
    """The rule of a file, with identity and documentation from the file itself."""
    module = importlib.import_module(f"{package.__name__}.{module_name}")
    code, _, name = module_name.partition("_")
    scopes: tuple[Scope, ...] = ("part", "claim", "document")
    scope = next(scope for scope in scopes if hasattr(module, f"check_{scope}"))
    rule: Rule = module.RULE
    return replace(
        rule,
        id=code,
        name=name.replace("_", "-"),
        scope=scope,
        text=(module.__doc__ or "").strip(),
        check=getattr(module, f"check_{scope}"),
    )
