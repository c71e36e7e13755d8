"""Closed classes of English words that the reading of statements looks at."""

from __future__ import annotations


def _set(line: str) -> frozenset[str]:
    return frozenset(line.split())


DETERMINERS = _set(
    "the a an this that these those his her their its my our your some many most several few all "
    "both each every another other others any no one two three four five six seven eight nine ten "
    "dozens hundreds thousands"
)
PERSONAL = _set("he she they it i we you")
PRONOUNS = PERSONAL | _set(
    "others some many most who which those both everyone someone nobody one all few"
)
AUXILIARIES = _set(
    "has have had is are was were be been being will would can could should may might must do does "
    "did having has've he'd didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't "
    "won't wouldn't can't couldn't shouldn't not never"
)
ADVERBS = _set(
    "also later then now earlier again already once just still even only ever long recently often "
    "today yesterday tomorrow first further soon always instead meanwhile thus afterward "
    "before since both all too however previously publicly flatly simply rather sometimes "
    "monday tuesday wednesday thursday friday saturday sunday tonight"
)
PREPOSITIONS = _set(
    "in on at by for with from to of about against during after before since until under over "
    "between among through into onto upon within without despite toward towards amid as than "
    "because while when where if although though unless per via near behind beyond following "
    "including like"
)
CONJUNCTIONS = _set("and but or so yet nor that whether")
RELATIVES = _set("who which that whom whose")
# Words that can link the parts of one noun phrase.
LINKS = _set("of for and & in at from with on de la von van al bin the")
