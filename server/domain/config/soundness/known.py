"""What a set-up may name of the machine it runs on, as data: the hall itself judges what is not there."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from server.domain.config.config import HallConfig
from server.domain.config.media_named import media_named
from server.domain.config.soundness.confirming import unconfirmed
from server.domain.config.soundness.problems import Problem, say
from server.domain.config.soundness.soundness import problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Plug-ins by name, and what lies or answers here; None: nobody has looked, so nothing is missed."""

    policies: Collection[str]
    acts: Collection[str]
    printers: Collection[str]
    strips: Collection[str]
    voices: Collection[str]
    media: Collection[str] | None = None
    doors: Collection[str] | None = None  # network addresses at which a slip was seen to come out
    own_doors: Collection[str] = ()  # the server's: nobody prints there


def judged(
    config: HallConfig,
    known: Known | None,
    *,
    before: HallConfig | None = None,
    confirmed: Collection[str] = (),
) -> list[Problem]:
    """Everything wrong with a set-up, each at its place: in itself, and with what there is here.

    What the set-up `before` named already keeps nobody from another change; at `confirmed` doors whoever
    asks has seen a slip.
    """
    wrong = problems(config)
    if known is not None:
        wrong += _plugins(config, known)
    if known is not None and before is not None:
        wrong += missing_media(config, known.media, before)
        if known.doors is not None:
            wrong += unconfirmed(before, config, {*known.doors, *confirmed}, known.own_doors)
    return wrong


def missing_media(
    config: HallConfig, there: Collection[str] | None, before: HallConfig | None = None
) -> list[Problem]:
    """Pictures and films that are not there (C04); what the set-up `before` named already is left out."""
    old = {file for _, file in media_named(before)} if before else set()
    return [
        say("no_medium", where, said=file)
        for where, file in media_named(config)
        if there is not None and file not in old and file not in there
    ]


def _plugins(config: HallConfig, known: Known) -> Iterator[Problem]:
    yield from _missing("routing", config.routing, known.policies)
    for n, ladder in enumerate(config.ladders):
        for nth, rung in enumerate(ladder.rungs):
            yield from _missing(f"ladders[{n}].rungs[{nth}].act", rung.act, known.acts)
    for n, printer in enumerate(config.printers):
        yield from _missing(f"printers[{n}].kind", printer.kind, known.printers)
    for n, strip in enumerate(config.strips):
        yield from _missing(f"strips[{n}].kind", strip.kind, known.strips)
    for kind in config.voice.engines:
        yield from _missing("voice.engines", kind, known.voices)


def _missing(where: str, named: str, there: Iterable[str]) -> Iterator[Problem]:
    if named not in there:
        yield say("no_plugin", where, said=named, there=", ".join(sorted(there)))
