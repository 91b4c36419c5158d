import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from psoas_break.app.ports import Autostart
from psoas_break.desktop.autostart import choose_autostart
from psoas_break.desktop.autostart.macos import LaunchAgentAutostart
from psoas_break.desktop.autostart.null import NullAutostart
from psoas_break.desktop.autostart.xdg import FILE_NAME, XdgAutostart

COMMAND = ("/opt/psoas break/psoas-break",)


def as_a_desktop_reads(value: str) -> list[str]:
    """Undo first a value's own escapes, then the quotes of Exec, then `%%`."""
    value = value.replace(r"\\", "\\")
    words = re.findall(r'"((?:\\.|[^"])*)"|(\S+)', value)
    plain = [re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in words]
    return [word.replace("%%", "%") for word in plain]


@pytest.fixture(params=[XdgAutostart, LaunchAgentAutostart], ids=["xdg", "macos"])
def autostart(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    make: Callable[..., Autostart] = request.param
    return make(tmp_path / "made when needed", COMMAND)


def test_it_is_off_at_first(autostart: Autostart) -> None:
    assert not autostart.is_on()


def test_it_can_be_switched_on(autostart: Autostart) -> None:
    autostart.set(on=True)
    assert autostart.is_on()


def test_it_can_be_switched_off_again(autostart: Autostart) -> None:
    autostart.set(on=True)
    autostart.set(on=False)
    assert not autostart.is_on()


def test_switching_off_what_is_off_is_no_error(autostart: Autostart) -> None:
    autostart.set(on=False)
    assert not autostart.is_on()


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        XdgAutostart(tmp_path / "file", COMMAND).set(on=True)


@pytest.mark.parametrize(
    "word", ["/a b/c", "/a/100%", '/a/"b"', "/a/$b`c`", "/a\\b", "/plain", "/ä/ö"]
)
@pytest.mark.skipif(
    not shutil.which("desktop-file-validate"), reason="needs desktop-file-validate"
)
def test_the_entry_is_valid_whatever_the_path(word: str, tmp_path: Path) -> None:
    XdgAutostart(tmp_path, (word, "--quiet")).set(on=True)
    checked = subprocess.run(  # noqa: S603  fixed words
        ["/usr/bin/desktop-file-validate", tmp_path / FILE_NAME],
        capture_output=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, b"")


@pytest.mark.parametrize("word", ["/a b/c", "/a/100%", '/a/"b"', "/a/$b`c`", "/a\\b"])
def test_the_entry_starts_the_very_file(word: str, tmp_path: Path) -> None:
    XdgAutostart(tmp_path, (word, "--quiet")).set(on=True)
    entry = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    value = next(row[5:] for row in entry.splitlines() if row.startswith("Exec="))
    assert as_a_desktop_reads(value) == [word, "--quiet"]


@pytest.mark.parametrize("key", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_switched_off_by_the_desktop_is_off(key: str, tmp_path: Path) -> None:
    autostart = XdgAutostart(tmp_path, COMMAND)
    autostart.set(on=True)
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as entry:
        entry.write(f"{key}\n")
    assert not autostart.is_on()


def test_an_entry_that_cannot_be_read_is_off(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe")
    assert not XdgAutostart(tmp_path, COMMAND).is_on()


def test_an_agent_that_cannot_be_read_is_off(tmp_path: Path) -> None:
    autostart = LaunchAgentAutostart(tmp_path, COMMAND)
    autostart.set(on=True)
    for file in tmp_path.glob("*.plist"):
        file.write_text("<not a plist")
    assert not autostart.is_on()


def test_what_cannot_be_started_says_so() -> None:
    with pytest.raises(OSError, match="cannot start at login"):
        NullAutostart().set(on=True)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's own folder")
def test_the_entry_lies_where_the_session_looks(tmp_path: Path) -> None:
    chosen = choose_autostart({"XDG_CONFIG_HOME": str(tmp_path)}, COMMAND)
    chosen.mechanism.set(on=True)
    assert (tmp_path / "autostart" / FILE_NAME).is_file()
