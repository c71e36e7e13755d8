"""The command line: parse, dispatch, exit status; every command is a thin door to the pipeline."""
