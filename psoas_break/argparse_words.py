"""What argparse says to whoever mistypes a command or asks for help.

WORKAROUND: argparse asks the standard library's gettext, which looks for a file of the
domain "messages" and goes by the environment alone. The name under which it has
imported that is the only way to our words.
"""

import argparse

from psoas_break.words import N_, gettext

FROM_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""Its messages that a user can come to see, as it has them, of Python 3.11 to 3.13."""


def translate_argparse() -> None:
    """Have argparse speak the user's language from now on."""
    argparse._ = gettext  # type: ignore[attr-defined]
