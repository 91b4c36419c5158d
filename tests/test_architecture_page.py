"""docs/architecture.md names what is there, all of it, and nothing else."""

import re

from tests.system.process import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PROSE, _, MAP = PAGE.partition("<!-- modules -->")
PACKAGE = ROOT / "psoas_break"


def mapped() -> set[str]:
    """Return every module on the map, by its path from the top."""
    modules = set()
    folder = ""
    for line in MAP.splitlines():
        if found := re.match(r"\*\*`([\w/]+)/`\*\*", line):
            folder = found[1]
        elif found := re.match(r"(\w+\.py)  ", line):
            modules.add(f"{folder}/{found[1]}")
    return modules


def there() -> set[str]:
    """Return every module of the package but the packages themselves."""
    files = (f for f in PACKAGE.rglob("*.py") if f.name != "__init__.py")
    return {file.relative_to(ROOT).as_posix() for file in files}


def test_every_module_on_the_map_is_there() -> None:
    assert mapped() - there() == set(), "run packaging/make_module_map.py"


def test_every_module_is_on_the_map() -> None:
    assert there() - mapped() == set(), "run packaging/make_module_map.py"


def test_every_file_the_text_names_is_there() -> None:
    named = set(re.findall(r"`([\w/.-]+\.(?:py|md|toml|json))`", PROSE))
    lost = {
        name
        for name in named
        if not ((ROOT / name).exists() or (PACKAGE / name).exists())
    }

    assert named
    assert lost == set()
