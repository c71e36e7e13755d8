"""One file a subject, each with its `SCORERS`; found by `summarizer.evaluation.scoring`."""
