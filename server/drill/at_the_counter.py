"""Calls that are not heard, seen or finished: D4, the voice; D5, the board; D6, the counter's computer."""

from typing import Any

from server.domain.text import Text
from server.drill.practice import CHIMES, Practice
from server.drill.seat import NotSeen, Seat
from server.drill.texts import text_of

WHY = "窗口电脑坏了 the counter's computer is dead"
TWICE = 1.5  # times as long, with the chime that comes once


async def d4(hall: Practice) -> Text:
    """A voice that says no words: the call is seen, the clerk knows it was not said, somebody is told."""
    await hall.kill()
    await hall.serve(CHIMES)
    async with (
        hall.seat("lobby_board", "lobby", hall.zone) as board,
        hall.seat("window_display", "window", hall.counter) as window,
        hall.seat("hall_manager", "manager") as manager,
        hall.clerk() as clerk,
    ):
        await board.sound_on()
        number = await _called(hall, clerk)
        await _shown(window, board, number)
        await board.spoken(await board.cue(), "played")  # it was a chime
        await clerk.see(lambda v: v["ticket"]["spoken"] == "failed", text_of("unspoken"))
        await manager.see(lambda v: v["alerts"], text_of("no_alert"))
    return text_of("D4", number=number)


async def d5(hall: Practice) -> Text:
    """Another board speaks for the zone, and says twice what nobody can see there."""
    async with (
        hall.seat("lobby_board", "lobby") as other,
        hall.seat("window_display", "window", hall.counter) as window,
        hall.clerk() as clerk,
    ):
        await other.sound_on()
        async with hall.seat("lobby_board", "lobby", hall.zone) as own:
            number = await _called(hall, clerk)
            await _shown(window, own, number)
            before = await _heard(other)
        await clerk.ask("recall", counter=hall.counter, ticket=clerk.view["ticket"]["id"])
        after = await _heard(other)
        if after < TWICE * before:
            raise NotSeen(text_of("once", before=before, after=after))
        shown = text_of("not_on_window", number=number)
        await window.see(lambda v: v["number"] == number and v["announcement"] > 1, shown)
    return text_of("D5", before=before, after=after, number=number)


async def d6(hall: Practice) -> Text:
    """One customer is finished with the keypad, another goes on at another counter."""
    async with hall.clerk() as clerk:
        number = await _called(hall, clerk)
    async with hall.seat("keypad", "counter", hall.counter) as keypad:
        missing = text_of("not_at_counter", number=number, counter=hall.counter)
        await keypad.see(lambda v: v["ticket"]["number"] == number, missing)
        ticket = keypad.view["ticket"]
        if ticket["state"] == "called":
            await keypad.ask("start_service", counter=hall.counter, ticket=ticket["id"])
        await keypad.ask("finish_ticket", counter=hall.counter, ticket=ticket["id"])
    async with hall.clerk() as clerk:
        moved = await _called(hall, clerk, opened=True)
        called = clerk.view["ticket"]["id"]
    async with hall.seat("team_leader", "counter", hall.counter) as leader:
        await leader.ask("return_to_queue", counter=hall.counter, ticket=called)
    if hall.other:
        async with hall.clerk(hall.other) as beside:
            await beside.ask("open_counter", counter=hall.other)
            await beside.ask("call_specific", counter=hall.other, ticket=called, reason=WHY)
            missing = text_of("not_at_counter", number=moved, counter=hall.other)
            await beside.see(lambda v: v["ticket"]["number"] == moved, missing)
    other = text_of("moved_to", counter=hall.other) if hall.other else text_of("moved_nowhere")
    return Text(
        text_of("D6", number=number, moved=moved, other=other.zh).zh,
        text_of("D6", number=number, moved=moved, other=other.en).en,
    )


async def _called(hall: Practice, clerk: Seat, *, opened: bool = False) -> str:
    """The number of a customer who has come and been called."""
    async with hall.kiosk() as kiosk:
        number: str = (await kiosk.ask("issue_ticket", service=hall.service))["ticket"]["number"]
    if not opened:
        await clerk.ask("open_counter", counter=hall.counter)
    await clerk.ask("call_next", counter=hall.counter)
    await clerk.see(lambda v: v["ticket"] and v["ticket"]["number"] == number, text_of("not_called"))
    return number


async def _shown(window: Seat, board: Seat, number: str) -> None:
    await window.see(lambda v: v["number"] == number, text_of("not_on_window", number=number))

    def on_it(view: dict[str, Any]) -> bool:
        return any(call["number"] == number for call in view["calls"])

    await board.see(on_it, text_of("not_on_board", number=number))


async def _heard(board: Seat) -> float:
    """How many seconds the call takes that it was given and has played."""
    cue = await board.cue()
    await board.spoken(cue, "played")
    return float(cue["seconds"])
