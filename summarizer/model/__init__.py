"""The data that flows through the pipeline: frozen, and importing nothing else of ours."""
