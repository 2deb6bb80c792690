"""Whether the files a set-up names are there: policies, acts, printers, voices, strips, media."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from server import remedies, routing
from server.devices.media import find
from server.devices.printers import kinds as printer_kinds
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.domain.config.config import HallConfig
from server.domain.config.problems import Problem, say
from server.domain.config.soundness import problems
from server.plugins import plugins


def all_problems(config: HallConfig) -> list[Problem]:
    """What is wrong with a set-up in itself, and then what of it is not to be had here."""
    return [*problems(config), *missing_plugins(config)]


def missing_plugins(config: HallConfig) -> Iterator[Problem]:
    yield from _missing("routing", config.routing, plugins(routing))
    for n, ladder in enumerate(config.ladders):
        for nth, rung in enumerate(ladder.rungs):
            yield from _missing(f"ladders[{n}].rungs[{nth}].act", rung.act, plugins(remedies))
    for n, printer in enumerate(config.printers):
        yield from _missing(f"printers[{n}].kind", printer.kind, printer_kinds())
    for n, strip in enumerate(config.strips):
        yield from _missing(f"strips[{n}].kind", strip.kind, strip_kinds())
    for kind in config.voice.engines:
        yield from _missing("voice.engines", kind, voice_kinds())


def missing_media(config: HallConfig, folder: Path, before: HallConfig | None = None) -> list[Problem]:
    """Pictures and films that are not there (C04); what the set-up `before` named already is left out."""
    named = [("slip.logo", config.slip.logo)] if config.slip.logo else []
    named += [(f"media[{n}].file", medium.file) for n, medium in enumerate(config.media)]
    old = {before.slip.logo, *(medium.file for medium in before.media)} if before else set()
    return [
        say("no_medium", where, said=file)
        for where, file in named
        if file not in old and find(folder, file) is None
    ]


def _missing(where: str, named: str, there: Iterable[str]) -> Iterator[Problem]:
    if named not in there:
        yield say("no_plugin", where, said=named, there=", ".join(sorted(there)))
