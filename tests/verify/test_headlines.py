"""Headlines that say more than the sources do."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

SOURCE = (
    "The council of Arden will vote on the closure of the harbour in May. Ann Ode, the mayor, said "
    "it was too early to speak of a sale. Two members want to reject the closure."
)


def found(headline: str) -> list[tuple[str, str]]:
    article = plain_article(1, SOURCE, titled=False)
    report = check(parse(f"# {headline} [1]"), plain_story([article]), select=["SUP104"])
    return [(headline[f.start - 2 : f.end - 2], f.level) for f in report.findings]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Council of Arden will vote on closure of harbour", []),
        ("Vote proves harbour of Arden must close", [("proves", "error"), ("must", "error")]),
        ("Council of Arden scraps closure of harbour", [("scraps", "warning")]),
        ("Members of council of Arden reject closure of harbour", []),
        (
            "Council of Arden will vote on closure of harbour over smuggled cigarettes",
            [("over smuggled cigarettes", "error")],
        ),
    ],
)
def test_words_that_settle_or_add(headline: str, expected: list[tuple[str, str]]) -> None:
    assert found(headline) == expected
