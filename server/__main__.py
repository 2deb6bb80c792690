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
        sys.exit(f"hallqueue: 另一个服务正在使用 {why}\nAnother server already runs the hall in {why}.")
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
        raise Hopeless(
            f"{data} 里还没有营业厅，请先运行：hallqueue init --pack power\n"
            f"there is no hall in {data}; make one with: hallqueue init --pack power"
        )
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
        _say(f"hallqueue: http://127.0.0.1:{port}/   ({data})", "Ctrl+C 停止 / Ctrl+C stops.")

    serve(_settings(asked, data, asked.printer), demo=False, ready=ready)


def _demo(asked: argparse.Namespace) -> None:
    data = _data(asked, demo=True)
    new = asyncio.run(making.make_demo(data, asked.pack, HallClock()()))

    def ready(house: House, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        _say(
            "",
            f"  示范营业厅 / demo hall{' (new)' if new else ''}: {base}/",
            *(f"    {base}/{page}/" for page in PAGES),
            "",
            f"  登录 / log in: 1201 (clerk), 1001 (manager), password {making.DEMO_PASSWORD}",
            "  模拟客户和窗口正在使用真实接口；在首页点“停止模拟”即可自己操作。",
            "  Simulated people use the real interface; press “停止模拟” on the first page to take over,",
            f"  or start with `hallqueue demo --speed 0`. Ctrl+C stops. Data: {data}",
            "",
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
    span = f"{hours.opens}-{hours.closes}" if hours else "always open (--hours 08:30-17:00 sets them)"
    _say(
        f"营业厅已建好 / the hall is made: {config.name.zh} ({config.name.en}) in {data}",
        f"  营业时间 / hours: {span}",
        f"  管理员 / administrator: login admin, password {password}   (shown once)",
        f"  开始 / run it: hallqueue serve --data {data}",
    )


def _token(asked: argparse.Namespace) -> None:
    role = SHORT_ROLES.get(asked.role, asked.role)
    token = making.issue_token(_made(asked), role, asked.place, asked.name or role, HallClock()())
    _say(token)


def _person(asked: argparse.Namespace) -> None:
    password = asked.password or secrets.token_urlsafe(9)
    making.add_person(_made(asked), asked.login, asked.name, asked.role, password)
    _say(f"{asked.login} {asked.name} ({asked.role})" + ("" if asked.password else f", password {password}"))


def _doctor(asked: argparse.Namespace) -> None:
    found = doctor.examine(_data(asked))
    _say(*(f"{'✓' if f.well else '✗'} {f.what}: {f.text}" for f in found))
    sys.exit(0 if all(f.well or not f.vital for f in found) else 1)


def _replay(asked: argparse.Namespace) -> None:
    difference = asyncio.run(making.compare(_made(asked)))
    if difference:
        raise Hopeless(f"rows and journal differ in: {difference}")
    _say("rows and journal agree")


def _backup(asked: argparse.Namespace) -> None:
    safekeeping.backup(_made(asked), asked.file)
    _say(f"saved to {asked.file}")


def _restore(asked: argparse.Namespace) -> None:
    epoch = safekeeping.restore(asked.file, _data(asked))
    _say(f"restored; the journal goes on in epoch {epoch}")


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
