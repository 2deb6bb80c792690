"""Satisfaction of a month by clerk, with the first two and the last two, ties open (E03)."""

from collections.abc import Iterator, Mapping

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet, TooFew
from server.reports.satisfaction import RATED, by_clerk, figures, of_clerk
from server.reports.texts import NONE, TIED, sheet
from server.visits.past import Past

TITLE = Text("月度满意率", "Monthly satisfaction")
PLACES = 2


def columns() -> tuple[Sheet, ...]:
    listed = ("place", "staff", "satisfied", "note")
    return (
        sheet("rates", "staff", "finished", "rated", "satisfied", "flagged", "rank"),
        sheet("top", *listed),
        sheet("bottom", *listed),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    minimum = config.figures.rated_minimum
    cells_of = {staff: figures(answers, minimum) for staff, answers in by_clerk(past, period).items()}
    rates = {staff: share for staff, cells in cells_of.items() if (share := _rate(cells)).enough and share.n}
    ranks = places(rates, best_first=True)
    return [
        *(_row(staff, cells, ranks, minimum) for staff, cells in cells_of.items()),
        *_listed("top", rates, ranks),
        *_listed("bottom", rates, places(rates, best_first=False)),
    ]


def _rate(cells: Cells) -> Share:
    share = cells["satisfied"]
    assert isinstance(share, Share)
    return share


def _row(staff: str, cells: Cells, ranks: Mapping[str, int], minimum: int) -> Row:
    shown = {name: cells[name] for name in ("finished", "rated", "satisfied", "flagged")}
    rank = ranks.get(staff) or TooFew(n=_rate(cells).n, minimum=minimum)
    line: Cells = {"staff": staff, **shown, "rank": rank}
    return Row(sheet="rates", cells=line, events=of_clerk(staff), tickets={**RATED, "staff": staff})


def places(rates: Mapping[str, Share], *, best_first: bool) -> dict[str, int]:
    """Equal rates share a place; compared as fractions, so that no rounding makes or breaks a tie."""

    def ahead(other: Share, share: Share) -> bool:
        left, right = other.k * share.n, share.k * other.n
        return left > right if best_first else left < right

    return {s: 1 + sum(ahead(other, share) for other in rates.values()) for s, share in rates.items()}


def _listed(sheet: str, rates: Mapping[str, Share], ranks: Mapping[str, int]) -> Iterator[Row]:
    """Everybody on the first two places; who shares a place is told so."""
    for staff, place in sorted(ranks.items(), key=lambda item: (item[1], item[0])):
        if place <= PLACES:
            tied = sum(other == place for other in ranks.values()) > 1
            cells: Cells = {
                "place": place,
                "staff": staff,
                "satisfied": rates[staff],
                "note": TIED if tied else NONE,
            }
            yield Row(sheet=sheet, cells=cells, events=of_clerk(staff), tickets={**RATED, "staff": staff})
