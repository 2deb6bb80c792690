"""Collects the figures of a run and prints them as one table, each beside the raw limit of the same run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; `bar` and `raw` are empty where there is nothing to hold the figure against."""

    part: str
    what: str
    value: float
    unit: str
    raw: float | None = None
    raw_what: str = ""
    bar: str = ""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.raw if self.raw else None


class Table:
    """Figures in the order they were found; also what one benchmark leaves for the next to divide by."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._raw: dict[str, float] = {}

    def add(self, figure: Figure) -> None:
        self.figures.append(figure)

    def keep(self, name: str, value: float) -> None:
        self._raw[name] = value

    def raw(self, name: str) -> float | None:
        """A raw limit of this run; None when its benchmark was not chosen."""
        return self._raw.get(name)

    def lines(self) -> list[str]:
        head = f"{'figure':52}{'value':>10} {'unit':6}{'raw':>10}{'ratio':>8}  {'bar':24} note"
        lines, part = [head, "-" * len(head)], ""
        for figure in self.figures:
            if figure.part != part:
                part = figure.part
                lines.append(f"[{part}]")
            lines.append(_line(figure))
        return lines


def _line(figure: Figure) -> str:
    raw = _number(figure.raw) if figure.raw is not None else ""
    ratio = f"{figure.ratio:.3g}x" if figure.ratio is not None else ""
    about = "; ".join(part for part in (figure.raw_what and f"raw: {figure.raw_what}", figure.note) if part)
    what = f"{figure.what:52}{_number(figure.value):>10} {figure.unit:6}"
    return f"{what}{raw:>10}{ratio:>8}  {figure.bar:24} {about}".rstrip()


def _number(value: float) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}"


def percentile(values: list[float], part: float) -> float:
    """The value a `part` (0 to 1) of all stay at or under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]
