"""The practice hall: the real one's set-up without anything that reaches into the real hall."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.soundness.soundness import problems
from server.drill.practice import practice_config
from server.drill.seat import NotSeen
from server.packs.hall_file import pack
from server.packs.names import packs


@pytest.mark.parametrize("name", packs())
def test_every_packs_hall_can_be_practised_on(name: str) -> None:
    real = replace(
        pack(name), printers=(PrinterConfig(id="K1", kind="tcp", address="192.168.1.50"),), demo=True
    )
    zones = tuple(replace(zone, speaker="default") for zone in real.zones)
    made = practice_config(replace(real, zones=zones))
    assert not problems(made)
    assert (made.printers, made.strips, made.hours, made.demo) == ((), (), None, False)
    assert {zone.speaker for zone in made.zones} == {""}
    assert made.services == real.services


def test_a_hall_whose_counters_call_nothing_is_no_hall_to_practise_on() -> None:
    with pytest.raises(NotSeen):
        practice_config(replace(pack("power"), services=()))
