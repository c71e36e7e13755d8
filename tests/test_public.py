"""The public Python names."""

from __future__ import annotations

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer

ROOT = Path(__file__).resolve().parent.parent
HOMES = sorted(
    {
        getattr(summarizer, name).__module__
        for name in summarizer.__all__
        if not name.startswith("__")
    }
)


def test_every_public_name_resolves() -> None:
    assert {name for name in summarizer.__all__ if not hasattr(summarizer, name)} == set()
    assert set(summarizer.__all__) <= set(dir(summarizer))


@pytest.mark.parametrize("first", ["import summarizer.read", "import summarizer.pipeline", "pass"])
def test_read_is_the_function_in_any_order_of_imports(first: str) -> None:
    program = f"{first}; from summarizer import read; print(read.__name__, callable(read))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"read", b"True"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        summarizer.summarise  # noqa: B018  (the access is the test)


@pytest.mark.parametrize("home", HOMES)
def test_the_examples_of_public_names_run(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # they read the demo story by its path in a checkout
    results = doctest.testmod(importlib.import_module(home))
    assert (results.failed, results.attempted > 0) == (0, True)


def test_every_public_function_has_an_example() -> None:
    functions = [
        name for name in summarizer.__all__ if name.islower() and not name.startswith("__")
    ]
    assert [name for name in functions if ">>>" not in getattr(summarizer, name).__doc__] == []
