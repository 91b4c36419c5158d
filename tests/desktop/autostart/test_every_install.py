"""Start at login from every kind of install: the words, and what the session reads."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from psoas_break.desktop.autostart import choose_autostart, launch_command
from psoas_break.desktop.autostart.xdg import FILE_NAME

GENERATOR = Path("/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator")


def program(path: Path) -> str:
    """Make a program file, as an installer would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    "place",
    ["venv/bin", ".local/bin", "a folder/100% mine"],
    ids=["pip", "pipx", "odd"],
)
def test_an_installed_script_is_started_as_it_was(place: str, tmp_path: Path) -> None:
    script = program(tmp_path / place / "psoas-break")
    assert launch_command({}, argv0=script) == (script,)


@pytest.mark.skipif(os.name == "nt", reason="pipx makes copies there")
def test_pipx_is_started_by_its_link_which_outlives_an_upgrade(tmp_path: Path) -> None:
    script = program(tmp_path / "pipx/venvs/psoas-break/bin/psoas-break")
    link = tmp_path / ".local/bin/psoas-break"
    link.parent.mkdir(parents=True)
    link.symlink_to(script)
    assert launch_command({}, argv0=str(link)) == (str(link),)


def test_a_bundle_and_a_deb_are_started_by_their_program(tmp_path: Path) -> None:
    bundle = program(tmp_path / "opt/psoas-break/psoas-break")
    assert launch_command({}, python=bundle, frozen=True) == (bundle,)


def test_windows_starts_the_program_without_a_console(tmp_path: Path) -> None:
    bundle = program(tmp_path / "Psoas Break/psoas-break.exe")
    tray = program(tmp_path / "Psoas Break/psoas-break-tray.exe")
    assert [
        launch_command({}, python=bundle, frozen=True),
        launch_command({}, argv0=bundle),
        launch_command({}, argv0=bundle.removesuffix(".exe")),
    ] == [(tray,)] * 3


def test_an_appimage_is_started_by_its_own_file(tmp_path: Path) -> None:
    mounted = program(tmp_path / "mount/opt/psoas-break/psoas-break")
    environ = {"APPIMAGE": "/apps/p.AppImage", "APPDIR": str(tmp_path / "mount")}
    command = launch_command(environ, python=mounted, frozen=True)
    assert command == ("/apps/p.AppImage",)


def test_somebody_elses_appimage_is_not_ours(tmp_path: Path) -> None:
    bundle = program(tmp_path / "opt/psoas-break/psoas-break")
    terminal = {"APPIMAGE": "/apps/terminal.AppImage", "APPDIR": "/mount/terminal"}
    assert launch_command(terminal, python=bundle, frozen=True) == (bundle,)


def test_a_checkout_is_started_as_a_module() -> None:
    command = launch_command({}, argv0="/x/__main__.py", python="/usr/bin/python3")
    assert command == ("/usr/bin/python3", "-m", "psoas_break")


def test_without_a_program_nothing_can_be_started() -> None:
    assert launch_command({}, python="") is None


def test_what_cannot_be_started_says_why() -> None:
    assert choose_autostart({}, None).why == (
        "this app was not started from a program file"
    )


def generated(config: Path, out: Path) -> str:
    """Return the unit that systemd makes of the entry, or nothing."""
    out.mkdir()
    environ = {
        **os.environ,
        "XDG_CONFIG_HOME": str(config),
        "XDG_CONFIG_DIRS": str(config / "none"),
        "XDG_CURRENT_DESKTOP": "GNOME",
    }
    subprocess.run(  # noqa: S603  a fixed program
        [GENERATOR, out, out, out], env=environ, check=True, capture_output=True
    )
    units = list(out.glob("app-*autostart.service"))
    return units[0].read_text("utf-8") if units else ""


@pytest.mark.skipif(not GENERATOR.exists(), reason="needs systemd's own generator")
@pytest.mark.parametrize(
    "place",
    # Not here: "%" and "$", which systemd 252 reads otherwise than the specification.
    ["opt/psoas-break", ".local/bin", "my apps", "a'b", 'q"uote', "ä/ö"],
)
def test_systemd_starts_the_very_program_at_login(place: str, tmp_path: Path) -> None:
    script = program(tmp_path / place / "psoas-break")
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    autostart = choose_autostart(environ, (script,), sandboxed=False).mechanism
    autostart.set(on=True)

    unit = generated(tmp_path / "config", tmp_path / "units")

    starts = next(row for row in unit.splitlines() if row.startswith("ExecStart="))
    shown = starts.replace(r"\"", '"')
    assert (script in shown, "--autostarted" in shown) == (True, True)


@pytest.mark.skipif(not GENERATOR.exists(), reason="needs systemd's own generator")
def test_systemd_leaves_out_a_program_that_was_removed(tmp_path: Path) -> None:
    script = Path(program(tmp_path / "psoas-break"))
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    choose_autostart(environ, (str(script),), sandboxed=False).mechanism.set(on=True)
    script.unlink()
    assert generated(tmp_path / "config", tmp_path / "units") == ""


@pytest.mark.skipif(
    not shutil.which("desktop-file-validate"), reason="needs desktop-file-validate"
)
def test_the_entry_with_all_its_words_is_valid(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    command = (sys.executable, "-m", "psoas_break")
    choose_autostart(environ, command, sandboxed=False).mechanism.set(on=True)
    entry = tmp_path / "autostart" / FILE_NAME
    checked = subprocess.run(  # noqa: S603  fixed words
        ["/usr/bin/desktop-file-validate", entry], capture_output=True, check=False
    )
    assert (checked.returncode, checked.stdout) == (0, b"")
