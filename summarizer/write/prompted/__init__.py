"""A language model writes: evidence and a prompt in, a draft of cited claims out.

`prompts` finds the prompt, `evidence` what the model is shown, `messages` the request, `schema` the
shape of the answer; `asking` sends it, `answer` reads what comes back, `writer` is the whole and
`rewording` the request for failing claims. Nothing here believes the model: what it says is a
proposal until the check has passed it.
"""

from __future__ import annotations
