#!/usr/bin/env python3
"""The one command for working on Psoas Break: run it, show it, test it, measure it.

Needs nothing but Python 3.11 or newer. The first call makes `.venv` beside this
file and installs the locked versions there; later calls find them in place.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- said before newer syntax is read
    sys.exit(
        "Psoas Break needs Python 3.11 or newer; this is " + sys.version.split()[0]
    )

import argparse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "packaging"))

from workbench import commands
from workbench.errors import WorkbenchError

HANDED_ON = ("run", "bench", "stress", "try")
"""What follows these commands is not ours to understand."""


def parser() -> argparse.ArgumentParser:
    """Return what `dev.py` understands."""
    top = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sub = top.add_subparsers(required=True, metavar="COMMAND")

    run = sub.add_parser("run", help="start the app; what follows is given to it")
    run.set_defaults(call=lambda a: commands.run(a.rest))

    demo = sub.add_parser("demo", help="show a morning's work in about two minutes")
    demo.add_argument(
        "--private",
        action="store_true",
        help="on a screen of its own, even if there is a real one",
    )
    demo.set_defaults(call=lambda a: commands.demo(private=a.private))

    test = sub.add_parser("test", help="lint, types, contracts and all tests")
    test.add_argument(
        "--wheel", action="store_true", help="run the tests on the built wheel instead"
    )
    test.set_defaults(call=lambda a: commands.test(wheel=a.wheel))

    lint = sub.add_parser("lint", help="lint, types and contracts only")
    lint.set_defaults(call=lambda _: commands.lint())

    shots = sub.add_parser("shots", help="picture every window in every state")
    shots.add_argument("folder", metavar="DIR", help="where the pictures go")
    shots.set_defaults(call=lambda a: commands.shots(a.folder))

    sheet = sub.add_parser("sheet", help="picture every pose and movement")
    sheet.add_argument("rest", nargs="+", metavar="DIR [EXERCISE...]")
    sheet.set_defaults(call=lambda a: commands.sheet(a.rest))

    bench = sub.add_parser("bench", help="measure it; see dev.py bench --help")
    bench.set_defaults(call=lambda a: commands.bench(a.rest))

    bundle = sub.add_parser("bundle", help="make a folder that needs no Python")
    bundle.add_argument(
        "--check", action="store_true", help="and play the stories with it"
    )
    bundle.set_defaults(call=lambda a: commands.make_bundle(check=a.check))

    stress = sub.add_parser("stress", help="kill it again and again; takes minutes")
    stress.set_defaults(call=lambda a: commands.stress(a.rest))

    deb = sub.add_parser("deb", help="make the package for Debian and Ubuntu")
    deb.add_argument(
        "--check", action="store_true", help="and live with it on a Debian of its own"
    )
    deb.set_defaults(call=lambda a: commands.make_deb(check=a.check))

    lock = sub.add_parser("lock", help="write the locked versions and hashes afresh")
    lock.add_argument("--upgrade", action="store_true", help="take newer versions")
    lock.set_defaults(call=lambda a: commands.relock(upgrade=a.upgrade))

    pack = sub.add_parser("pack", help="make what users download into dist/")
    pack.add_argument("kind", choices=commands.PACKS)
    pack.add_argument(
        "--runtime", metavar="FILE", help="what an AppImage begins with, see packaging"
    )
    pack.set_defaults(call=lambda a: commands.pack(a.kind, runtime=a.runtime))

    trial = sub.add_parser("try", help="start the bundle, or what follows, once")
    trial.set_defaults(call=lambda a: commands.trial(a.rest))

    packages = sub.add_parser(
        "packages", help="Debian, Ubuntu: install what the tests need (as root)"
    )
    packages.set_defaults(call=lambda _: commands.packages())
    return top


def main() -> int:
    """Carry out one command and return its exit code."""
    said = sys.argv[1:]
    handed_on = bool(said) and said[0] in HANDED_ON
    arguments = parser().parse_args(said[:1] if handed_on else said)
    arguments.rest = said[1:]
    try:
        return int(arguments.call(arguments))
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
