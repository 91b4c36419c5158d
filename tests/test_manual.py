"""README and manual name what is there, and their links and pictures lead somewhere."""

import re
from pathlib import Path

import make_exercises_page
import pytest

from psoas_break.domain.patterns import PATTERNS, pattern_name
from psoas_break.grammar import parser
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from tests.system.process import ROOT

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([\w-]+))?\)|(?:src|srcset)=\"([^\"]+)\"")
LARGEST_PICTURE = 300_000


def page(name: str) -> str:
    return (DOCS / "manual" / name).read_text("utf-8")


def headings(file: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles
    }


CITED = re.compile(r"(behaviour|content)(?:\.md)?,? (?:sections? )?(\d)(?:\.(\d+))?\b")


def sections(name: str) -> set[tuple[str, str]]:
    """Numbers of the sections of a page, and of the rules numbered inside them."""
    found, section = set(), ""
    for line in (DOCS / name).read_text("utf-8").splitlines():
        if heading := re.match(r"## (\d+)\. ", line):
            section = heading[1]
            found.add((section, ""))
        elif rule := re.match(r"(\d+)\. ", line):
            found.add((section, rule[1]))
    return found


@pytest.mark.parametrize("name", ["behaviour", "content"])
def test_what_code_cites_stands_in_the_docs(name: str) -> None:
    there = sections(f"{name}.md")
    cited = {
        (match[2], match[3] or "")
        for folder in ("psoas_break", "tests", "docs")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".py", ".md"}
        for match in CITED.finditer(re.sub(r"\s+", " ", file.read_text("utf-8")))
        if match[1] == name
    }

    assert cited
    assert cited - there == set()


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_every_link_leads_somewhere(file: Path) -> None:
    lost = []
    for target, anchor, picture in LINK.findall(file.read_text("utf-8")):
        if (target or picture).startswith("http"):
            continue
        there = file.parent / (target or picture)
        if not there.exists() or (anchor and anchor not in headings(there)):
            lost.append(target or picture)

    assert lost == []


def test_every_picture_is_shown_and_small() -> None:
    shown = {
        (file.parent / (target or picture)).resolve()
        for file in PAGES
        for target, _, picture in LINK.findall(file.read_text("utf-8"))
    }
    pictures = set((DOCS / "pictures").rglob("*.png"))

    assert pictures
    assert pictures - shown == set()
    assert [p.name for p in pictures if p.stat().st_size > LARGEST_PICTURE] == []


def test_the_exercises_are_in_the_manual_as_they_are() -> None:
    assert page("exercises.md") == make_exercises_page.page(), (
        "run packaging/make_exercises_page.py"
    )


def test_the_readme_opens_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first = re.search(r"```\n(.*?)```", readme, re.DOTALL)

    assert first
    assert first[1].splitlines() == ["python3 dev.py run", "python3 dev.py test"]


def test_every_command_is_in_the_manual() -> None:
    words = re.findall(r"^    ([a-z-]+)  ", parser().format_help(), re.MULTILINE)
    told = page("command-line.md")

    assert "status" in words
    assert [word for word in words if f"`{word}" not in told] == []


def test_every_pattern_is_in_the_manual() -> None:
    told = page("breaks.md")

    assert [p.id for p in PATTERNS.values() if pattern_name(p) not in told] == []


def test_every_routine_is_in_the_manual() -> None:
    catalogue, _ = load(find_resources())
    told = page("breaks.md")
    rows = {r.id: f"| {r.id} | {r.name} |" for r in catalogue.routines.values()}

    assert [name for name, row in rows.items() if row not in told] == []
