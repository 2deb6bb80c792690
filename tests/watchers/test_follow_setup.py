"""A hall's new choices hold without a restart."""

from dataclasses import replace
from pathlib import Path

from server.domain.config.pieces.equipment import VoiceConfig
from server.domain.setup.commands import ConfigureHall
from server.plugins import plugins
from server.watchers.follow_setup import USUAL_RATE, open_voices, spoken_by
from tests.builders import a_config, with_figures
from tests.hall_here import HereHall, here_hall
from tests.patience import until


async def set_up(hall: HereHall, **changes: object) -> None:
    config = hall.hall.config
    assert config is not None
    await hall.house.live.apply(
        ConfigureHall(config=replace(config, **changes)),  # type: ignore[arg-type]
        actor="system:test",
        request=f"{changes}",
    )


async def test_another_routing_policy_calls_the_very_next(hall: HereHall) -> None:
    await set_up(hall, routing="oldest_first")
    assert hall.house.live.pick is plugins("policies")["oldest_first"].pick


async def test_another_voice_speaks_from_now_on(data: Path) -> None:
    async with here_hall(data, voices=()) as hall:
        await set_up(hall, voice=VoiceConfig(engines=("chime",)))
        await until(lambda: [v.name for v in hall.house.sounds._voices] == ["chime"])


async def test_voices_named_on_the_command_line_stay(hall: HereHall) -> None:
    before = list(hall.house.sounds._voices)
    await set_up(hall, voice=VoiceConfig(engines=("pyttsx3",)))
    assert list(hall.house.sounds._voices) == before


def test_a_voice_whose_file_is_gone_is_left_out(tmp_path: Path) -> None:
    config = replace(with_figures(speech_rate=180), voice=VoiceConfig(engines=("sung", "chime")))
    assert spoken_by(config, ()) == (("chime",), 180)
    assert [v.name for v in open_voices(config, tmp_path, ())] == ["chime"]
    assert spoken_by(None, ())[1] == USUAL_RATE
    assert spoken_by(a_config(), ("chime",)) == (("chime",), USUAL_RATE)
