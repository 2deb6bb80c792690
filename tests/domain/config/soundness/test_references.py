"""One table says who names whom; every list of ids in a set-up is in it."""

from dataclasses import fields, replace
from typing import Any

import pytest

from server.domain.config.config import HallConfig, Segment, SegmentRule
from server.domain.config.pieces.boards import BoardLayout, Medium, Notice, Strip
from server.domain.config.pieces.catalogue import Terminal
from server.domain.config.soundness.problems import Problem
from server.domain.config.soundness.references import HARMLESS, REFERENCES, Reference, reference_rules
from server.domain.text import Text
from tests.builders import a_config

NAME = Text("名", "Name")
SAMPLES: dict[str, Any] = {
    "segments": Segment(id="s", name=NAME),
    "segment_rules": SegmentRule(id="r1", segment="", service=""),
    "terminals": Terminal(id="t", name=NAME, zone="east"),
    "layouts": BoardLayout(id="l", name=NAME),
    "media": Medium(id="m", file="x", name=NAME),
    "notices": Notice(id="n", text=NAME),
    "strips": Strip(id="s", kind="demo", address=""),
}

EMPTY = {"weekdays", "special_days", "peak_days", "printers"}  # of nobody but days and machines
LISTS = [f for f in fields(HallConfig) if str(f.type).startswith("tuple") and f.name not in EMPTY]


def naming(reference: Reference, field: str, ref: str) -> HallConfig:
    config = replace(a_config(), segments=(SAMPLES["segments"],))
    items = getattr(config, reference.naming) or (SAMPLES[reference.naming],)
    one = ref if isinstance(getattr(items[0], field), str) else (ref,)
    return replace(config, **{reference.naming: (replace(items[0], **{field: one}), *items[1:])})


def found(config: HallConfig) -> list[Problem]:
    return list(reference_rules(config))


CASES = [(r, field) for r in REFERENCES if r.naming not in HARMLESS for field in r.fields]


@pytest.mark.parametrize(("reference", "field"), CASES, ids=lambda said: str(getattr(said, "naming", said)))
def test_whoever_names_what_is_not_there_is_told(reference: Reference, field: str) -> None:
    assert (
        found(
            naming(
                reference, field, (getattr(a_config(), reference.named) or (SAMPLES[reference.named],))[0].id
            )
        )
        == []
    )
    problem = found(naming(reference, field, "nobody"))
    assert [p.where for p in problem] == [f"{reference.naming}[0].{reference.fields[0]}"]
    assert "nobody" in problem[0].en


def test_a_strip_of_the_whole_hall_names_nobody_and_a_counter_needs_its_profile() -> None:
    config = a_config()
    assert found(replace(config, strips=(SAMPLES["strips"],))) == []
    bare = replace(config, counters=(replace(config.counters[0], profile=""), *config.counters[1:]))
    assert [p.en for p in found(bare)] == [f"Counter {config.counters[0].name.en} has no profile."]


def test_the_table_holds_every_field_that_names_others() -> None:
    named = {(r.naming, field) for r in REFERENCES for field in r.fields}
    config, said = (
        a_config(),
        {
            "zone",
            "queue",
            "queues",
            "profile",
            "helps",
            "service",
            "services",
            "segment",
            "places",
            "counter",
        },
    )
    items = {f.name: (getattr(config, f.name) or (SAMPLES[f.name],))[0] for f in LISTS}
    assert named == {(k, f.name) for k, item in items.items() for f in fields(item) if f.name in said}
