"""Which articles tell one story.

`sorter` sorts a pile of items of any size, as they come: `terms` are what a text says, weighed by
`rarity`; `sketches` is what is kept of an item and of a story, `index` finds likely stories without
looking at all, and `group` is the door for a whole pile. `related` is the lenient test for articles
that somebody gave as one story, `apart` tells when they are several after all.
"""

from __future__ import annotations
