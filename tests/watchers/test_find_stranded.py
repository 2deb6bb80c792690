"""C14 through the whole house: told at once in words, and back in line by rule."""

from dataclasses import replace

from server.domain.care.events import TaskRaised
from server.domain.queue.events import TicketFreed
from server.domain.setup.commands import ConfigureHall
from server.journal import Recorded
from server.watchers.find_stranded import FindStranded
from tests.hall_here import HereHall
from tests.patience import until


async def test_who_waits_for_a_paused_counter_is_told_and_called_elsewhere_later(
    hall: HereHall,
) -> None:
    for counter in "123":
        await hall.do("open_counter", counter=counter)
    await hall.called("1")
    await hall.do("start_service", counter="1")
    await hall.do("transfer_ticket", counter="1", to_counter="3")
    await hall.do("pause_counter", counter="3", reason="茶水")
    async with hall.screen("admin", "manager") as board:
        await board.see(lambda v: v["alerts"])
        (alert,) = [a for a in board.view["alerts"] if a["kind"] == "waits_for_paused"]
        assert "3 号窗口" in alert["text"]["zh"]
        assert alert["detail"]["zh"] == "号码 A001"
        assert (await hall.post(hall.admin, "call_next", counter="2"))[1]["code"] == "nobody_waiting"
        hall.clock.move(seconds=121)
        await hall.house.stranded.look()
        await hall.do("call_next", counter="2")
        await board.see(lambda v: not [a for a in v["alerts"] if a["kind"] == "waits_for_paused"])
    journal = await hall.house.live.journal.since(0, 1000)
    freed = [r for r in journal if isinstance(r.event, TicketFreed)]
    assert [r.actor for r in freed] == ["system:lines"]


async def test_a_queue_that_nobody_calls_is_one_alert_until_a_counter_does(hall: HereHall) -> None:
    config = hall.hall.config
    assert config is not None
    await hall.do("open_counter", counter="1")
    queues = config.profile[hall.hall.counters["1"].profile].queues
    service = next(s for s in config.services if s.queue not in queues)
    for _ in range(3):
        await hall.issue(service.id)
    await until(lambda: f"nobody_calls/{service.queue}" in hall.hall.alerts)
    assert hall.hall.alerts[f"nobody_calls/{service.queue}"].times == 1
    wider = tuple(
        replace(p, queues=(*p.queues, service.queue)) if p.id == hall.hall.counters["1"].profile else p
        for p in config.profiles
    )
    command = ConfigureHall(config=replace(config, profiles=wider))
    await hall.house.live.apply(command, actor="system:test", request="wider")
    await until(lambda: f"nobody_calls/{service.queue}" not in hall.hall.alerts)


async def test_what_changes_nobodys_line_wakes_nobody(hall: HereHall) -> None:
    """Thousands of rungs and tasks written one after the other each had all who wait looked through."""
    await hall.issue()
    live, watcher = hall.house.live, FindStranded(hall.house.live, hall.clock)
    watcher.on_commit(live.hall, ())
    watcher._changed.clear()
    raised = TaskRaised(at=live.hall.at, task="t", kind="k", ticket="", number="", roles=(), detail="")
    recorded = (Recorded(epoch=1, seq=1, actor="system:test", event=raised),)
    watcher.on_commit(replace(live.hall, care=replace(live.hall.care)), recorded)
    assert not watcher._changed.is_set()
    watcher.on_commit(replace(live.hall, tickets={**live.hall.tickets}), recorded)
    assert watcher._changed.is_set()
