"""`hallqueue staffing`: which counters a coming day needs, proved by simulation, and when they are too few.

Reckoned beside the hall in a process of its own: half a minute of work has no place in the server.
"""

from datetime import date, timedelta
from pathlib import Path

from server.clock import HallClock
from server.command import making
from server.command.folder import Hopeless, made
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.texts import both, text_of
from server.command.work.configuring import current
from server.command.work.tickets import catch_up
from server.domain.config.hours import local
from server.domain.roster.present import gaps
from server.domain.text import Text
from server.insight.forecast.outlook import ENOUGH
from server.reports.through_the_day.needed import Proposal, SlotNeed, proposal
from server.visits.past import Past

SURE = 1.96


def staffing(data: Path | None, day: date | None) -> None:
    folder = made(data)
    config = current(folder)
    asked = day or local(config, HallClock()()).date() + timedelta(days=1)
    with making.database(folder) as (engine, hall_id):
        catch_up(folder, engine, hall_id)
        with engine.connect() as db:
            proposed = proposal(Past(db, [hall_id]), asked, config)
    if proposed is None:
        raise Hopeless(both("staffing_nobody", day=asked))
    say(*_lines(proposed))


def _lines(proposed: Proposal) -> list[str]:
    few = both("staffing_few", n=proposed.known_days) if proposed.known_days < ENOUGH else ""
    lacking = gaps([(slot.clock, slot.lacking) for slot in proposed.slots if slot.usual])
    short = gaps([(slot.clock, 1) for slot in proposed.slots if slot.short])
    return [
        both("staffing_head", day=proposed.day, hours=f"{proposed.counter_hours:g}"),
        *([few] if few else []),
        *(in_order(_slot(slot)) for slot in proposed.slots),
        *(both("staffing_gap", begins=b, ends=e, n=n) for b, e, n in lacking),
        *(both("staffing_short", begins=b, ends=e) for b, e, _ in short),
    ]


def _slot(slot: SlotNeed) -> Text:
    low, high = max(0.0, slot.share - SURE * slot.error), min(1.0, slot.share + SURE * slot.error)
    return text_of(
        "staffing_slot",
        clock=slot.clock,
        expected=slot.expected,
        n=len(slot.counters),
        names=", ".join(slot.counters) or "—",
        usual=slot.usual or "—",
        share=f"{slot.share:.0%}",
        low=f"{low:.0%}",
        high=f"{high:.0%}",
    )
