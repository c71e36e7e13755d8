"""Rules are found by their files and chosen by prefixes of their ids."""

from __future__ import annotations

import re

import pytest

from summarizer.errors import UsageError
from summarizer.verify.registry import FAMILIES, rules, selected


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
