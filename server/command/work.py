"""What each `hallqueue …` does and says. Everything of a hall is loaded here; its words are read without."""

import argparse
import asyncio
import logging
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from server import safekeeping
from server.access.refusals import AccessRefused
from server.access.roles import ROLES
from server.clock import HallClock
from server.command import clock as clock_command
from server.command import configuring, doctor, making, print_agent
from server.command import drill as command_drill
from server.command import restore as command_restore
from server.command import voice as command_voice
from server.command.line import SHORT_ROLES
from server.command.terminal import fitting, say
from server.command.texts import both
from server.command.troubles import in_words
from server.devices.errors import DeviceMisconfigured
from server.devices.media import there
from server.devices.printing.printer_lines import printers
from server.domain.config.known import missing_media
from server.domain.refusals import Refused
from server.domain.screens import SCREENS
from server.house import House
from server.journal import StorageFailed
from server.packs.hall_file import HallFileProblem, write_hall_file
from server.serving import HallInUse, only_server, own_address, serve
from server.settings import Settings, default_data

PAGES = (*(name for name, screen in SCREENS.items() if screen.view), "reports", "setup", "slips")


NEAR = ("127.0.0.1", "localhost")  # this machine alone


class Hopeless(Exception):
    """The command cannot be done; the text says why and what to do."""


FORESEEN = (
    Hopeless,
    DeviceMisconfigured,
    StorageFailed,
    safekeeping.NotABackup,
    making.HallProblem,
    configuring.CannotConfigure,
)


def obey(asked: argparse.Namespace) -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        COMMANDS[asked.command](asked)
    except FORESEEN as why:
        _leave(str(why))
    except OSError as why:
        _leave(in_words(why))
    except (AccessRefused, HallFileProblem, Refused) as why:
        _leave(f"{why.text.zh}\n{why.text.en}")
    except HallInUse as why:
        _leave(both("in_use", data=why))
    except KeyboardInterrupt:
        pass


def _leave(why: str) -> NoReturn:
    sys.exit(fitting(f"hallqueue: {why}", sys.stderr.encoding or "ascii"))


def _data(asked: argparse.Namespace, *, demo: bool = False) -> Path:
    return Path(asked.data) if asked.data else default_data(demo)


def _made(asked: argparse.Namespace) -> Path:
    """The folder of a hall that is there."""
    data = _data(asked)
    if not asyncio.run(making.is_made(data)):
        raise Hopeless(both("no_hall", data=data))
    return data


def _settings(asked: argparse.Namespace, data: Path, given: list[str], speed: float = 0.0) -> Settings:
    local = asked.host in NEAR
    address = f"http://127.0.0.1:{asked.port}" if local else own_address(asked.port)
    return Settings(
        data=data,
        host=asked.host,
        port=asked.port,
        public_url=(asked.public_url or address).rstrip("/"),
        printers=printers(given),
        voices=tuple(asked.voice),
        server_speaker=asked.speaker,
        demo_speed=speed,
    )


def _serve(asked: argparse.Namespace) -> None:
    """A hall that is not yet set up is served, too: its first page sets it up."""
    data = _data(asked)

    def ready(house: House, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        say(*_of_data(house))
        if house.first.needed:
            say(both("first", url=f"{base}/setup/#code={house.first.code}", code=house.first.code))
            say(both("data", data=data))
        else:
            say(both("serving", url=f"{base}/", data=data))
        if asked.host not in NEAR:
            say(both("elsewhere", url=f"{own_address(port)}/"))
        say(both("stop"))

    serve(_settings(asked, data, asked.printer), demo=False, ready=ready)


def _of_data(house: House) -> list[str]:
    """What was or is wrong with the hall's data, before anything else is said."""
    told = [*house.safety.healed(), *(t.text for t in house.safety.troubles())]
    return [f"! {t.zh}\n! {t.en}" for t in told]


def _demo(asked: argparse.Namespace) -> None:
    data = _data(asked, demo=True)
    asyncio.run(making.make_demo(data, asked.pack, HallClock()()))

    def ready(house: House, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        say(
            *_of_data(house),
            both("demo", url=f"{base}/"),
            *(f"  {base}/{page}/" for page in PAGES),
            both("demo_people", password=making.DEMO_PASSWORD),
            *([both("demo_take_over")] if asked.speed else []),
            both("data", data=data),
            both("stop"),
        )

    settings = _settings(asked, data, asked.printer, asked.speed)
    serve(settings, demo=True, ready=ready)


def _init(asked: argparse.Namespace) -> None:
    data = _data(asked)
    password = secrets.token_urlsafe(9)
    config = making.read_config(asked.pack, asked.file, asked.name, asked.hours)
    asyncio.run(
        making.make_hall(data, config, HallClock()(), admin_password=password, printers=asked.printer)
    )
    hours = config.hours
    missing = missing_media(config, there(Settings(data=data).media))
    say(*(f"! {p.zh}\n! {p.en}" for p in missing))
    say(
        both("made", zh=config.name.zh, en=config.name.en or config.name.zh, data=data),
        both("hours", opens=hours.opens, closes=hours.closes) if hours else both("no_hours"),
        both("administrator", password=password),
        both("run_it", data=data),
    )


def _token(asked: argparse.Namespace) -> None:
    role, data = SHORT_ROLES.get(asked.role, asked.role), _made(asked)
    asyncio.run(making.require_place(data, asked.place))
    token = making.issue_token(data, role, asked.place, asked.name or role, HallClock()())
    say(token)


def _person(asked: argparse.Namespace) -> None:
    password = asked.password or secrets.token_urlsafe(9)
    making.add_person(_made(asked), asked.login, asked.name, asked.role, password)
    say(both("person", login=asked.login, name=asked.name, role=ROLES[asked.role]))
    if not asked.password:
        say(both("password", password=password))


def _doctor(asked: argparse.Namespace) -> None:
    found = doctor.examine(_data(asked))
    say(*(f"{'✓' if f.well else '✗'} {f.what}: {f.text}" for f in found))
    sys.exit(0 if all(f.well or not f.vital for f in found) else 1)


def _replay(asked: argparse.Namespace) -> None:
    data = _made(asked)
    if asked.mend:
        with only_server(data):
            damage = asyncio.run(making.mend(data))
        say(*(f"{d.text.zh}\n{d.text.en}" for d in damage))
    difference = asyncio.run(making.compare(data))
    if difference:
        raise Hopeless(both("differ", what=difference))
    say(both("agree"))


def _clock(asked: argparse.Namespace) -> None:
    data = _made(asked)
    state = clock_command.look(data)
    known = (state.machine, state.hall, state.proven, state.files)
    machine, hall, proven, files = map(state.said, known)
    say(both("clock_says", machine=machine, hall=hall, proven=proven, files=files))
    if asked.do is None:
        wrong = state.trouble
        say(*((wrong.zh, wrong.en) if wrong else (both("clock_fits"),)))
        sys.exit(1 if wrong else 0)
    if not asked.yes and not _agreed(both("settle", machine=machine)):
        raise Hopeless(both("not_applied"))
    clock_command.settle(data)
    say(both("settled"))


def _configure(asked: argparse.Namespace) -> None:
    data = _made(asked)
    now = HallClock()()
    wanted = configuring.proposal(data, asked.file, now, asked.valid_from, asked.note)
    if not wanted.changes:
        say(both("no_change"))
        return
    say(*(f"  {c.path}: {c.before or '—'} → {c.after or '—'}" for c in wanted.changes))
    if not asked.yes and not _agreed(both("apply", n=len(wanted.changes))):
        raise Hopeless(both("not_applied"))
    configuring.apply(data, wanted.command, now)
    say(both("planned", day=asked.valid_from) if asked.valid_from else both("applied"))


def _agreed(question: str) -> bool:
    say(question)
    try:
        return input("y/N ").strip().lower() in ("y", "yes", "是")
    except EOFError:
        return False


def _export_config(asked: argparse.Namespace) -> None:
    text = write_hall_file(configuring.current(_made(asked)))
    if asked.file is None:
        say(text.rstrip())
    else:
        asked.file.write_text(text, encoding="utf-8")
        say(both("exported", file=asked.file))


def _print_agent(asked: argparse.Namespace) -> None:
    token = asked.token or asked.token_file.read_text(encoding="utf-8").strip()
    print_agent.main(asked.server, token, asked.printer, asked.name)


def _voice(asked: argparse.Namespace) -> None:
    command_voice.voice(asked, _made(asked), say)


def _drill(asked: argparse.Namespace) -> None:
    command_drill.drill(asked, _made(asked), say)


def _sheet(asked: argparse.Namespace) -> None:
    command_drill.paper(asked, _made(asked), say)


def _backup(asked: argparse.Namespace) -> None:
    command_restore.backup(asked, _made(asked), say)


def _restore(asked: argparse.Namespace) -> None:
    command_restore.restore(asked, _data(asked), say)


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "serve": _serve,
    "demo": _demo,
    "init": _init,
    "token": _token,
    "person": _person,
    "doctor": _doctor,
    "replay": _replay,
    "clock": _clock,
    "configure": _configure,
    "export-config": _export_config,
    "print-agent": _print_agent,
    "voice": _voice,
    "drill": _drill,
    "sheet": _sheet,
    "backup": _backup,
    "restore": _restore,
}
