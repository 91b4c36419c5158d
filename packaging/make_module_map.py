"""Write the map of every module into docs/architecture.md, and the list of decisions.

Run it after a module or a decision came, went, or changed its first line:

    python3 packaging/make_module_map.py

What stands there is the first line of each module's docstring.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import make_decisions_index

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "psoas_break"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- modules -->\n", "<!-- end of modules -->\n"
ABOVE = ("", "domain", "app", "storage", "desktop", "ui")
"""The layers in the order in which one reads them; the first is the package itself."""


def main() -> int:
    """Write the map; return the exit code."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, marked, after = rest.partition(END)
    if not marked:
        sys.stderr.write(f"{PAGE.name} has no place for the map\n")
        return 1
    PAGE.write_text(f"{before}{BEGIN}{module_map()}{END}{after}", "utf-8")
    return make_decisions_index.main()


def module_map() -> str:
    """Return a block for each folder, with a line for each module in it."""
    return "\n".join("".join(block(folder)) for folder in folders()) + "\n"


def folders() -> list[Path]:
    """Return the package's folders: layer by layer, each before what is in it."""
    found = [PACKAGE, *(file.parent for file in PACKAGE.rglob("*/__init__.py"))]
    return sorted(found, key=place)


def place(folder: Path) -> tuple[int, tuple[str, ...]]:
    """Return where in the map a folder comes."""
    parts = folder.relative_to(PACKAGE).parts
    return ABOVE.index(parts[0] if parts else ""), parts


def block(folder: Path) -> Iterator[str]:
    """Yield the lines of one folder."""
    name = folder.relative_to(ROOT).as_posix()
    modules = sorted(f for f in folder.glob("*.py") if f.name != "__init__.py")
    yield f"**`{name}/`** {told(folder / '__init__.py')}\n"
    if not modules:
        return
    width = max(len(module.name) for module in modules)
    yield "\n```\n"
    for module in modules:
        yield f"{module.name:<{width}}  {told(module)}\n"
    yield "```\n"


def told(module: Path) -> str:
    """Return the first line of a module's docstring."""
    tree = ast.parse(module.read_text("utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
