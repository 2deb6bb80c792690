"""`voice list`, `check`, `build` and `say`."""

from pathlib import Path
from typing import Annotated

from server.command.lines.loading import at_once
from server.command.typed.options import Data, Speaker, option


def list_(*, data: Data = None) -> None:
    with at_once():
        from server.command.work import voice
    voice.list_(data)


def check(folder: Annotated[Path | None, option("recordings")] = None, /, *, data: Data = None) -> None:
    with at_once():
        from server.command.work import voice
    voice.check_recordings(data, folder)


def build(*, data: Data = None, upto: Annotated[int, option("upto", metavar="N")] = 200) -> None:
    with at_once():
        from server.command.work import voice
    voice.build_series(data, upto)


def say(
    text: Annotated[str, option("text")],
    /,
    *,
    data: Data = None,
    language: Annotated[str, option("language", choices=("zh", "en"))] = "zh",
    out: Annotated[Path | None, option("wav", metavar="FILE")] = None,
    speaker: Speaker = "",
) -> None:
    with at_once():
        from server.command.work import voice
    voice.say_once(data, text, language, out or Path("said.wav"), speaker)
