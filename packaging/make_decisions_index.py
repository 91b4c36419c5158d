"""Write the list of decisions, docs/decisions/README.md, from their headings."""

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "decisions"
INDEX = FOLDER / "README.md"
HEADING = re.compile(r"# (\d+)\. (.+)")

INTRODUCTION = """\
# What was decided, and why

A decision that took thought has a page here, also when the answer was no. A page is not
rewritten when times change; a later one says that it replaces it. A new one takes the
next free number; numbers that are missing were never given.

Written by `packaging/make_decisions_index.py`.

"""


def index(folder: Path = FOLDER) -> str:
    """Return the page: one line for each decision, by number.

    Raises:
        ValueError: when a page does not begin with its number and name.
    """
    lines = []
    for page in sorted(folder.glob("[0-9]*.md")):
        first = page.read_text("utf-8").partition("\n")[0]
        heading = HEADING.fullmatch(first)
        if heading is None or int(heading[1]) != int(page.name[:4]):
            msg = f"{page.name} must begin with its own number and name, not {first!r}"
            raise ValueError(msg)
        lines.append(f"- {int(heading[1])} · [{heading[2]}]({page.name})")
    return INTRODUCTION + "\n".join(lines) + "\n"


def main() -> int:
    """Write the page; return the exit code."""
    INDEX.write_text(index(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
