"""What the lobby board shows."""

from dataclasses import replace
from operator import is_ as is_same

import pytest

from server.domain.config.pieces.boards import BoardLayout, Medium, Notice, Spot
from server.domain.guidance.commands import SetRainMode
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.boards.lobby import MISSED_SHOWN, LobbyView, in_sight, lobby
from tests.builders import COUNTERS, PRIORITY, Story, a_config, leaves, with_figures

PICTURE = "ab" * 32 + ".png"


def shown(story: Story) -> LobbyView:
    return lobby(story.hall, story.now, {"A": 60.0})


def test_the_newest_call_stands_first_with_its_counter_and_zone() -> None:
    story = Story("1", "3")
    story.issue_many(2)
    story.call("1")
    story.later(seconds=1).call("3")
    newest, before = shown(story).calls
    assert (newest.number, newest.counter, newest.counter_name.en, newest.zone.en) == (
        "A002",
        "3",
        "Counter 3",
        "West",
    )
    assert (before.number, before.zone.en, before.announcement) == ("A001", "East", 1)


def test_only_what_a_board_shows_is_in_its_sight() -> None:
    story = Story("1", "3")
    story.issue_many(2)
    story.call("1")
    called = in_sight(story.hall, "")
    story.do(c.StartService(counter="1"))
    assert all(map(is_same, in_sight(story.hall, ""), called))
    told = (c.PauseCounter(counter="3", reason="lunch"), c.IssueTicket(service="bill"), SetRainMode(on=True))
    for command in told:
        before = in_sight(story.hall, "")
        story.do(command)
        assert not all(map(is_same, in_sight(story.hall, ""), before)), command


def test_a_recall_moves_its_line_to_the_top_and_counts_up() -> None:
    story = Story("1", "3")
    story.issue_many(2)
    story.call("1")
    story.call("3")
    story.later(seconds=20).do(c.Recall(counter="1"))
    calls = shown(story).calls
    assert [(k.number, k.announcement) for k in calls] == [("A001", 2), ("A002", 1)]


def test_missed_numbers_are_listed_newest_first_until_they_are_restored() -> None:
    patient = with_figures(requeue_tolerance=20)
    story = Story("1", config=patient)
    story.issue_many(MISSED_SHOWN + 1)
    for _ in range(MISSED_SHOWN + 1):
        story.later(seconds=1).call()
        story.do(c.MarkNoShow(counter="1"))
    assert shown(story).missed == tuple(f"A00{n}" for n in range(9, 1, -1))
    story.do(c.RequeueTicket(ticket=story.numbered("A009").id))
    assert "A009" not in shown(story).missed


def test_a_missed_number_that_is_lost_is_no_longer_listed() -> None:
    story = Story("1")
    story.issue_many(7)
    for _ in range(7):
        story.later(seconds=1).call()
        story.do(c.MarkNoShow(counter="1"))
    assert shown(story).missed == ("A007", "A006", "A005", "A004", "A003", "A002")


def test_open_counters_and_suspended_services_are_named() -> None:
    story = Story("1", "2", "3")
    story.do(c.PauseCounter(counter="2", reason="lunch"))
    story.do(c.SuspendService(service="bill", reason=Text("系统慢", "System slow"), until="11:00"))
    view = shown(story)
    assert view.open_counters == ("1", "3")
    (notice,) = view.notices
    assert (notice.service.en, notice.reason.en, notice.until) == ("Pay a bill", "System slow", "11:00")


def test_an_open_room_is_named_and_not_numbered() -> None:
    counters = (*COUNTERS[:4], replace(COUNTERS[4], room=True, name=Text("洽谈室", "Meeting room")))
    story = Story("1", "5", config=a_config(counters=counters))
    view = shown(story)
    assert (view.open_counters, [room.en for room in view.open_rooms]) == (("1",), ["Meeting room"])


def test_a_board_knows_of_everybody_who_waits_whatever_its_layout() -> None:
    bare = BoardLayout(id="b", name=Text("素", "Bare"), shows_queues=False)
    story = Story("1", config=a_config(layouts=(bare,)))
    story.issue_many(3)
    story.call("1")
    assert (shown(story).waiting, shown(story).queues) == (2, ())


def test_every_queue_shows_its_wait() -> None:
    waits = {q.letter: q.wait.state for q in shown(Story("1")).queues}
    assert waits == {"A": "soon", "B": "unknown", "C": "unknown", "D": "unknown", "F": "unknown"}


def test_the_board_tells_nothing_private() -> None:
    story = Story("1", "3")
    for _ in range(3):
        story.issue(priority=PRIORITY, priority_reason="pregnant", segment="vip")
    story.call("1")
    story.call("3")
    story.do(c.MarkNoShow(counter="3"))
    for name, value in leaves(shown(story)):
        assert name not in ("token", "priority", "priority_reason", "staff", "segment", "ticket")
        assert value not in ("pregnant", "vip", "s1", "s3", "priority")
        assert not str(value).startswith("token-")


@pytest.mark.parametrize("gone", [c.MarkNoShow(counter="1"), c.ReturnToQueue(counter="1")])
def test_nobody_is_sent_to_a_counter_that_has_given_the_call_up(gone: c.MarkNoShow) -> None:
    story = Story("1", "3")
    story.issue_many(2)
    story.call("3")
    story.later(seconds=1).call("1")
    assert [k.number for k in shown(story).calls] == ["A002", "A001"]
    story.do(gone)
    assert [k.number for k in shown(story).calls] == ["A001"]


def test_a_layout_names_the_businesses_in_its_order_and_leaves_the_calls_alone() -> None:
    layout = BoardLayout(id="l", name=Text("东", "East"), places=("east",), queues=("C", "A"), rows=4)
    story = Story("1", config=a_config(layouts=(layout,)))
    story.issue("advice")
    story.call("1")
    east, west = (lobby(story.hall, story.now, {}, place=place) for place in ("east", "west"))
    assert ([q.letter for q in east.queues], east.layout.rows) == (["C", "A"], 4)
    assert ([q.letter for q in west.queues], west.layout.rows) == (["A", "B", "C", "D", "F"], 6)
    assert [k.number for k in east.calls] == [k.number for k in west.calls] == ["D001"]


def test_a_board_shows_what_hangs_today_and_what_its_layout_wants() -> None:
    picture = Medium(id="m", file=PICTURE, name=Text("图", "Picture"))
    bare = BoardLayout(
        id="b", name=Text("素", "Bare"), places=("east",), shows_queues=False, shows_media=False
    )
    mapped = BoardLayout(id="m", name=Text("图", "Map"), shows_map=True)
    counters = (replace(COUNTERS[0], spot=Spot(x=9, y=9)), *COUNTERS[1:])
    config = a_config(
        layouts=(bare, mapped),
        media=(picture,),
        counters=counters,
        notices=(Notice(id="n", text=Text("雨天路滑", "Wet floor")),),
    )
    story = Story("1", config=config)
    east, west = (lobby(story.hall, story.now, {}, place=place) for place in ("east", "west"))
    assert (east.queues, east.media, east.map) == ((), (), None)
    assert [m.file for m in west.media] == [PICTURE]
    assert west.map is not None
    assert west.map.counters[0].state == "open"
    assert [n.en for n in east.posted] == ["Wet floor"]


@pytest.mark.row("Q46")
def test_the_board_at_the_way_out_reminds_of_belongings_and_every_board_of_the_rain() -> None:
    story = Story(
        config=a_config(layouts=(BoardLayout(id="exit", name=Text("出口", "Exit"), farewell=True),))
    )
    assert [line.zh for line in shown(story).posted] == ["离厅请带好随身物品，请慢走"]
    assert shown(Story()).posted == ()
    story.do(SetRainMode(on=True))
    assert [line.zh for line in shown(story).posted] == [
        "雨天路滑，请慢行，离厅请带好雨具",
        "离厅请带好随身物品，请慢走",
    ]
    story.do(SetRainMode(on=False))
    assert len(shown(story).posted) == 1
