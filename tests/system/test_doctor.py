"""`doctor` and the diagnosis of the about window, on a real desktop."""

import json

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
