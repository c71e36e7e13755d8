"""Rules are found by their files and chosen by prefixes of their ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import UsageError
from summarizer.verify.registry import FAMILIES, rules, selected

if TYPE_CHECKING:
    from summarizer.model.findings import LevelSetting


def test_ids_are_unique_and_of_known_families() -> None:
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", each) and each[:3] in FAMILIES for each in ids)


def test_select_and_ignore_by_prefix() -> None:
    chosen = [rule.id for rule in selected(["QUO", "CIT101"], ["QUO10"])]
    assert chosen == ["CIT101"]


def test_all_rules_without_selection() -> None:
    assert selected() == rules()


@pytest.mark.parametrize("prefix", ["XYZ", ""])
def test_unknown_prefix_is_a_usage_error(prefix: str) -> None:
    with pytest.raises(UsageError):
        selected([prefix])


def test_the_longest_prefix_sets_the_level() -> None:
    levels: dict[str, LevelSetting] = {"QUO": "off", "QUO10": "note", "QUO103": "warning"}
    chosen = {rule.id: rule.level for rule in selected(["QUO"], levels=levels)}
    assert (chosen["QUO103"], chosen["QUO101"]) == ("warning", "note")
    assert "QUO103" not in {rule.id for rule in selected(levels={"QUO": "off"})}


def test_a_level_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="'loud', set for QUO"):
        selected(levels={"QUO": "loud"})  # type: ignore[dict-item]
