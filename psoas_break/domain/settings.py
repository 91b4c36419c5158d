"""Everything the user may choose: its default, its limits and its unit.

Each field says its limits in its own definition, so the settings dialog, the
TOML file and the checks all read the same numbers. A duration's key in the file
is its name with the unit behind it: `earliest` is `earliest_min`.
"""

from dataclasses import dataclass, field, fields
from datetime import timedelta
from enum import StrEnum
from typing import Any

from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.options import ExtraSet, Kit
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.settings_data import LIMITS, Data, TextLimits
from psoas_break.words import gettext as _


class Unit(StrEnum):
    """The unit a duration is shown and written in."""

    SECONDS = "s"
    MINUTES = "min"

    @property
    def span(self) -> timedelta:
        """One of this unit."""
        return timedelta(seconds=1) if self is Unit.SECONDS else timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SpanLimits:
    """The least and most a duration may be, in whole units."""

    low: int
    high: int
    unit: Unit

    def allow(self, span: timedelta) -> bool:
        """Whether `span` lies inside, ends included."""
        return self.low * self.unit.span <= span <= self.high * self.unit.span


@dataclass(frozen=True, slots=True)
class CountLimits:
    """The least and most a number may be; `None` may mean "unlimited"."""

    low: int
    high: int
    may_be_unlimited: bool = False

    def allow(self, count: int | None) -> bool:
        """Whether `count` lies inside, ends included."""
        if count is None:
            return self.may_be_unlimited
        return self.low <= count <= self.high


def _minutes(default: int, low: int, high: int) -> Any:
    return field(
        default=timedelta(minutes=default),
        metadata={LIMITS: SpanLimits(low, high, Unit.MINUTES)},
    )


def _seconds(default: int, low: int, high: int) -> Any:
    return field(
        default=timedelta(seconds=default),
        metadata={LIMITS: SpanLimits(low, high, Unit.SECONDS)},
    )


def _count(default: int, low: int, high: int, *, may_be_unlimited: bool = False) -> Any:
    return field(
        default=default, metadata={LIMITS: CountLimits(low, high, may_be_unlimited)}
    )


class Surface(StrEnum):
    """Where a prompt appears."""

    CARD = "card"
    NOTIFICATION = "notification"
    FULL_SCREEN = "full_screen"
    TRAY = "tray"


class Length(StrEnum):
    """How long a break should be, in minutes; or as long as its routine is."""

    AS_IT_COMES = "as_it_comes"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FIVE = "5"


class ThemeChoice(StrEnum):
    """Light, dark, or what the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """Whether figures and pacers move, or what the desktop says."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Skin(StrEnum):
    """The skin of the drawn person."""

    LIGHT = "light"
    MEDIUM_LIGHT = "medium_light"
    MEDIUM = "medium"
    MEDIUM_DARK = "medium_dark"
    DARK = "dark"


class Hair(StrEnum):
    """How the drawn person wears the hair."""

    SHORT = "short"
    BUN = "bun"


class Posture(StrEnum):
    """How the user likes to breathe."""

    STANDING = "standing"
    SEATED = "seated"
    LYING = "lying"


class Place(StrEnum):
    """Where the user can do a break."""

    DESK = "desk"
    CHAIR = "chair"
    MAT = "mat"


class BodyLimit(StrEnum):
    """What the user asks us to spare (content.md section 7)."""

    KNEES = "knees"
    BALANCE = "balance"
    PREGNANCY = "pregnancy"
    HEART_OR_LUNG = "heart_or_lung"
    WRIST_OR_SHOULDER = "wrist_or_shoulder"
    RECENT_SURGERY = "recent_surgery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """When a prompt comes, and how patient it is."""

    earliest: timedelta = _minutes(30, 5, 180)
    latest: timedelta = _minutes(45, 5, 240)
    lull: timedelta = _seconds(8, 3, 30)
    snooze: timedelta = _minutes(5, 1, 60)
    snooze_limit: int | None = _count(3, 0, 20, may_be_unlimited=True)
    away_after: timedelta = _minutes(3, 1, 30)
    natural_break: timedelta = _minutes(5, 2, 60)
    surface: Surface = Surface.CARD
    firm: bool = False
    chime: bool = False

    def __post_init__(self) -> None:
        """Refuse a window or an absence nobody could mean.

        Raises:
            ValueError: with the reason, in words for the user.
        """
        if self.earliest > self.latest:
            msg = _("the earliest prompt must not be later than the latest")
            raise ValueError(msg)
        if self.away_after >= self.natural_break:
            msg = _("“away after” must be shorter than a natural break")
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietSigns:
    """What the desktop may tell us that makes a prompt wait.

    `inhibitors` is what keeps the screen on, such as a video: it makes nobody wait,
    but somebody who watches one and touches nothing is still sitting.
    """

    do_not_disturb: bool = True
    microphone: bool = True
    camera: bool = True
    screen_share: bool = True
    presentation: bool = True
    full_screen: bool = True
    inhibitors: bool = True
    apps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """What a guided break may contain."""

    length: Length = Length.AS_IT_COMES
    places: frozenset[Place] = frozenset({Place.DESK, Place.CHAIR})
    kit: frozenset[Kit] = frozenset()
    limits: frozenset[BodyLimit] = frozenset()
    extra_set: ExtraSet = ExtraSet.NEITHER
    self_checks: bool = False
    pause_media: bool = False

    def __post_init__(self) -> None:
        """Refuse to be nowhere.

        Raises:
            ValueError: with the reason, in words for the user.
        """
        if not self.places:
            msg = _("choose at least one place")
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathing:
    """How breathing is paced."""

    pattern: str = "coherent-4-6"
    own: tuple[OwnPattern, ...] = ()
    posture: Posture = Posture.STANDING
    length: timedelta = _minutes(2, 1, 20)
    ramp: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounds:
    """What may be heard."""

    session: bool = True
    breath_tones: bool = False
    voice: bool = False
    volume: int = _count(60, 0, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Theme, motion, and the drawn person."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    motion: Motion = Motion.SYSTEM
    skin: Skin = Skin.MEDIUM_LIGHT
    hair: Hair = Hair.SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Startup:
    """What happens at login."""

    at_login: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of them. Change one with `dataclasses.replace`."""

    reminders: Reminders = field(default_factory=Reminders)
    hours: WorkingHours = field(default_factory=WorkingHours)
    quiet: QuietSigns = field(default_factory=QuietSigns)
    breaks: Breaks = field(default_factory=Breaks)
    breathing: Breathing = field(default_factory=Breathing)
    sounds: Sounds = field(default_factory=Sounds)
    look: Look = field(default_factory=Look)
    startup: Startup = field(default_factory=Startup)
    data: Data = field(default_factory=Data)


def limits_of(group: type, name: str) -> SpanLimits | CountLimits | TextLimits | None:
    """Return the limits of one field, if it has any.

    >>> limits_of(Reminders, "lull")
    SpanLimits(low=3, high=30, unit=<Unit.SECONDS: 's'>)
    """
    found = next(f for f in fields(group) if f.name == name)
    limits = found.metadata.get(LIMITS)
    return limits if isinstance(limits, SpanLimits | CountLimits | TextLimits) else None
