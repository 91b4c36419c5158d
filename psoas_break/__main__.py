"""Entry point: the command line, or the app in the tray."""

import gc
import os
import sys
from argparse import Namespace
from gettext import bindtextdomain, textdomain
from pathlib import Path

DOMAIN = "psoas-break"


def main() -> None:
    """Run the command line's words, or the app."""
    _speak_the_users_language()
    from psoas_break import cli  # noqa: PLC0415  after the language is known

    line = cli.parser()
    args = line.parse_args()
    if args.speed is not None and args.profile_dir is None:
        line.error(cli.speed_needs_profile())
    try:
        sys.exit(cli.run(args) if args.word else _tray(args))
    except BrokenPipeError:
        # Whoever read our output has heard enough; so has the interpreter's flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _speak_the_users_language() -> None:
    here = Path(__file__).parent
    for folder in (here / "resources", here.parent / "resources"):
        if (folder / "translations").is_dir():
            bindtextdomain(DOMAIN, folder / "translations")
    textdomain(DOMAIN)


def _tray(args: Namespace) -> int:
    """Be the running app, or show the one that runs; returns an exit code."""
    from psoas_break import cli  # noqa: PLC0415  the tray process is still small
    from psoas_break.app.commands import Show  # noqa: PLC0415
    from psoas_break.control_wire import socket_path  # noqa: PLC0415
    from psoas_break.desktop.instance import InstanceLock, lock_file  # noqa: PLC0415

    socket = socket_path(args.profile_dir, os.environ)
    lock = InstanceLock(lock_file(socket))
    if not lock.claim():
        return cli.say(Show(), args.profile_dir)
    gc.disable()  # until everything is built: a twentieth of the start
    from psoas_break.running import run  # noqa: PLC0415  imports what Qt comes after

    return run(args, socket)


if __name__ == "__main__":
    main()
