"""`serve`, `demo` and `print-agent`: what goes on until it is stopped."""

from pathlib import Path
from typing import Annotated

from server.command.lines.loading import at_once
from server.command.typed.options import (
    DEFAULT_PORT,
    ONE_OF_THEM,
    PRINTER,
    Data,
    Host,
    Port,
    Printers,
    PublicUrl,
    Speaker,
    Voices,
    option,
)
from server.packs.names import packs


def serve(
    *,
    data: Data = None,
    host: Host = "0.0.0.0",  # for its screens
    port: Port = DEFAULT_PORT,
    public_url: PublicUrl = "",
    printers: Printers = (),
    voices: Voices = (),
    speaker: Speaker = "",
) -> None:
    with at_once():
        from server.command.work import running
    doors = running.Doors(
        host=host, port=port, public_url=public_url, printers=printers, voices=voices, speaker=speaker
    )
    running.serve_hall(data, doors)


def demo(
    *,
    data: Data = None,
    host: Host = "0.0.0.0",  # for the phone that reads its QR codes
    port: Port = DEFAULT_PORT,
    public_url: PublicUrl = "",
    printers: Printers = (),
    voices: Voices = (),
    speaker: Speaker = "",
    pack: Annotated[str, option("demo_pack", choices=packs())] = "power",
    speed: Annotated[float, option("speed", metavar="N")] = 1.0,
) -> None:
    with at_once():
        from server.command.work import running
    doors = running.Doors(
        host=host, port=port, public_url=public_url, printers=printers, voices=voices, speaker=speaker
    )
    running.serve_demo(data, doors, pack, speed)


def print_agent(
    *,
    server: Annotated[str, option("server", metavar="URL")],
    token: Annotated[str, option("agent_token", group=ONE_OF_THEM)] = "",
    token_file: Annotated[Path | None, option("token_file", group=ONE_OF_THEM)] = None,
    name: Annotated[str, option("agent_name")] = "",
    printers: Annotated[tuple[str, ...], option("agent_printer", "--printer", metavar=PRINTER)],
) -> None:
    with at_once():
        from server.command.work import print_agent as agent
    shown = token_file.read_text(encoding="utf-8").strip() if token_file else token
    agent.main(server, shown, printers, name)
