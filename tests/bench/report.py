"""The figures beside what was promised, as a table and as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: What was measured, with its unit.
        values: One per round.
        floor: The same of the smallest program, round by round; empty if there
            is nothing to compare with.
        budget: The most that is allowed: of the ratio to the floor where there is
            a floor, else of the figure itself. None where it is only reported.
        aim: What it should be, by the same measure.
    """

    name: str
    values: tuple[float, ...]
    floor: tuple[float, ...] = ()
    budget: float | None = None
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """The middle of the ratios, taken pair by pair."""
        pairs = zip(self.values, self.floor, strict=True) if self.floor else ()
        ratios = [value / floor for value, floor in pairs if floor]
        return median(ratios) if ratios else None

    @property
    def judged(self) -> float:
        """What the budget is held against."""
        return median(self.values) if self.ratio is None else self.ratio

    @property
    def within(self) -> bool:
        """Whether the budget is kept."""
        return self.budget is None or self.judged <= self.budget


def table(figures: Iterable[Figure]) -> str:
    """Return the figures for a person to read."""
    head = f"{'':34}{'app':>10}{'range':>18}{'floor':>10}{'ratio':>8}{'budget':>9}"
    return "\n".join([head, *(_row(figure) for figure in figures)])


def as_json(figures: Iterable[Figure]) -> str:
    """Return the figures for a program to read."""
    rows = [
        asdict(figure) | {"ratio": figure.ratio, "within": figure.within}
        for figure in figures
    ]
    return json.dumps({"version": 1, "figures": rows}, indent=1)


def _row(figure: Figure) -> str:
    low, high = min(figure.values), max(figure.values)
    floor = _short(median(figure.floor)) if figure.floor else ""
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    budget = "" if figure.budget is None else f"≤ {figure.budget:g}"
    spread = f"{_short(low)} … {_short(high)}"
    verdict = "" if figure.within else "  over"
    return (
        f"{figure.name:34}{_short(median(figure.values)):>10}{spread:>18}"
        f"{floor:>10}{ratio:>8}{budget:>9}{verdict}"
    )


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"
