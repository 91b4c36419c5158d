"""The grammar of the command line: words in, one command out.

The running app reads with it what the command line hands over; the command line
itself needs it only for help, for mistakes, and for what is read from files.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from psoas_break import __version__
from psoas_break.app.command_wire import time_of_day
from psoas_break.app.commands import (
    Advance,
    Breathe,
    Command,
    Favour,
    JustMoved,
    LeaveOut,
    Meeting,
    Passing,
    PauseFor,
    PauseUntil,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Show,
    Skip,
    Snooze,
    Standing,
    Start,
    Status,
    Undo,
    WasSitting,
    Window,
)
from psoas_break.argparse_words import translate_argparse
from psoas_break.domain.settings import Posture
from psoas_break.grammar_files import add_file_words
from psoas_break.grammar_spans import duration, duration_or_end, span_told
from psoas_break.words import gettext as _


class Misunderstood(ValueError):  # noqa: N818  it is an answer, not a failure
    """The words make no sense; the text says why, in one line."""


class Grammar(ArgumentParser):
    """A parser that says what is wrong instead of ending the process.

    An option has one spelling: what a script abbreviates today may be ambiguous
    tomorrow.
    """

    def __init__(self, **told: Any) -> None:
        translate_argparse()
        super().__init__(allow_abbrev=False, **told)

    def error(self, message: str) -> NoReturn:
        """Refuse the words.

        Raises:
            Misunderstood: always.
        """
        raise Misunderstood(message)


def parser() -> Grammar:
    """Return the grammar of the command line."""
    line = Grammar(
        prog="psoas-break",
        description=_("Asks you to stand up at a good moment, and guides the break."),
        epilog=_("Without a command it starts, or shows the running app."),
    )
    line.add_argument("--version", action="version", version=__version__)
    line.add_argument(
        "--profile-dir",
        type=Path,
        metavar="DIR",
        help=_("keep settings, history and socket in DIR"),
    )
    line.add_argument(
        "--speed",
        type=float,
        metavar="N",
        help=_("let time run N times faster; 0: only by “advance”"),
    )
    line.add_argument("--verbose", action="store_true", help=_("log more"))
    line.add_argument(
        "--autostarted", action="store_true", help=_("started at login: no window")
    )
    _add_words(line, add_help=True)
    return line


def _add_words(line: Grammar, *, add_help: bool) -> None:
    # Not `required`: that would be the complaint about any option it does not know.
    words = line.add_subparsers(dest="word", metavar="COMMAND")

    def word(name: str, told: str) -> ArgumentParser:
        return words.add_parser(name, help=told, description=told, add_help=add_help)

    def answer_json(name: str, told: str) -> ArgumentParser:
        sub = word(name, told)
        sub.add_argument("--json", action="store_true", help=_("for programs"))
        return sub

    answer_json("status", _("say where we are"))
    sub = word("breathe", _("begin slow breathing"))
    sub.add_argument(
        "pattern", nargs="?", help=_("a pattern, as “patterns” lists them")
    )
    how = sub.add_mutually_exclusive_group()
    for posture in Posture:
        how.add_argument(
            f"--{posture}",
            dest="posture",
            action="store_const",
            const=posture,
            help=_("in this posture, whatever the settings say"),
        )
    sub.add_argument(
        "--for", dest="span", type=duration, metavar="DURATION", help=span_told()
    )
    answer_json("patterns", _("list the breathing patterns"))
    sub = word("start", _("begin a guided break"))
    sub.add_argument(
        "what",
        nargs="?",
        default="stretch",
        help=_("stretch, breathe, or the id of a routine, exercise or pattern"),
    )
    for name, told in (
        ("favourite", _("take a routine or exercise into the rotation, or no longer")),
        ("leave-out", _("do not suggest a routine or exercise, or do so again")),
    ):
        sub = word(name, told)
        sub.add_argument("what", help=_("the id of a routine or exercise"))
        sub.add_argument(
            "switch",
            nargs="?",
            choices=("on", "off"),
            default="on",
            help=_("“on”, if neither is said"),
        )
    sub = word("snooze", _("ask again later"))
    sub.add_argument(
        "span", nargs="?", type=duration, metavar="DURATION", help=span_told()
    )
    word("skip", _("not this time"))
    word("moved", _("I have just been on my feet"))
    word("undo", _("take back the last skip or moved"))
    word("was-sitting", _("the absence just ended was sitting"))
    sub = word("standing", _("I am standing, or no longer"))
    sub.add_argument("switch", choices=("on", "off"))
    sub = word("meeting", _("no prompts for a while"))
    sub.add_argument(
        "span", type=duration_or_end, metavar="DURATION|end", help=span_told()
    )
    sub = word("pause", _("silence: for a while, or until a time"))
    sub.add_argument(
        "words",
        nargs="*",
        metavar="DURATION | until HH:MM | until tomorrow",
        help=_("{duration}; without a word, until “resume”").format(
            duration=span_told()
        ),
    )
    word("resume", _("end the pause"))
    sub = answer_json("settings", _("open the settings"))
    sub.add_argument(
        "--show",
        action="store_true",
        help=_("list every setting, and where its value comes from"),
    )
    word("show", _("bring the app to the front"))
    add_file_words(word, answer_json)
    answer_json("doctor", _("say which senses work on this desktop, and why"))
    word("quit", _("end the app"))
    sub = word("advance", _("let time pass, with --speed 0"))
    sub.add_argument("span", type=duration, metavar="DURATION", help=span_told())
    how = sub.add_mutually_exclusive_group()
    how.add_argument(
        "--typing", action="store_true", help=_("somebody types all the while")
    )
    how.add_argument(
        "--asleep", action="store_true", help=_("the machine sleeps meanwhile")
    )


def command_of(args: Namespace) -> Command | None:
    """Return what the words ask of the running app, or None when they ask nothing.

    Raises:
        Misunderstood: when they make no sense together.
    """
    simple: dict[str, Command] = {
        "status": Status(),
        "skip": Skip(),
        "moved": JustMoved(),
        "undo": Undo(),
        "was-sitting": WasSitting(),
        "resume": Resume(),
        "settings": Show(Window.SETTINGS),
        "show": Show(),
        "quit": Quit(),
    }
    match args.word:
        case "settings" if args.show:
            return None
        case "settings" if args.json:
            raise Misunderstood(_("--json lists the settings: write --show as well"))
        case "start":
            return Start(args.what)
        case "favourite":
            return Favour(args.what, args.switch == "on")
        case "leave-out":
            return LeaveOut(args.what, args.switch == "on")
        case "breathe":
            return Breathe(args.pattern, args.posture, args.span)
        case "snooze":
            return Snooze(args.span)
        case "standing":
            return Standing(args.switch == "on")
        case "meeting":
            return Meeting(args.span)
        case "pause":
            return _pause(args.words)
        case "advance":
            passing = Passing.TYPING if args.typing else Passing.IDLE
            return Advance(args.span, Passing.ASLEEP if args.asleep else passing)
        case word:
            return simple.get(word or "")


def _pause(words: Sequence[str]) -> Command:
    match words:
        case []:
            return PauseFor()
        case ["until", "tomorrow"]:
            return PauseUntilTomorrow()
        case ["until", clock]:
            try:
                return PauseUntil(time_of_day(clock))
            except ValueError as error:
                message = _("“{text}” is no time of day; write 14:30").format(
                    text=clock
                )
                raise Misunderstood(message) from error
        case [span]:
            try:
                return PauseFor(duration(span))
            except ArgumentTypeError as error:
                raise Misunderstood(str(error)) from error
        case _:
            message = _("write: pause 30m, pause until 14:30, pause until tomorrow")
            raise Misunderstood(message)


def understand(words: Sequence[str]) -> Command:
    """Return the command that words for the running app mean.

    Raises:
        Misunderstood: saying in one line what is wrong with them.
    """
    line = Grammar(add_help=False)  # help would be printed here and end the app
    _add_words(line, add_help=False)
    command = command_of(line.parse_args(list(words)))
    if command is None:
        raise Misunderstood(_("These words are not for the running app."))
    return command
