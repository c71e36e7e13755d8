"""Third room: a story in, a draft of claims with their evidence out.

`extractive` writes without a model, `chat` asks one, `repair` says what becomes of failing claims.
"""
