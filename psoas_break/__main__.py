"""Entry point: the command line, or the app in the tray."""

import os
import sys
from typing import TYPE_CHECKING

from psoas_break import quick
from psoas_break.control_wire import NotRunning, socket_path

if TYPE_CHECKING:  # the shortest way does not need them
    from argparse import Namespace

    from psoas_break.desktop.instance import InstanceLock

STARTS_WITHIN = 100
"""Tenths of a second after which an app that starts should answer."""


def main() -> None:
    """Run the command line's words, or the app."""
    try:
        try:
            sys.exit(_run(sys.argv[1:]))
        finally:
            # Now, and not when the interpreter ends: nobody could answer that.
            if sys.stdout is not None:  # a windowed program on Windows has none
                sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has heard enough; so has the interpreter's flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)  # as the shell says it: 128 + SIGINT


def _run(words: list[str]) -> int:
    options, rest = quick.split(words)
    answered = quick.run(rest, options.profile_dir) if rest else None
    if answered is not None:
        return answered
    _speak_the_users_language()
    if not rest:
        return _tray(options)
    from psoas_break import cli, grammar  # noqa: PLC0415  after the language is known

    try:
        args = grammar.parser().parse_args(words)
        if args.word == "doctor":
            return _examine(args)
        if args.word == "autostart":
            return _autostart(args)
        return cli.run(args)
    except grammar.Misunderstood as error:
        return _complain(str(error), quick.USAGE)


def _examine(args: "Namespace") -> int:
    from psoas_break.doctor import run  # noqa: PLC0415  nothing else needs Qt here

    return run(args)


def _autostart(args: "Namespace") -> int:
    from psoas_break.cli_autostart import run  # noqa: PLC0415  the same

    return run(args)


def _speak_the_users_language() -> None:
    from psoas_break.desktop.ui_languages import ui_languages  # noqa: PLC0415
    from psoas_break.storage.resources import find_resources  # noqa: PLC0415
    from psoas_break.words import speak  # noqa: PLC0415

    speak(find_resources() / "translations", ui_languages(os.environ))


def _tray(options: quick.Options) -> int:
    """Be the running app, or show the one that runs; returns an exit code."""
    from psoas_break.desktop.instance import InstanceLock, lock_file  # noqa: PLC0415
    from psoas_break.words import gettext as _  # noqa: PLC0415

    if not options.is_sound:
        told = _("--speed takes a number from 0 to {most}, and needs --profile-dir")
        return _complain(told.format(most=quick.FASTEST), quick.USAGE)
    try:
        socket = socket_path(options.profile_dir, os.environ)
    except OSError as error:
        return _complain(str(error), quick.REFUSED)
    lock = InstanceLock(lock_file(socket))
    try:
        is_first = lock.claim()
    except OSError:
        is_first = True  # a folder that cannot be written: the app runs on, and says so
    if not is_first and (shown := _show_the_first(lock, options)) is not None:
        return shown
    import gc  # noqa: PLC0415

    gc.disable()  # until everything is built: a twentieth of the start
    from psoas_break.running import run  # noqa: PLC0415  imports what Qt comes after

    return run(options, socket)


def _show_the_first(lock: "InstanceLock", options: quick.Options) -> int | None:
    """Have the running app show itself; returns an exit code.

    One that is just starting is waited for; None when it has ended meanwhile, and
    the lock is ours. At login it is left alone: nobody has asked for a window.
    """
    from threading import Event  # noqa: PLC0415  rarely needed

    from psoas_break.words import gettext as _  # noqa: PLC0415

    if options.autostarted:
        return 0
    for _tenth in range(STARTS_WITHIN):
        try:
            return quick.say(["show"], options.profile_dir)
        except NotRunning:
            if lock.claim():
                return None
            Event().wait(0.1)
    return _complain(_("Psoas Break is running and does not answer."), quick.REFUSED)


def _complain(line: str, code: int) -> int:
    sys.stderr.write(f"{line}\n")
    return code


if __name__ == "__main__":
    main()
