"""What a page says about itself, or about other stories, is no evidence."""

from __future__ import annotations

import pytest

from summarizer.merge import merge
from summarizer.read import read
from summarizer.verify import check, parse

ARTICLE = """Ferry runs aground off Holt

HOLT - A ferry with 80 passengers ran aground off Holt on Monday, the coast guard said.

Nobody was hurt, and a tug pulled the ferry free at noon, the coast guard said.

The harbour of Holt stays closed until Thursday while divers look at the hull.

Stay with Radio Marl for developments in this story.

[Related: Painter buys the lighthouse of Upper Norlen]
"""


def fired(claim: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("page") / "ferry.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    story = merge(read([str(file)]))
    report = check(parse(f"{claim} [1]"), story, select=("BOI",))
    return [finding.level for finding in report.findings]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Divers are looking at the ferry's hull, and the harbour is closed until Thursday.", []),
        ("People should stay with Radio Marl for developments.", ["error"]),
        ("A painter bought the lighthouse of Upper Norlen.", ["error"]),
    ],
)
def test_words_of_the_page(
    claim: str, expected: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert fired(claim, tmp_path_factory) == expected
