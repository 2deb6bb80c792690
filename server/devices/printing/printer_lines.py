"""Printers as the command line names them: `K1=tcp:192.168.1.50:9100,58,fallback=K2`.

`K2=usb:/dev/usb/lp0`, `K3=serial:/dev/ttyUSB0:19200,text`, `K4=agent:front`, `K5=file:slips`, `K6=virtual`;
options `58`, `dots=512`, `feed=6`, `text`, `noack`, `plain`, `large`, `density=2`, `cut=full`, `fallback=K2`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig, kinds, open_printer
from server.domain.config.pieces.equipment import DOTS, FEEDS

FLAGS: dict[str, dict[str, Any]] = {
    "58": {"dots": 384},
    "58mm": {"dots": 384},
    "80": {"dots": 576},
    "80mm": {"dots": 576},
    "text": {"mode": "text"},
    "noack": {"ack": "none"},
    "plain": {"raster": "plain"},
    "large": {"large": True},
}
VALUES: dict[str, tuple[Callable[[str], object], str]] = {
    "density": (re.compile(r"[+-]?[0-8]").fullmatch, "a number from -8 to 8"),
    "dots": (lambda number: number.isdecimal() and int(number) in DOTS, "a multiple of 4 from 256 to 832"),
    "feed": (lambda number: number.isdecimal() and int(number) in FEEDS, "millimetres, 0 to 40"),
    "cut": (("partial", "full", "none").__contains__, "partial, full or none"),
    "fallback": (bool, "the name of another printer"),
}
NUMBERS = ("density", "dots", "feed")


def parse_printer(line: str) -> PrinterConfig:
    """Read `K1=tcp:192.168.1.50:9100,58`; raises `DeviceMisconfigured` that says what is wrong."""
    name, _, rest = (part.strip() for part in line.partition("="))
    where, *options = [part.strip() for part in rest.split(",")]
    kind, _, address = where.partition(":")
    if not name or kind not in kinds():
        raise DeviceMisconfigured(f"{line!r}: write ID=KIND:ADDRESS; kinds are {', '.join(sorted(kinds()))}")
    config = PrinterConfig(id=name, kind=kind, address=address)
    for option in options:
        config = _with(config, option)
    open_printer(config, Path())  # asks nothing yet; says if the address is none
    return config


def _with(config: PrinterConfig, option: str) -> PrinterConfig:
    if fields := FLAGS.get(option):
        return replace(config, **fields)
    key, _, value = (part.strip() for part in option.partition("="))
    if key not in VALUES:
        raise DeviceMisconfigured(f"printer {config.id}: unknown option {option!r}")
    fits, what = VALUES[key]
    if not fits(value) or value == config.id:
        raise DeviceMisconfigured(f"printer {config.id}: {key}={value}: write {what}")
    fields = {key: int(value) if key in NUMBERS else value}
    return replace(config, **fields)


def printers(given: Sequence[str]) -> tuple[PrinterConfig, ...]:
    """A printer given twice, or one to fall back on that is not given, is misconfigured."""
    by_id = {printer.id: printer for printer in map(parse_printer, given)}
    if len(by_id) < len(given):
        raise DeviceMisconfigured("two printers have the same name")
    for printer in by_id.values():
        if printer.fallback and printer.fallback not in by_id:
            raise DeviceMisconfigured(
                f"printer {printer.id}: there is no printer {printer.fallback} to fall back on"
            )
    return tuple(by_id.values())
