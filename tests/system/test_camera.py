"""A program that films: nobody is asked to stand up before somebody's eyes."""

from pathlib import Path

from tests.system.camera import film, room_with_a_camera
from tests.system.desktop import Desktop
from tests.system.running_app import App


def test_while_a_program_has_the_camera_the_prompt_waits(
    desktop: Desktop, tmp_path: Path
) -> None:
    (tmp_path / "dev").mkdir()
    room = room_with_a_camera(desktop, tmp_path / "dev")
    with App(room, tmp_path / "profile") as app:
        with film(room, room_of=app.process.pid):
            app.advance("50m", "--typing")
            meanwhile = app.status()
        for span in ("31s", "31s"):
            app.advance(span, "--typing")
        app.advance("9s")

        assert meanwhile["line"].startswith("Camera in use")
        assert (meanwhile["pending"], app.status()["prompt"]) == (True, "shown")


def test_before_the_camera_nobody_has_to_touch_anything(
    desktop: Desktop, tmp_path: Path
) -> None:
    (tmp_path / "dev").mkdir()
    room = room_with_a_camera(desktop, tmp_path / "dev")
    with (
        App(room, tmp_path / "profile") as app,
        film(room, room_of=app.process.pid),
    ):
        app.advance("40m")

        assert app.status()["sitting_s"] == 40 * 60
