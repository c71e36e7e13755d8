"""What several sentences of several articles say alike.

`align` groups the sentences that carry one fact, by their words or by what they quote
(`quotations`); `wording` says which of them tells it best.
"""

from __future__ import annotations
