"""A network address is a printer's only once somebody has seen a slip come out there.

The hall would else send every slip to whatever answers: another's printer, or no printer at all. What the
set-up names already is not judged again: a printer that is switched off keeps nobody from saving.
"""

from collections.abc import Collection, Iterator

from server.domain.config.config import HallConfig
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.soundness.problems import Problem, say

NETWORK, TEXT_STRIP = "tcp", "tcp_text"
PORT = "9100"  # of a printer that names none


def door_of(address: str) -> str:
    """With its port, however it was typed."""
    host, _, port = address.strip().lower().partition(":")
    return f"{host}:{port or PORT}"


def network_doors(config: HallConfig | None) -> frozenset[str]:
    return frozenset(_doors(config.printers)) if config else frozenset()


def _doors(printers: tuple[PrinterConfig, ...]) -> Iterator[str]:
    return (door_of(p.address) for p in printers if p.kind == NETWORK and p.address)


def unconfirmed(
    before: HallConfig | None, config: HallConfig, confirmed: Collection[str], own: Collection[str] = ()
) -> list[Problem]:
    """Each at its place. `confirmed` are doors; `own` are the server's: nobody prints there."""
    known, problems = network_doors(before), []
    for n, printer in enumerate(config.printers):
        if printer.kind != NETWORK or not printer.address or (door := door_of(printer.address)) in known:
            continue
        where = f"printers[{n}].address"
        if door in own:
            problems.append(say("address", where, id=printer, said=printer.address))
        elif door not in confirmed:
            problems.append(say("not_tried", where, id=printer, said=printer.address))
    for n, strip in enumerate(config.strips):
        if strip.kind == TEXT_STRIP and strip.address in own:
            problems.append(say("address", f"strips[{n}].address", id=strip, said=strip.address))
    return problems
