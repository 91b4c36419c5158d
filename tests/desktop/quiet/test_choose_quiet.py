import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.ports import QuietSource
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.quiet import choose_quiet
from psoas_break.desktop.quiet.null import NullQuiet
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, asked, sign

CAMERA = sign(Reason.CAMERA)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux has the most")


def chosen(environ: dict[str, str], bus: Bus | None) -> tuple[Choice[QuietSource], ...]:
    return choose_quiet(
        environ, session=bus, system=bus, apps=lambda: (), home=Path("/nowhere")
    )


def why(environ: dict[str, str], bus: Bus | None) -> dict[str, str]:
    return {c.mechanism.name: c.why for c in chosen(environ, bus)}


@pytest.mark.usefixtures("qapp")
def test_on_x11_every_reason_can_be_found() -> None:
    environ = {"DISPLAY": ":7", "XDG_RUNTIME_DIR": "/run/me"}
    sources = [choice.mechanism for choice in chosen(environ, Bus(address=None))]
    found = {reason for source in sources for reason in source.finds.reasons}
    assert found == set(Reason) - {Reason.MEETING}
    assert any(source.finds.inhibited for source in sources)


@pytest.mark.usefixtures("qapp")
def test_what_cannot_work_says_why() -> None:
    said = why({"WAYLAND_DISPLAY": "w", "PULSE_SERVER": "tcp:host"}, None)
    assert {
        "do not disturb and inhibitors": "there is no message bus",
        "inhibitors (logind)": "there is no system bus",
        "full screen": "no Wayland compositor tells",
        "microphone": "this session names no sound server of its own",
    }.items() <= said.items()


@pytest.mark.usefixtures("qapp")
def test_in_a_flatpak_nobody_sees_other_programs() -> None:
    found = choose_quiet(
        {}, session=None, system=None, apps=list, home=Path("/"), sandboxed=True
    )
    hidden = {
        reason
        for choice in found
        if isinstance(choice.mechanism, NullQuiet) and "Flatpak" in choice.remedy
        for reason in choice.mechanism.lacks.reasons
    }
    assert hidden == {
        *(Reason.DO_NOT_DISTURB, Reason.CAMERA, Reason.SCREEN_SHARE),
        Reason.LISTED_APP,
    }
    assert not any(choice.mechanism.finds & CAMERA for choice in found)


@pytest.mark.usefixtures("qapp")
def test_gnome_keeps_do_not_disturb_in_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = {"XDG_CURRENT_DESKTOP": "GNOME"}
    monkeypatch.setenv("PATH", str(tmp_path))
    without = why(environ, Bus(address=None))
    (tmp_path / "gsettings").touch(0o755)
    installed = why(environ, Bus(address=None))
    assert without["do not disturb (gsettings)"] == "gsettings is not installed"
    assert "do not disturb (org.gnome.desktop.notifications)" in installed


def test_on_a_bare_machine_every_source_still_answers(qtbot: QtBot) -> None:
    answers = {asked(c.mechanism, qtbot) for c in chosen({}, Bus(address=None))}
    assert answers <= {None, NOTHING}
