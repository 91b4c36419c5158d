"""The words of the command line that are answered from files, without the app."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from psoas_break.words import gettext as _

Word = Callable[[str, str], ArgumentParser]
"""Adds a word, with what it does, and returns its own grammar."""


def add_file_words(word: Word, answer_json: Word) -> None:
    """Add them.

    Args:
        word: adds a word.
        answer_json: adds one that answers programs as well.
    """
    _add_history(word("history", _("list what was done")))
    sub = answer_json("exercises", _("list the exercises"))
    sub.add_argument(
        "--check",
        type=Path,
        metavar="FILE",
        help=_("say what is wrong with an exercise file of your own"),
    )
    sub = answer_json("autostart", _("start at login, or no longer; say how it is"))
    sub.add_argument(
        "switch",
        nargs="?",
        choices=("on", "off", "status"),
        default="status",
        help=_("“status”, if nothing is said"),
    )
    answer_json("routines", _("list the routines"))
    sub = word("backup", _("write settings, exercises and history into one file"))
    sub.add_argument("file", type=Path, metavar="FILE", help=_("such as breaks.zip"))
    sub = word("restore", _("bring back what such a file holds"))
    sub.add_argument("file", type=Path, metavar="FILE", help=_("such as breaks.zip"))


def _add_history(sub: ArgumentParser) -> None:
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("for programs"))
    form.add_argument("--csv", action="store_true", help=_("for spreadsheets"))
    form.add_argument(
        "--jsonl", action="store_true", help=_("every entry, one JSON object a line")
    )
    form.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help=_("write every entry into FILE.jsonl or FILE.csv"),
    )
    form.add_argument(
        "--import",
        type=Path,
        metavar="FILE",
        dest="taken_in",
        help=_("add the entries of such a file that are not there yet"),
    )
    sub.add_argument("--days", type=int, metavar="N", help=_("only the last N days"))
