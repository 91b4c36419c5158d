"""Pictures of the window in which a break is chosen."""

from collections.abc import Callable, Iterator
from functools import partial

from psoas_break.domain.rotation import Mark
from psoas_break.domain.settings import BodyLimit, Breaks, Settings
from psoas_break.ui.catalogue.stock import Stock
from psoas_break.ui.catalogue_window import CatalogueWindow
from psoas_break.ui.theme import Theme
from tests.shots import Shot as AnyShot
from tests.ui.figures import HALF_KNEELING, catalogue

KNEES = Settings(breaks=Breaks(limits=frozenset({BodyLimit.KNEES})))
MARKED = {
    Mark.FAVOURITE: frozenset({"R2", "standing-march", HALF_KNEELING}),
    Mark.LEFT_OUT: frozenset({"R4"}),
}
BROKEN = ("my-stretch.toml: line 12: dose: 20 to 10 s is no range (it is left out)",)
SIZES = ((1000, 740), (420, 640), (1400, 900))
ONE = ((420, 640), (1000, 740))


def ready(made: CatalogueWindow) -> bool:
    """Whether every picture in sight was made."""
    made.grab()
    return made.settled


Shot = partial(AnyShot, ready=ready)


def shots() -> Iterator[AnyShot]:
    """All there is, searched and filtered; details of each sort; files with faults."""
    yield Shot("catalogue", partial(window, Settings()), sizes=SIZES)
    yield Shot("catalogue-large-font", partial(window, Settings()), font_scale=1.25)
    yield Shot("catalogue-search", partial(window, KNEES, wanted="kne"))
    yield Shot("catalogue-nothing", partial(window, Settings(), wanted="swimming"))
    for what in (HALF_KNEELING, "R7", "sleep-pillow-under-knees", "cyclic-sigh"):
        opened = partial(window, KNEES, what=what)
        yield Shot(f"catalogue-{what}", opened, sizes=ONE)
    yield Shot("catalogue-left-out", partial(window, Settings(), what="R4"))
    yield Shot("catalogue-favourites", partial(window, Settings(), then=_favourites))
    yield Shot("catalogue-filtered", partial(window, Settings(), then=_filter), ONE)
    yield Shot("catalogue-problems", partial(window, Settings(), then=_to_the_end))


def window(
    settings: Settings,
    theme: Theme,
    *,
    wanted: str = "",
    what: str = "",
    then: Callable[[CatalogueWindow], None] = lambda _window: None,
) -> CatalogueWindow:
    """The window with the catalogue that comes with the app."""
    stock = Stock(
        catalogue=catalogue(),
        settings=settings,
        marks=lambda: MARKED,
        problems=BROKEN,
    )
    made = CatalogueWindow(stock, theme=theme)
    made.field.setText(wanted)
    then(made)
    if what:
        made.open(what)
    return made


def _favourites(made: CatalogueWindow) -> None:
    made.bar.favourites.setChecked(True)


def _filter(made: CatalogueWindow) -> None:
    for button, number in ((made.bar.place, 3), (made.bar.length, 1)):
        button.menu().actions()[number].trigger()
    made.bar.spare.menu().actions()[0].trigger()


def _to_the_end(made: CatalogueWindow) -> None:
    made.bar.place.menu().actions()[4].trigger()
