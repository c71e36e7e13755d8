"""On labelled summaries of real articles, the check rarely cries wolf (every third story)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.merge import merge
from summarizer.read import read
from summarizer.verify import check, parse

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SUMMARIZER_DATA", ROOT.parent / "shared")) / "data" / "defects"
MOST = 0.05  # errors per clean sentence


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="SUMMARIZER_DATA has no planted-defect suite")
def test_errors_on_clean_summaries() -> None:
    errors = sentences = 0
    for cluster in sorted(DATA.glob("*/labels.json"))[::3]:
        folder = cluster.parent
        sources = sorted((folder / "sources").glob("*.txt"), key=lambda path: int(path.stem))
        story = merge(read([str(path) for path in sources]))
        for file in sorted(folder.glob("clean-*.md")):
            report = check(parse(file.read_text(encoding="utf-8")), story)
            sentences += len(report.claims)
            errors += sum(finding.level == "error" for finding in report.findings)
    assert sentences > 0
    assert errors <= MOST * sentences
