"""The public Python names."""

from __future__ import annotations

import subprocess
import sys

import pytest

import summarizer


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
