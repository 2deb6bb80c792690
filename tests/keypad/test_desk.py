"""The clerk's desk: which key becomes which wish, and which does not."""

import re
from pathlib import Path

from counter_client.keypad.asks import Wish
from counter_client.keypad.desk import DOUBLE, REASONS, SURE_WITHIN
from counter_client.keypad.keypad_texts import SAYS
from server.api.asking.wire import COMMANDS
from server.domain.queue.commands import AtCounter, StartService
from tests.keypad.booth import DEVICE, Booth, a_booth

CLIENT = Path(__file__).parents[2] / "counter_client" / "counter"


def test_a_no_show_takes_two_presses() -> None:
    booth = a_booth()
    booth.press("Enter", "-")
    assert booth.notice == "再按 - A001过号"
    assert booth.kinds == ["call_next"]
    booth.press("-")
    assert booth.kinds == ["call_next", "mark_no_show"]


def test_the_second_press_counts_only_soon_and_right_after_the_first() -> None:
    booth = a_booth()
    booth.press("Enter", "-")
    booth.later(SURE_WITHIN + 1)
    booth.press("-", "+", "-")
    assert booth.kinds == ["call_next", "recall"]


def test_two_presses_for_two_customers_miss_neither() -> None:
    booth = a_booth()
    booth.press("Enter", "-")
    booth.story.do(StartService(counter="1"))
    booth.push()
    booth.press("-")
    assert "mark_no_show" not in booth.kinds


def test_a_double_click_on_enter_is_one_step() -> None:
    booth = a_booth()
    booth.later(1)
    booth.at_once("Enter")
    booth.later(DOUBLE / 2)
    booth.at_once("Enter")
    assert booth.kinds == ["call_next"]
    booth.later(DOUBLE + 0.1)
    booth.at_once("Enter")
    assert booth.kinds == ["call_next", "start_service"]


def test_a_pause_asks_for_its_reason_and_keeps_the_consoles_word() -> None:
    booth = a_booth()
    booth.press("*")
    assert booth.seen.question
    assert booth.asked == []
    booth.press("7", "2")
    assert booth.asked[0]["reason"] == "临时离开"
    assert booth.state == "paused"
    booth.press("*")
    assert booth.kinds == ["pause_counter", "resume_counter"]


def test_the_reasons_are_the_consoles() -> None:
    reasons = re.findall(
        r'"(reason_\w+)"', (CLIENT / "desk/sheets.ts").read_text(encoding="utf-8").split("as const")[0]
    )
    assert tuple(reasons) == REASONS
    words = (CLIENT / "texts_zh.ts").read_text(encoding="utf-8")
    assert all(f'{reason}: "{SAYS[reason].zh}"' in words for reason in REASONS)


def test_a_question_goes_by_the_point_or_with_its_moment() -> None:
    booth = a_booth()
    for way_out in (".", "Backspace", "Escape"):
        booth.press("*", way_out)
        assert booth.seen.question is None
    booth.press("*")
    booth.story.call()
    booth.push()
    assert booth.seen.question is None
    assert booth.asked == []


def test_nine_closes_the_counter_for_who_may() -> None:
    booth = a_booth()
    booth.press("*", "9")
    assert booth.state == "closed"
    device = a_booth(actor=DEVICE)
    device.press("*", "9")
    assert device.asked == []
    assert device.seen.question, "9 answers nothing here"


def test_a_customer_is_put_back_and_called_again() -> None:
    booth = a_booth()
    booth.press("Enter", ".", "Enter")
    assert booth.kinds == ["call_next", "return_to_queue", "call_next"]
    assert booth.number == "A001"


def test_an_undo_brings_the_customer_back() -> None:
    booth = a_booth()
    booth.press("Enter", "Enter", "Enter", "/")
    assert (booth.state, booth.number) == ("serving", "A001")


def test_zero_does_not_end_a_customer_who_is_still_on_the_way() -> None:
    booth = a_booth()
    booth.press("Enter", "0")
    assert booth.kinds == ["call_next"]
    assert "还没到台" in booth.notice


def test_the_letters_of_a_keyboard_do_as_at_the_console() -> None:
    booth = a_booth()
    booth.press("Space", "R", "Enter", "F", "U", "F")
    assert booth.kinds == [
        "call_next",
        "recall",
        "start_service",
        "finish_ticket",
        "undo_last",
        "finish_ticket",
    ]


def test_every_key_for_a_customer_names_the_customer() -> None:
    booth = a_booth()
    booth.press("Enter", "+", ".", "Enter", "-", "-", "/", "Enter", "Enter")
    named = [a for a in booth.asked if issubclass(COMMANDS[str(a["type"])], AtCounter)]
    assert {a["type"] for a in named} == {
        "recall",
        "return_to_queue",
        "mark_no_show",
        "undo_last",
        "start_service",
        "finish_ticket",
    }
    assert {a["ticket"] for a in named} == {booth.story.numbered("A001").id}


def test_a_wish_says_what_it_is_in_words() -> None:
    booth: Booth = a_booth()
    booth.cut()
    booth.press("Enter")
    assert isinstance(booth.seen.kept, Wish)
