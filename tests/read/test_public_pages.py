"""Reading measured on real articles that are not part of the project."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from summarizer.read import read
from summarizer.read.page.clean import clean
from summarizer.read.raw import Given, Raw

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.data


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def test_bodies_of_pages(data_folder: Path, tmp_path: Path) -> None:
    """F1 over shingles on every fourth page stays above .95 (all pages: docs/measurements.md)."""
    folder = data_folder / "data" / "pages"
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    precision, recall = [], []
    for row in rows[::4]:
        file = tmp_path / f"{row['id']}.html"
        file.write_bytes(gzip.decompress((folder / row["html_gz"]).read_bytes()))
        (article,) = read([file])
        body = [article.quote(r.start, r.end) for r in article.regions if r.kind == "body"]
        found, gold = shingles("\n".join(body)), shingles(row["gold_text"])
        same = (found & gold).total()
        precision.append(same / found.total())
        recall.append(same / gold.total())
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    assert 2 * p * r / (p + r) > 0.95


def test_paragraphs_of_articles_saved_as_text_stay_body(data_folder: Path) -> None:
    """Of the paragraphs that speak (quotation marks, 25 words or more), 97 % are body."""
    lines = (data_folder / "data" / "clusters" / "multinews.jsonl").read_text("utf-8").splitlines()
    kept = lost = 0
    for row in map(json.loads, lines[::3]):
        for text in (article["text"] for article in row["articles"]):
            raw = Raw(text=text, path=None, sha256="", given=Given())
            for region in clean(raw):
                line = text[region.start : region.end]
                if len(line.split()) >= 25 and ("“" in line or '"' in line):
                    kept += region.kind == "body"
                    lost += region.kind != "body"
    assert kept / (kept + lost) > 0.97
