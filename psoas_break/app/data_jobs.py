"""What can be done with all of the user's data at once."""

from enum import Enum, auto


class DataJob(Enum):
    """A job that takes a file."""

    BACK_UP = auto()
    RESTORE = auto()
    EXPORT = auto()
    IMPORT = auto()
