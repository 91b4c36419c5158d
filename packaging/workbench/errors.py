"""What `dev.py` says when it cannot go on."""


class WorkbenchError(Exception):
    """Something the reader can put right; its text says how.

    `exit_code` is 2 where the machine lacks something and 1 where a step failed.
    """

    def __init__(self, text: str, *, exit_code: int = 1) -> None:
        super().__init__(text)
        self.exit_code = exit_code
