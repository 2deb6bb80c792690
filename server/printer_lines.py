"""Which printers a hall has: from the command line, or from `printers.txt` beside its data."""

from dataclasses import replace
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig, kinds

FILE = "printers.txt"
HELP = """# One printer a line: ID=KIND:ADDRESS[,58][,text][,noack][,plain][,large]
# K1=tcp:192.168.1.50:9100
# K2=file:slips
"""


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
    return config


def _with(config: PrinterConfig, option: str) -> PrinterConfig:
    match option:
        case "58" | "58mm":
            return replace(config, dots=384)
        case "80" | "80mm":
            return replace(config, dots=576)
        case "text":
            return replace(config, mode="text")
        case "noack":
            return replace(config, ack="none")
        case "plain":
            return replace(config, raster="plain")
        case "large":
            return replace(config, large=True)
    raise DeviceMisconfigured(f"printer {config.id}: unknown option {option!r}")


def printers(data: Path, given: list[str]) -> tuple[PrinterConfig, ...]:
    """Those given on the command line, else those of the file."""
    lines = given or [line for line in _lines(data) if line.strip() and not line.startswith("#")]
    return tuple(parse_printer(line) for line in lines)


def _lines(data: Path) -> list[str]:
    file = data / FILE
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def keep(data: Path, given: list[str]) -> None:
    """Write them down, with a line that says how."""
    for line in given:
        parse_printer(line)
    (data / FILE).write_text(HELP + "".join(f"{line}\n" for line in given), encoding="utf-8")
