"""One statement in the words of several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

OFFICE = "The Harbour Office said Reis was ready"
WISH = "“to end the dispute in the port and reach a fair settlement through patient talks.”"
REWORDED = (
    "“through patient talks, a lasting settlement fair to all, and in the port the dispute ended.”"
)
FILLER = ("Gulls circled over the empty quay.", "A bakery stayed open all night.")


def test_one_statement_under_two_names_is_one_variant(write: Write) -> None:
    one = write(1, "Port", [f"{OFFICE} {WISH}", FILLER[0]], said=[(WISH, "The Harbour Office")])
    body = [f"The minister was ready for {REWORDED}", FILLER[1]]
    other = write(2, "Quay", body, said=[(REWORDED, "The minister")])
    (found,) = merge([one, other]).variants
    assert found.sentences == ("s1.1", "s2.1")


def test_quotations_with_little_in_common_are_no_variant(write: Write) -> None:
    grief = "“deep grief about the drowned sailors and their children.”"
    one = write(1, "Port", [f"{OFFICE} {WISH}"], said=[(WISH, "The Harbour Office")])
    other = write(2, "Quay", [f"The minister voiced {grief}"], said=[(grief, "The minister")])
    assert merge([one, other]).variants == ()
