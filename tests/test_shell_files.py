"""The manual page and the shells' completions, as the shells themselves read them."""

import shutil
import subprocess
import sys
from pathlib import Path

import make_shell_files
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="made for Debian")


def output(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(  # noqa: S603  our own words
        command, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("pa", ["patterns", "pause"]),
        ("standing ", ["on", "off"]),
        ("--profile-dir x autostart o", ["on", "off"]),
        ("history --ex", ["--export"]),
        ("skip ", []),
    ],
)
def test_bash_offers_what_can_follow(
    typed: str, offered: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "completion"
    file.write_text(make_shell_files.bash(), "utf-8")
    words = " ".join(f"'{word}'" for word in typed.split(" "))
    script = (
        f"source {file}; COMP_WORDS=(psoas-break {words});"
        " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _psoas_break;"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    assert output("bash", "-c", script).split() == offered


def test_the_manual_page_has_every_word_and_what_it_takes() -> None:
    page = make_shell_files.manual_page()
    named = [word.name.replace("-", r"\-") for word in make_shell_files.words()]
    assert [name for name in named if rf"\fB{name}\fR" not in page] == []
    assert r"\fB\-\-profile\-dir DIR\fR" in page
    assert "DURATION\\fR: such as 90s" in page


def test_man_finds_nothing_to_complain_about(tmp_path: Path) -> None:
    page = tmp_path / "psoas-break.1"
    page.write_text(make_shell_files.manual_page(), "utf-8")
    output("man", "--warnings", "--local-file", str(page))


def test_where_a_file_follows_files_are_offered() -> None:
    assert "backup|restore) _files" in make_shell_files.zsh()
    assert "'__fish_seen_subcommand_from backup restore' -F" in make_shell_files.fish()
