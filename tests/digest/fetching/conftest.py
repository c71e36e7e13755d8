"""What the tests of fetching share."""

from __future__ import annotations

import pytest

from tests.digest.fetching.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """Collects again and again, with one memory."""
    return Desk()
