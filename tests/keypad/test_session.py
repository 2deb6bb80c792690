"""The keypad's session against the hall's own rules: what a key does, and what a broken line may not do."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from counter_client.keypad.asks import PATIENCE
from counter_client.keypad.columns import width
from counter_client.keypad.display import COLUMNS, LINES
from counter_client.keypad.keys import ACTIONS
from counter_client.keypad.session import LOCKS_AFTER, NOTICED, UPDATING_AFTER
from server.domain.queue import commands as c
from tests.care_builders import over_wait
from tests.keypad.booth import DEVICE, Booth, a_booth


def test_the_first_message_says_who_and_where() -> None:
    assert a_booth().hello == {
        "type": "hello",
        "protocol": 1,
        "token": "secret",
        "screen": "counter",
        "place": "1",
        "language": "zh",
    }


def test_enter_goes_with_the_customer_from_the_call_to_the_end() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter", "Enter", "Enter")
    assert booth.kinds == ["call_next", "start_service", "finish_ticket", "call_next"]
    assert (booth.state, booth.number) == ("calling", "A002")


def test_every_press_has_a_name_of_its_own() -> None:
    booth = a_booth()
    booth.press("Enter", "+", "+", "Enter")
    assert len({message["id"] for message in booth.asked}) == 4


def test_zero_finishes_and_calls_the_next_in_one() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter", "0")
    assert booth.kinds[2:] == ["finish_ticket", "call_next"]
    assert booth.number == "A002"


def test_nobody_is_called_when_the_finish_before_is_refused() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter")
    booth.story.do(c.FinishTicket(counter="1"))  # at the console, and its view has not come yet
    booth.press("0")
    assert booth.kinds[2:] == ["finish_ticket"]
    assert booth.notice == "A001已不在此，未生效"


def test_a_refusal_is_read_for_six_seconds() -> None:
    booth = a_booth(waiting=0)
    booth.press("Enter")
    assert booth.notice == "暂无等候客户"
    booth.later(NOTICED + 1)
    assert booth.notice == ""


def test_a_hint_goes_with_the_moment_it_was_about() -> None:
    booth = a_booth()
    booth.press("+")
    assert "没有客户" in booth.notice
    booth.story.call()
    booth.push()
    assert booth.notice == ""


def test_a_keypad_of_its_own_does_not_offer_to_open_the_counter() -> None:
    story = a_booth().story
    story.do(c.CloseCounter(counter="1"))
    for actor, asked in ((DEVICE, []), (None, ["open_counter"])):
        booth = Booth(story, actor=actor) if actor else Booth(story)
        booth.press("Enter")
        assert booth.kinds == asked
        assert bool(booth.notice) == (not asked)


def test_the_clerk_by_name_comes_with_the_log_in() -> None:
    assert a_booth().seen.name == "张伟"
    assert a_booth(actor=DEVICE).seen.name == ""


def test_news_older_than_six_seconds_are_said_to_be_old() -> None:
    booth = a_booth()
    booth.answers = False  # the server hangs; the socket does not know
    booth.later(UPDATING_AFTER)
    assert booth.seen.fresh
    booth.later(0.1)
    assert not booth.seen.fresh
    booth.answers = True
    booth.later(0)
    assert booth.seen.fresh


def test_the_halls_clock_is_shown_not_this_boxs() -> None:
    booth = a_booth()
    booth.later(3)
    booth.answers = False
    booth.later(2)
    assert booth.seen.now == booth.story.now


def test_the_customer_stays_on_the_display_while_the_line_is_down() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter")
    booth.cut()
    booth.later(600)
    assert booth.number == "A001"
    assert not booth.seen.fresh


def test_a_press_that_never_arrived_is_asked_again_under_its_name() -> None:
    booth = a_booth()
    booth.arrives = False
    booth.press("Enter")
    booth.cut()
    booth.later(5)
    booth.connect()
    assert booth.kinds == ["call_next", "call_next"]
    assert booth.asked[0]["id"] == booth.asked[1]["id"]
    assert booth.number == "A001"


def test_a_press_whose_answer_was_lost_is_not_obeyed_twice() -> None:
    booth = a_booth()
    booth.answers = False
    booth.press("Enter")
    booth.cut()
    booth.connect()
    assert booth.happened("TicketCalled") == 1
    assert booth.number == "A001"
    booth.press("Enter", "Enter")
    assert booth.kinds[-2:] == ["start_service", "finish_ticket"]


def test_a_key_pressed_without_a_line_is_kept_and_shown_and_asked_later() -> None:
    booth = a_booth()
    booth.cut()
    booth.press("Enter")
    assert booth.asked == []
    assert booth.seen.kept
    assert booth.seen.kept.action == "next"
    booth.connect()
    assert booth.kinds == ["call_next"]
    assert booth.seen.kept is None


def test_a_second_key_without_a_line_is_refused_in_words() -> None:
    booth = a_booth()
    booth.cut()
    booth.press("Enter", "+")
    assert booth.notice == "没有连接：已记下叫号，请稍候"
    booth.connect()
    assert booth.kinds == ["call_next"]


def test_a_kept_key_is_given_up_after_thirty_seconds() -> None:
    booth = a_booth()
    booth.cut()
    booth.press("Enter")
    booth.later(PATIENCE + 1)
    assert booth.notice == "叫号没有回音，请看屏幕再按"
    booth.connect()
    assert booth.asked == []


def test_a_kept_finish_never_hits_the_customer_after() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter")
    booth.cut()
    booth.press("Enter")  # meant for A001
    booth.story.do(c.FinishTicket(counter="1"))  # who is finished at the console meanwhile
    booth.story.call_and_start()
    booth.connect()
    assert "finish_ticket" not in booth.kinds
    assert (booth.state, booth.number) == ("serving", "A002")
    assert booth.notice == "已重新连接：以现在显示为准"


def test_what_got_no_answer_and_is_pressed_again_is_the_same_wish() -> None:
    booth = a_booth()
    booth.press("Enter")
    booth.arrives = False
    booth.press("+")
    booth.later(PATIENCE + 1)
    booth.arrives = True
    booth.press("+")
    first, second = [message["id"] for message in booth.asked if message["type"] == "recall"]
    assert first == second
    booth.press("+")
    assert booth.asked[-1]["id"] != first


def test_a_second_press_while_the_first_is_under_way_is_told_to_wait() -> None:
    booth = a_booth()
    booth.answers = False
    booth.press("Enter", "Enter")
    assert booth.kinds == ["call_next"]
    assert booth.notice == "正在处理，请稍候"


def test_a_door_that_stays_shut_ends_the_session_and_says_why() -> None:
    booth = a_booth()
    said = {"zh": "登录已失效，请重新登录或配对", "en": "Log in again."}
    booth.say({"type": "bye", "code": "hello_first", "text": said, "fields": {}})
    assert booth.session.over is None
    booth.say({"type": "bye", "code": "wrong_token", "text": said, "fields": {}})
    assert booth.session.over
    assert booth.session.over.zh == "登录已失效，请重新登录或配对"


def test_a_clerk_who_left_without_a_customer_is_logged_out_after_five_minutes() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter")
    booth.later(4000)
    assert booth.session.over is None, "never while somebody is at the counter"
    booth.press("Enter")
    booth.later(LOCKS_AFTER - 2)
    booth.press("+")
    booth.later(LOCKS_AFTER - 2)
    assert booth.session.over is None
    booth.later(3)
    assert booth.session.over
    assert booth.session.over.zh == "长时间未操作，请重新登录"


def test_a_device_is_never_logged_out_for_being_quiet() -> None:
    booth = a_booth(actor=DEVICE)
    for _ in range(9):
        booth.later(LOCKS_AFTER)
    assert booth.session.over is None


def test_what_a_newer_hall_says_besides_does_no_harm() -> None:
    booth = a_booth()
    booth.say({"type": "cue", "call": "x"})
    booth.say({"type": "news_of_protocol_2"})
    assert booth.session.over is None


def test_a_customer_who_is_owed_a_remedy_is_not_passed_over() -> None:
    story, _ = over_wait()
    story.issue()
    booth = Booth(story)
    booth.press("Enter", "Enter", "0")
    assert "补救" in booth.notice
    assert booth.kinds == ["call_next", "start_service"]
    booth.press("Enter")
    assert booth.seen.question
    booth.press("1")
    assert booth.kinds[-1] == "finish_ticket"


@pytest.mark.parametrize("key", ["1", "7", "Backspace", "Escape"])
def test_a_key_without_a_meaning_now_asks_for_nothing(key: str) -> None:
    booth = a_booth()
    booth.press(key)
    assert booth.asked == []


def test_a_key_between_the_answer_and_its_view_waits_for_the_view() -> None:
    booth = a_booth()
    booth.pushes = False
    booth.press("Enter")
    booth.at_once("0")
    assert booth.kinds == ["call_next"]
    booth.push()
    booth.press("Enter")
    assert booth.kinds == ["call_next", "start_service"]


STEPS = some.sampled_from([*ACTIONS, "1", "9", "cut", "connect", "nothing arrives", "no answers", "wait"])


@settings(max_examples=60)
@given(steps=some.lists(STEPS, min_size=5, max_size=40))
def test_whatever_is_pressed_and_whatever_breaks_no_press_is_obeyed_twice(steps: list[str]) -> None:
    booth = a_booth(waiting=9)
    before = len(booth.story.log)
    for step in steps:
        {
            "cut": booth.cut,
            "connect": booth.reconnect,
            "nothing arrives": booth.swallow,
            "no answers": booth.go_mute,
            "wait": lambda: booth.later(8),
        }.get(step, lambda key=step: booth.press(key))()  # type: ignore[misc]
        assert [width(line) for line in booth.lines] == [COLUMNS] * LINES
    booth.reconnect()
    booth.later(1)
    assert booth.seen.fresh
    assert booth.number == booth.here_in_the_hall
    presses = sum(step in ACTIONS or step in "19" for step in steps)
    assert len(booth.obeyed) <= 2 * presses  # 0 is two wishes
    moved = Counter(type(event).__name__ for event in booth.story.log[before:])
    assert moved["TicketCalled"] + moved["TicketFinished"] <= len(booth.obeyed)
