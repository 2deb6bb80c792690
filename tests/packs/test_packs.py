"""The packs a hall can be started from."""

import pytest

from server.domain.config.config import HallConfig
from server.domain.config.soundness import problems
from server.packs.hall_file import pack, usual_hours
from server.packs.names import packs

ORDINARY = ("pay", "install", "change", "enquiry")

every_pack = pytest.mark.parametrize("hall", [pytest.param(pack(name), id=name) for name in packs()])


def test_the_four_industries_have_a_pack() -> None:
    assert packs() == ("gas", "power", "telecom", "water")


@pytest.mark.parametrize("name", packs())
def test_a_pack_names_its_industry_and_is_open_round_the_clock(name: str) -> None:
    assert pack(name).industry == name
    assert pack(name).hours is None
    assert usual_hours(name) is not None


@every_pack
def test_a_pack_breaks_no_rule(hall: HallConfig) -> None:
    assert problems(hall) == []


@every_pack
def test_the_queues_have_the_letters_that_are_heard_best(hall: HallConfig) -> None:
    assert [(q.id, q.letter) for q in hall.queues] == list(zip((*ORDINARY, "complex"), "ABCDF", strict=True))


@every_pack
def test_a_pack_offers_six_to_ten_businesses_in_every_queue(hall: HallConfig) -> None:
    assert 6 <= len(hall.services) <= 10
    assert {s.queue for s in hall.services} == set(hall.queue)
    assert all(s.mean_seconds > 0 for s in hall.services)


@every_pack
def test_the_counters_are_those_of_the_demonstration_hall(hall: HallConfig) -> None:
    calls = {c.id: hall.profile[c.profile].queues for c in hall.counters}
    assert calls == {
        "1": ("pay", "enquiry"),
        "2": ("pay", "enquiry"),
        "3": ORDINARY,
        "4": ("install", "change"),
        "5": ("complex",),
        "6": ("pay",),
    }
    assert [c.id for c in hall.counters if c.floating] == ["6"]
    assert [c.id for c in hall.counters if c.dedicated] == ["5"]


@every_pack
def test_the_complex_desk_never_takes_a_simple_payment(hall: HallConfig) -> None:
    """Q18: it helps with the neighbouring business only, and only while its own queue is empty."""
    assert hall.profile["complex"].helps == ("install",)


@every_pack
def test_paying_names_the_ways_to_do_without_the_queue(hall: HallConfig) -> None:
    ways = {channel.name.zh for channel in hall.service["pay"].e_channels}
    assert {"微信", "支付宝", "网上营业厅", "银行代扣"} <= ways


@every_pack
def test_a_payment_is_the_three_minute_challenge(hall: HallConfig) -> None:
    """Q34."""
    assert hall.service["pay"].standard_seconds == 180


def test_the_gas_catalogue_says_what_the_rules_of_the_hall_say() -> None:
    """B01 to B08."""
    services = pack("gas").service
    assert [m.zh for m in services["install"].materials][:1] == ["身份证原件"]
    assert "发票" in services["install"].materials[1].zh
    assert "委托人身份证复印件" in services["install"].materials[2].zh
    assert services["transfer"].fee.zh == "手续费 5 元/户"
    assert services["relocation"].fee.zh == "拆除费 30 元/户"
    assert "48 小时" in services["ignition"].e_channels[0].hint.zh
    assert "严禁自行接通" in services["ignition"].note.zh
    assert "滞纳金" in services["pay"].note.zh
    assert [m.zh for m in services["seal"].materials] == ["材料请咨询引导员"]
