"""A quick yes about a schema is given only where the full validator finds no fault."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from summarizer.verify.examples import whole_summary
from summarizer.verify.schema import fits

SCHEMA = json.loads(files("summarizer").joinpath("model", "schemas", "summary.json").read_bytes())
SUMMARY = json.loads(whole_summary("A fire closed the harbour of Arden.", kind="event"))
VALUES = st.one_of(st.none(), st.booleans(), st.integers(-2, 2), st.text(max_size=3))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401  (JSON)
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return [path] * bool(path) + [p for key, each in items for p in places(each, (*path, key))]


def test_our_own_summary_fits() -> None:
    assert fits(SUMMARY, SCHEMA, SCHEMA)


@given(st.sampled_from(places(SUMMARY)), VALUES, st.booleans())
def test_what_fits_is_valid(path: tuple[Any, ...], value: object, add: bool) -> None:  # noqa: FBT001  (drawn)
    changed = json.loads(json.dumps(SUMMARY))
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    if add and isinstance(holder, dict):
        holder["more"] = value
    else:
        holder[path[-1]] = value
    assert fits(changed, SCHEMA, SCHEMA) == Draft202012Validator(SCHEMA).is_valid(changed)
