"""What the command line answers without the running app: history and catalogue.

No Qt and no APScheduler; each word imports only what it needs.
"""
# ruff: noqa: PLC0415  imports stand where they are needed, see above

import sys
from argparse import Namespace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break import quick
from psoas_break.grammar import Misunderstood, command_of
from psoas_break.storage.atomic import StorageError
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # imported where they are needed, see above
    from psoas_break.domain.routine import Catalogue
    from psoas_break.storage.places import Places


def run(args: Namespace) -> int:
    """Carry out the words that need no window of their own; returns an exit code."""
    try:
        command = command_of(args)
    except Misunderstood as error:
        return _complain(str(error), quick.USAGE)
    if command is not None:
        return _complain(_("Psoas Break is not running."), quick.NOT_RUNNING)
    if args.word is None:  # nothing but “--”
        return _complain(_("write a command, or nothing at all"), quick.USAGE)
    if args.word in {"history", "settings", "backup", "restore"}:
        try:
            return _data(args)
        except StorageError as error:
            return _complain(str(error), quick.REFUSED)
    if args.word == "exercises" and args.check is not None:
        return _check(args.check)
    if args.word == "patterns":
        return _patterns(args)
    return _catalogue(args)


def _data(args: Namespace) -> int:
    """Answer what is about the user's data; returns an exit code.

    Raises:
        StorageError: when that cannot be read or written, in a line for the user.
    """
    from psoas_break import cli_data

    places = _places(args)
    match args.word:
        case "settings":
            cli_data.show_settings(places, as_json=args.json)
        case "backup":
            cli_data.back_up(places, args.file, _now(args.profile_dir))
        case "restore" if quick.is_running(args.profile_dir):
            line = _("Psoas Break is running: restore in its settings, or end it first")
            return _complain(line, quick.REFUSED)
        case "restore":
            cli_data.restore(places, args.file, _now(args.profile_dir))
        case _ if args.days is not None and (args.export or args.taken_in):
            line = _("--export and --import take every entry: leave out --days")
            return _complain(line, quick.USAGE)
        case _ if args.export is not None:
            cli_data.export_history(places, args.export)
        case _ if args.taken_in is not None:
            cli_data.import_history(places, args.taken_in)
        case _:
            return _history(args)
    return 0


def _history(args: Namespace) -> int:
    from psoas_break import cli_data, cli_output
    from psoas_break.domain.moment import day_of
    from psoas_break.storage.journal_reading import read_history

    first: date | None = None
    if args.days is not None:
        if args.days < 1:
            return _complain(_("--days takes a whole number from 1 on"), quick.USAGE)
        today = day_of(_now(args.profile_dir))
        first = today - timedelta(days=min(args.days, today.toordinal() - 1) - 1)
    if args.jsonl:
        cli_data.print_lines(_places(args), "" if first is None else first.isoformat())
        return 0
    history, problems = read_history(_places(args).journal_file, first)
    for problem in problems:
        print(problem, file=sys.stderr)
    if args.json:
        print(cli_output.history_json(history))
    elif args.csv:
        sys.stdout.write(cli_output.history_csv(history))
    else:
        print(cli_output.history_text(history, _loaded(args).names))
    return 0


def _now(profile: Path | None) -> datetime:
    """Return the app's time: the profile's own, where it runs fast."""
    from psoas_break.desktop.clock import SystemClock, wall_of

    return wall_of(profile) if profile else SystemClock().now().wall


def _catalogue(args: Namespace) -> int:
    from psoas_break import cli_catalogue as show

    catalogue = _loaded(args)
    if args.word == "exercises":
        exercises = tuple(catalogue.exercises.values())
        form = show.exercises_json if args.json else show.exercises_text
        print(form(exercises))
    else:
        listed = show.routines_json if args.json else show.routines_text
        print(listed(catalogue))
    return 0


def _patterns(args: Namespace) -> int:
    from psoas_break import cli_catalogue as show
    from psoas_break.storage.settings_file import load

    places = _places(args)
    settings, problems = load(places.settings_file, places.site_settings_file)
    for problem in problems:
        print(problem, file=sys.stderr)
    print((show.patterns_json if args.json else show.patterns_text)(settings))
    return 0


def _check(file: Path) -> int:
    """Say what is wrong with an exercise file: line, key and reason."""
    from psoas_break.storage.exercise_file import read_exercise

    _exercise, problems = read_exercise(file, own=True)
    for problem in problems:
        print(problem)
    if problems:
        return quick.REFUSED
    print(_("{file}: all in order").format(file=file))
    return 0


def _loaded(args: Namespace) -> "Catalogue":
    """Return every exercise and routine; what was left out is named on stderr."""
    from psoas_break.storage.catalogue import load
    from psoas_break.storage.resources import find_resources

    catalogue, problems = load(find_resources(), _places(args).data)
    for problem in problems:
        print(problem, file=sys.stderr)
    return catalogue


def _places(args: Namespace) -> "Places":
    from psoas_break.storage.places import Places

    return Places.inside(args.profile_dir) if args.profile_dir else Places.of_user()


def _complain(line: str, code: int) -> int:
    print(line, file=sys.stderr)
    return code
