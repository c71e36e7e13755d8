"""What the measuring of evaluation prints, in a short form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.evaluation import main

if TYPE_CHECKING:
    import pytest


def test_judging_is_measured_on_what_was_recorded(capfd: pytest.CaptureFixture[str]) -> None:
    main(["judge", "--suite", "demo", "--trials", "1"])
    out = capfd.readouterr().out
    assert '"recorded": 6, "there": 0' in out
    assert re.search(r"^judged: 6 summaries of 3 stories in \d+\.\d s$", out, re.MULTILINE)


def test_a_recording_that_is_killed_loses_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    main(["kill", "--kills", "1", "--trials", "2"])
    out = capfd.readouterr().out
    assert re.search(r"^killed [01] times; 6 trials, ", out)  # a quick machine may be done before
    assert " under way at a kill, 0 answered before it\n" in out
    assert out.endswith("asked by another run at the end: 0\nfiles left half written: 0\n")
