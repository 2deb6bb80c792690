"""Words are there before a call needs them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from typing_extensions import override

from server.devices.errors import DeviceUnavailable
from server.devices.speaking.announcer import Speech
from server.devices.speaking.sounds import Phrase, SoundStore
from server.devices.speaking.speech_setup import speech_at
from server.devices.speaking.speech_texts import SPOKEN
from server.domain.config.figures import Figures
from server.domain.config.pieces.equipment import Pronunciation, VoiceConfig
from server.domain.hall import Counter
from server.domain.line import Choice, Line, Pick
from server.domain.queue.commands import CallNext, IssueTicket, OpenCounter, Recall
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.devices.words_ahead import TRIES, WordsAhead
from server.watchers.devices.words_needed import needed
from tests.builders import COUNTERS, MORNING, a_config
from tests.devices.tone_voice import ToneVoice
from tests.living import ask, living
from tests.patience import until

HALL = a_config(counters=COUNTERS[:2], hours=None, figures=Figures(speech_languages="zh,zh"))
AGAIN = ["到一号窗口", "到二号窗口", "请到一号窗口", "请到二号窗口"]
LAST = list(SPOKEN.values())[-1]
KIOSK = [text.zh for text in SPOKEN.values()]
ISSUE = IssueTicket(service="bill")


def spoken_in(live: LiveHall) -> Speech:
    return speech_at(live.hall.config, MORNING)


@pytest.fixture
async def tone() -> ToneVoice:
    return ToneVoice()


@pytest.fixture
async def live(tmp_path: Path) -> AsyncIterator[LiveHall]:
    async with living(SqliteJournal(tmp_path / "hall.sqlite3")) as live:
        await ask(live, ConfigureHall(config=HALL), "set-up")
        await ask(live, OpenCounter(counter="1", staff="s1"), "open")
        yield live


@pytest.fixture
async def ahead(live: LiveHall, tone: ToneVoice, tmp_path: Path) -> AsyncIterator[WordsAhead]:
    """Watches, and runs as soon as the voice may speak."""
    tone.may_speak.clear()
    ahead = WordsAhead(live, SoundStore(tmp_path / "sounds", [tone], rest_seconds=0), lambda: spoken_in(live))
    live.watch(ahead.on_commit)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(ahead.run())
        await tone.asked.wait()
        yield ahead
        running.cancel()


@asynccontextmanager
async def ahead_of(live: LiveHall, sounds: SoundStore) -> AsyncIterator[WordsAhead]:
    """Looks over the folder and asks a failing voice anew many times a second."""
    ahead = WordsAhead(live, sounds, lambda: spoken_in(live), look_every=0.02, again_after=0.02)
    live.watch(ahead.on_commit)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(ahead.run())
        yield ahead
        running.cancel()


class OneBad(ToneVoice):
    """Fails at one phrase, every time."""

    def __init__(self, name: str, bad: str, how: Exception | None = None) -> None:
        super().__init__(name)
        self._bad, self._how = bad, how or DeviceUnavailable("stuck")

    @override
    async def render(self, text: str, language: str, path: Path) -> float:
        if text == self._bad:
            self.said.append(text)
            raise self._how
        return await super().render(text, language, path)


async def _said(tone: ToneVoice, count: int) -> list[str]:
    tone.may_speak.set()
    await until(lambda: len(tone.said) >= count)
    return tone.said[:count]


@pytest.mark.usefixtures("ahead")
async def test_who_is_called_next_and_where_to_comes_first(live: LiveHall, tone: ToneVoice) -> None:
    """C19: the first phrase was asked for before anybody waited; all others are in the order of need."""
    await ask(live, ISSUE, "1")
    await ask(live, ISSUE, "2")
    expected = ["到一号窗口办理", "请A零零一号", "请A零零二号", "到二号窗口办理", *AGAIN, *KIOSK]
    assert await _said(tone, len(expected)) == expected


@pytest.mark.usefixtures("ahead")
async def test_a_number_that_stands_called_gets_its_recalls_words_before_the_rest_of_the_line(
    live: LiveHall, tone: ToneVoice
) -> None:
    for nth in range(3):
        await ask(live, ISSUE, str(nth))
    await ask(live, CallNext(counter="1"), "call")
    expected = ["到一号窗口办理", "请A零零二号", "请A零零一号尽快", "到一号窗口", "请A零零三号"]
    assert await _said(tone, 5) == expected
    await ask(live, Recall(counter="1"), "recall")
    await until(lambda: "A零零一号，最后一次呼叫" in tone.said)
    assert "请A零零一号" not in tone.said  # it was past that before the voice came to it


@pytest.mark.usefixtures("ahead")
async def test_what_becomes_urgent_while_a_phrase_is_rendered_is_rendered_next(
    live: LiveHall, tone: ToneVoice
) -> None:
    tone.may_speak.set()
    await until(lambda: KIOSK[0] in tone.said)
    tone.may_speak.clear()
    before = len(tone.said)
    await ask(live, ISSUE, "late")
    tone.may_speak.set()
    await until(lambda: "请A零零一号" in tone.said)
    assert "请A零零一号" in tone.said[before : before + 2]


async def test_what_was_lost_from_the_folder_is_made_anew(
    live: LiveHall, tone: ToneVoice, tmp_path: Path
) -> None:
    """C17: after a quiet weekend the words of the counters were gone for ever."""
    sounds = SoundStore(tmp_path / "sounds", [tone])
    async with ahead_of(live, sounds) as ahead:
        await until(lambda: LAST.zh in tone.said)
        path = await sounds.phrase("到二号窗口办理", "zh")
        path.unlink()
        ahead._changed.set()  # however often it looks
        await until(path.exists)
    assert tone.said.count("到二号窗口办理") == 2


async def test_what_a_lesser_voice_had_to_say_is_made_by_the_good_one_once_it_speaks_again(
    live: LiveHall, tone: ToneVoice, tmp_path: Path
) -> None:
    spare = ToneVoice("spare")
    tone.broken = True
    sounds = SoundStore(tmp_path / "sounds", [tone, spare], rest_seconds=0)
    async with ahead_of(live, sounds):
        await until(lambda: "到一号窗口办理" in spare.said)
        tone.broken, tone.said = False, []
        await until(lambda: "到一号窗口办理" in tone.said)


async def test_a_phrase_a_voice_fails_at_again_and_again_does_not_keep_it_from_the_others(
    live: LiveHall, tmp_path: Path
) -> None:
    spare, good = ToneVoice("spare"), OneBad("good", "到一号窗口办理")
    sounds = SoundStore(tmp_path / "sounds", [good, spare], rest_seconds=0)
    async with ahead_of(live, sounds):
        await until(lambda: LAST.zh in good.said)
        await until(lambda: good.said.count("到一号窗口办理") == TRIES)
        await ask(live, ISSUE, "1")
        await until(lambda: "请A零零一号" in good.said)
    assert good.said.count("到一号窗口办理") == TRIES


async def test_a_phrase_at_which_the_renderer_breaks_costs_that_phrase_and_is_told(
    live: LiveHall, tmp_path: Path
) -> None:
    """C16: it stopped all preparing, which then began with the same phrase again."""
    voice, parts = OneBad("good", "到一号窗口办理", ZeroDivisionError()), Supervisor()
    sounds = SoundStore(tmp_path / "sounds", [voice], rest_seconds=0)
    ahead = WordsAhead(live, sounds, lambda: spoken_in(live), parts=parts)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(ahead.run())
        await until(lambda: LAST.zh in voice.said)
        running.cancel()
    assert voice.said.count("到一号窗口办理") == 1
    assert parts.in_trouble() == (Part(kind="words"),)


async def test_numbers_that_wait_when_the_server_starts_are_prepared(
    live: LiveHall, tone: ToneVoice, tmp_path: Path
) -> None:
    await ask(live, ISSUE, "1")
    ahead = WordsAhead(live, SoundStore(tmp_path / "sounds", [tone]), lambda: spoken_in(live))
    async with asyncio.TaskGroup() as group:
        running = group.create_task(ahead.run())
        await until(lambda: "请A零零一号" in tone.said)
        running.cancel()


@pytest.mark.usefixtures("ahead")
async def test_a_new_name_and_a_new_reading_are_rendered_when_they_are_set_up(
    live: LiveHall, tone: ToneVoice
) -> None:
    room = replace(HALL.counters[1], name=Text("VIP 室", "VIP room"))
    lexicon = (Pronunciation(written="VIP", spoken="贵宾"),)
    changed = replace(HALL, counters=(HALL.counters[0], room), voice=VoiceConfig(one="幺", lexicon=lexicon))
    await ask(live, ConfigureHall(config=changed), "change")
    await ask(live, ISSUE, "1")
    tone.may_speak.set()
    await until(lambda: {"到贵宾室办理", "请A零零幺号"} <= set(tone.said))


@pytest.mark.usefixtures("ahead")
async def test_a_voice_that_failed_is_asked_for_what_comes_later(live: LiveHall, tone: ToneVoice) -> None:
    tone.broken = True
    await _said(tone, 3)
    tone.broken = False
    await ask(live, ISSUE, "1")
    await until(lambda: "请A零零一号" in tone.said)


async def test_a_language_is_prepared_once_however_often_it_is_said(
    live: LiveHall, tone: ToneVoice, tmp_path: Path
) -> None:
    await ask(live, ISSUE, "1")
    both = replace(HALL, figures=Figures(speech_languages="zh,zh,en"))
    await ask(live, ConfigureHall(config=both), "both languages")
    ahead = WordsAhead(live, SoundStore(tmp_path / "sounds", [tone]), lambda: spoken_in(live))
    async with asyncio.TaskGroup() as group:
        running = group.create_task(ahead.run())
        await until(lambda: LAST.en in tone.said)
        running.cancel()
    assert len(set(tone.said)) == len(tone.said)


async def test_a_thousand_words_that_no_voice_takes_hold_nobody_up(live: LiveHall, tmp_path: Path) -> None:
    """C14: a hall of chimes with many waiting looked through all of them for each word, and let nobody in."""
    looks = turns = 0

    def speech() -> Speech:
        nonlocal looks
        looks += 1
        return spoken_in(live)

    for n in range(200):
        await ask(live, ISSUE, f"n{n}")
    ahead = WordsAhead(live, SoundStore(tmp_path / "sounds", []), speech)
    running = asyncio.get_running_loop().create_task(ahead.run())
    while len(ahead._lesser) < 200:
        await asyncio.sleep(0)
        turns += 1
    assert looks == 1
    assert turns > 100
    running.cancel()


async def test_where_all_words_are_there_only_those_are_looked_up_that_came(
    live: LiveHall, tmp_path: Path
) -> None:
    """And then none is missing either: the hall was not looked through for them."""
    voice = ToneVoice()
    voice.may_speak.set()
    ahead = WordsAhead(
        live, SoundStore(tmp_path / "sounds", [voice]), lambda: spoken_in(live), look_every=10_000
    )
    live.watch(ahead.on_commit)

    running = asyncio.get_running_loop().create_task(ahead.run())
    await until(lambda: ahead._all_there and _wanted(live, live.pick) <= ahead._ready.keys())
    picked, usual = 0, live.pick

    def pick(line: Line, counter: Counter, now: datetime) -> Choice | None:
        nonlocal picked
        picked += 1
        return usual(line, counter, now)

    live.pick = pick
    call, again = CallNext(counter="1"), Recall(counter="1")
    for n, command in enumerate((ISSUE, ISSUE, call, again, again, ISSUE)):
        await ask(live, command, f"n{n}")
        await until(lambda: ahead._all_there and _wanted(live, usual) <= ahead._ready.keys())
    assert picked == 1  # by the call itself
    running.cancel()


def _wanted(live: LiveHall, pick: Pick) -> set[Phrase]:
    return set(needed(live.hall, spoken_in(live), pick, live.clock()))
