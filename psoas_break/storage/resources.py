"""Where what comes with the app lies: exercises, icons, sounds, translations."""

from pathlib import Path


def find_resources() -> Path:
    """Return the folder of what comes with the app: in the wheel, or the checkout."""
    package = Path(__file__).parents[1]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
