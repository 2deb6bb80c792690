"""Only the screen it is about says that a call was shown, only the board that was asked that it was heard."""

import pytest

from tests.hall_here import HereHall
from tests.patience import until


async def call_of(hall: HereHall, counter: str) -> str:
    ticket = await hall.called(counter)
    call = hall.hall.tickets[ticket].call
    assert call
    return call.id


async def test_a_window_display_reports_no_other_counters_call(hall: HereHall) -> None:
    call = await call_of(hall, "1")
    for place in ("3", ""):
        for role in ("window_display", "counter_screen"):
            token = hall.token(role, place)
            status, body = await hall.post(token, "record_shown", call=call, screen="window:1")
            assert (status, body["code"]) == (403, "not_allowed")
    (ticket,) = hall.hall.tickets.values()
    assert ticket.call
    assert not ticket.call.shown
    own = hall.token("window_display", "1", "own")
    assert (await hall.post(own, "record_shown", call=call, screen="lobby"))[0] == 200
    newest = (await hall.house.live.journal.since(hall.hall.seq - 1))[0]
    assert newest.event.screen == "own"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("role", "place"), [("window_display", "3"), ("window_display", "1"), ("lobby_board", "")]
)
async def test_nobody_says_played_who_was_not_asked_to_play(hall: HereHall, role: str, place: str) -> None:
    """C29: a call at counter 1 failed; a display of counter 3 says that it was played."""
    call = await call_of(hall, "1")
    await until(lambda: hall.hall.tickets[call.rpartition("-")[0]].call.spoken)  # type: ignore[union-attr]
    status, body = await hall.post(
        hall.token(role, place), "record_spoken", call=call, announcement=1, outcome="played"
    )
    assert body["code"] in ("not_allowed", "not_asked_to_speak")
    assert status >= 400  # refused
    assert hall.hall.tickets[call.rpartition("-")[0]].call.spoken == "failed"  # type: ignore[union-attr]
