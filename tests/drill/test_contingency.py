"""The queue on paper: all who have a number, whoever is looked after first, to read and to print."""

from dataclasses import replace

from server.domain.hall import ENDED, TicketState
from server.domain.queue.commands import CallNext, FinishTicket, IssueTicket, OpenCounter, StartService
from server.domain.text import Text
from server.drill.contingency import as_html, as_text, sheet
from tests.builders import Story


def a_story() -> Story:
    story = Story()
    for _ in range(4):
        story.do(IssueTicket(service="bill", channel="kiosk"))
    story.do(OpenCounter(counter="1", staff="s1"))
    for _ in range(2):
        story.do(CallNext(counter="1"))
        story.do(StartService(counter="1"))
        if len(story.hall.ended) == 0:
            story.do(FinishTicket(counter="1"))
    return story


def test_who_is_at_a_counter_comes_first_and_who_is_done_is_not_there() -> None:
    made = sheet(a_story().hall)
    assert [row.number for row in made.rows] == ["A002", "A003", "A004"]
    assert (made.rows[0].counter, made.rows[0].state.en) == ("1", "at counter")
    assert made.last == ("A004",)


def test_the_text_and_the_page_have_everybody_chinese_first_and_no_markup_of_others() -> None:
    hall = a_story().hall
    assert hall.config is not None
    hall = replace(hall, config=replace(hall.config, name=Text("<b>东</b>厅", "East")))
    made = sheet(hall)
    for page in (as_text(made), as_html(made)):
        assert page.index("停机应急排队清单") < page.index("The queue on paper")
        assert all(row.number in page for row in made.rows)
        assert "返回优先" in page
    assert "<b>" not in as_html(made)
    assert "http" not in as_html(made), "it needs nothing beside itself"


def test_every_state_of_a_ticket_that_has_not_ended_has_its_words() -> None:
    from server.drill.contingency_texts import STATES

    assert STATES.keys() == set(TicketState) - ENDED
