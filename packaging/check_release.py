"""Say whether a tag may become a release, and write its notes.

    python3 packaging/check_release.py v1.2.3 [--notes FILE]

A release needs the version in the package, a dated section in CHANGELOG.md and an
entry with the same date in the AppStream metainfo. The notes are that section.
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent
TAG = re.compile(r"v(\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?)")
HEADING = re.compile(
    r"^## \[(?P<version>[^\]]+)\](?: - (?P<date>\S+))?\s*$", re.MULTILINE
)
LINK = re.compile(r"^\[[^\]]+\]: \S+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """What a tag would publish; `problems` say in a line each why it may not."""

    version: str
    notes: str
    problems: tuple[str, ...]


def check(tag: str, root: Path = ROOT) -> Release:
    """Look at everything that must say the same before a release."""
    named = TAG.fullmatch(tag)
    if named is None:
        return Release("", "", (f"{tag} is no version; a tag is written v1.2.3",))
    version, problems = named[1], []
    package = _package_version(root / "psoas_break" / "__init__.py")
    if package != version:
        problems.append(f"the tag says {version}, psoas_break/__init__.py {package}")
    date, notes = _section((root / "CHANGELOG.md").read_text("utf-8"), version)
    if notes is None:
        problems.append(f"CHANGELOG.md has no section [{version}]")
    elif not notes:
        problems.append(f"the section [{version}] of CHANGELOG.md is empty")
    if notes is not None and date is None:
        problems.append(f"the section [{version}] of CHANGELOG.md has no date")
    (metainfo,) = (root / "packaging" / "share").glob("*.metainfo.xml")
    told = _metainfo_date(metainfo, version)
    if told is None:
        problems.append(f"{metainfo.name} has no release {version}")
    elif date is not None and told != date:
        problems.append(f"{metainfo.name} says {told}, CHANGELOG.md {date}")
    return Release(version, notes or "", tuple(problems))


def main() -> int:
    """Check the tag on the command line; return the exit code."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("tag")
    line.add_argument("--notes", type=Path, metavar="FILE")
    asked = line.parse_args()
    release = check(asked.tag)
    for problem in release.problems:
        print(f"No release: {problem}.", file=sys.stderr)
    if not release.problems and asked.notes is not None:
        asked.notes.write_text(release.notes + "\n", "utf-8")
    return 1 if release.problems else 0


def _package_version(file: Path) -> str:
    found = re.search(r'^__version__ = "(.+)"$', file.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else "nothing"


def _section(changelog: str, version: str) -> tuple[str | None, str | None]:
    """Return date and text of a version's section; no text where there is none."""
    headings = list(HEADING.finditer(changelog))
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        if heading["version"] == version:
            end = after.start() if after else len(changelog)
            text = LINK.sub("", changelog[heading.end() : end])
            return heading["date"], text.strip()
    return None, None


def _metainfo_date(file: Path, version: str) -> str | None:
    # Our own file: nobody can have hidden anything in it.
    for release in ET.parse(file).iter("release"):  # noqa: S314
        if release.get("version") == version:
            return release.get("date") or ""
    return None


if __name__ == "__main__":
    sys.exit(main())
