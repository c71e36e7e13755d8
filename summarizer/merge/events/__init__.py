"""Which occasions the articles tell of, and when each was.

`occasions` puts articles apart that tell of another occasion, `background` finds such sentences
inside the others; `days` dates them, `labels` names them, and `timeline` makes the events of it.
"""

from __future__ import annotations
