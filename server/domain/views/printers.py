"""The printers that staff choose from for a customer's slip."""

from dataclasses import dataclass

from server.domain.hall import Hall
from server.domain.kept import once, same, together
from server.domain.text import Text
from server.domain.views.names import printer_name


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterChoice:
    """`down`: it cannot print now."""

    id: str
    name: Text
    down: bool


def printer_choices(hall: Hall) -> tuple[PrinterChoice, ...]:
    """Those of the set-up, in its order."""
    return together(printer_choice(hall, p.id) for p in hall.setup.printers)


def printer_choice(hall: Hall, printer: str) -> PrinterChoice:
    health = hall.devices.get(printer)
    down = health is not None and health.state == "down"
    return once(PrinterChoice, id=printer, name=same(printer_name(hall, printer)), down=down)
