"""`dev.py try`: a package is started once, and what did not happen is named."""

import sys

import pytest
from workbench import trial
from workbench.errors import WorkbenchError


def test_the_app_passes_its_own_trial(capsys: pytest.CaptureFixture[str]) -> None:
    trial.try_once([sys.executable, "-m", "psoas_break"])
    assert capsys.readouterr().out.startswith("It started, said “")


def test_a_program_that_ends_at_once_does_not() -> None:
    broken = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(WorkbenchError, match="ended at once, with exit code 3"):
        trial.try_once(broken)
