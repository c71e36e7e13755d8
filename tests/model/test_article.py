from __future__ import annotations

from summarizer.read import article
from summarizer.read.raw import Given, Raw

TEXT = "Ferry stopped\n\nThe ferry was stopped on Monday. “Nobody was hurt,” Ann Lund said.\n"


def test_a_numbered_article_is_what_reading_gives_under_that_number() -> None:
    raw = Raw(text=TEXT, path="a.txt", sha256="0", given=Given())
    assert article("s1", raw).numbered(12) == article("s12", raw)
