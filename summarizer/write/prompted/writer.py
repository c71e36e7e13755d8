"""The whole of writing with a model: a story and its evidence in, proposals out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.model.pack import Pack
    from summarizer.model.story import Story
    from summarizer.write.chat.exchange import Chat, Request
    from summarizer.write.prompted.options import Options, Written


def draft(story: Story, pack: Pack, chat: Chat, options: Options) -> Written:
    """What the model writes of this evidence, by the strategy of its prompt.

    Raises:
        Unusable: no answer could be used, after one more try.
        ProviderError: the provider failed, refused or filtered the answer (from `chat` too).
    """
    raise NotImplementedError


def first_request(story: Story, pack: Pack, options: Options) -> Request:
    """What would be sent first: all there is to see before a model has answered."""
    raise NotImplementedError
