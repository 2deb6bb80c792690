"""Numbers without what gives them: D1, a printer out of paper, and D3, a dead kiosk."""

from server.domain.text import Text
from server.drill.practice import PRINTER, Practice
from server.drill.seat import NotSeen
from server.drill.texts import text_of


async def d1(hall: Practice) -> Text:
    """The number comes all the same, its slip waits for paper and comes out once, somebody is told."""
    async with hall.kiosk() as kiosk, hall.seat("hall_manager", "manager") as manager:
        hall.paper.paper = False
        ticket = (await kiosk.ask("issue_ticket", service=hall.service))["ticket"]
        if not ticket["number"]:
            raise NotSeen(text_of("no_number"))
        await kiosk.see(lambda v: v["slip"] and v["slip"]["state"] == "held", text_of("slip_not_held"))
        await manager.see(lambda v: v["alerts"], text_of("no_alert"))
        hall.paper.paper = True
        await kiosk.see(lambda v: v["slip"]["state"] == "printed", text_of("slip_not_printed"))
        await manager.see(lambda v: not v["alerts"], text_of("alert_stays"))
    _require_slips(hall, 1)
    return text_of("D1", number=ticket["number"])


async def d3(hall: Practice) -> Text:
    """The guide's tablet gives numbers with slips; who has a number of a paper roll is served directly."""
    async with hall.kiosk():
        pass  # it was here, and is dead
    async with hall.guide() as guide:
        ticket = (await guide.ask("issue_ticket", service=hall.service, printer=PRINTER))["ticket"]
    async with hall.clerk() as clerk:
        await clerk.ask("open_counter", counter=hall.counter)
        await clerk.ask("walk_direct", counter=hall.counter, service=hall.service)
        at_work = text_of("not_at_counter", number="—", counter=hall.counter)
        await clerk.see(lambda v: v["ticket"] and v["ticket"]["state"] == "serving", at_work)
        served = clerk.view["ticket"]["id"]
        await clerk.ask("finish_ticket", counter=hall.counter, ticket=served)
        await clerk.see(lambda v: v["ticket"] is None, at_work)
    async with hall.kiosk() as another:
        await another.see(lambda v: v["slip"] and v["slip"]["state"] == "printed", text_of("no_slip"))
    _require_slips(hall, 1)
    return text_of("D3", number=ticket["number"], counter=hall.counter)


def _require_slips(hall: Practice, want: int) -> None:
    if hall.paper.slips != want:
        raise NotSeen(text_of("slips", want=want, got=hall.paper.slips))
