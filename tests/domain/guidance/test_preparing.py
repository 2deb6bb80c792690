"""What is done while somebody waits is seen at the counter, and what was told is on record."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import MONEY_COUNTED
from server.domain.queue import commands as c
from server.domain.text import Text
from tests.builders import Story, a_config, names

ID, FORM = Text("身份证复印", "Copy of the ID card"), Text("表单", "Form")
POINTS = (Text("旧户要结清", "Settle the old account"), Text("次日生效", "From tomorrow"))


def story(*working: str) -> Story:
    entries = {"install": CatalogueEntry(steps=(ID, FORM)), "change": CatalogueEntry(key_points=POINTS)}
    services = tuple(replace(s, entry=entries.get(s.id, s.entry)) for s in a_config().services)
    return Story(*working, config=a_config(services=services))


@pytest.mark.row("Q23")
def test_steps_ticked_in_the_waiting_area_are_there_at_the_call() -> None:
    today = story("4").at("09:05")
    ticket = today.issue("install")
    today.at("09:11").do(gc.TickStep(ticket=ticket, step=0, by="li"))
    today.do(gc.TickStep(ticket=ticket, step=1, by="li"))
    assert today.do(gc.TickStep(ticket=ticket, step=1, by="li")) == ()
    today.call("4")
    assert today.hall.guidance.prepared[ticket] == (ID, FORM)
    assert today.hall.guidance.contacts["li"].prepared == 1  # one customer


def test_a_tick_is_taken_back_and_a_step_that_is_not_there_is_refused() -> None:
    today = story()
    ticket = today.issue("install")
    today.do(gc.TickStep(ticket=ticket, step=0))
    today.do(gc.TickStep(ticket=ticket, step=0, done=False))
    assert today.hall.guidance.prepared[ticket] == ()
    for step in (2, -1):
        assert today.refused(gc.TickStep(ticket=ticket, step=step)) == "unknown_step"
    today.do(c.MarkWalkout(ticket=ticket))
    assert today.refused(gc.TickStep(ticket=ticket, step=0)) == "unknown_ticket"


@pytest.mark.row("E32")
def test_key_points_are_told_once_in_the_words_they_had() -> None:
    today = story("4")
    ticket = today.issue("change")
    today.call_and_start("4")
    assert names(today.do(gc.TellKeyPoints(ticket=ticket, by="s4"))) == ["KeyPointsTold"]
    assert today.do(gc.TellKeyPoints(ticket=ticket, by="s4")) == ()
    assert today.hall.guidance.points_told[ticket] == POINTS
    other = today.issue("bill")
    assert today.refused(gc.TellKeyPoints(ticket=other)) == "no_key_points"


@pytest.mark.row("B12")
def test_money_is_ticked_as_counted_where_a_business_takes_cash() -> None:
    entries = {
        "bill": CatalogueEntry(cash=True),
        "change": CatalogueEntry(cash=True, key_points=POINTS),
    }
    services = tuple(replace(s, entry=entries.get(s.id, s.entry)) for s in a_config().services)
    today = Story("2", "4", config=a_config(services=services))
    for counter, service, told in (
        ("2", "bill", (MONEY_COUNTED,)),
        ("4", "change", (*POINTS, MONEY_COUNTED)),
    ):
        ticket = today.issue(service)
        today.call_and_start(counter)
        assert names(today.do(gc.TellKeyPoints(ticket=ticket, by="s4"))) == ["KeyPointsTold"]
        assert today.hall.guidance.points_told[ticket] == told
        assert today.do(gc.TellKeyPoints(ticket=ticket, by="s4")) == ()


def test_what_is_known_of_the_day_s_visits_goes_with_them() -> None:
    today = story("1")
    ticket = today.issue("install")
    today.do(gc.TickStep(ticket=ticket, step=0, by="li"))
    today.later(days=1).issue("bill")
    assert today.hall.guidance.prepared == {}
    assert today.hall.guidance.contacts == {}
