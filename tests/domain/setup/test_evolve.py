"""What each event of the set-up makes of the hall."""

from dataclasses import replace

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.builders import COUNTERS, SERVICES, Story, a_config


def test_an_open_counter_keeps_what_it_calls_and_a_closed_one_takes_its_new_furniture() -> None:
    story = Story("1")
    config = a_config(counters=tuple(replace(p, profile="all") for p in COUNTERS))
    story.do(ConfigureHall(config=config))
    assert (story.counter("1").profile, story.counter("2").profile) == ("quick", "all")


def test_a_counter_that_is_gone_is_on_no_board_any_more() -> None:
    story = Story("6")
    story.issue()
    story.serve("6")
    story.do(c.CloseCounter(counter="6"))
    story.do(c.SuspendService(service="complex", reason=Text("系统慢", "System slow")))
    story.do(
        ConfigureHall(
            config=a_config(counters=tuple(p for p in COUNTERS if p.id != "6"), services=SERVICES[:-1])
        )
    )
    assert "6" not in story.hall.counters
    assert story.hall.recent == ()
    assert story.hall.suspended == {}
