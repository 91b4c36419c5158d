"""Where the app's own time began: the small file behind `--speed`.

The file is JSON. Only `app_wall` must be there; a test may write

    {"app_wall": "2026-03-02T09:00:00+01:00"}

into a fresh profile to begin a day at nine, or change `boot_id` between two runs
to say that the machine was started anew.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from psoas_break.domain.moment import instant_of

ORIGIN_FILE = "clock.json"
"""The name of the file inside the profile folder."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The app's time at one instant, and the real time of that same instant.

    `real_wall` is None in a file that says only when the app's time begins: the
    app's time starts to run when the app does.
    """

    app_wall: datetime
    steady: timedelta
    boot_id: str
    asleep: timedelta
    last_input: timedelta
    speed: float
    real_wall: datetime | None
    real_steady: timedelta
    real_boot_id: str

    @classmethod
    def starting(cls, *, app_wall: datetime, boot_id: str) -> Self:
        """Return an origin whose steady time begins with its wall time.

        Args:
            app_wall: an aware time.
            boot_id: the run of the machine it belongs to.
        """
        # An hour, so that something may have happened before the origin.
        steady = timedelta(hours=1)
        return cls(
            app_wall=app_wall.astimezone(UTC),
            steady=steady,
            boot_id=boot_id,
            asleep=timedelta(),
            last_input=steady,
            speed=0,
            real_wall=None,
            real_steady=timedelta(),
            real_boot_id="",
        )


def load_origin(file: Path) -> tuple[Origin | None, str | None]:
    """Read an origin.

    Returns:
        The origin, or None where there is none to use, and a line that says what
        is wrong with the file, if anything is.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, None
    except OSError as error:
        return None, f"{file}: {error.strerror}; the app's time begins now"
    try:
        return _from_json(json.loads(text)), None
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        return None, f"{file}: not a clock ({error}); the app's time begins now"


def save_origin(file: Path, origin: Origin) -> None:
    """Write an origin in one step, so that a crash leaves the old or the new one.

    Raises:
        OSError: when the folder cannot be written.
    """
    values = {
        "app_wall": origin.app_wall.isoformat(),
        "steady_s": origin.steady.total_seconds(),
        "boot_id": origin.boot_id,
        "asleep_s": origin.asleep.total_seconds(),
        "last_input_s": origin.last_input.total_seconds(),
        "speed": origin.speed,
        "real_wall": origin.real_wall.isoformat() if origin.real_wall else None,
        "real_steady_s": origin.real_steady.total_seconds(),
        "real_boot_id": origin.real_boot_id,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_text(json.dumps(values, indent=1), encoding="utf-8")
    fresh.replace(file)


def _from_json(values: dict[str, object]) -> Origin:
    start = Origin.starting(
        app_wall=_wall(values["app_wall"]), boot_id=str(values.get("boot_id", "first"))
    )
    steady = _span(values.get("steady_s"), start.steady)
    real_wall = values.get("real_wall")
    return Origin(
        app_wall=start.app_wall,
        steady=steady,
        boot_id=start.boot_id,
        asleep=_span(values.get("asleep_s"), start.asleep),
        last_input=_span(values.get("last_input_s"), steady),
        speed=max(0.0, float(str(values.get("speed", 0)))),
        real_wall=None if real_wall is None else _wall(real_wall),
        real_steady=_span(values.get("real_steady_s"), start.real_steady),
        real_boot_id=str(values.get("real_boot_id", "")),
    )


def _wall(value: object) -> datetime:
    return instant_of(str(value)).astimezone(UTC)


def _span(value: object, otherwise: timedelta) -> timedelta:
    return otherwise if value is None else timedelta(seconds=float(str(value)))
