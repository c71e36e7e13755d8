"""Who stands behind what the articles tell.

`origins` finds it for each fact: from `grounds` (where an article has its own text from), `routes`
(outlets and sources that sentences name) and `speakers` (statements that several articles carry).
`tally` numbers the origins and collects the reasons.
"""

from __future__ import annotations
