"""Which voice a hall will hear: each of its voices is made to speak, and what keeps one from it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.pack_building import speak
from server.devices.speaking.pack_texts import text_of
from server.devices.voices import CannotSay, Voice
from server.devices.voices.chime_only import KIND as CHIME
from server.domain.text import Text

PHRASE = "到一号窗口"
WARM_UP = "请"
EXPECTED = (1.0, 3.0)  # s
SLOW = 8.0  # s

State = Literal["ok", "missing", "failing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceReport:
    """`hears` is the kind of the first voice that speaks, "" when none does; a text for each voice asked."""

    hears: str
    texts: tuple[Text, ...]


async def voice_report(among: Sequence[Voice], phrase: str = PHRASE) -> VoiceReport:
    """Ask voices in the hall's order until one speaks; close none."""
    texts: list[Text] = []
    with TemporaryDirectory() as folder:
        for voice in among:
            try:
                texts += await _heard(voice, phrase, Path(folder))
            except CannotSay:
                texts.append(text_of("cannot", voice=kind_of(voice)))
            except (DeviceUnavailable, DeviceMisconfigured) as why:
                texts.append(text_of("silent", voice=kind_of(voice), why=why))
            else:
                return VoiceReport(
                    hears=kind_of(voice), texts=(text_of("hears", voice=kind_of(voice)), *texts)
                )
    return VoiceReport(hears="", texts=(text_of("hears_nothing"), *texts))


async def how_it_is(voice: Voice) -> tuple[State, Text]:
    """One voice, for whoever sets the hall up: no name and no reason that only a log would give."""
    with TemporaryDirectory() as folder:
        try:
            texts = await _heard(voice, PHRASE, Path(folder))
        except CannotSay:
            return "missing", text_of("without_sound")
        except DeviceMisconfigured:
            return "missing", text_of("without_voice")
        except DeviceUnavailable:
            if kind_of(voice) == CHIME:
                return "missing", text_of("by_choice")
            return "failing", text_of("broken")
    return "ok", texts[-1] if texts[1:] else text_of("well_enough")


async def _heard(voice: Voice, phrase: str, folder: Path) -> list[Text]:
    if voice.ahead_only:  # loading it takes longer than speaking
        await voice.render(WARM_UP, "zh", folder / "warm.wav")
    spoken = await speak(phrase, "zh", folder / "said.wav", voice)
    places = {"voice": kind_of(voice), "phrase": phrase, "seconds": spoken.seconds, "took": spoken.took}
    texts = [text_of("speaks_ahead" if voice.ahead_only else "speaks", **places)]
    if not EXPECTED[0] <= spoken.seconds <= EXPECTED[1]:
        texts.append(text_of("odd_length", **places))
    if spoken.took > SLOW:
        texts.append(text_of("slow"))
    return texts


def kind_of(voice: Voice) -> str:
    return voice.name.partition("/")[0]
