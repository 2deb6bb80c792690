"""The words of the command line: what can be asked of `hallqueue` and with which options."""

import argparse
from datetime import date
from pathlib import Path

from server.access.roles import ROLES
from server.packs.names import packs
from server.settings import DEFAULT_PORT

LAST_PORT = 65535

SHORT_ROLES = {
    "lobby": "lobby_board",
    "window": "window_display",
    "counter": "clerk",
    "manager": "hall_manager",
}
PRINTER = (
    "ID=KIND:ADDRESS[,58][,dots=N][,text][,noack][,plain][,large][,density=N]"
    "[,cut=HOW][,feed=MM][,fallback=ID]"
)
EPILOG = "`hallqueue demo` shows a hall; `hallqueue init --pack power` makes your own."


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="hallqueue", description="Runs the queue of a service hall.", epilog=EPILOG
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _serving(commands.add_parser("serve", help="run a real hall"), host="0.0.0.0")  # for its screens
    demo = commands.add_parser("demo", help="make a demo hall and run it with simulated people")
    _serving(demo, host="127.0.0.1")
    demo.add_argument("--pack", choices=packs(), default="power")
    demo.add_argument(
        "--speed", type=float, default=6.0, help="how fast the people are; 0: nobody (default 6)"
    )
    _init(commands.add_parser("init", help="make a hall from an industry pack or a hall file"))
    _token(commands.add_parser("token", help="make a token for a device or a script"))
    _person(commands.add_parser("person", help="add somebody who works here"))
    _data(commands.add_parser("doctor", help="say what this machine and the hall's data have and lack"))
    replay = commands.add_parser("replay", help="compare the hall's snapshot with its journal")
    _data(replay)
    replay.add_argument("--mend", action="store_true", help="make the snapshots anew where they differ")
    _print_agent(commands.add_parser("print-agent", help="print a hall's slips at another box"))
    _voice(commands.add_parser("voice", help="what the hall is heard with: record, check, render, try"))
    clock = commands.add_parser("clock", help="say what this machine's clock and the hall's records say")
    _data(clock)
    clock.add_argument("do", nargs="?", choices=["settle"], help="let the hall go on from the machine's time")
    clock.add_argument("--yes", action="store_true", help="do not ask")
    configure = commands.add_parser("configure", help="bring the hall's set-up to what a hall file says")
    _data(configure)
    configure.add_argument("file", type=Path)
    configure.add_argument("--yes", action="store_true", help="do not ask")
    configure.add_argument("--from", dest="valid_from", type=date.fromisoformat, metavar="YYYY-MM-DD")
    configure.add_argument("--note", default="", help="why, for the history")
    export = commands.add_parser("export-config", help="write the hall's set-up as a hall file")
    _data(export)
    export.add_argument("file", type=Path, nargs="?", help="default: to the terminal")
    backup = commands.add_parser("backup", help="copy the hall's data to a file, also while it runs")
    _data(backup)
    backup.add_argument("file", type=Path)
    _drill(commands.add_parser("drill", help="hold the monthly exercise D1 to D7 on a practice hall"))
    paper = commands.add_parser("sheet", help="who has which number, to print when the server is dead")
    _data(paper)
    paper.add_argument("file", type=Path, nargs="?", help="an .html or .txt file; default: to the terminal")
    _restore(commands.add_parser("restore", help="bring a hall back from such a file"))
    return top


def _data(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, help="where the hall's data lie (or HALLQUEUE_DATA)")


def _serving(command: argparse.ArgumentParser, host: str) -> None:
    _data(command)
    command.add_argument("--host", default=host, help=f"the address to listen on (default {host})")
    command.add_argument("--port", type=_port, default=DEFAULT_PORT, help=f"default {DEFAULT_PORT}")
    command.add_argument(
        "--public-url", default="", help="what the QR codes lead to, e.g. http://192.168.1.10:8000"
    )
    command.add_argument("--printer", action="append", default=[], metavar=PRINTER)
    command.add_argument(
        "--voice", action="append", default=[], metavar="KIND", help="speak with this voice, not the hall's"
    )
    command.add_argument(
        "--speaker", default="", help="ALSA device the server itself speaks on, e.g. default"
    )


def _init(command: argparse.ArgumentParser) -> None:
    _data(command)
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("--pack", choices=packs())
    source.add_argument("--from", dest="file", type=Path, help="a hall file (TOML)")
    command.add_argument("--name", default="", help="the hall's Chinese name")
    command.add_argument("--hours", default="", help='opening hours, "08:30-17:00"; without them always open')
    command.add_argument("--printer", action="append", default=[], metavar=PRINTER)


def _restore(command: argparse.ArgumentParser) -> None:
    _data(command)
    command.add_argument("file", type=Path, help="a backup, or the folder of a hall that was moved away")
    command.add_argument("--move-away", action="store_true", help="move what lies there to a dated folder")
    command.add_argument("--damaged", action="store_true", help="also a hall whose journal is damaged")
    command.add_argument(
        "--numbers-after", type=int, default=0, metavar="N", help="today's numbers go on above this one"
    )
    command.add_argument(
        "--shut-out", nargs="+", default=[], metavar="NAME", help="people and devices that stay out"
    )


def _drill(command: argparse.ArgumentParser) -> None:
    _data(command)
    command.add_argument("--by", default="", metavar="NAME", help="who holds it, for the record")
    command.add_argument("--out", type=Path, metavar="FILE", help="default: drill-DATE.txt")
    command.add_argument("--check", type=Path, metavar="FILE", help="say whether this record is genuine")


def _print_agent(command: argparse.ArgumentParser) -> None:
    command.add_argument("--server", required=True, metavar="URL", help="e.g. http://192.168.1.10:8000")
    token = command.add_mutually_exclusive_group(required=True)
    token.add_argument("--token")
    token.add_argument("--token-file", type=Path)
    command.add_argument("--name", default="", help="what the hall's printers name as their address")
    command.add_argument("--printer", action="append", required=True, metavar=PRINTER)


def _voice(command: argparse.ArgumentParser) -> None:
    what = command.add_subparsers(dest="what", required=True, metavar="WHAT")
    _data(what.add_parser("list", help="the phrases to record for this hall, as CSV"))
    check = what.add_parser("check", help="look at recordings: level, clipping, silence")
    _data(check)
    check.add_argument("folder", type=Path, nargs="?", help="default: the hall's own")
    build = what.add_parser("build", help="render the hall's whole series with the neural voice (hours)")
    _data(build)
    build.add_argument("--upto", type=int, default=200, help="numbers of each queue (default 200)")
    say = what.add_parser("say", help="say something with the voice the hall will hear")
    _data(say)
    say.add_argument("text")
    say.add_argument("--language", choices=["zh", "en"], default="zh")
    say.add_argument("--out", type=Path, help="default: said.wav")
    say.add_argument("--speaker", default="", help="ALSA device to play it on, e.g. default")


def _token(command: argparse.ArgumentParser) -> None:
    _data(command)
    roles = [role for role in ROLES if role != "system"]
    shown = f"{{{','.join(roles)}}}"
    command.add_argument("--role", required=True, choices=[*roles, *SHORT_ROLES], metavar=shown)
    command.add_argument("--place", default="", help="a counter, a printer or a zone")
    command.add_argument("--name", default="")


def _person(command: argparse.ArgumentParser) -> None:
    _data(command)
    command.add_argument("login", help="the staff number")
    command.add_argument("--name", required=True)
    command.add_argument(
        "--role", required=True, choices=["guide", "clerk", "team_leader", "hall_manager", "admin"]
    )
    command.add_argument("--password", default="", help="made and shown once when not given")


def _port(said: str) -> int:
    port = int(said) if said.isascii() and said.isdigit() and len(said) <= len(str(LAST_PORT)) else -1
    if not 0 <= port <= LAST_PORT:
        raise argparse.ArgumentTypeError(
            f"端口应在 0 至 {LAST_PORT} 之间 / a port is 0 to {LAST_PORT}: {said[:20]}"
        )
    return port
