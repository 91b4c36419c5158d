"""Which of the desktop's signs count."""

from dataclasses import fields, replace
from typing import Any

import pytest

from psoas_break.app.heeding import heeded_by
from psoas_break.app.ports import Signs
from psoas_break.app.senses import SENSED
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import QuietSigns

SWITCHES = [f.name for f in fields(QuietSigns) if f.name not in ("apps", "inhibitors")]


def test_all_count_that_the_user_left_on() -> None:
    everything = heeded_by(QuietSigns(apps=("zoom",)))

    assert everything == Signs(SENSED, inhibited=True)


def test_a_list_without_a_program_asks_nobody() -> None:
    assert Reason.LISTED_APP not in heeded_by(QuietSigns()).reasons


@pytest.mark.parametrize("name", SWITCHES)
def test_each_can_be_switched_off(name: str) -> None:
    changed: Any = {name: False}
    without = heeded_by(replace(QuietSigns(), **changed))

    assert heeded_by(QuietSigns()).reasons - without.reasons == {
        Reason(name.replace("_", " "))
    }


def test_videos_can_be_left_out() -> None:
    assert not heeded_by(QuietSigns(inhibitors=False)).inhibited
