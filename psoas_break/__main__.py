"""Entry point: the command line, or the app in the tray."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break import quick
from psoas_break.control_wire import socket_path

if TYPE_CHECKING:  # the shortest way needs neither
    from argparse import Namespace


def main() -> None:
    """Run the command line's words, or the app."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except BrokenPipeError:
        # Whoever read our output has heard enough; so has the interpreter's flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _run(words: list[str]) -> int:
    answered = quick.run(words)
    if answered is not None:
        return answered
    _speak_the_users_language()
    from psoas_break import cli, grammar  # noqa: PLC0415  after the language is known

    try:
        args = grammar.parser().parse_args(words)
    except grammar.Misunderstood as error:
        sys.stderr.write(f"{error}\n")
        return quick.USAGE
    return cli.run(args) if args.word else _tray(args)


def _speak_the_users_language() -> None:
    from psoas_break.words import speak  # noqa: PLC0415

    here = Path(__file__).parent
    inside = here / "resources"
    speak((inside if inside.is_dir() else here.parent / "resources") / "translations")


def _tray(args: "Namespace") -> int:
    """Be the running app, or show the one that runs; returns an exit code."""
    from psoas_break.desktop.instance import InstanceLock, lock_file  # noqa: PLC0415

    socket = socket_path(args.profile_dir, os.environ)
    lock = InstanceLock(lock_file(socket))
    if not lock.claim():
        return quick.tell(quick.say(["show"], args.profile_dir), as_json=False)
    import gc  # noqa: PLC0415

    gc.disable()  # until everything is built: a twentieth of the start
    from psoas_break.running import run  # noqa: PLC0415  imports what Qt comes after

    return run(args, socket)


if __name__ == "__main__":
    main()
