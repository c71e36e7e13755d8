"""Floors under what `benchmarks/near_duplicates.py` prints for the planted articles."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
# Share of the pairs with a text translated there and back that are found; the other copies all are.
TRANSLATED = 0.8


def benchmark() -> ModuleType:
    path = ROOT / "benchmarks" / "near_duplicates.py"
    spec = importlib.util.spec_from_file_location("near_duplicates", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("half", ["development", "held_out"])
def test_copies_are_found_and_reports_of_their_own_kept_apart(half: str) -> None:
    program = benchmark()
    files = sorted((program.PLANTED / half).glob("*.json"))
    events = [json.loads(each.read_text(encoding="utf-8")) for each in files]
    judged = [pair for event in events for pair in program.judge(event)]
    wrong = [each for each in judged if each.together != (each.kind in program.COPIES)]
    assert {each.kind for each in wrong} <= {"translated_back"}
    retold = [each.together for each in judged if each.kind == "translated_back"]
    assert sum(retold) >= TRANSLATED * len(retold)
