"""Whether the screen can show shadows: asked of a real X server."""

import sys

import pytest

from psoas_break.desktop.compositor import composited
from tests.system.desktop import private_desktop

x11_only = pytest.mark.skipif(sys.platform != "linux", reason="asks an X server")


@x11_only
@pytest.mark.system
def test_a_screen_without_compositor_shows_no_shadows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with private_desktop(tray=False, notifications=False) as desktop:
        monkeypatch.setenv("DISPLAY", desktop.environment["DISPLAY"])

        assert not composited()


@x11_only
def test_a_screen_that_cannot_be_asked_shows_no_shadows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":59999")

    assert not composited()


def test_without_x11_the_desktop_composites_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)

    assert composited()
