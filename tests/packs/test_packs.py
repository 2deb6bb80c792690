"""The packs a hall can be started from."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

import pytest

from server.domain.config.config import HallConfig
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
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


@pytest.mark.row("Q18")
@every_pack
def test_the_complex_desk_never_takes_a_simple_payment(hall: HallConfig) -> None:
    """It helps with the neighbouring business only, and only while its own queue is empty."""
    assert hall.profile["complex"].helps == ("install",)


@pytest.mark.row("Q17")
@every_pack
def test_paying_names_the_ways_to_do_without_the_queue(hall: HallConfig) -> None:
    ways = {channel.name.zh for channel in hall.service["pay"].e_channels}
    assert {"微信", "支付宝", "网上营业厅", "银行代扣"} <= ways


@pytest.mark.row("Q34")
@every_pack
def test_a_payment_is_the_three_minute_challenge(hall: HallConfig) -> None:
    assert hall.service["pay"].standard_seconds == 180


GAS = pack("gas").service


def zh(texts: Iterable[Text]) -> list[str]:
    return [text.zh for text in texts]


@pytest.mark.row("B01")
def test_an_installation_asks_for_two_papers_and_is_done_in_five_days() -> None:
    assert zh(GAS["install"].materials) == ["身份证原件", "购房发票或收据（姓名与身份证一致）"]
    assert "5 个工作日" in GAS["install"].entry.limit.zh


@pytest.mark.row("B02")
def test_who_comes_for_somebody_else_brings_a_copy_of_their_card() -> None:
    assert "委托人身份证复印件" in zh(GAS["install"].entry.agent_materials)
    assert not any("代办" in paper for service in GAS.values() for paper in zh(service.materials))


@pytest.mark.row("B03")
def test_a_lost_invoice_has_its_form_wherever_the_invoice_is_asked_for() -> None:
    has = {id for id, service in GAS.items() if "发票遗失声明" in zh(f.name for f in service.entry.forms)}
    assert has == {"invoice_lost", "install", "transfer"}


@pytest.mark.row("B04")
def test_a_transfer_costs_five_yuan_once_the_bills_are_settled() -> None:
    assert GAS["transfer"].fee.zh == "手续费 5 元/户"
    assert zh(GAS["transfer"].entry.conditions) == ["已结清气费"]


@pytest.mark.row("B05")
def test_a_relocation_costs_thirty_yuan_and_pays_no_difference_back() -> None:
    assert GAS["relocation"].fee.zh == "拆除费 30 元/户"
    assert zh(GAS["relocation"].materials) == ["身份证原件", "原户和新户的发票或收据"]
    assert zh(GAS["relocation"].entry.agent_materials) == ["代办人身份证原件", "委托人身份证复印件"]
    assert "差额不退" in GAS["relocation"].note.zh
    assert "差额不退" in " ".join(zh(GAS["relocation"].entry.key_points))


@pytest.mark.row("B06")
def test_an_ignition_is_booked_and_nobody_connects_the_gas_themselves() -> None:
    ignition = GAS["ignition"]
    assert ignition.entry.booked
    assert "48 小时" in ignition.entry.limit.zh
    assert "严禁自行接通" in ignition.note.zh


@pytest.mark.row("B07")
def test_five_banks_pay_for_gas() -> None:
    (bank,) = (way for way in GAS["pay"].e_channels if way.name.zh == "银行代扣")
    assert all(name in bank.hint.zh for name in ("工商", "农业", "中国", "建设", "交通"))
    assert "两个月" in GAS["pay"].note.zh
    assert "滞纳金" in GAS["pay"].note.zh


@pytest.mark.row("B08")
def test_sealing_a_meter_is_incomplete_until_the_hall_completes_it() -> None:
    assert GAS["seal"].entry.incomplete
    assert GAS["seal"].materials == ()
    assert "三个月" in GAS["seal"].entry.conditions[0].zh


@pytest.mark.row("B10")
def test_power_is_applied_for_with_one_paper() -> None:
    for name in ("install_home", "install_shop", "high_voltage"):
        service = pack("power").service[name]
        assert service.entry.enough == 1 < len(service.materials)


@every_pack
@pytest.mark.row("B20")
def test_enquiries_have_their_topics(hall: HallConfig) -> None:
    (enquiry,) = (service for service in hall.services if service.entry.enquiry)
    assert enquiry.entry.topics
    if hall.industry == "power":
        assert "电价" in zh(enquiry.entry.topics)


@every_pack
def test_a_catalogue_says_how_long_each_business_takes_and_all_of_it_in_both_languages(
    hall: HallConfig,
) -> None:
    for service in hall.services:
        assert service.entry.limit.zh
        told = asdict(service.entry)
        assert all(bool(one["zh"]) == bool(one["en"]) for one in texts(told))


def texts(told: Any) -> Iterator[dict[str, str]]:
    """All that is said, however deep it lies."""
    if isinstance(told, dict) and told.keys() == {"zh", "en"}:
        yield told
    elif isinstance(told, dict):
        yield from texts(list(told.values()))
    elif isinstance(told, (list, tuple)):
        for one in told:
            yield from texts(one)


def test_the_packs_use_all_that_a_catalogue_can_say() -> None:
    """But for pictures of papers: a hall brings its own."""
    usual = CatalogueEntry()
    said = {
        f.name
        for name in packs()
        for service in pack(name).services
        for f in fields(CatalogueEntry)
        if getattr(service.entry, f.name) != getattr(usual, f.name)
    }
    assert {f.name for f in fields(CatalogueEntry)} - said == {"samples"}


@every_pack
def test_a_terminal_stands_in_the_hall(hall: HallConfig) -> None:
    (terminal,) = hall.terminals
    assert "pay" in terminal.services


@pytest.mark.row("Q19")
@every_pack
def test_no_other_way_is_a_terminal_of_the_hall(hall: HallConfig) -> None:
    """Listed as a way it would be told twice, and still be told while it is out of order."""
    assert not [way for s in hall.services for way in s.e_channels if "终端" in way.name.zh]


@pytest.mark.row("Q38")
@every_pack
def test_companies_bring_a_company_s_papers(hall: HallConfig) -> None:
    """企业客户 新装 → B with company material list; nothing is said of it on what anybody sees."""
    assert [s.id for s in hall.segments if s.at_kiosk] == ["company"]
    new = next(s for s in hall.services if s.queue == "install" and hall.rule_for("company", s.id))
    rule = hall.rule_for("company", new.id)
    assert rule is not None
    assert rule.queue in ("", "install")
    assert "营业执照" in [paper.zh for paper in rule.materials]
    assert hall.rule_for("company", "pay") is None
    assert all(s.id == "company" or s.priority for s in hall.segments)


@pytest.mark.row("Q37")
def test_a_telecom_hall_s_guests_are_called_to_its_room() -> None:
    hall = pack("telecom")
    rule = hall.rule_for("vip", "plan")
    assert rule is not None
    rooms = [c.name.zh for c in hall.counters if rule.queue in hall.profile[c.profile].queues]
    assert (rooms, hall.segment["vip"].at_kiosk) == (["接待室"], False)
