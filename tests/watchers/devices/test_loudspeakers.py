"""A call is heard even where a board fails: another speaks, somebody is told; and who may say that it was."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typing_extensions import override

from server.devices.speaking.speaker import ServerSpeaker
from server.devices.speaking.waves import Wave, write_wave
from server.domain.equipment.events import CallSpoken
from server.domain.setup.commands import ConfigureHall
from server.watchers.devices.loudspeakers import NO_ANSWER
from tests.devices.tone_voice import ToneVoice
from tests.hall_here import HereHall, Screen, here_hall
from tests.hall_made import Message
from tests.patience import until
from tests.watchers.devices.test_speak_calls import board_with_sound, played

EAST, WEST = "sound_failed/lobby:east", "sound_failed/lobby:west"


class QuickVoice(ToneVoice):
    """Says everything in a tenth of a second, so that no answer is waited for long."""

    @override
    async def render(self, text: str, language: str, path: Path) -> float:
        write_wave(path, Wave(samples=0.5 * np.ones(2205), sample_rate=22_050))
        return 0.1


@pytest.fixture
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with here_hall(data, voice=QuickVoice("quick/1")) as hall:
        hall.house.loudspeakers.answer_within = 60.0  # no answer of a slow machine comes too late
        yield hall


async def next_call(board: Screen) -> Message:
    """What is to be said of a customer; silence is not."""
    while True:
        cue = await board.next("cue")
        if cue["cue"] == "speak" and not cue["call"].startswith("probe"):
            return cue


def spoken(hall: HereHall, ticket: str) -> str:
    call = hall.hall.tickets[ticket].call
    assert call is not None
    return call.spoken


async def records(hall: HereHall) -> list[CallSpoken]:
    found = await hall.house.live.journal.since(0)
    return [r.event for r in found if isinstance(r.event, CallSpoken)]


async def test_the_next_board_speaks_when_the_leading_one_fails(hall: HereHall) -> None:
    """C18: three of three calls were unspoken, the other board idle, nobody told."""
    async with board_with_sound(hall, "east") as leader, board_with_sound(hall, "west") as other:
        first = await hall.called("1")
        cue = await next_call(leader)
        await played(leader, cue, "failed")
        assert (await next_call(other))["call"] == cue["call"], "the same call"
        await played(other, cue)
        await until(lambda: spoken(hall, first) == "played")
        assert hall.hall.alerts[EAST].detail == "failed"
        for counter in ("2", "3"):
            ticket = await hall.called(counter)
            await played(other, await next_call(other))
            await until(lambda ticket=ticket: spoken(hall, ticket) == "played")
        assert not [m for m in leader.inbox if m["type"] == "cue"], "it is left alone until it plays again"
        told = await records(hall)
    assert [(e.outcome, e.voice, e.speaker) for e in told] == [("played", "quick", "lobby:west")] * 3


async def test_a_board_that_sleeps_is_passed_over_and_told_to_be_quiet_when_it_wakes(hall: HereHall) -> None:
    """C18"""
    hall.house.loudspeakers.answer_within = 0.0
    async with board_with_sound(hall, "east") as leader, board_with_sound(hall, "west") as other:
        ticket = await hall.called("1")
        cue = await next_call(leader)
        hall.house.loudspeakers.answer_within = 60.0  # for the other
        await played(other, await next_call(other))
        await until(lambda: spoken(hall, ticket) == "played")
        hush = await leader.next("cue", cue="hush")
        assert (hush["call"], hush["announcement"]) == (cue["call"], cue["announcement"])
        assert hall.hall.alerts[EAST].detail == NO_ANSWER
        late = await leader.ask("record_spoken", call=cue["call"], announcement=1, outcome="failed")
        assert late["code"] == "not_asked_to_speak"
        assert spoken(hall, ticket) == "played"


async def test_a_board_that_plays_silence_again_has_its_place_back_and_the_alert_ends(hall: HereHall) -> None:
    async with board_with_sound(hall, "east") as leader, board_with_sound(hall, "west") as other:
        await hall.called("1")
        await played(leader, await next_call(leader), "failed")
        await played(other, await next_call(other))
        await until(lambda: EAST in hall.hall.alerts)
        hall.house.loudspeakers.probe_every = 0.01
        async with asyncio.TaskGroup() as group:
            probing = group.create_task(hall.house.loudspeakers.run())
            probe = await leader.next("cue", cue="speak")
            sound = await hall.http.get(probe["sound"])
            assert (sound.status_code, probe["seconds"], probe["number"]) == (200, 0.3, "")
            await played(leader, probe)
            await until(lambda: EAST not in hall.hall.alerts)
            probing.cancel()
        await hall.called("2")
        await played(leader, await next_call(leader))


async def test_the_servers_own_speaker_speaks_when_every_board_fails(hall: HereHall) -> None:
    use_speaker(hall, "true")
    async with board_with_sound(hall, "east") as east, board_with_sound(hall, "west") as west:
        ticket = await hall.called("1")
        for board in (east, west):
            await played(board, await next_call(board), "blocked")
        await until(lambda: spoken(hall, ticket) == "played")
        assert {EAST, WEST} <= set(hall.hall.alerts)
        assert [e.speaker for e in await records(hall)] == ["server"]


async def test_a_board_speaks_for_a_zone_whose_own_loudspeaker_fails_and_somebody_is_told(
    hall: HereHall,
) -> None:
    config = hall.hall.config
    assert config is not None
    zone = config.counters[0].zone
    apart = replace(config, zones=tuple(replace(z, speaks_apart=z.id == zone) for z in config.zones))
    await hall.house.live.apply(ConfigureHall(config=apart), actor="system:test", request="apart")
    use_speaker(hall, "false")
    async with board_with_sound(hall, zone) as board:
        ticket = await hall.called("1")
        await played(board, await next_call(board))
        await until(lambda: spoken(hall, ticket) == "played")
        assert f"sound_failed/server:{zone}" in hall.hall.alerts
    use_speaker(hall, "true")
    await hall.house.loudspeakers.probe()
    assert not [alert for alert in hall.hall.alerts if alert.startswith("sound_failed")]


async def test_a_lone_board_that_failed_is_given_the_next_call_all_the_same(hall: HereHall) -> None:
    async with board_with_sound(hall, "east") as board:
        await hall.called("1")
        await played(board, await next_call(board), "failed")
        ticket = await hall.called("2")
        await played(board, await next_call(board))
        await until(lambda: spoken(hall, ticket) == "played")
        await until(lambda: EAST not in hall.hall.alerts)


async def test_a_call_that_is_over_is_not_passed_on(hall: HereHall) -> None:
    async with board_with_sound(hall, "east") as leader, board_with_sound(hall, "west") as other:
        await hall.called("1")
        cue = await next_call(leader)
        await hall.do("start_service", counter="1")
        await played(leader, cue, "failed")
        await hall.called("2")
        assert (await next_call(other))["counter"] == "2"


@pytest.mark.parametrize(
    ("role", "screen", "place"),
    [("hall_manager", "lobby", ""), ("window_display", "lobby", "3"), ("kiosk", "lobby", "")],
)
async def test_a_page_that_nobody_paired_as_a_board_never_leads_and_reports_nothing(
    hall: HereHall, role: str, screen: str, place: str
) -> None:
    """Any token that said "lobby, sound on" got the call, and the hall was silent."""
    async with hall.screen(role, screen, place) as page:
        await page.say(type="sound", state="on")
        async with board_with_sound(hall) as board:
            ticket = await hall.called("1")
            cue = await next_call(board)
            said = await page.ask("record_spoken", call=cue["call"], announcement=1, outcome="played")
            assert said["type"] == "refused"
            await played(board, cue)
            await until(lambda: spoken(hall, ticket) == "played")
        assert not [m for m in page.inbox if m["type"] == "cue"]


async def test_only_the_board_a_sound_was_given_to_says_what_became_of_it(hall: HereHall) -> None:
    async with board_with_sound(hall, "east") as leader, board_with_sound(hall, "west") as other:
        ticket = await hall.called("1")
        cue = await next_call(leader)
        said = {"call": cue["call"], "announcement": 1, "outcome": "played"}
        assert (await other.ask("record_spoken", **said))["code"] == "not_asked_to_speak"
        for role, why in (("hall_manager", "not_allowed"), ("lobby_board", "not_asked_to_speak")):
            status, body = await hall.post(hall.token(role, name=f"another {role}"), "record_spoken", **said)
            assert (status, body["code"]) == (403, why)
        assert spoken(hall, ticket) == ""
        await played(leader, cue)


async def test_the_alert_of_a_board_that_is_no_longer_expected_ends(hall: HereHall) -> None:
    async with board_with_sound(hall, "east") as board:
        await hall.called("1")
        await played(board, await next_call(board), "failed")
        await until(lambda: EAST in hall.hall.alerts)
    await until(lambda: not hall.house.screens.connected)
    await hall.house.loudspeakers.probe()
    assert EAST in hall.hall.alerts, "it is missed"
    hall.house.presence.forget("lobby:east")
    await hall.house.loudspeakers.probe()
    assert EAST not in hall.hall.alerts


async def test_the_alert_of_a_speaker_that_is_no_longer_the_halls_ends(hall: HereHall) -> None:
    use_speaker(hall, "false")
    await hall.called("1")
    await until(lambda: "sound_failed/server" in hall.hall.alerts)
    hall.house.loudspeakers._speakers._made[""] = None
    await hall.house.loudspeakers.probe()
    assert "sound_failed/server" not in hall.hall.alerts


async def test_the_clerk_sees_which_voice_spoke(hall: HereHall) -> None:
    """C19: the record says it, too."""
    async with board_with_sound(hall) as board, hall.screen("clerk", "counter", "1") as desk:
        await hall.called("1")
        await played(board, await next_call(board))
        await desk.see(lambda v: (v["ticket"]["spoken"], v["ticket"]["voice"]) == ("played", "quick"))
        await hall.do("recall", counter="1")
        await desk.see(lambda v: (v["ticket"]["spoken"], v["ticket"]["voice"]) == ("", ""))


def use_speaker(hall: HereHall, program: str) -> None:
    """A sound card that always plays, or never does."""
    hall.house.loudspeakers._speakers._made[""] = ServerSpeaker("card", program)
