import os
import socket
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from psoas_break.control_wire import (
    LONGEST_PATH,
    NotRunning,
    ask,
    decode,
    encode,
    socket_path,
)

SECOND = timedelta(seconds=1)


def test_a_message_survives_the_wire() -> None:
    message = {"command": "PauseFor", "span": 3600, "note": "käse\nbrot"}
    assert decode(encode(message)) == message


def test_a_message_is_one_line() -> None:
    assert encode({"line": "one\ntwo"}).count(b"\n") == 1


@pytest.mark.parametrize(
    "line",
    [b"", b"\xff\xfe", b"[1]", b"null", b'"status"', b"{", b"[" * 60_000, b"{}"],
)
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"not a JSON object|speaks protocol"):
        decode(line)


def test_another_protocol_is_refused() -> None:
    with pytest.raises(ValueError, match="speaks protocol 1"):
        decode(b'{"v": 2, "command": "Status"}')


def test_the_usual_socket_lies_in_the_runtime_folder(tmp_path: Path) -> None:
    path = socket_path(None, {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert path == tmp_path / "psoas-break.sock"


def test_a_profile_keeps_its_socket_inside(tmp_path: Path) -> None:
    assert socket_path(tmp_path / "p", {}).parent == (tmp_path / "p").resolve()


def test_a_long_profile_path_becomes_a_short_name(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 90) / ("b" * 90)
    path = socket_path(deep, {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert path.parent == tmp_path
    assert len(os.fsencode(path.name)) < LONGEST_PATH


def test_two_long_profiles_do_not_meet(tmp_path: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    deep = tmp_path / ("a" * 120)
    assert socket_path(deep / "1", environ) != socket_path(deep / "2", environ)


def test_in_a_flatpak_it_lies_where_all_its_starts_look(tmp_path: Path) -> None:
    shared = tmp_path / "app" / "io.github.psoas_break.psoas_break"
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "FLATPAK_ID": shared.name}
    before = socket_path(None, environ)
    shared.mkdir(parents=True)
    assert [before.parent, socket_path(None, environ).parent] == [tmp_path, shared]


def test_without_a_runtime_folder_a_private_one_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = socket_path(None, {}).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_open_to_others_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / f"psoas-break-{os.getuid()}"
    folder.mkdir(mode=0o777)
    socket_path(None, {})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_link_laid_in_the_way_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / f"psoas-break-{os.getuid()}").symlink_to(elsewhere)
    with pytest.raises(PermissionError, match="somebody else"):
        socket_path(None, {})


def test_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(NotRunning):
        ask(tmp_path / "nothing.sock", {"command": "Status"}, SECOND)


def test_a_socket_left_behind_by_a_killed_app_is_nobody_either(tmp_path: Path) -> None:
    path = tmp_path / "stale.sock"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    with pytest.raises(NotRunning):
        ask(path, {"command": "Status"}, SECOND)
