"""Special days from a file somebody wrote after the yearly notice."""

from datetime import date

import pytest

from server.domain.config.pieces.calendar import Hours, SpecialDay
from server.domain.text import Text
from server.packs.days_file import DaysProblem, special_days, with_days
from tests.builders import a_config

HALL = a_config()
NOTICE = "日期,名称,营业时间\n2027-02-05,春节,休\n2027/2/20,调休上班,上班\n\n2027年2月21日,元宵,9:00-12:00\n"


@pytest.mark.row("Q05")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_notice_as_somebody_types_it(encoding: str, separator: str) -> None:
    days = special_days(NOTICE.replace(",", separator).encode(encoding), HALL)
    assert days == (
        SpecialDay(day=date(2027, 2, 5), name=Text("春节", "")),
        SpecialDay(day=date(2027, 2, 20), name=Text("调休上班", ""), hours=HALL.hours),
        SpecialDay(day=date(2027, 2, 21), name=Text("元宵", ""), hours=Hours(opens="09:00", closes="12:00")),
    )


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2027-02-30,春节,休", "第 1 行的日期看不懂：2027-02-30"),
        ("2027-02-05,,休", "第 1 行没有名称"),
        ("2027-02-05,春节,半天", "第 1 行的营业时间看不懂：半天"),
        ("2027-02-05,春节\n2027-02-05,春节", "写了两次（第 2 行）"),
        ("日期,名称\n", "没有一天"),
    ],
)
def test_all_that_is_wrong_is_said_and_nothing_taken(written: str, why: str) -> None:
    with pytest.raises(DaysProblem) as no:
        special_days(written.encode(), HALL)
    assert any(why in text.zh for text in no.value.wrong)


def test_letters_of_nobody_are_said() -> None:
    with pytest.raises(DaysProblem) as no:
        special_days(b"2027-02-05,\xff\xff", HALL)
    assert "GBK" in no.value.wrong[0].zh


def test_a_hall_that_never_shuts_has_no_usual_hours_to_work() -> None:
    with pytest.raises(DaysProblem):
        special_days("2027-02-20,调休,上班".encode(), a_config(hours=None))


def test_the_halls_own_days_go_before_announced_ones_and_after_a_file() -> None:
    own = SpecialDay(day=date(2027, 2, 5), name=Text("检修", ""))
    hall, days = a_config(special_days=(own,)), special_days(NOTICE.encode(), HALL)
    assert with_days(hall, days, own_first=True)[0] == own
    assert with_days(hall, days, own_first=False)[0].name.zh == "春节"
    assert len(with_days(hall, days, own_first=True)) == 3
