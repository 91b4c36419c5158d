"""What the user should know."""

from psoas_break.app.notices import Notices


def test_everybody_is_asked_anew() -> None:
    troubles = ["The disk is full", ""]
    notices = Notices(lambda: troubles, lambda: ("No idle time",))
    first = notices.lines()
    troubles.clear()

    assert first == ("The disk is full", "No idle time")
    assert notices.lines() == ("No idle time",)


def test_what_is_told_stays_and_is_told_once() -> None:
    notices = Notices()
    for line in ("KeyError: 'x'", "", "KeyError: 'x'"):
        notices.tell(line)

    assert notices.lines() == ("KeyError: 'x'",)


def test_what_is_mentioned_comes_first_and_goes_again() -> None:
    notices = Notices()
    notices.tell("Something is wrong")

    notices.mention("Nothing is due.")
    mentioned = notices.lines()
    notices.mention("")

    assert mentioned == ("Nothing is due.", "Something is wrong")
    assert notices.lines() == ("Something is wrong",)
