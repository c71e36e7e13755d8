"""The extractive writer: sentences of the sources, chosen, shortened and attributed.

`writer` is the way through: `passages` are the sentences that can be told, `wording` makes one
stand alone (`rewording`, `antecedents`, `people`, `prose`, `standing`), `joining` puts it together
with the one that follows it. `candidates` and `selection` choose by what is new (`currency`) and
reads well (`worth`, `voice`), `ordering` says in which order it is told; `disputes`, `headline` and
`introduction` add what a reader needs besides.
"""
