"""Changes of a set-up in words, by the names of the hall's own things."""

import json
from typing import Any

import pytest

from server.domain.config.changes.changes import Change, differences
from server.domain.config.changes.words import change_words, place_words
from server.domain.config.config import Profile, Queue, Service
from server.domain.config.figures import Figures
from server.domain.text import Text
from tests.builders import a_config

HALL = a_config(
    queues=(
        Queue(id="a", letter="A", name=Text("缴费队", "Payments"), zone="east"),
        Queue(id="b", letter="B", name=Text("报装队", "Installation"), zone="east"),
    ),
    services=(Service(id="pay", name=Text("缴费", "Pay"), queue="a", standard_seconds=180),),
    profiles=(Profile(id="all", name=Text("一柜通", "Everything"), queues=("a", "b")),),
)
NEW = {"id": "new", "name": {"zh": "过户", "en": "Transfer"}}
GONE = {"id": "9", "name": {"zh": "9 号窗口", "en": "Counter 9"}}
HOLIDAY = {"day": "2026-10-01", "name": {"zh": "国庆节", "en": "National Day"}, "hours": None}
RUNG = {"act": "explain", "after_seconds": 600, "tells": ["guide"]}
WHOLE = {"opens": "08:30", "closes": "17:00"}


def line(path: str, before: Any, after: Any) -> Text:
    said = ("" if value is None else json.dumps(value) for value in (before, after))
    return change_words(Change(path=path, before=next(said), after=next(said)), HALL)


@pytest.mark.parametrize(
    ("path", "before", "after", "zh"),
    [
        ("services[pay].standard_seconds", 180, 270, "业务“缴费” 标准时长：3 分钟 → 4 分钟 30 秒"),
        ("services[pay].mean_seconds", 0, 45, "业务“缴费” 通常用时：同标准时长 → 45 秒"),
        ("counters[3].profile", "none", "all", "窗口“3 号窗口” 平时的配置：none → 一柜通"),
        ("profiles[all].queues", ["a"], ["a", "b"], "窗口配置“一柜通” 叫的队列：加上 报装队"),
        ("profiles[all].queues", ["a", "b"], ["b"], "窗口配置“一柜通” 叫的队列：去掉 缴费队"),
        ("queues", ["a", "b"], ["b", "a"], "队列与字母的顺序：报装队、缴费队"),
        ("services[new]", None, NEW, "新增业务“过户”"),
        ("counters[9]", GONE, None, "删除窗口“9 号窗口”"),
        ("hours", None, WHOLE, "营业时间：全天营业 → 08:30–17:00"),
        ("hours.closes", "17:00", "16:30", "营业时间 关门：17:00 → 16:30"),
        ("weekdays", [], [{"weekday": 6, "hours": None}], "每周例外：无 → 周六 不营业"),
        ("special_days", [HOLIDAY], [], "节假日与特殊日：2026-10-01 国庆节 不营业 → 无"),
        ("gifts[other].unit_cost_fen", 100, 150, "礼品“other” 单价：1.00 元 → 1.50 元"),
        ("figures.max_recall", 3, 2, "一次叫号最多重呼次数：3 → 2"),
        ("printers[p1].dots", 576, 384, "打印机“p1” 纸宽：80 毫米 → 58 毫米"),
        ("counters[3].dedicated", False, True, "窗口“3 号窗口” 专席：否 → 是"),
        ("remedies", True, None, "超时补救：执行 → 仅重点厅执行"),
        ("remedy_share", 1.0, 0.5, "补救比例：100% → 50%"),
        ("lunch", None, {"begins": "12:00", "ends": "13:00"}, "午休：无 → 12:00–13:00"),
        ("ladders", [], [{"rungs": [RUNG], "services": []}], "等候阶梯：无 → 解释等候 10 分钟 引导员 全部"),
        (
            "voice.lexicon",
            [{"written": "重庆", "spoken": "chóng qìng"}],
            [],
            "语音 读音更正：重庆 chóng qìng → 无",
        ),
        ("voice.volume_steps", [], [{"at": "12:00", "volume": 40}], "语音 按时间调音量：无 → 12:00 40 %"),
        ("zones[east].area", None, {"x": 1, "y": 2}, "区域“东区” 平面图位置：无 → 离左墙 1、离上墙 2"),
    ],
)
def test_a_change_is_said_with_whose_and_what(path: str, before: Any, after: Any, zh: str) -> None:
    assert line(path, before, after).zh == zh


def test_a_name_that_changed_in_one_language_only_is_said_in_that_one() -> None:
    said = line("name", {"zh": "营业厅", "en": "Hall"}, {"zh": "营业厅", "en": "Gas hall"})
    assert said == Text("营业厅名称：Hall → Gas hall", "Name of the hall: Hall → Gas hall")


def test_the_same_in_english() -> None:
    assert line("services[pay].standard_seconds", 180, 240).en == (
        'Business "Pay" standard time: 3 min → 4 min'
    )
    assert line("profiles[all].queues", ["a"], ["b"]).en == (
        'Profile "Everything" queues called: drops Payments, adds Installation'
    )


def test_a_place_named_by_where_it_stands_is_said_with_its_items_name() -> None:
    assert place_words("services[0].standard_seconds", HALL).zh == "业务“缴费” 标准时长"
    assert place_words("counters[0]", HALL).zh == "窗口“1 号窗口”"
    assert place_words("figures.max_recall", HALL).zh == "一次叫号最多重呼次数"
    assert place_words("special_days[1].day", HALL).zh == "节假日与特殊日 日期"
    assert place_words("services[7].queue", None).zh == "业务 排哪个队"
    assert place_words("", HALL) == Text("", "")


def test_whatever_changes_its_line_has_no_name_of_a_program() -> None:
    for change in differences(HALL, a_config(figures=Figures(max_recall=5), phone="95598")):
        said = change_words(change, HALL)
        assert said.zh
        assert "_" not in said.zh + said.en
