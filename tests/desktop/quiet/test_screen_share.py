"""Streams of video, as PipeWire's own tool lists them."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.ports import Signs
from psoas_break.desktop.quiet.screen_share import PipeWireQuiet
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, asked, sign

SHARED, FILMED = sign(Reason.SCREEN_SHARE), sign(Reason.CAMERA)
NODE = "PipeWire:Interface:Node"
BOTH = SHARED | FILMED


def node(kind: str, state: str = "running", **props: str) -> dict[str, Any]:
    named = {name.replace("_", "."): value for name, value in props.items()}
    info = {"state": state, "props": {"media.class": kind} | named}
    return {"type": NODE, "info": info}


@pytest.mark.parametrize(
    ("objects", "means"),
    [
        ([node("Stream/Output/Video", node_name="gnome-shell")], SHARED),
        ([node("Video/Source", node_name="xdg-desktop-portal-wlr")], SHARED),
        ([node("Video/Source", media_role="Camera")], FILMED),
        ([node("Video/Source", device_api="v4l2")], FILMED),
        ([node("Video/Source", "idle", device_api="v4l2")], NOTHING),
        ([node("Video/Source", device_api="v4l2"), node("Video/Source")], BOTH),
        ([node("Stream/Output/Video", "suspended")], NOTHING),
        ([node("Stream/Output/Audio")], NOTHING),
        ([{"type": "PipeWire:Interface:Core", "info": None}, 7], NOTHING),
        ([{"type": NODE, "info": None}], NOTHING),
        ({}, None),
    ],
)
def test_what_is_listed(
    objects: object, means: Signs | None, tmp_path: Path, qtbot: QtBot
) -> None:
    listing = tmp_path / "listing"
    listing.write_text(json.dumps(objects))
    says = f"print(open({str(listing)!r}).read())"
    assert asked(PipeWireQuiet((sys.executable, "-c", says)), qtbot) == means


@pytest.mark.parametrize(
    ("later", "means"),
    [
        ([{"id": 55, "info": None}], SHARED),
        ([{"id": 7, "type": NODE, "info": None}], NOTHING),
        ([node("Video/Source", "idle") | {"id": 7}], NOTHING),
        ([node("Video/Source", device_api="v4l2") | {"id": 8}], BOTH),
    ],
)
def test_what_changes_while_it_is_listed_is_listed_again(
    later: object, means: Signs, tmp_path: Path, qtbot: QtBot
) -> None:
    first = [node("Video/Source") | {"id": 7}, {"id": 55, "info": {}}]
    listing = tmp_path / "listing"
    listing.write_text(f"{json.dumps(first)}\n{json.dumps(later)}\n")
    says = f"print(open({str(listing)!r}).read())"
    assert asked(PipeWireQuiet((sys.executable, "-c", says)), qtbot) == means


@pytest.mark.parametrize(
    "says", ["print('no json')", "print('[] more')", "", "exit(1)"]
)
def test_a_tool_that_fails_knows_nothing(says: str, qtbot: QtBot) -> None:
    assert asked(PipeWireQuiet((sys.executable, "-c", says)), qtbot) is None


def test_a_tool_that_is_missing_is_named_once(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    source = PipeWireQuiet(("no-such-tool",))
    assert [asked(source, qtbot), asked(source, qtbot)] == [None, None]
    assert caplog.text.count("no-such-tool says nothing") == 1


def test_two_who_ask_at_once_get_one_answer_each(qtbot: QtBot) -> None:
    source = PipeWireQuiet((sys.executable, "-c", "print('[]')"))
    answers: list[Signs | None] = []
    source.ask(answers.append)
    source.ask(answers.append)
    qtbot.waitUntil(lambda: answers == [NOTHING, NOTHING])
