"""Third room: a story in, a draft of claims with their evidence out."""
