"""What the log alone rebuilds of numbers from home, and what ends with them."""

from functools import reduce

from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.remote import commands as rc
from tests.domain.remote.story import arrive, story, taken


def test_the_log_alone_rebuilds_who_is_on_the_way_and_the_code_at_the_door() -> None:
    today = story("1")
    taken(today)
    arrive(today, taken(today))
    today.later(minutes=1).issue()
    today.do(rc.KeepRemote())
    today.call()
    assert reduce(evolve, today.log, Hall()) == today.hall


def test_who_has_gone_is_not_remembered_by_phone_or_network() -> None:
    today = story("1")
    served, cancelled, closed = taken(today), taken(today), taken(today)
    arrive(today, served)
    today.serve()
    today.do(c.CancelTicket(ticket=cancelled, by="customer"))
    assert list(today.hall.remote.taken) == [closed]
    today.do(c.CloseDay(reason="evening"))
    assert today.hall.remote.taken == {}


def test_a_second_turn_is_the_first_one_and_a_pass_stays_one() -> None:
    today = story("1")
    home = taken(today)
    today.do(rc.KeepRemote())
    first = today.hall.remote.taken[home].turn_at
    today.later(minutes=3).issue()
    today.call()
    known = today.hall.remote.taken[home]
    assert (known.turn_at, known.passed) == (first, True)
