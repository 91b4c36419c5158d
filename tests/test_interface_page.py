"""docs/interface.md says what the code does."""

import csv
import io
import json
import re
from pathlib import Path

from psoas_break.app.commands import COMMANDS
from psoas_break.cli_output import history_csv, history_json
from psoas_break.domain.history import PromptNote
from psoas_break.domain.past import History
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import CountLimits, Settings, SpanLimits
from psoas_break.storage.settings_forms import ChoiceForm, CountForm, SpanForm
from psoas_break.storage.settings_keys import all_keys, values_of

PAGE = (Path(__file__).parents[1] / "docs" / "interface.md").read_text("utf-8")
SETTINGS = PAGE.partition("## The settings file")[2]


def row_of(name: str) -> str:
    rows = [line for line in SETTINGS.splitlines() if line.startswith(f"| `{name}` ")]
    assert len(rows) == 1, name
    return rows[0]


def test_every_setting_is_on_the_page() -> None:
    named = set(re.findall(r"`(\w+)`", SETTINGS)) | {"tue", "wed", "thu"}
    assert {key.name for key in all_keys()} <= named


def test_every_default_on_the_page_is_the_default() -> None:
    for key, value in values_of(Settings()).items():
        if key.group == "hours":
            continue
        default = json.dumps(key.form.write(value))
        assert row_of(key.name).split("|")[2].strip().strip("`") == default


def test_every_limit_on_the_page_is_the_limit() -> None:
    for key in all_keys():
        match key.form:
            case SpanForm(SpanLimits(low, high)) | CountForm(CountLimits(low, high)):
                assert f"{low} to {high}" in row_of(key.name)
            case _:
                pass


def test_every_choice_is_on_the_page() -> None:
    for key in all_keys():
        if isinstance(key.form, ChoiceForm):
            row = row_of(key.name)
            assert [str(c) for c in key.form.kind if f'"{c}"' not in row] == []


def test_every_command_of_the_protocol_is_on_the_page() -> None:
    assert [name for name in COMMANDS if f"`{name}`" not in PAGE] == []


def test_every_note_and_reason_is_on_the_page() -> None:
    words = [*PromptNote, *Reason]
    assert [str(word) for word in words if f"`{word}`" not in PAGE] == []


def test_the_columns_of_the_csv_are_on_the_page() -> None:
    (columns,) = csv.reader(io.StringIO(history_csv(History())))
    assert f"`{','.join(columns)}`" in PAGE


def test_the_lists_of_the_history_are_on_the_page() -> None:
    example = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])
    assert example.keys() == json.loads(history_json(History())).keys()
