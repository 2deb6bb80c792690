"""Which items of a set-up name which others: one table for the rules and the set-up page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from server.domain.config.config import HallConfig
from server.domain.config.soundness.problems import KINDS, Problem, say

Named = Literal["zones", "queues", "services", "segments", "profiles", "counters"]
Naming = Literal[
    "queues",
    "services",
    "terminals",
    "segment_rules",
    "profiles",
    "counters",
    "layouts",
    "media",
    "notices",
    "strips",
    "ladders",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Items of the list `naming` name items of the list `named` in `fields`: by one id, or by several.

    Ids of several fields are one set. Where none is left the item would mean something else, such as "all":
    another must take the place of its last one, or the item goes, too (`last`).
    """

    naming: Naming
    fields: tuple[str, ...]
    named: Named
    last: Literal["replaced", "goes"] = "replaced"


REFERENCES = (
    Reference(naming="queues", fields=("zone",), named="zones"),
    Reference(naming="services", fields=("queue",), named="queues"),
    Reference(naming="terminals", fields=("zone",), named="zones"),
    Reference(naming="terminals", fields=("services",), named="services"),
    Reference(naming="segment_rules", fields=("segment",), named="segments", last="goes"),
    Reference(naming="segment_rules", fields=("service",), named="services", last="goes"),
    Reference(naming="segment_rules", fields=("queue",), named="queues"),
    Reference(naming="profiles", fields=("queues", "helps"), named="queues"),
    Reference(naming="counters", fields=("zone",), named="zones"),
    Reference(naming="counters", fields=("profile",), named="profiles"),
    Reference(naming="layouts", fields=("queues",), named="queues"),
    Reference(naming="layouts", fields=("places",), named="zones"),
    Reference(naming="media", fields=("places",), named="zones"),
    Reference(naming="notices", fields=("places",), named="zones"),
    Reference(naming="strips", fields=("counter",), named="counters"),
    Reference(naming="ladders", fields=("services",), named="services", last="goes"),
)
NEEDED = frozenset(KINDS)  # items of other lists may name nobody
HARMLESS = frozenset({"ladders"})  # for a service that is not there a ladder is never used


def reference_rules(config: HallConfig) -> Iterator[Problem]:
    """Every name has its bearer."""
    for reference in REFERENCES:
        if reference.naming in HARMLESS:
            continue
        there = {item.id for item in getattr(config, reference.named)}
        for n, item in enumerate(getattr(config, reference.naming)):
            where = f"{reference.naming}[{n}].{reference.fields[0]}"
            for ref in sorted(_ids(reference, item) - there):
                yield _unknown(reference, where, item, ref)


def _ids(reference: Reference, item: Any) -> set[str]:
    named = [getattr(item, field) for field in reference.fields]
    ids = {ref for one in named for ref in ((one,) if isinstance(one, str) else one)}
    return ids if reference.naming in NEEDED else ids - {""}


def _unknown(reference: Reference, where: str, item: Any, ref: str) -> Problem:
    if reference.naming not in KINDS:
        return say("nowhere", where, id=item, ref=ref)
    if reference.named == "profiles" and not ref:
        return say("no_profile", where, id=item)
    kinds = {"kind": KINDS[reference.naming], "other": KINDS[reference.named]}
    return say("unknown", where, id=item, ref=ref, **kinds)
