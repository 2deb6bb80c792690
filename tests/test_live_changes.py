"""A busy morning: the set-up changes over HTTP while customers wait, and every screen follows by itself."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.hall_here import HereHall
from tests.hall_made import Message, bearer

Edit = Callable[[Message], object]


async def change(hall: HereHall, edit: Edit, **more: Any) -> tuple[int, Message]:
    shown = (await hall.http.get("/api/setup", headers=bearer(hall.admin))).json()
    config = copy.deepcopy(shown["config"])
    edit(config)
    body = {"id": f"change-{shown['seq']}", "base": shown["config"], "config": config, **more}
    answer = await hall.http.post("/api/setup", json=body, headers=bearer(hall.admin))
    return answer.status_code, answer.json()


def profile_of(config: Message, counter: str) -> Message:
    place = next(c for c in config["counters"] if c["id"] == counter)
    found: Message = next(p for p in config["profiles"] if p["id"] == place["profile"])
    return found


async def test_what_a_counter_calls_changes_between_two_calls(hall: HereHall) -> None:
    """Counter 1 calls payments; from now on it calls installations, too, and those have waited longer."""
    installation = await hall.issue("install_home")
    hall.clock.move(minutes=5)
    payment = await hall.issue("pay")
    async with hall.screen("clerk", "counter", "1") as console:
        await hall.do("open_counter", counter="1")
        await console.see(lambda v: len(v["waiting"]) == 1)
        status, _ = await change(hall, lambda c: profile_of(c, "1")["queues"].append("install"))
        assert status == 200
        await console.see(lambda v: len(v["waiting"]) == 2)
        result = await hall.do("call_next", counter="1")
        assert result["number"] == installation["number"]
        assert payment["number"] in {t.number for t in hall.hall.tickets.values() if t.state == "waiting"}


async def test_a_lower_threshold_makes_a_case_of_who_waits_that_long_already(hall: HereHall) -> None:
    """R05: eighteen minutes from now on; the customer has waited nineteen."""
    ticket = await hall.issue("pay")
    async with hall.screen("guide", "guide") as tablet:
        hall.clock.move(minutes=19)
        await hall.house.over_wait.attend()
        assert not hall.hall.care.cases
        edit: Edit = lambda c: (  # noqa: E731  # both places of the figure in one change
            c["figures"].update(remedy_threshold_seconds=1080),
            [
                rung.update(after_seconds=1080)
                for ladder in c["ladders"]
                for rung in ladder["rungs"]
                if rung["act"] == "remedy"
            ],
        )
        status, body = await change(hall, edit, note="试行 18 分钟")
        assert status == 200, body
        await hall.house.over_wait.attend()
        assert ticket["ticket"] in {case.ticket for case in hall.hall.care.cases.values()}
        await tablet.see(lambda v: ticket["number"] in repr(v))


async def test_the_kiosk_closes_and_opens_with_the_hours_and_those_who_wait_stay(hall: HereHall) -> None:
    waiting = await hall.issue("pay")
    async with hall.screen("kiosk", "kiosk") as kiosk, hall.screen("lobby_board", "lobby") as board:
        await kiosk.see(lambda v: v["hours"]["state"] == "open")
        for hours, state in (
            ({"opens": "10:00", "closes": "17:00"}, "not_yet_open"),
            ({"opens": "07:00", "closes": "08:00"}, "closed"),
        ):
            status, _ = await change(hall, lambda c, hours=hours: c.update(hours=hours))
            assert status == 200
            await kiosk.see(lambda v, state=state: v["hours"]["state"] == state)
            await board.see(lambda v, state=state: v["hours"]["state"] == state)
            _, refused = await hall.post(hall.token("kiosk"), "issue_ticket", service="pay")
            assert refused["code"] == "hall_closed"
        status, _ = await change(
            hall, lambda c: c.update(lunch={"begins": "08:30", "ends": "09:30"}, hours=None)
        )
        assert status == 200
        await kiosk.see(lambda v: v["hours"]["state"] == "open")  # a hall without hours has no lunch
    assert waiting["ticket"] in hall.hall.tickets


@pytest.mark.parametrize("kind", ["profiles", "services"])
async def test_what_a_served_customer_stands_on_cannot_be_taken_away(hall: HereHall, kind: str) -> None:
    await hall.called("1")
    before = hall.hall.config

    def without(config: Message) -> None:
        used = profile_of(config, "1")["id"] if kind == "profiles" else "pay"
        other = next(p["id"] for p in config["profiles"] if p["id"] != used)
        config[kind] = [item for item in config[kind] if item["id"] != used]
        for counter in config["counters"]:
            if kind == "profiles" and counter["profile"] == used:
                counter["profile"] = other

    status, body = await change(hall, without)
    assert status == 409
    assert body["code"] in ("config_breaks_counter", "config_breaks_ticket", "config_invalid")
    assert body["text"]["zh"]
    assert hall.hall.config is before
