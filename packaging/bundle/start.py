"""What the bundle runs: the same entry point as the installed command."""

import os

from psoas_break.__main__ import main

# The bundle's starter points the loader at the bundle's own libraries. They are loaded
# by now, and programs that we start must find the system's.
_theirs = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _theirs is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = _theirs

main()
