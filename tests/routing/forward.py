"""A day run forward through the hall's own rules, with a note of who was ahead of whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from server.domain.hall import PriorityClass, Ticket
from server.domain.queue import commands as c
from tests.builders import MORNING, PRIORITY, Story, a_config


@dataclass(kw_only=True)
class Waited:
    """One ordinary ticket: who was ahead when it came, and how many calls it took."""

    ticket: str
    queue: str
    ordinary_ahead: int
    priority_ahead: int
    priority_soon_after: int = 0  # issued while their head start still put them ahead
    calls: int = 0  # by counters that may call it, its own with them


def run_forward(
    dice: Random, tickets: int, counters: Mapping[str, str], services: Sequence[str], load: float
) -> list[Waited]:
    """Every counter calls as soon as it is free; three in ten customers have priority."""
    places = tuple(
        replace(place, profile=counters.get(place.id, place.profile)) for place in a_config().counters
    )
    story = Story(*counters, config=a_config(hours=None, counters=places))
    config = story.hall.config
    assert config is not None
    free_at = dict.fromkeys(counters, 0.0)
    arrive_at, every, left = 0.0, 180 / len(counters) / load, tickets
    notes: dict[str, Waited] = {}
    while left or any(True for _ in story.hall.waiting()):
        counter = min(free_at, key=lambda i: free_at[i])
        at = min(arrive_at, free_at[counter]) if left else free_at[counter]
        story.now = max(story.now, MORNING + timedelta(seconds=at))
        if left and arrive_at <= free_at[counter]:
            _arrive(story, notes, dice.choice(services), dice.random() < 0.3)
            arrive_at, left = arrive_at + dice.expovariate(1 / every), left - 1
        elif _call(story, notes, counter):
            free_at[counter] += dice.uniform(30, 330)
        else:
            free_at[counter] += 5  # looks up again
    return list(notes.values())


def _arrive(story: Story, notes: dict[str, Waited], service: str, priority: bool) -> None:
    ahead = list(story.hall.waiting())
    first = sum(t.priority is PRIORITY for t in ahead)
    new = story.issue(service, priority=PRIORITY if priority else PriorityClass.ORDINARY)
    if not priority:
        notes[new] = Waited(
            ticket=new,
            queue=story.ticket(new).leg.queue,
            ordinary_ahead=len(ahead) - first,
            priority_ahead=first,
        )
        return
    for ticket in ahead:
        if ticket.id in notes and (story.now - ticket.place_at).total_seconds() <= 600:
            notes[ticket.id].priority_soon_after += 1


def _call(story: Story, notes: dict[str, Waited], counter: str) -> bool:
    config = story.hall.config
    assert config is not None
    before: list[Ticket] = list(story.hall.waiting())
    mine = config.profile[story.counter(counter).profile].queues
    if not any(t.leg.queue in mine for t in before):
        return False
    story.call_and_start(counter)
    for ticket in before:
        if ticket.id in notes and ticket.leg.queue in mine:
            notes[ticket.id].calls += 1
    story.do(c.FinishTicket(counter=counter))
    return True
