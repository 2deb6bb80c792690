"""What a phone, the hall's own page and the door show of numbers from home (Q42)."""

from datetime import timedelta

import pytest

from server.domain.codes import code_of
from server.domain.remote import commands as rc
from server.domain.views.boards.lobby import lobby
from server.domain.views.customers.hall_now import hall_now
from server.domain.views.customers.kiosk import kiosk
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.guides.guide import guide
from server.domain.views.remote import arrival_view, door_code, remote_now
from server.insight.waits import estimate
from tests.builders import MORNING, Story, leaves
from tests.domain.remote.story import arrive, story, taken


@pytest.mark.row("Q42")
def test_the_phone_says_how_to_confirm_and_until_when() -> None:
    today = story("1")
    home = taken(today)
    shown = arrival_view(today.hall, today.ticket(home))
    assert shown is not None
    assert (shown.code, shown.until, shown.passed) == (code_of(today.ticket(home).token), None, False)
    assert shown.by_network
    today.do(rc.KeepRemote())
    shown = arrival_view(today.hall, today.ticket(home))
    assert shown is not None
    assert shown.until == MORNING + timedelta(minutes=45)
    arrive(today, home)
    assert arrival_view(today.hall, today.ticket(home)) is None


def test_a_number_that_was_given_up_says_why_on_the_phone() -> None:
    today = story("1")
    home = taken(today)
    today.do(rc.KeepRemote())
    today.later(minutes=46).do(rc.KeepRemote())
    view = ticket_view(today.hall, today.ticket(home), {})
    assert (view.state, view.never_came, view.arrival) == ("expired", True, None)


def test_the_hall_s_own_page_offers_what_is_left_and_names_nobody() -> None:
    assert remote_now(Story("1").hall) is None
    today = story("1", remote_at_once=3)
    number = today.ticket(taken(today)).number
    offered = hall_now(today.hall, today.now, {}).remote
    assert offered is not None
    assert (offered.left, offered.arrive_minutes, offered.grace_minutes) == (2, 45, 10)
    assert "complex" not in offered.services
    today.do(rc.KeepRemote())
    values = {value for _, value in leaves(hall_now(today.hall, today.now, {}))}
    assert not values & {number, door_code(today.hall)}


def test_the_door_code_is_on_every_screen_of_the_hall_and_only_where_it_is_needed() -> None:
    today = story("1")
    today.issue()
    today.do(rc.KeepRemote())
    code = door_code(today.hall)
    assert len(code) == 4
    assert lobby(today.hall, today.now, {}).door_code == code
    assert kiosk(today.hall, today.now, {}, printer="").door_code == code
    assert guide(today.hall, today.now, {}).door_code == code
    assert door_code(Story("1").hall) == ""


def test_the_guide_sees_who_is_not_here_yet() -> None:
    today = story("1")
    home = taken(today)
    view = guide(today.hall, today.now, {})
    assert ([row.number for row in view.away], view.rows) == ([today.ticket(home).number], ())
    arrive(today, home)
    view = guide(today.hall, today.now, {})
    assert ([row.number for row in view.rows], view.away) == ([today.ticket(home).number], ())


def test_who_is_on_the_way_has_an_estimate_and_is_in_everybody_s() -> None:
    today = story("1")
    today.issue()
    alone = estimate(today.hall, today.now)["A"]
    home = taken(today)
    waits = estimate(today.hall, today.now)
    assert alone is not None
    assert waits[home] == alone
    assert (waits["A"] or 0) > alone
