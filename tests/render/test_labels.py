"""What people are told of how a summary was made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.summary import PromptReference, Tokens, Writing
from summarizer.render import labels, markdown

if TYPE_CHECKING:
    from summarizer.model.summary import Summary

WRITING = Writing(
    strategy="one-call",
    kept=5,
    repaired=2,
    replaced=1,
    withheld=0,
    requests=3,
    stored=1,
    seconds=4.5,
    fallback=None,
)


def _written(summary: Summary, writing: Writing, *, model: str = "quill-2") -> Summary:
    made = replace(
        summary.provenance,
        writer="openai",
        model=model,
        prompt=PromptReference(name="summarize", version="1", sha256="0" * 64),
        tokens=Tokens(input=5210, output=900),
        cost=0.0125,
        writing=writing,
    )
    return replace(summary, provenance=made)


def test_what_became_of_a_models_sentences_is_told(summary: Summary) -> None:
    assert labels.made_by(_written(summary, WRITING)) == (
        "Made by summarizer 0.1.0, openai writer (quill-2, prompt summarize@1); check: pass, 1"
        " rule, 0 findings. Of the model’s sentences 5 stand as written, 2 reworded, 1 replaced by"
        " a source’s, 0 withheld; 3 requests (1 from store), 5,210 tokens in, 900 out, 0.0125 US"
        " dollars."
    )


def test_that_no_sentence_is_the_models_is_told(summary: Summary) -> None:
    fallen = replace(WRITING, kept=0, repaired=0, replaced=0, fallback="the answer was empty")
    told = labels.made_by(_written(summary, fallen))
    assert "No sentence is the model’s: the answer was empty; 3 requests" in told


def test_a_models_name_is_no_markdown(summary: Summary) -> None:
    page = markdown.summary(_written(summary, WRITING, model="*quill*<b>"))
    assert "\\*quill\\*\\<b>" in page
