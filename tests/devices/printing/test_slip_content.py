from datetime import datetime

from server.devices.printing.zone_map import ZoneMap
from server.domain.config.pieces.equipment import SLIP_LINES, SlipTemplate
from server.domain.text import Text
from tests.devices.sample_slips import CONTENT, slip


def test_the_customers_language_comes_first() -> None:
    assert slip(language="en").order(Text("厅", "Hall")) == ("Hall", "厅")
    assert slip().order(Text("厅", "Hall")) == ("厅", "Hall")


def test_the_time_is_told_with_date_and_day() -> None:
    assert CONTENT.issued == Text("取号 2024-07-10 周三 09:31", "Issued 2024-07-10 Wed 09:31")


def test_a_first_slip_bears_no_mark() -> None:
    assert CONTENT.marks == ()


def test_a_reprint_is_marked_with_its_number_and_its_own_time() -> None:
    again = slip(reprint=2, printed_at=datetime.fromisoformat("2024-07-10T09:42:00+08:00"))
    assert again.marks == (Text("补打 2 · 09:42", "Reprint 2 · 09:42"),)


def test_a_test_slip_says_that_it_is_not_valid() -> None:
    assert slip(test=True).marks[0].zh.startswith("测试")


def test_the_place_to_wait_and_the_missed_number_rule_are_whole_sentences() -> None:
    assert CONTENT.where == Text("请到 A 区 等候", "Please wait in Zone A")
    assert slip(missed_within=3).missed.zh == "过号请联系引导员，3 个号内可恢复"


def test_what_a_hall_leaves_out_is_gone_and_nothing_else() -> None:
    bare = slip(map=ZoneMap(zones=(), own="A"), template=SlipTemplate(leaves_out=SLIP_LINES)).trimmed()
    assert (bare.wait, bare.materials, bare.phone, bare.map) == (None, (), "", None)
    assert (bare.number, bare.ahead, bare.qr) == (CONTENT.number, CONTENT.ahead, CONTENT.qr)
    assert CONTENT.trimmed() == CONTENT


def test_chinese_only_is_for_who_reads_chinese() -> None:
    chinese = SlipTemplate(languages="zh")
    assert slip(template=chinese).order(Text("厅", "Hall")) == ("厅", "")
    assert slip(template=chinese, language="en").order(Text("厅", "Hall")) == ("Hall", "厅")


def test_a_number_given_without_the_server_says_so_on_its_slip() -> None:
    """D2."""
    assert [mark.zh for mark in slip(offline=True).marks] == ["离线号"]
    assert slip().marks == ()


def test_a_number_of_an_appointment_says_its_time() -> None:
    booked = slip(booked_for=CONTENT.issued_at.replace(hour=9, minute=30))
    assert booked.marks == (Text("预约 09:30", "Appointment 09:30"),)
