"""The voice on the set-up page: who can speak, and a test that is heard where calls are."""

import asyncio
from pathlib import Path

import pytest

from server.api.setup import voice
from tests.devices.tone_voice import ToneVoice
from tests.hall_here import HereHall, here_hall
from tests.hall_made import bearer
from tests.patience import PATIENCE
from tests.watchers.devices.test_speak_calls import board_with_sound


async def test_each_voice_says_whether_it_can_and_the_first_that_can_is_heard(data: Path) -> None:
    async with here_hall(data, voices=("recorded", "pyttsx3", "chime")) as hall:
        report = (await hall.http.get("/api/voice", headers=bearer(hall.admin), timeout=PATIENCE)).json()
    assert [(e["kind"], e["state"]) for e in report["engines"]] == [
        ("recorded", "missing"),
        ("pyttsx3", "ok"),
        ("chime", "missing"),
    ]
    assert report["heard"] == "pyttsx3"
    assert all(e["text"]["zh"] and e["text"]["en"] for e in report["engines"])


async def test_a_test_call_is_rendered_for_the_page_to_play(data: Path) -> None:
    tone = ToneVoice()
    async with here_hall(data, voice=tone) as hall:
        for body, said in (
            ({"counter": "3"}, ["请A零零一号", "到三号窗口办理"]),
            ({"text": "营业时间到"}, ["营业时间到"]),
        ):
            answer = await hall.http.post("/api/voice/test", json=body, headers=bearer(hall.admin))
            assert set(said) <= set(tone.said)
            sound = await hall.http.get(answer.json()["sound"])
            assert sound.content[:4] == b"RIFF"


async def test_a_voice_that_takes_its_time_keeps_nobody_waiting_for_a_test(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The demo's test stood at "getting ready" while the neural voice said the hall's own words."""
    monkeypatch.setattr(voice, "SOON", 0.05)
    slow, quick = ToneVoice("neural_zh/3"), ToneVoice("pyttsx3")
    slow.ahead_only = True
    slow.may_speak.clear()
    async with here_hall(data, voice=slow) as hall:
        await hall.house.sounds.use([slow, quick])
        slow.broken = False

        async def tried() -> tuple[str, bool]:
            body = {"text": "营业时间到"}
            asked = await hall.http.post(
                "/api/voice/test", json=body, headers=bearer(hall.admin), timeout=PATIENCE
            )
            made = asked.json()
            assert ("过十几秒再点" in made["sentence"]["zh"]) == made["preparing"]
            return made["voice"], made["preparing"]

        assert await tried() == ("pyttsx3", True)
        monkeypatch.setattr(voice, "SOON", PATIENCE)
        slow.may_speak.set()
        assert await tried() == ("neural_zh", False)


async def test_a_test_aloud_is_played_by_the_board_and_says_what_became_of_it(data: Path) -> None:
    async with here_hall(data, voice=ToneVoice()) as hall, board_with_sound(hall) as board:
        asked = asyncio.get_running_loop().create_task(
            hall.http.post("/api/voice/test", json={"aloud": True}, headers=bearer(hall.admin))
        )
        cue = await board.next("cue")
        await board.ask("record_spoken", call=cue["call"], announcement=cue["announcement"], outcome="played")
        made = (await asked).json()
        assert (made["outcome"], made["sentence"]["en"][:17]) == ("played", "Said on the board")


async def test_only_who_sets_the_hall_up_tries_its_voice(hall: HereHall) -> None:
    token = bearer(hall.token("clerk"))
    assert (await hall.http.get("/api/voice", headers=token)).status_code == 403
    assert (await hall.http.post("/api/voice/test", json={}, headers=token)).status_code == 403


async def test_the_page_is_told_how_each_name_is_said_and_what_cannot_be(hall: HereHall) -> None:
    """C20: readings that are not saved yet count, so that a manager sees at once that one helps."""
    asked = {"counters": [{"id": "1", "name": "3#窗口"}, {"id": "2", "name": "𠮷室"}]}
    answer = await hall.http.post("/api/voice/names", json=asked, headers=bearer(hall.admin))
    assert [(one["counter"], one["said"], one["refused"]) for one in answer.json()] == [
        ("1", "三号窗口", ""),
        ("2", "𠮷室", "𠮷"),
    ]
    helped = {**asked, "lexicon": [{"written": "𠮷", "spoken": "吉"}]}
    answer = await hall.http.post("/api/voice/names", json=helped, headers=bearer(hall.admin))
    assert [(one["said"], one["refused"]) for one in answer.json()] == [("三号窗口", ""), ("吉室", "")]
    clerk = bearer(hall.token("clerk"))
    assert (await hall.http.post("/api/voice/names", json=asked, headers=clerk)).status_code == 403
