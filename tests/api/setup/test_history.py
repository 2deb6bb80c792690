"""The record of the set-up, one kind of line for each kind of event."""

from typing import get_args

from server.api.doors.access_notes import IN_WORDS, What
from server.api.setup.history import AccessEntry, PlanEntry, history, in_words, last_change
from server.domain.equipment.commands import NoteAccess
from server.domain.setup.commands import ConfigureHall, DropPlan
from server.journal import Recorded
from tests.builders import Story, a_config
from tests.domain.setup.test_rules import TOMORROW


def test_the_history_says_who_did_what_in_words_for_every_kind() -> None:
    story = Story(empty=True)
    story.do(ConfigureHall(config=a_config(), by="1001"))
    story.do(ConfigureHall(config=a_config(phone="1"), by="1001", note="换号"))
    story.do(ConfigureHall(config=a_config(phone="2"), base=a_config(phone="1"), valid_from=TOMORROW))
    story.do(DropPlan(plan=next(iter(story.hall.plans))))
    story.do(NoteAccess(what="device_revoked", subject="kiosk-1", detail="丢失"))
    found = [
        Recorded(epoch=1, seq=n, actor="person:1001", event=event) for n, event in enumerate(story.log, 1)
    ]
    told = history(found, {"1001": "周敏"}, {"kiosk-1": "东门取号机"})
    assert [entry.kind for entry in told] == ["config", "config", "plan", "plan_dropped", "access"]
    assert {entry.name for entry in told} == {"周敏"}
    assert [entry.can_undo for entry in told] == [False, True, False, False, False]
    assert (told[1].note, told[1].changes[0].path) == ("换号", "phone")
    assert isinstance(told[2], PlanEntry)
    assert told[2].valid_from == TOMORROW
    assert isinstance(told[4], AccessEntry)
    assert (told[4].what, told[4].subject, told[4].detail) == ("device_revoked", "kiosk-1", "丢失")
    assert [entry.title.zh for entry in told] == [
        "建立营业厅",
        "修改设置",
        f"安排修改，{TOMORROW} 起生效",
        "取消了一项计划",
        "停用设备 东门取号机",
    ]


def test_what_the_server_did_by_itself_is_nobody_s_name() -> None:
    story = Story()
    made = Recorded(epoch=1, seq=1, actor="system:init", event=story.log[0])
    assert [entry.name for entry in history([made], {}, {})] == [""]


def test_who_changed_a_piece_last_is_told_also_of_what_lies_in_it() -> None:
    story = Story(empty=True)
    story.do(ConfigureHall(config=a_config(), by="1001"))
    story.do(ConfigureHall(config=a_config(phone="1"), by="1001"))
    found = [Recorded(epoch=1, seq=n, actor="person:1001", event=e) for n, e in enumerate(story.log, 1)]
    told = history(reversed(found), {"1001": "周敏"}, {})
    changed = last_change(told, "phone")
    assert changed
    assert (changed.name, changed.at) == ("周敏", told[0].at)
    assert last_change(told, "phone.zh") == changed
    assert last_change(told, "phones") is None


def test_codes_in_a_note_have_words_and_names_stay_as_they_are() -> None:
    assert in_words("clerk; Li Ming").zh == "营业员; Li Ming"
    assert in_words("guide → team_leader").en == "Guide → Team leader"


def test_everything_that_is_noted_has_its_words() -> None:
    assert set(IN_WORDS) == set(get_args(What))
