"""The workflows on GitHub: small permissions, fixed versions, words that exist."""

import re
import shlex
from pathlib import Path

import pytest

import dev
from tests.system.process import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"^\s*-? ?uses: (\S+)(?: # (\S+))?$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
RUNS_DEV = re.compile(r"dev\.py ([^\n|&]+)")


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text("utf-8")


def test_every_action_is_pinned_by_its_commit_and_says_which_release(
    workflow: str,
) -> None:
    loose = [
        used
        for used, release in USES.findall(workflow)
        if not used.startswith("./")
        and not (PINNED.fullmatch(used) and re.fullmatch(r"v[\d.]+", release))
    ]
    assert loose == []


def test_an_action_has_one_pin_in_all_workflows() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for used, _release in USES.findall(path.read_text("utf-8")):
            name, _, pin = used.partition("@")
            pins.setdefault(name, set()).add(pin)
    assert {name: at for name, at in pins.items() if len(at) > 1} == {}


def test_nothing_is_allowed_but_what_a_job_names(workflow: str) -> None:
    assert "\npermissions: {}\n" in workflow


def test_only_a_release_may_write() -> None:
    writers = [path.name for path in WORKFLOWS if ": write" in path.read_text("utf-8")]
    assert writers == ["release.yml"]


def test_nobody_else_s_words_run_as_a_script(workflow: str) -> None:
    # What an expression puts into a script is not quoted; variables are.
    scripts = re.findall(r"run:(.*(?:\n {8,}(?!\w+:).*)*)", workflow)
    assert [script for script in scripts if "${{" in script] == []


def test_every_word_for_dev_is_one_it_knows(workflow: str) -> None:
    for words in RUNS_DEV.findall(workflow):
        said = shlex.split(words.split("'")[0])
        dev.parser().parse_args(said[:1] if said[0] in dev.HANDED_ON else said)


def test_every_job_has_an_end(workflow: str) -> None:
    jobs = re.findall(
        r"^  [\w-]+:\n(?:    .*\n|\n)+", workflow.split("\njobs:\n")[1], re.MULTILINE
    )
    endless = [
        job.splitlines()[0]
        for job in jobs
        if "timeout-minutes:" not in job and "uses: ./" not in job
    ]
    assert (bool(jobs), endless) == (True, [])
