"""What a hall is made of before anybody comes: zones, queues, services, profiles, counters, hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from server.domain.config.hall_parts.basics import Basics
from server.domain.config.hall_parts.days import Days
from server.domain.config.hall_parts.furniture import Furniture
from server.domain.config.hall_parts.machines import Machines
from server.domain.config.hall_parts.over_waits import OverWaits
from server.domain.config.pieces.boards import Area, Spot
from server.domain.config.pieces.business import EChannel, Service
from server.domain.config.pieces.care import (
    USUAL_GIFTS,
    USUAL_LADDER,
    USUAL_SCRIPTS,
    GiftItem,
    Ladder,
    Rung,
    Script,
)
from server.domain.config.pieces.catalogue import Terminal
from server.domain.config.pieces.places import CounterPlace, Profile, Queue, Zone
from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.form import Form, form_of
from server.domain.text import Text

__all__ = [  # a set-up's parts, at one address
    "USUAL_GIFTS",
    "USUAL_LADDER",
    "USUAL_SCRIPTS",
    "Area",
    "CounterPlace",
    "EChannel",
    "GiftItem",
    "HallConfig",
    "Ladder",
    "Profile",
    "Queue",
    "Rung",
    "Script",
    "Segment",
    "SegmentRule",
    "Service",
    "Spot",
    "Terminal",
    "Zone",
]


@dataclass(frozen=True, kw_only=True)
class HallConfig(
    Machines,
    Days,
    OverWaits,
    Furniture,
    Basics,
):
    """A hall's whole set-up as one value."""

    @cached_property
    def chinese_alone(self) -> bool:
        """Nothing of the hall has any English: it wants none, or none of its names has any.

        Half of a screen in English helps nobody; a single name that lacks it is shown in Chinese.
        """
        names = (self.name, *(q.name for q in self.queues), *(s.name for s in self.services))
        return self.languages == "zh" or not any(name.en for name in names)

    @cached_property
    def zone(self) -> Mapping[str, Zone]:
        return {z.id: z for z in self.zones}

    @cached_property
    def queue(self) -> Mapping[str, Queue]:
        return {q.id: q for q in self.queues}

    @cached_property
    def service(self) -> Mapping[str, Service]:
        return {s.id: s for s in self.services}

    @cached_property
    def segment(self) -> Mapping[str, Segment]:
        return {s.id: s for s in self.segments}

    def rule_for(self, segment: str, service: str) -> SegmentRule | None:
        """The first rule that fits this customer and this business (Q38)."""
        fits = (r for r in self.segment_rules if r.segment == segment and r.service in ("", service))
        return next(fits, None) if segment else None

    def papers_of(self, segment: str, service: str) -> tuple[Text, ...]:
        """What a customer of the segment brings for a business: its rule's papers, else everybody's (Q38)."""
        rule = self.rule_for(segment, service)
        return (rule.materials if rule else ()) or self.service[service].materials

    @cached_property
    def profile(self) -> Mapping[str, Profile]:
        return {p.id: p for p in self.profiles}

    @cached_property
    def counter(self) -> Mapping[str, CounterPlace]:
        return {c.id: c for c in self.counters}

    @cached_property
    def group_of(self) -> Mapping[str, frozenset[str]]:
        """For each queue, the queues tied to it by a profile that calls both (a counter group, 3.3)."""
        groups = {q.id: frozenset({q.id}) for q in self.queues}
        for profile in self.profiles:
            tied = frozenset().union(*(groups[q] for q in (*profile.queues, *profile.helps)))
            groups |= dict.fromkeys(tied, tied)
        return groups


FORM: Form = form_of(HallConfig)
