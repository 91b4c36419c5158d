"""What the tray icon lies on."""

import pytest

from psoas_break.ui.tray_panel import Panel, panel_of


@pytest.mark.parametrize(
    ("desktop", "panel"),
    [
        ("ubuntu:GNOME", Panel.DARK),
        ("Unity", Panel.DARK),
        ("KDE", Panel.UNKNOWN),
        ("", Panel.UNKNOWN),
    ],
)
def test_only_a_bar_that_is_always_dark_is_taken_for_dark(
    desktop: str, panel: Panel
) -> None:
    assert panel_of(desktop) is panel
