"""What a summary publishes when its articles come in another order."""

from __future__ import annotations

from pathlib import Path

from benchmarks.order import compared, orders, renumbered
from summarizer.model.summary import Tokens
from summarizer.pipeline import pack, summarize
from summarizer.read import read
from summarizer.write.chat.exchange import Answer
from tests.injected import COURIER, MAIL, POST
from tests.question import question


def files(folder: Path) -> list[Path]:
    for number, story in enumerate((COURIER, MAIL, POST), 1):
        (folder / f"{number}.txt").write_text("\n\n".join(story) + "\n", encoding="utf-8")
    return sorted(folder.iterdir())


def test_other_orders_have_the_same_files_and_are_the_same_each_time() -> None:
    first = [Path("a"), Path("b"), Path("c")]
    found = list(orders(first, 4))
    assert found == list(orders(first, 4))
    assert [sorted(each) for each in found] == [first] * 4
    assert first not in found


def test_the_claims_of_a_story_do_not_hang_on_the_order(tmp_path: Path) -> None:
    shares, same = compared(files(tmp_path), 2, lambda order: summarize(read(list(order))))
    assert (shares, same) == ([1.0, 1.0], 2)


def test_an_answer_to_one_order_names_the_same_sentences_in_another(tmp_path: Path) -> None:
    first = files(tmp_path)
    order = first[::-1]
    text = '{"sentences": ["s1.2", "s3.3"], "text": "the year 1.2"}'
    tokens = Tokens(input=1, output=1)
    given = Answer(text=text, finish="stop", model="m", tokens=tokens, seconds=0.0)
    chat = renumbered(first, order, lambda _: given, [question()])
    shown = {line.sentence for each in pack(read(order)).sources for line in each.lines}
    assert {"s3.2", "s1.3"} <= shown
    assert chat(question()).text == '{"sentences": ["s3.2", "s1.3"], "text": "the year 1.2"}'
