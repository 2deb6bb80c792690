"""`hallqueue serve` as a machine is told it: understood without the library that reads every other line.

That library is a tenth of a second of each start. Whatever is not said plainly (another command, a word this
does not know, a value that may be wrong, a call for help) is left to `line.py`, which knows what to answer.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from server.settings import DEFAULT_PORT, LAST_PORT

Options = dict[str, Any]

ONCE = {
    "--data": "data",
    "--host": "host",
    "--port": "port",
    "--public-url": "public_url",
    "--speaker": "speaker",
}
OFTEN = {"--printer": "printers", "--voice": "voices"}


def plainly(words: Sequence[str]) -> Options | None:
    """The options of `serve`, those that were not typed as well; None where it is not plain."""
    if not words or words[0] != "serve" or len(words) % 2 == 0:
        return None
    options: Options = {"data": None, "host": "0.0.0.0", "port": str(DEFAULT_PORT), "public_url": ""}
    options |= {"printers": (), "voices": (), "speaker": ""}
    once = list(ONCE)
    for name, value in zip(words[1::2], words[2::2], strict=True):
        if not value or value.startswith("-"):
            return None
        if name in OFTEN:
            options[OFTEN[name]] += (value,)
        elif name in once:
            once.remove(name)
            options[ONCE[name]] = value
        else:
            return None
    if not _is_port(options["port"]):
        return None
    data = options["data"] and Path(options["data"])
    return options | {"port": int(options["port"]), "data": data}


def _is_port(typed: str) -> bool:
    plain = typed.isascii() and typed.isdigit() and len(typed) <= len(str(LAST_PORT))
    return plain and int(typed) <= LAST_PORT


def serving(options: Mapping[str, Any]) -> Callable[[], None]:
    def serve() -> None:
        from server.command.lines.loading import at_once  # noqa: PLC0415  # nothing of a hall before it is asked for

        with at_once():
            from server.command.work import running  # noqa: PLC0415
        doors = running.Doors(**{name: value for name, value in options.items() if name != "data"})
        running.serve_hall(options["data"], doors)

    return serve
