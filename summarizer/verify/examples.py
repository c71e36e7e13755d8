"""Summaries in our JSON for the examples of rules: one claim on the first sentence of a source."""

from __future__ import annotations

import json
from typing import Any

_PROVENANCE = {
    "writer": "extractive",
    "model": None,
    "prompt": None,
    "parameters": {},
    "input_sha256": "0" * 64,
    "version": "0",
    "tokens": {"input": 0, "output": 0},
    "cost": None,
    "writing": None,
    "created": "2026-01-01T00:00:00Z",
}


def cited_summary(claim: str, start: int, end: int, exact: str) -> str:
    """A summary whose claim cites the place `start` to `end` with the words `exact`."""
    return json.dumps(_summary(claim, "event", _citation(start, end, exact)))


def whole_summary(sentence: str, *, kind: str) -> str:
    """A summary whose claim is the first sentence of the source, cited as a whole."""
    return json.dumps(_summary(sentence, kind, _citation(0, len(sentence), sentence)))


def _citation(start: int, end: int, exact: str) -> dict[str, Any]:
    place = {"source": "s1", "sentence": "s1.1", "start": start, "end": end, "exact": exact}
    return {**place, "prefix": "", "suffix": "", "link": None}


def _summary(text: str, kind: str, citation: dict[str, Any]) -> dict[str, Any]:
    claim = {"id": "c1", "text": text, "kind": kind, "attribution": None, "origins": ["o1"]}
    source = {"id": "s1", "path": "1.txt", "url": None, "outlet": None, "title": None}
    source |= {"published": None, "language": "en", "sha256": "0" * 64, "event": "e1"}
    return {
        "schema": 1,
        "headline": {"text": text.rstrip("."), "citations": [citation]},
        "claims": [{**claim, "citations": [citation]}],
        "conflicts": [],
        "events": [{"id": "e1", "label": "", "date": None, "sources": ["s1"], "main": True}],
        "origins": [
            {"id": "o1", "name": "s1", "kind": "outlet", "sources": ["s1"], "basis": "input"}
        ],
        "sources": [{**source, "used": True, "reason": None}],
        "withheld": [],
        "verification": {"verdict": "pass", "rules": [], "findings": []},
        "provenance": _PROVENANCE,
    }
