"""Settings: how long a break is, where it can be done, and what it should spare."""

from psoas_break.domain import safety
from psoas_break.domain.exercise import kit_name
from psoas_break.domain.options import ExtraSet, Kit
from psoas_break.domain.settings import BodyLimit, Length, Place
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import choice_row, switch_row, ticks_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


def breaks_page(*, theme: Theme) -> Page:
    """Build the page."""
    page = Page(_("Breaks"), theme=theme)
    page.add_group(
        _("Length"),
        [
            choice_row(
                Key("breaks", "length"),
                Words(
                    _("Length of a break"),
                    _("Holds and repetitions shrink and grow with it"),
                    _("duration minutes short long stretch"),
                ),
                _lengths(),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("Where"),
        [
            ticks_row(
                Key("breaks", "places"),
                Words(_("I can do a break"), "", _("place office floor exercises kit")),
                _places(),
                theme=theme,
            ),
            ticks_row(
                Key("breaks", "kit"),
                Words(
                    _("I have at hand"),
                    _("Furniture is taken for granted"),
                    _("kit equipment band roller weights"),
                ),
                _kit(),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("Meanwhile"),
        [
            switch_row(
                Key("breaks", "pause_media"),
                Words(
                    _("Pause music and videos"),
                    _("What was paused for the break plays on after it"),
                    _("media player sound mpris"),
                ),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("Left and right"),
        [
            choice_row(
                Key("breaks", "extra_set"),
                Words(
                    _("One set more"),
                    _("In the first stretch, up to two minutes a side"),
                    _("side left right balance extra"),
                ),
                _sides(),
                theme=theme,
            ),
            switch_row(
                Key("breaks", "self_checks"),
                Words(
                    _("Offer self-checks"),
                    _("Balance weekly, hip monthly. Notes for yourself, not tests"),
                    _("check test thomas one leg"),
                ),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("What to spare"),
        [
            ticks_row(
                Key("breaks", "limits"),
                Words(
                    _("Leave out or adapt exercises for"),
                    _("All optional, and kept on this device only"),
                    _("health safety injury body limits"),
                ),
                _limits(),
                theme=theme,
            ),
        ],
    )
    page.add_text(f"{safety.stop_rule()} {safety.effort()}")
    return page


def _lengths() -> list[tuple[Length, str]]:
    return [
        (Length.AS_IT_COMES, _("As it comes")),
        (Length.ONE, _("About 1 min")),
        (Length.TWO, _("About 2 min")),
        (Length.THREE, _("About 3 min")),
        (Length.FIVE, _("About 5 min")),
    ]


def _places() -> list[tuple[Place, str]]:
    return [
        (Place.DESK, _("Standing at the desk")),
        (Place.CHAIR, _("On the chair")),
        (Place.MAT, _("On the floor, with a mat")),
    ]


def _kit() -> list[tuple[Kit, str]]:
    names = [(kit, kit_name(kit.value)) for kit in Kit]
    return [(kit, name[:1].upper() + name[1:]) for kit, name in names]


def _sides() -> list[tuple[ExtraSet, str]]:
    return [
        (ExtraSet.NEITHER, _("Neither side")),
        (ExtraSet.LEFT, _("Left")),
        (ExtraSet.RIGHT, _("Right")),
    ]


def _limits() -> list[tuple[BodyLimit, str]]:
    return [
        (BodyLimit.KNEES, _("Knees that dislike kneeling: standing versions")),
        (BodyLimit.BALANCE, _("Balance: seated versions")),
        (BodyLimit.PREGNANCY, _("Pregnancy: no lying flat, no breath holds")),
        (
            BodyLimit.HEART_OR_LUNG,
            _("Heart, lung or blood pressure: no breath holds, head up"),
        ),
        (BodyLimit.WRIST_OR_SHOULDER, _("Wrist or shoulder: no weight on the hands")),
        (
            BodyLimit.RECENT_SURGERY,
            _("Recent surgery or hip replacement: stand, walk, breathe"),
        ),
    ]
