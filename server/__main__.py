"""The command line: serve, demo, init, token, person, doctor, replay, backup, restore."""

import argparse
import asyncio
import logging
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from server import doctor, making, safekeeping
from server.access.refusals import AccessRefused
from server.app import House
from server.clock import HallClock
from server.command_line import SHORT_ROLES, parser
from server.command_texts import both
from server.devices.errors import DeviceMisconfigured
from server.hall_file import HallFileProblem
from server.journal import StorageFailed
from server.printers_file import printers
from server.serving import HallInUse, own_address, serve
from server.settings import Settings, default_data

PAGES = ("kiosk", "counter", "window", "lobby", "manager", "slips")


class Hopeless(Exception):
    """The command cannot be done; the text says why and what to do."""


FORESEEN = (Hopeless, DeviceMisconfigured, StorageFailed, OSError, safekeeping.NotABackup, making.HallProblem)


def main() -> None:
    asked = parser().parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        COMMANDS[asked.command](asked)
    except FORESEEN as why:
        sys.exit(f"hallqueue: {why}")
    except (AccessRefused, HallFileProblem) as why:
        sys.exit(f"hallqueue: {why.text.zh}\n{why.text.en}")
    except HallInUse as why:
        sys.exit(f"hallqueue: {both('in_use', data=why)}")
    except KeyboardInterrupt:
        pass


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _data(asked: argparse.Namespace, *, demo: bool = False) -> Path:
    return Path(asked.data) if asked.data else default_data(demo)


def _made(asked: argparse.Namespace) -> Path:
    """The folder of a hall that is there."""
    data = _data(asked)
    if not asyncio.run(making.is_made(data)):
        raise Hopeless(both("no_hall", data=data))
    return data


def _settings(asked: argparse.Namespace, data: Path, given: list[str], speed: float = 0.0) -> Settings:
    local = asked.host in ("127.0.0.1", "localhost")
    address = f"http://127.0.0.1:{asked.port}" if local else own_address(asked.port)
    return Settings(
        data=data,
        host=asked.host,
        port=asked.port,
        public_url=(asked.public_url or address).rstrip("/"),
        printers=printers(data, given),
        server_speaker=asked.speaker,
        demo_speed=speed,
    )


def _serve(asked: argparse.Namespace) -> None:
    data = _made(asked)

    def ready(house: House, port: int) -> None:
        _say(both("serving", url=f"http://127.0.0.1:{port}/", data=data), both("stop"))

    serve(_settings(asked, data, asked.printer), demo=False, ready=ready)


def _demo(asked: argparse.Namespace) -> None:
    data = _data(asked, demo=True)
    asyncio.run(making.make_demo(data, asked.pack, HallClock()()))

    def ready(house: House, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        _say(
            both("demo", url=f"{base}/"),
            *(f"  {base}/{page}/" for page in PAGES),
            both("demo_people", password=making.DEMO_PASSWORD),
            *([both("demo_take_over")] if asked.speed else []),
            both("data", data=data),
            both("stop"),
        )

    settings = _settings(asked, data, asked.printer or ["K1=virtual"], asked.speed)
    serve(settings, demo=True, ready=ready)


def _init(asked: argparse.Namespace) -> None:
    data = _data(asked)
    password = secrets.token_urlsafe(9)
    config = making.read_config(asked.pack, asked.file, asked.name, asked.hours)
    asyncio.run(
        making.make_hall(data, config, HallClock()(), admin_password=password, printers=asked.printer)
    )
    hours = config.hours
    _say(
        both("made", zh=config.name.zh, en=config.name.en, data=data),
        both("hours", opens=hours.opens, closes=hours.closes) if hours else both("no_hours"),
        both("administrator", password=password),
        both("run_it", data=data),
    )


def _token(asked: argparse.Namespace) -> None:
    role = SHORT_ROLES.get(asked.role, asked.role)
    token = making.issue_token(_made(asked), role, asked.place, asked.name or role, HallClock()())
    _say(token)


def _person(asked: argparse.Namespace) -> None:
    password = asked.password or secrets.token_urlsafe(9)
    making.add_person(_made(asked), asked.login, asked.name, asked.role, password)
    _say(both("person", login=asked.login, name=asked.name, role=asked.role))
    if not asked.password:
        _say(both("password", password=password))


def _doctor(asked: argparse.Namespace) -> None:
    found = doctor.examine(_data(asked))
    _say(*(f"{'✓' if f.well else '✗'} {f.what}: {f.text}" for f in found))
    sys.exit(0 if all(f.well or not f.vital for f in found) else 1)


def _replay(asked: argparse.Namespace) -> None:
    difference = asyncio.run(making.compare(_made(asked)))
    if difference:
        raise Hopeless(both("differ", what=difference))
    _say(both("agree"))


def _backup(asked: argparse.Namespace) -> None:
    safekeeping.backup(_made(asked), asked.file)
    _say(both("saved", file=asked.file))


def _restore(asked: argparse.Namespace) -> None:
    epoch = safekeeping.restore(asked.file, _data(asked))
    _say(both("restored", epoch=epoch))


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "serve": _serve,
    "demo": _demo,
    "init": _init,
    "token": _token,
    "person": _person,
    "doctor": _doctor,
    "replay": _replay,
    "backup": _backup,
    "restore": _restore,
}

if __name__ == "__main__":
    main()
