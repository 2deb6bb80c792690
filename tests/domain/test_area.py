"""An area that forgets something of itself cannot be imported."""

from dataclasses import replace

import pytest

from server.domain.area import Means
from server.domain.askers import GUIDES, MANAGERS, STAFF
from server.domain.care import commands as cc
from server.domain.care.area import CARE
from server.domain.queue import commands as qc


def test_a_rule_without_who_may_ask_it_is_told() -> None:
    askers = {kind: who for kind, who in CARE.asked_by.items() if kind is not cc.GiveWater}
    with pytest.raises(ValueError, match=r"care: a rule and who may ask .*GiveWater"):
        replace(CARE, asked_by=askers)


def test_a_right_without_a_rule_is_told() -> None:
    with pytest.raises(ValueError, match=r"care: .*CallNext"):
        replace(CARE, asked_by={**CARE.asked_by, qc.CallNext: GUIDES})


def test_an_area_speaks_of_no_other_ones_command() -> None:
    with pytest.raises(ValueError, match=r"not its commands: \['CallNext'\]"):
        replace(CARE, quiet=frozenset({qc.CallNext}))


def test_the_server_fills_only_fields_that_are_there() -> None:
    with pytest.raises(ValueError, match=r"LeadShift has no \['whom'\]"):
        replace(CARE, decided={cc.LeadShift: {"whom": Means.WHO}})


def test_a_slot_is_one_of_the_halls() -> None:
    with pytest.raises(ValueError, match=r"the hall has no \['round'\]"):
        replace(CARE, slots=("round",))


def test_who_asks_is_the_servers_to_say_without_a_word() -> None:
    assert CARE.says(cc.LeadShift) == {"by": Means.WHO}
    assert CARE.says(cc.GiveGift) == {"by": Means.WHO, "where": Means.WHERE_SERVED}
    assert CARE.says(cc.SetStock) == {}


def test_who_may_more_may_all_that_who_may_less() -> None:
    assert MANAGERS < GUIDES < STAFF
