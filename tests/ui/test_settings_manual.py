"""The manual names every setting as the dialog and the file do."""

from pathlib import Path

import pytest

from psoas_break.domain.settings import Settings
from psoas_break.storage.settings_keys import all_keys
from psoas_break.ui.settings_dialog import SettingsDialog
from psoas_break.ui.theme import LIGHT

MANUAL = Path(__file__).parents[2] / "docs" / "manual" / "settings.md"
DAYS = {"hours.tue", "hours.wed", "hours.thu", "hours.fri", "hours.sat"}
"""Between "`hours.mon` … `hours.sun`"."""


@pytest.mark.usefixtures("qapp")
def test_it_names_every_setting_of_the_dialog() -> None:
    dialog = SettingsDialog(settings=Settings(), theme=LIGHT)
    manual = MANUAL.read_text(encoding="utf-8")
    missing = [
        row.label for row in dialog.rows.values() if f"| {row.label} |" not in manual
    ]
    dialog.deleteLater()
    assert missing == []


def test_it_names_every_key_of_the_file() -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    keys = {key.path for key in all_keys()} - DAYS
    assert {key for key in keys if f"`{key}`" not in manual} == set()
