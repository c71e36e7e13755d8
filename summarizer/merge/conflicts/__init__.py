"""On what the sources differ.

`differences` collects the slots with several values. `tolls` reads how many were killed or injured,
`frames` other figures, days and places with the words around them, which `clashes` compares;
`causes` and `blame` read who or what is held responsible, `renderings` how one statement is quoted.
`ledger` parts the values of a slot into disputes of several voices and updates of one.
"""

from __future__ import annotations
