"""The extractive writer: sentences of the sources, chosen, shortened and attributed.

`writer` is the way through: `passages` are the sentences that can be told, `wording` makes one
stand alone (`rewording`, `antecedents`, `people`, `prose`, `standing`), `candidates` and
`selection` choose, `disputes`, `headline` and `introduction` add what a reader needs besides.
"""
