"""Leaves out what an import would bring along for nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def spared(module: str) -> Iterator[None]:
    """Have `module` not be found while others are imported that can do without it.

    One that is loaded already is found as ever.
    """
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # as importlib's page has it
    try:
        yield
    finally:
        del sys.modules[module]
