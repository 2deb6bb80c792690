"""What a clerk reads: four lines of 20 columns, in every moment of a counter."""

from dataclasses import replace

import pytest

from counter_client.keypad.columns import width
from counter_client.keypad.display import COLUMNS, LINES, farewell, frame
from counter_client.keypad.keypad_texts import SAYS, Language
from counter_client.keypad.session import Session
from server.domain.queue import commands as c
from server.domain.text import Text
from tests.builders import PRIORITY, Story, a_config, with_figures
from tests.care_builders import over_wait
from tests.keypad.booth import DEVICE, Booth, a_booth


def reads(booth: Booth) -> list[str]:
    assert [width(line) for line in booth.lines] == [COLUMNS] * LINES
    return [line.rstrip() for line in booth.lines]


def test_an_idle_counter_says_how_many_wait_and_who_is_next() -> None:
    booth = a_booth(12)
    assert reads(booth) == [
        "1号窗口  张伟  09:00",
        "缴费咨询        空闲",
        "等候 12  下一位 A001",
        "回车 叫号  *暂停",
    ]


def test_an_empty_hall_says_that_nobody_waits() -> None:
    assert reads(a_booth(0))[2] == "暂无等候客户"


def test_a_call_says_whom_and_how_long_they_waited() -> None:
    booth = a_booth(3)
    booth.later(540)
    booth.press("Enter")
    assert reads(booth) == [
        "1号窗口  张伟  09:09",
        "A001 缴费     呼叫中",
        "等候9分     2人 A002",
        "回车到台 +重呼 -过号",
    ]


@pytest.mark.parametrize(("waited", "says"), [(600, "等候10分"), (602, "超时10分"), (1203, "超限20分")])
def test_a_wait_over_the_goal_has_another_word(waited: float, says: str) -> None:
    story = Story("1")
    story.issue()
    story.later(seconds=waited - 1)  # and a second until the key is pressed
    booth = Booth(story)
    booth.press("Enter")
    assert reads(booth)[2].startswith(says)


def test_serving_runs_against_the_standard() -> None:
    booth = a_booth(3)
    booth.press("Enter", "Enter")
    booth.later(180)
    assert reads(booth)[1:] == ["A001 缴费     办理中", "办理3:00    2人 A002", "回车办结 0办结叫下位"]
    booth.later(1)
    assert reads(booth)[2].startswith("超标3:01")
    booth.later(3600)
    assert reads(booth)[2] == "超标1:03:01 2人 A002"


def test_a_display_on_a_slow_line_changes_once_a_minute() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter")
    booth.later(61)
    assert frame(booth.seen, "zh", seconds=False)[2].startswith("办理1m ")
    before = frame(booth.seen, "zh", seconds=False)
    booth.later(20)
    assert frame(booth.seen, "zh", seconds=False) == before


def test_a_long_name_gives_way_to_number_and_state() -> None:
    story = Story("5")
    story.issue("complex", priority=PRIORITY)
    booth = Booth(story, at="5")
    booth.press("Enter")
    assert reads(booth)[1] == "F001优 高压新 呼叫中"


def test_a_remark_in_brackets_is_left_out_rather_than_cut() -> None:
    config = a_config()
    named = [replace(p, name=Text("全业务（一柜通办）", "All (one for all)")) for p in config.profiles]
    assert (
        reads(Booth(Story("1", config=replace(config, profiles=tuple(named)))))[1] == "全业务          空闲"
    )


def test_a_crowd_pushes_the_next_number_out_last() -> None:
    story = Story("1", config=with_figures(series_start=1000))
    story.issue_many(120)
    booth = Booth(story)
    booth.press("Enter", "Enter")
    booth.later(754)
    assert reads(booth)[2] == "超标12:34      A1001"
    assert width(reads(booth)[2]) == 20


def test_after_two_recalls_the_no_show_is_offered() -> None:
    booth = a_booth()
    booth.press("Enter", "+", "+")
    assert reads(booth)[3] == "未到请按两次 - 过号"


def test_a_hall_that_confirms_no_arrival_offers_to_finish() -> None:
    story = Story("1", config=with_figures(confirm_arrival=False))
    story.issue()
    booth = Booth(story)
    booth.press("Enter")
    assert reads(booth)[3] == "回车办结 +重呼 -过号"
    booth.press("Enter")
    assert booth.kinds == ["call_next", "finish_ticket"]


def test_an_undo_is_offered_while_it_can_be_had() -> None:
    booth = a_booth()
    booth.press("Enter", "-", "-")
    assert reads(booth)[3] == "/撤销过号 A001 5秒"
    booth.later(4.5)
    assert reads(booth)[3] == "/撤销过号 A001 1秒"
    booth.later(1)
    assert reads(booth)[3] == "回车 叫号  *暂停"


def test_a_pause_says_why_and_for_how_long() -> None:
    booth = a_booth()
    booth.press("*")
    assert reads(booth) == [
        "请选暂停原因   09:00",
        "1就餐 2临时离开",
        "3内部事务 4设备故障",
        "5其他 9关窗 .返回",
    ]
    booth.press("1")
    booth.later(720)
    assert reads(booth)[1:] == ["就餐          已暂停", "已停12分    2人 A001", "按 * 恢复服务"]


def test_a_closed_counter_says_what_opens_it() -> None:
    story = Story()
    assert reads(Booth(story))[1:] == ["缴费咨询      未开放", "暂无等候客户", "回车 开放窗口"]
    assert reads(Booth(story, actor=DEVICE))[3] == "请在操作台登录开台"


def test_a_remedy_that_is_due_comes_before_all_hints() -> None:
    story, _ = over_wait()
    booth = Booth(story)
    booth.press("Enter", "Enter")
    assert reads(booth)[3] == "须补救 请到操作台办"
    booth.press("Enter")
    assert reads(booth)[:3] == ["A001未补救     09:20", "现在办结将记为漏补救", "1仍然办结 .返回"]


def test_a_broken_line_is_told_and_the_customer_stays() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter")
    booth.cut()
    assert reads(booth) == [
        "1号窗口   数据更新中",
        "A001 缴费     办理中",
        "办理0:00    1人 A002",
        "上次更新 09:00:04",
    ]
    booth.press("Enter")
    assert reads(booth)[3] == "已记下 办结 等待连接"


def test_a_long_sentence_takes_two_lines() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter", "+")
    assert reads(booth)[2:] == ["正在办理A001：", "先按回车办结"]


def test_trouble_with_the_keypad_itself_is_shown() -> None:
    booth = a_booth()
    booth.session.troubled("keys", SAYS["keypad_gone"])
    assert reads(booth)[3] == "小键盘没有插好"
    booth.session.troubled("keys", None)
    assert reads(booth)[3] == "回车 叫号  *暂停"


def test_before_the_first_view_it_says_that_it_connects() -> None:
    session = Session(counter="3", token="t", new_name=lambda: "a")
    lines = [line.rstrip() for line in frame(session.seen(0), "zh")]
    assert lines == ["3号窗口", "正在连接服务器", "", ""]
    session.pressed("Enter", 0)
    assert frame(session.seen(0), "zh")[2].rstrip() == "没有连接，请稍候"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_shut_door_says_why(language: Language) -> None:
    lines = farewell(SAYS["untrusted"], language)
    assert [width(line) for line in lines] == [COLUMNS] * LINES
    assert SAYS["untrusted"].of(language) in lines[1]


def test_english_reads_in_english() -> None:
    booth = a_booth(12, language="en")
    assert reads(booth) == [
        "Counter 1      09:00",
        "Bills and advic Free",
        "Waiting 12 next A001",
        "Enter next  * pause",
    ]
    booth.press("Enter")
    assert reads(booth)[1:] == ["A001 Pay a b Calling", "Wait 0m   A002 of 11", "Ent=here +call -miss"]
    booth.press("Enter", "Enter", "*", "1")
    assert reads(booth)[1] == "Lunch         Paused"


def test_a_reason_in_the_clerks_own_words_stays_as_it_is() -> None:
    booth = a_booth(language="en")
    booth.story.do(c.PauseCounter(counter="1", reason="取单据"))
    booth.push()
    assert reads(booth)[1] == "取单据        Paused"
