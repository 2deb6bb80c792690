"""Looks at recordings one by one: is the file there, can it be read, is it loud, whole and not clipped."""

import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.pack_lists import ToRecord
from server.devices.speaking.pack_texts import problem, text_of
from server.devices.speaking.recordings import words_of
from server.devices.speaking.speech_levels import Levels, levels
from server.devices.speaking.waves import read_wave
from server.domain.text import Text

LOWEST_RATE = 16_000
QUIET = -34.0  # dB, the loudness of the speech
CLIPPED = 3  # samples at full scale
CUT = 0.01  # s: speech that begins or ends within is cut
IDLE = 2.0  # s of silence before or after
SHORTEST, LONGEST = 0.08, 0.9  # s a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One recording; `levels` is None when it could not be read."""

    file: str
    problems: tuple[Text, ...] = ()
    levels: Levels | None = None

    @property
    def well(self) -> bool:
        return not self.problems


def check(folder: Path, lines: Sequence[ToRecord]) -> tuple[Checked, ...]:
    """Every recording that is there or should be; what nobody needs to record is left out when missing."""
    return tuple(_checked(folder, line) for line in lines if _needed(folder, line))


def unused(folder: Path, lines: Sequence[ToRecord]) -> tuple[str, ...]:
    """Recordings of no word or number of this hall: mostly a misspelt name."""
    known = {line.file for line in lines}
    words = {word.written for line in lines for word in words_of(line.text, line.language)}
    recordings = (path.relative_to(folder) for path in sorted(folder.glob("*/*.wav")))
    return tuple(
        path.as_posix()
        for path in recordings
        if path.as_posix() not in known
        and not all(word.written in words for word in words_of(path.stem, path.parts[0]))
    )


def report_lines(checked: Sequence[Checked], misspelt: Sequence[str]) -> list[Text]:
    """A line for each recording, the bad ones last, and how many are fine."""
    well = [text_of("well", file=one.file) for one in checked if one.well]
    ill = [_ill(one.file, why) for one in checked for why in one.problems]
    odd = [text_of("unused", file=file) for file in misspelt]
    return [*well, *ill, *odd, text_of("checked", total=len(checked), well=len(well))]


def _ill(file: str, why: Text) -> Text:
    return Text(text_of("ill", file=file, why=why.zh).zh, text_of("ill", file=file, why=why.en).en)


def _needed(folder: Path, line: ToRecord) -> bool:
    return not line.optional or (folder / line.file).exists()


def _checked(folder: Path, line: ToRecord) -> Checked:
    path = folder / line.file
    if not path.is_file():
        return Checked(file=line.file, problems=(problem("missing"),))
    try:
        with wave.open(str(path), "rb") as file:
            shape = file.getparams()
        if (shape.sampwidth, shape.nchannels) != (2, 1):
            wrong = problem("shape", bits=8 * shape.sampwidth, channels=shape.nchannels)
            return Checked(file=line.file, problems=(wrong,))
        measured = levels(read_wave(path))
    except (OSError, EOFError, wave.Error, DeviceUnavailable, DeviceMisconfigured):
        return Checked(file=line.file, problems=(problem("unreadable"),))
    return Checked(
        file=line.file, problems=tuple(_problems(shape.framerate, measured, line)), levels=measured
    )


def _problems(rate: int, measured: Levels, line: ToRecord) -> Iterator[Text]:
    if rate < LOWEST_RATE:
        yield problem("rate", rate=rate)
    if not measured.speech:
        yield problem("silent")
        return
    if measured.clipped >= CLIPPED:
        yield problem("clipped", samples=measured.clipped)
    if measured.loudness < QUIET:
        yield problem("quiet", level=measured.loudness)
    if measured.before < CUT:
        yield problem("cut_start")
    if measured.after < CUT:
        yield problem("cut_end")
    if max(measured.before, measured.after) > IDLE:
        yield problem("idle", seconds=max(measured.before, measured.after))
    words = len(words_of(line.text, line.language))
    if measured.speech < SHORTEST * words:
        yield problem("short", seconds=measured.speech)
    if measured.speech > LONGEST * words + 1:
        yield problem("long", seconds=measured.speech)
