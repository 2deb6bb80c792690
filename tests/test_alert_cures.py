"""One table of alerts: what raises each kind, what cures it, and the test that does both."""

import ast
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from server.domain.care import commands as cc
from server.domain.equipment import commands as ec
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from tests.builders import Story, a_config
from tests.domain.care.test_remedies import with_gifts
from tests.domain.queue.test_restoring import back
from tests.domain.views.overview.test_alert_texts import kinds_in_the_code

TESTS = Path(__file__).parent
HERE = "test_alert_cures.py"


@dataclass(frozen=True, slots=True)
class Cure:
    """`shown` lists the tests, as file::test; each raises the alert for real and sees it gone."""

    raised_by: str
    cured_by: str
    shown: tuple[str, ...]


DEVICES = (f"{HERE}::test_a_device_is_told_of_until_it_is_well_or_gone",)
SLIPS = "domain/equipment/test_follow.py"
TIME = "watchers/clock/test_keep_time.py"
CLOCK = "watchers/clock/test_keep_clock.py"
LOUD = "watchers/devices/test_loudspeakers.py"
STRANDED = "watchers/test_find_stranded.py"

CURES = {
    "printer_down": Cure("a printer that cannot print", "it can, or it leaves the set-up", DEVICES),
    "printer_near_end": Cure("a roll nearly used up", "a new roll", DEVICES),
    "strip_down": Cure("a dark strip", "it shows again, or leaves the set-up", DEVICES),
    "strip_near_end": Cure("a strip that needs a look", "it is well", DEVICES),
    "voice_down": Cure("no voice can speak", "one can", DEVICES),
    "voice_near_end": Cure("a second-best voice speaks", "the first does", DEVICES),
    "slip_unknown": Cure(
        "a slip that may not have come out",
        "a reprint, the word of who asked, the end of the visit or the day",
        (
            f"{SLIPS}::test_a_reprint_ends_it_and_a_new_doubt_begins_anew",
            f"{SLIPS}::test_the_word_of_who_asked_the_customer_ends_it",
            f"{SLIPS}::test_the_end_of_the_visit_ends_it_however_it_ends",
            f"{SLIPS}::test_a_new_day_asks_nothing_about_yesterdays_slips",
        ),
    ),
    "slip_failed": Cure(
        "a number without paper",
        "as above",
        (f"{SLIPS}::test_a_number_without_paper_is_told_until_it_has_some",),
    ),
    "sound_blocked": Cure(
        "a browser that allows no sound",
        "somebody taps it",
        (f"{TIME}::test_a_board_that_may_not_make_a_sound_is_noticed",),
    ),
    "sound_failed": Cure(
        "a board or speaker that did not play",
        "it plays, or it is no longer the hall's",
        (
            f"{LOUD}::test_a_board_that_plays_silence_again_has_its_place_back_and_the_alert_ends",
            f"{LOUD}::test_the_alert_of_a_board_that_is_no_longer_expected_ends",
            f"{LOUD}::test_the_alert_of_a_speaker_that_is_no_longer_the_halls_ends",
        ),
    ),
    "no_speaker": Cure(
        "a call nobody could say",
        "somebody can, before the next call",
        ("watchers/devices/test_speak_calls.py::test_who_can_speak_cures_the_lack_before_the_next_call",),
    ),
    "board_silent": Cure(
        "a board that is expected and not there",
        "it comes back",
        (f"{TIME}::test_a_board_that_has_gone_silent_is_noticed",),
    ),
    "clock_jumped": Cure(
        "a clock that leapt",
        "it is right again, or its time is believed",
        (
            f"{CLOCK}::test_a_running_hall_does_not_follow_a_leap_and_says_so",
            f"{TIME}::test_a_clock_set_back_is_noticed_and_no_wait_shrinks",
        ),
    ),
    "clock_unproven": Cure(
        "a start whose time nothing proves",
        "a device agrees",
        (f"{CLOCK}::test_a_start_that_nobody_contradicts_is_told_until_it_is_proven",),
    ),
    "service_back": Cure(
        "a suspension that ended by itself",
        "an hour, or who has seen it",
        (
            f"{TIME}::test_a_suspension_ends_by_itself_and_somebody_is_told",
            f"{HERE}::test_news_ends_with_who_has_seen_it",
        ),
    ),
    "sent_away": Cure(
        "a day that ended on customers",
        "a day, or who has seen it",
        (
            f"{TIME}::test_a_hall_with_hours_ends_its_day_and_tells_who_was_sent_away",
            f"{HERE}::test_news_ends_with_who_has_seen_it",
        ),
    ),
    "hall_restored": Cure(
        "a restored hall", "the next day", (f"{HERE}::test_what_belongs_to_the_day_ends_with_it",)
    ),
    "guide_called": Cure(
        "a customer who calls for help",
        "who goes there, or the end of the day",
        (
            f"{HERE}::test_a_call_for_help_ends_with_who_goes_and_can_be_repeated",
            f"{HERE}::test_what_belongs_to_the_day_ends_with_it",
            f"{HERE}::test_a_day_that_turns_keeps_who_called_a_minute_ago",
        ),
    ),
    "gift_low": Cure(
        "a gift that runs low",
        "a count, or a set-up with less need of it",
        (
            "domain/care/test_remedies.py::test_counting_sets_the_stock_and_ends_the_alert",
            f"{HERE}::test_a_set_up_that_needs_less_of_a_gift_or_none_ends_its_alert",
        ),
    ),
    "pause_long": Cure(
        "a counter paused for long", "it goes on", (f"{TIME}::test_a_long_pause_is_noticed_and_its_end_too",)
    ),
    "notice_failed": Cure(
        "a notice or pass that may not have come out",
        "it is printed again, the word of who gave it, the day",
        (
            "watchers/devices/test_what_slips_say.py::"
            "test_a_notice_that_may_not_have_come_out_is_told_and_never_sent_again_by_itself",
        ),
    ),
    "room_unmanned": Cure(
        "a room that nobody opens in opening hours",
        "somebody does, or the hall closes",
        (f"{TIME}::test_a_room_that_nobody_opens_is_told_of_with_who_keeps_it",),
    ),
    "terminal_faulty": Cure(
        "a self-service terminal reported out of order",
        "it works again, or leaves the set-up",
        (f"{TIME}::test_a_terminal_out_of_order_is_told_of_until_it_works",),
    ),
    "line_at_risk": Cure(
        "a line of which some are likely to wait too long",
        "it looks calm for a while",
        (f"{TIME}::test_a_line_at_risk_is_told_of_until_it_is_calm",),
    ),
    "waits_unreliable": Cure(
        "expected waits that do not hold",
        "more of the day's calls are in time, or the day ends",
        (f"{TIME}::test_waits_that_do_not_hold_are_told_of_until_they_do",),
    ),
    "plan_waits": Cure(
        "a plan that cannot begin",
        "it begins, or is dropped",
        ("api/setup/test_setting_up.py::test_a_planned_change_in_a_tickets_way_waits_and_says_so",),
    ),
    "waits_for_paused": Cure(
        "somebody waits for a paused counter alone",
        "it resumes, or they are called elsewhere",
        (f"{STRANDED}::test_who_waits_for_a_paused_counter_is_told_and_called_elsewhere_later",),
    ),
    "nobody_calls": Cure(
        "a queue no counter calls",
        "one does",
        (f"{STRANDED}::test_a_queue_that_nobody_calls_is_one_alert_until_a_counter_does",),
    ),
    "part_failed": Cure(
        "a part of the server that failed",
        "it has run well for a while",
        ("watchers/test_tell_parts.py::test_a_failing_part_is_one_alert_until_it_is_well",),
    ),
}


def test_every_kind_of_alert_has_its_cure() -> None:
    assert CURES.keys() == kinds_in_the_code()


@pytest.mark.parametrize("kind", CURES)
def test_every_cure_is_shown_by_a_test_that_is_there(kind: str) -> None:
    for shown in CURES[kind].shown:
        file, _, name = shown.partition("::")
        tree = ast.parse((TESTS / file).read_text("utf-8"))
        there = [n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
        assert name in there, shown


@pytest.mark.parametrize("kind", ["printer", "strip", "voice"])
@pytest.mark.parametrize(("state", "alert"), [("down", "{}_down/x"), ("warn", "{}_near_end/x")])
@pytest.mark.parametrize("cure", ["ok", "gone"])
def test_a_device_is_told_of_until_it_is_well_or_gone(kind: str, state: str, alert: str, cure: str) -> None:
    story = Story()
    story.do(ec.ReportDevice(device="x", kind=kind, state=state, detail="paper_out"))
    assert list(story.hall.alerts) == [alert.format(kind)]
    story.do(ec.ReportDevice(device="x", kind=kind, state=cure))
    assert story.hall.alerts == {}


def test_a_call_for_help_ends_with_who_goes_and_can_be_repeated() -> None:
    story = Story("1")
    for _ in range(2):
        story.do(ec.RaiseAlert(kind=ec.CALL_FOR_HELP, subject="K1"))
        assert list(story.hall.alerts) == ["guide_called/K1"]
        story.do(ec.AcknowledgeAlert(alert="guide_called/K1", by="li"))
        assert story.hall.alerts == {}


@pytest.mark.parametrize("kind", ["service_back", "sent_away"])
def test_news_ends_with_who_has_seen_it(kind: str) -> None:
    story = Story()
    story.do(ec.RaiseAlert(kind=kind, subject="2"))
    story.do(ec.AcknowledgeAlert(alert=f"{kind}/2", by="zhou"))
    assert story.hall.alerts == {}


def test_what_belongs_to_the_day_ends_with_it() -> None:
    story = Story("1")
    story.issue()
    back(story)
    story.do(ec.RaiseAlert(kind=ec.CALL_FOR_HELP, subject="K1"))
    story.do(ec.ReportDevice(device="k1", kind="printer", state="down", detail="paper_out"))
    story.do(c.CloseDay(reason="all served"))
    assert set(story.hall.alerts) == {"hall_restored/hall", "printer_down/k1"}
    story.do(ec.RaiseAlert(kind=ec.CALL_FOR_HELP, subject="K1"))  # by who stands at a closed door
    story.later(days=1).issue()
    assert set(story.hall.alerts) == {"printer_down/k1"}, "what is broken is broken tomorrow, too"


def test_a_day_that_turns_keeps_who_called_a_minute_ago() -> None:
    story = Story("1", config=a_config(hours=None)).at("23:50")
    story.issue()
    story.do(ec.RaiseAlert(kind=ec.CALL_FOR_HELP, subject="K1"))
    story.later(minutes=9).do(ec.RaiseAlert(kind=ec.CALL_FOR_HELP, subject="1"))
    story.later(minutes=55).do(c.TurnDay())
    assert set(story.hall.alerts) == {"guide_called/1"}


@pytest.mark.parametrize("cure", ["removed", "less needed"])
def test_a_set_up_that_needs_less_of_a_gift_or_none_ends_its_alert(cure: str) -> None:
    story = with_gifts()
    story.do(cc.GiveGift(ticket="t3", gift="last"))
    assert "gift_low/last" in story.hall.alerts
    config = story.hall.config
    assert config is not None
    story.do(ConfigureHall(config=replace(config, phone="95598")))
    assert "gift_low/last" in story.hall.alerts, "another setting cures nothing"
    others = tuple(gift for gift in config.gifts if gift.id != "last")
    last = tuple(replace(gift, alert_below=0) for gift in config.gifts if gift.id == "last")
    gifts = others if cure == "removed" else (*others, *last)
    story.do(ConfigureHall(config=replace(config, gifts=gifts)))
    assert "gift_low/last" not in story.hall.alerts
