"""Finding a setting by what one happens to call it."""

import pytest

from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.search import Entry, search

CHIME = Entry(Key("reminders", "chime"), "Soft chime", "Sound", "bell when it comes")
THEME = Entry(Key("look", "theme"), "Colours", "Look", "theme dark mode café")
VOLUME = Entry(Key("sounds", "volume"), "Volume", "Sound", "loud")
ALL = (CHIME, THEME, VOLUME)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("chime", [CHIME]),
        ("CHI", [CHIME]),
        ("dark mode", [THEME]),
        ("mode dark", [THEME]),
        ("cafe", [THEME]),
        ("sound", [CHIME, VOLUME]),
        ("oun", []),
        ("ound", [CHIME, VOLUME]),
        ("chime dark", []),
        ("  ", []),
    ],
)
def test_every_wanted_word_begins_a_word_or_is_much_of_one(
    wanted: str, found: list[Entry]
) -> None:
    assert search(wanted, ALL) == found


def test_what_is_called_so_comes_before_what_mentions_it() -> None:
    mentions = Entry(Key("sounds", "session"), "Sounds", "Sound", "volume")
    assert search("volume", (mentions, VOLUME)) == [VOLUME, mentions]
