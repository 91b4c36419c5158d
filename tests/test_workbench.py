"""What `dev.py` does before it starts anything."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from workbench import checks, system_packages
from workbench.environment import Environment
from workbench.errors import WorkbenchError
from workbench.stages import Stage

import dev


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody on Debian who is not root."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.mark.usefixtures("nobody")
def test_without_root_the_one_line_to_run_is_shown() -> None:
    with pytest.raises(WorkbenchError, match=r"apt-get install .*libegl1 xvfb"):
        system_packages.bring(["libegl1", "xvfb"])


@pytest.mark.usefixtures("nobody")
def test_a_machine_that_lacks_something_is_exit_code_two() -> None:
    with pytest.raises(WorkbenchError) as caught:
        system_packages.bring(["libegl1"])

    assert caught.value.exit_code == 2


@pytest.mark.usefixtures("nobody")
def test_what_can_be_done_without_ends_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    system_packages.bring_if_possible(["kwin-wayland"])

    told = capsys.readouterr().out
    assert "apt-get install --no-install-recommends kwin-wayland" in told
    assert "tests that need them are skipped" in told


@pytest.mark.usefixtures("nobody")
def test_with_nothing_missing_nothing_is_asked_for() -> None:
    system_packages.bring([])


@pytest.mark.skipif(sys.platform != "linux", reason="looked for on Linux only")
def test_a_missing_library_is_named_by_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"}
    monkeypatch.setattr(system_packages, "QT_LIBRARIES", wanted)

    assert system_packages.missing_for_the_app() == ["libnowhere1"]


@pytest.mark.parametrize(
    ("last_line", "counts"),
    [
        ("12 passed in 3.21s", {"passed": 12}),
        ("1 failed, 55 passed in 86s (0:01:26)", {"failed": 1, "passed": 55}),
        ("43 passed, 1 failed, 2 errors in 1s", {"failed": 3, "passed": 43}),
        ("3 passed, 1 skipped, 4 warnings in 1s", {"passed": 3, "skipped": 1}),
        ("no tests ran in 0.01s", {}),
    ],
)
def test_the_tests_are_counted_as_pytest_counts_them(
    last_line: str, counts: dict[str, int]
) -> None:
    assert checks.count_tests(f"7 passed it on\n{last_line}\n") == counts


def test_one_failed_stage_fails_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    results = [
        checks.Result(name="style", passed=False),
        checks.Result(name="contracts", passed=True),
    ]

    assert (checks.report(results), capsys.readouterr().out) == (1, "Failed: style\n")


def test_the_last_line_is_the_sum_of_all_tests(
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = [
        checks.Result(name="units", passed=True, tests={"passed": 10, "skipped": 1}),
        checks.Result(name="app", passed=False, tests={"passed": 5, "failed": 2}),
    ]
    checks.report(results)

    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "15 passed, 2 failed, 1 skipped"


def test_a_stage_says_how_it_went(capfd: pytest.CaptureFixture[str]) -> None:
    says = Stage("greeting", (sys.executable, "-c", "print('hello')"))

    (result,) = checks.run_stages([says])

    assert (result.passed, "[ok] greeting" in capfd.readouterr().out) == (True, True)


def test_a_failing_stage_shows_what_it_said(capfd: pytest.CaptureFixture[str]) -> None:
    fails = Stage("trouble", (sys.executable, "-c", "exit('because')"))

    checks.run_stages([fails])

    assert "because\n[FAILED] trouble" in capfd.readouterr().out


def test_an_up_to_date_environment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("", "utf-8")
    environment = Environment(folder=tmp_path / "venv", lock=lock)
    called: list[str] = []
    monkeypatch.setattr(
        Environment, "_pip", lambda _self, *arguments: called.append(arguments[0])
    )
    environment.make_ready()

    environment.make_ready()

    assert called == ["install"]


@pytest.mark.parametrize("command", ["test", "lint", "demo", "shots", "lock"])
def test_every_command_says_what_it_does(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        dev.parser().parse_args([command, "--help"])

    assert command in capsys.readouterr().out
