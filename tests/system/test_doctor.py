"""`doctor` and the diagnosis of the about window, on a real desktop."""

import json

from tests.system.command_line import CommandLine
from tests.system.desktop import private_desktop
from tests.system.running_app import App


def test_it_names_what_works_on_this_desktop(app: App) -> None:
    found = json.loads(app.line.tell("doctor", "--json"))

    assert (found["windows"], found["tray"]) == ("xcb", True)
    assert found["idle"]["name"] == "X11"
    assert found["app"].startswith("Sitting")
    said = {one["name"]: one["now"] for one in found["quiet"]}
    assert said["full screen (X11)"] == "nothing"
    assert said["do not disturb (dunst)"] == "nothing"
    assert said["inhibitors (KDE)"] == "nobody answers"


def test_it_names_the_notification_server_and_what_it_can(app: App) -> None:
    ways = {
        one["name"]: one
        for one in json.loads(app.line.tell("doctor", "--json"))["ways"]
    }

    assert ways["notifications"]["now"].startswith("dunst ")
    assert "its buttons do not show" in ways["notifications"]["now"]
    assert (ways["tray"]["why"], ways["tray"]["now"]) == ("XEmbed", "yes")


def test_a_desktop_without_a_tray_is_told_what_to_do() -> None:
    with private_desktop(tray=False, notifications=False) as desktop:
        line = CommandLine(desktop.home / "profile", desktop.environment)
        ways = {
            one["name"]: one
            for one in json.loads(line.tell("doctor", "--json"))["ways"]
        }

    assert ways["tray"]["remedy"].startswith("Add a tray")
