"""What holds for any text: regions in order, nothing visible lost, exact and stable offsets."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.read import article
from summarizer.read.raw import Given, Raw

PIECES = st.sampled_from(
    [
        "The bridge in Arden was closed on Friday after engineers found cracks in its towers.",
        "Leave a Reply",
        "Related:",
        "Advertisement",
        "ARDEN (AP) — ",
        "By Mara Ilves",
        "(Jon Brook/Reuters) ",
        "Home » World » Bridge closed",
        "2 days ago",
        "October 3, 2021",
        "“I said: ‘no’,” he said…",
        "\n",
        "\r\n\r\n",
        "\u2028",
        " ",
        "___",
    ]
)
TEXTS = st.text(max_size=300) | st.lists(PIECES | st.text(max_size=20), max_size=30).map("".join)


@given(text=TEXTS)
@example(text="")
@example(text="\ufeff\u200b")
@example(text="(a/b) (c/d) E")
@example(text="ß. ŉ\x85ǆ\x1c.")
def test_invariants(text: str) -> None:
    raw = Raw(text=text, path=None, sha256="", given=Given())
    found = article("s1", raw)
    assert found == article("s1", raw)
    place = 0
    for region in found.regions:
        assert place <= region.start < region.end <= len(text)
        assert not text[place : region.start].strip()
        place = region.end
    assert not text[place:].strip()
    body = [(r.start, r.end) for r in found.regions if r.kind == "body"]
    place = 0
    for number, sentence in enumerate(found.sentences, 1):
        assert sentence.id == f"s1.{number}"
        assert place <= sentence.start < sentence.end
        assert any(start <= sentence.start and sentence.end <= end for start, end in body)
        place = sentence.end
    covered = "".join(found.quote(s.start, s.end) for s in found.sentences)
    whole = "".join(text[start:end] for start, end in body)
    assert "".join(covered.split()) == "".join(whole.split())
