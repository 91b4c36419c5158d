"""Pictures of the window in which a break is chosen."""

from collections.abc import Iterator
from functools import partial

from psoas_break.domain.settings import BodyLimit, Breaks, Settings
from psoas_break.storage.catalogue import find_resources, load
from psoas_break.ui.catalogue.choices import groups_of
from psoas_break.ui.catalogue_window import CatalogueWindow
from psoas_break.ui.theme import Theme
from tests.shots import Shot

KNEES = Settings(breaks=Breaks(limits=frozenset({BodyLimit.KNEES})))


def shots() -> Iterator[Shot]:
    """All there is, a search, nothing found; narrow, wide and with a large font."""
    everything = partial(window, "", Settings())
    yield Shot("catalogue", everything, sizes=((660, 720), (400, 560), (1000, 800)))
    yield Shot("catalogue-large-font", everything, font_scale=1.25)
    yield Shot("catalogue-search", partial(window, "kne", KNEES))
    yield Shot("catalogue-nothing", partial(window, "swimming", Settings()))


def window(wanted: str, settings: Settings, theme: Theme) -> CatalogueWindow:
    """The window with the catalogue that comes with the app."""
    catalogue, _problems = load(find_resources())
    made = CatalogueWindow(groups=groups_of(catalogue, settings), theme=theme)
    made.field.setText(wanted)
    return made
