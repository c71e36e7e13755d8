"""Captions and credits of pictures."""

from __future__ import annotations

import pytest

from summarizer.read.page.lines import split
from summarizer.read.page.pictures import caption_before_text, is_caption


@pytest.mark.parametrize(
    "line",
    [
        "FILE - The bridge in Arden is seen in this picture of May 3, 2019.",
        "The mayor of Arden speaks to reporters on Friday. (AP Photo/Mara Ilves)",
        "Mara Ilves/Reuters",
        "Getty Images The bridge of Arden",
        "A worker looks at the bridge. July 3, 2019 (Reuters)",
        "Workers stand at the bridge of Arden. REUTERS/Mara Ilves",
        "The bridge after the flood Photo: Mara Ilves",
        "In this Friday, May 3, 2019 photo, workers stand at the bridge.",
        "(Mara Ilves/Harbour News)",
        "The bridge of Arden after the flood.Credit...Mara Ilves/The Quay",
        "Workers stand on the bridge of Arden. Getty",
        "The mayor on July 3, 2019.Mara Ilves / AP file",
        "Image captionThe bridge after the flood",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(split(line)[0])


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on Friday, the mayor told Reuters.",
        "The photo was taken on Friday, the police said.",
        "Mara Ilves (Labour/Arden) voted against the plan to build a bridge.",
        "Bridge in Arden sinks into the river, says Reuters",
        "Nobody was hurt, said the mayor of Arden, who closed the bridge. AFP",
        "Getty Images said on Friday that it would sue the city of Arden.",
        '"Nobody was hurt," the mayor said. (Reuters)',
    ],
)
def test_sentences_are_no_captions(line: str) -> None:
    assert not is_caption(split(line)[0])


def test_text_behind_a_caption_in_the_same_line() -> None:
    text = "The bridge. (Mara Ilves/Reuters) The mayor said on Friday that it was closed."
    assert text[caption_before_text(text, 0, len(text)) :].startswith("The mayor said")
    assert caption_before_text("No caption (or so) The mayor said.", 0, 34) == 0
