"""Names with figures, signs and rare forms of letters, and how they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.devices.speaking.phrases import FIRST, Readings, counter_phrase
from server.devices.speaking.sayable import cardinal, chinese, english, spelled, unread
from server.domain.text import Text

NAMES = {
    # C20
    "3#窗口": "三号窗口",
    "3-4号窗口": "三至四号窗口",
    "①号窗口": "一号窗口",
    "A+B": "A加B",
    "95598 热线台": "九五五九八热线台",
    "302室": "三零二室",
    # the same sign, written otherwise
    "３＃窗口": "三号窗口",
    "3#号窗口": "三号窗口",
    "#3窗口": "三号窗口",
    "No.3窗口": "三号窗口",
    "№3窗口": "三号窗口",
    "A#柜台": "A号柜台",
    "#窗口": "井窗口",
    "❶号窗口": "一号窗口",
    "㈠号窗口": "一号窗口",
    "（一）号窗口": "一号窗口",
    "(3)号窗口": "三号窗口",
    "Ⅲ号窗口": "三号窗口",
    "①②号窗口": "一、二号窗口",
    "③-④号窗口": "三至四号窗口",
    "3～5号窗口": "三至五号窗口",
    "3—5号窗口": "三至五号窗口",
    "3号-5号窗口": "三号至五号窗口",
    "1、2号窗口": "一、二号窗口",
    "1 2 号窗口": "一、二号窗口",
    "1/2号窗口": "一、二号窗口",
    "A-C窗口": "A至C窗口",
    "A-3号窗口": "A杠三号窗口",
    "2-301室": "二杠三零一室",
    "1-2-3号": "一杠二杠三号",
    "A＋B窗口": "A加B窗口",
    "咨询&导办": "咨询和导办",
    "C++": "C加加",
    # figures
    "3 号窗口": "三号窗口",
    "03号窗口": "三号窗口",
    "12号窗口": "十二号窗口",
    "105号窗口": "一百零五号窗口",
    "1201号房": "一二零一号房",
    "110报警台": "一一零报警台",
    "10086专席": "一零零八六专席",
    "贵宾室 2": "贵宾室二",
    "24小时自助区": "二十四小时自助区",
    "8:30-17:00窗口": "八点三十分，十七点窗口",
    "50%减免": "百分之五十减免",
    "100%": "百分之一百",
    "½": "二分之一",
    "1.5米线": "一点五米线",
    "5G业务": "五G业务",
    # stops, ornaments, foreign letters
    "综合接待室（二楼东侧）": "综合接待室，二楼东侧",
    "“一窗通办”专窗": "一窗通办，专窗",
    "收费/退费窗口": "收费、退费窗口",
    "办税服务厅·东区": "办税服务厅，东区",
    "★VIP★窗口": "VIP窗口",
    "党员先锋岗🚩": "党员先锋岗",
    "VIP 室": "VIP室",
    "Ⓐ区": "A区",
    "Café区": "Cafe区",
    "〇号窗口": "零号窗口",
}


@pytest.mark.parametrize(("written", "said"), NAMES.items())
def test_a_name_is_said_in_words_every_voice_has(written: str, said: str) -> None:
    assert chinese(written).replace("〇", "零") == said
    assert unread(chinese(written)) == ""


@pytest.mark.parametrize("said", NAMES.values())
def test_what_is_in_words_stays_as_it_is(said: str) -> None:
    assert chinese(said) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Counters 3-4", "Counters 3 to 4"),
        ("Counter #3", "Counter number 3"),
        ("3# counter", "number 3 counter"),
        ("Counter ①", "Counter 1"),
        ("Room 302", "Room 3 0 2"),
        ("95598 hotline", "9 5 5 9 8 hotline"),
        ("A+B", "A plus B"),
        ("Tax & fees", "Tax and fees"),
        ("VIP Room 2", "VIP Room 2"),
    ],
)
def test_an_english_name_is_said_in_words(written: str, said: str) -> None:
    assert english(written) == said


@pytest.mark.parametrize(
    ("written", "signs"), [("@窗口", "@"), ("¥区", "¥"), ("ひ室", "ひ"), ("Ω区", "Ω"), ("㐂号窗口", "")]
)
def test_what_nobody_can_say_is_named_and_never_left_out(written: str, signs: str) -> None:
    assert unread(chinese(written)) == signs


@given(st.text(max_size=40))
def test_any_name_can_be_asked_about_and_what_remains_is_said_or_named(name: str) -> None:
    said = chinese(name)
    assert not set(said) & set("#+&~()[]0123456789")
    assert set(unread(said)) <= set(said)
    english(name)


def test_one_is_read_yao_in_a_number_that_is_spelled() -> None:
    assert spelled("110", "幺") == "幺幺零"
    assert chinese("110报警台", "幺") == "幺幺零报警台"
    assert chinese("11号窗口", "幺") == "十一号窗口"


def test_a_call_says_the_name_in_words_and_the_halls_own_reading_first() -> None:
    readings = Readings(lexicon={"㐂": "喜", "VIP": "贵宾", "VIP室": "贵宾厅", "宾": "错"})
    assert counter_phrase(Text("3#窗口", ""), "3", FIRST, "zh") == "到三号窗口办理"
    assert counter_phrase(Text("㐂号窗口", ""), "x", FIRST, "zh", readings) == "到喜号窗口办理"
    assert counter_phrase(Text("VIP室", ""), "v", FIRST, "zh", readings) == "到贵宾厅办理"
    assert counter_phrase(Text("VIP 区", ""), "v", FIRST, "zh", readings) == "到贵宾区办理"


def test_a_counters_figure_is_at_most_four_digits_long() -> None:
    assert cardinal(9999) == "九千九百九十九"
    assert chinese("12345号窗口") == "一二三四五号窗口"
