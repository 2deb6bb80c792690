"""Satisfaction of a month by clerk, with the first two and the last two, ties open (E03).

Nobody is listed as best and as worst: with few ranked clerks, or many level, the last ones are left out
with a sentence why.
"""

from collections.abc import Iterator, Mapping

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, percent, share, together
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet, TooFew
from server.reports.satisfaction import RATED, by_clerk, figures, of_clerk
from server.reports.texts import NONE, TIED, sheet
from server.visits.past import Past

TITLE = Text("月度满意率", "Monthly satisfaction")
PLACES = 2
LEAST_RANKED = 2 * PLACES  # with fewer the last two would be the first two again


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
        *_listed("top", rates, _first(ranks)),
        *_listed("bottom", rates, last(rates)),
    ]


def _first(ranks: Mapping[str, int]) -> dict[str, int]:
    """Everybody on the first two places."""
    return {staff: place for staff, place in ranks.items() if place <= PLACES}


def last(rates: Mapping[str, Share]) -> dict[str, int]:
    """Everybody on the last two places who is not on the first two."""
    if len(rates) < LEAST_RANKED:
        return {}
    best = _first(places(rates, best_first=True))
    return {s: place for s, place in _first(places(rates, best_first=False)).items() if s not in best}


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
    """Who shares a place is told so."""
    for staff, place in sorted(ranks.items(), key=lambda item: (item[1], item[0])):
        tied = sum(other == place for other in ranks.values()) > 1
        cells: Cells = {
            "place": place,
            "staff": staff,
            "satisfied": rates[staff],
            "note": TIED if tied else NONE,
        }
        yield Row(sheet=sheet, cells=cells, events=of_clerk(staff), tickets={**RATED, "staff": staff})


def opening(lived: Told) -> Text:
    rates = _ranked(lived)
    minimum = lived.config.figures.rated_minimum
    if not rates:
        return t.MONTHLY["few" if lived.lines("rates") else "none"].fill(minimum=minimum)
    every, before = together(list(rates.values())), _ranked(lived.before)
    firsts = {s for s, place in places(rates, best_first=True).items() if place == 1}
    return t.MONTHLY["even" if len(firsts) == len(rates) > 1 else "answer"].fill(
        ranked=len(rates),
        n=every.n,
        share=percent(every),
        compared=compared(lived, every, together(list(before.values())) if before else None),
        best=Text(
            "、".join(lived.people.get(s, s) for s in sorted(firsts)),
            ", ".join(lived.people.get(s, s) for s in sorted(firsts)),
        ),
        most=percent(rates[min(firsts)]),
    )


def _ranked(lived: Told) -> dict[str, Share]:
    lines = (line for line in lived.lines("rates") if isinstance(line["rank"], int))
    return {str(line["staff"]): share(line["satisfied"]) for line in lines}


def notes(lived: Told) -> Mapping[str, Text]:
    """Why the last ones are not listed, or not all."""
    rates, minimum = _ranked(lived), lived.config.figures.rated_minimum
    if not lived.lines("rates"):
        return {}
    if len(rates) < LEAST_RANKED:
        why = t.MONTHLY["too_few_ranked"]
        return {"bottom": why.fill(ranked=len(rates), minimum=minimum, least=LEAST_RANKED)}
    whole, listed = _first(places(rates, best_first=False)), last(rates)
    if len(listed) == len(whole):
        return {}
    return {"bottom": t.MONTHLY["some_on_top" if listed else "all_on_top"]}
