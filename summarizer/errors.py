"""The errors that a caller can meet.

    SummarizerError
    ├── NoCommonStory     the inputs have nothing in common     exit status 1
    ├── NothingToPublish  no sentence of them could be used     exit status 1
    ├── UsageError        wrong usage or configuration          exit status 2
    ├── InputError        an input cannot be read               exit status 3
    ├── ProviderError     the model provider failed             exit status 4
    └── DeliveryError     a digest could not be delivered       exit status 5

Each carries a stable `code`, a message that names the file or field, and a hint what to do.
Exceptions of libraries are turned into these where they enter, and nowhere else.
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors that this package raises on purpose.

    Examples:
        >>> from summarizer import read
        >>> try:
        ...     read(["nowhere"])
        ... except SummarizerError as error:
        ...     print(error.code, error.exit_status, error.hint, sep="; ")
        no-such-file; 3; check the path
    """

    exit_status = 1

    def __init__(self, code: str, message: str, hint: str) -> None:
        """Keep what the user is told: a stable code, what is wrong, and what to do."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class UsageError(SummarizerError):
    """The command line, a configuration file or an argument is wrong."""

    exit_status = 2


class InputError(SummarizerError):
    """An input is missing, unreadable or not what it should be."""

    exit_status = 3


class ProviderError(SummarizerError):
    """The model provider refused, failed or did not answer in time."""

    exit_status = 4


class DeliveryError(SummarizerError):
    """A digest could not be brought to somebody; it stays owed."""

    exit_status = 5


class NoCommonStory(SummarizerError):  # noqa: N818  (an outcome that exits 1, not a failure)
    """The inputs tell of nothing in common, so there is no story to summarise."""

    exit_status = 1


class NothingToPublish(SummarizerError):  # noqa: N818  (an outcome that exits 1, not a failure)
    """No sentence of the inputs stands alone and passes the check, so there is no summary."""

    exit_status = 1
