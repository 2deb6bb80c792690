"""A hall's set-up from a file: what it would change, and the change itself, hall open or not."""

import asyncio
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from pydantic_core import to_json, to_jsonable_python

from server.clock import HallClock
from server.command import making
from server.command.folder import Hopeless, made
from server.command.terminal.asking import agreed as asked
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order, ordered
from server.command.texts import both
from server.domain.config.changes.changes import Change
from server.domain.config.config import HallConfig
from server.domain.config.soundness.confirming import network_doors
from server.domain.config.soundness.problems import Problem
from server.domain.setup.commands import ConfigureHall
from server.domain.setup.events import HallConfigured, SetupPlanned
from server.domain.setup.refusals import Unsound
from server.domain.text import Text
from server.packs.hall_file import read_hall_file, write_hall_file
from server.serving.serve import HallInUse, only_server, where_served

PATIENCE = 30.0  # s


class CannotConfigure(Exception):
    """The file was not applied, and why, in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a file wants of a hall. Whoever says yes to the changes has read the addresses among them."""

    command: ConfigureHall
    changes: tuple[Change, ...]


def configure(data: Path | None, file: Path, valid_from: date | None, note: str, *, agreed: bool) -> None:
    folder, now = made(data), HallClock()()
    settle(folder, proposal(folder, file, now, valid_from, note), now, valid_from, agreed=agreed)


def settle(folder: Path, wanted: Proposal, now: datetime, valid_from: date | None, *, agreed: bool) -> None:
    """Show what would change, ask, and do it."""
    if not wanted.changes:
        say(both("no_change"))
        return
    say(*(f"  {c.path}: {c.before or '—'} → {c.after or '—'}" for c in wanted.changes))
    if not agreed and not asked(both("apply", n=len(wanted.changes))):
        raise Hopeless(both("not_applied"))
    apply(folder, wanted.command, now)
    say(both("planned", day=valid_from) if valid_from else both("applied"))


def export(data: Path | None, file: Path | None) -> None:
    text = write_hall_file(current(made(data)))
    if file is None:
        say(text.rstrip())
    else:
        file.write_text(text, encoding="utf-8")
        say(both("exported", file=file))


def current(data: Path) -> HallConfig:
    config = asyncio.run(making.config_of(data))
    assert config is not None
    return config


def proposal(
    data: Path, file: Path, now: datetime, valid_from: date | None = None, note: str = ""
) -> Proposal:
    """Raises HallFileProblem for a file that cannot be read, CannotConfigure for one the hall refuses."""
    return proposed(data, read_hall_file(file), now, valid_from, note)


def proposed(
    data: Path, config: HallConfig, now: datetime, valid_from: date | None = None, note: str = ""
) -> Proposal:
    """Raises CannotConfigure for what the hall refuses."""
    base = current(data)
    command = ConfigureHall(
        config=config,
        base=base,
        valid_from=valid_from,
        note=note,
        confirmed=tuple(sorted(network_doors(config) - network_doors(base))),
    )
    try:
        events = asyncio.run(making.would(data, command, now))
    except Unsound as unsound:
        raise CannotConfigure(problem_lines(unsound.problems)) from unsound
    return Proposal(command=command, changes=_changes(events))


def _changes(events: Sequence[object]) -> tuple[Change, ...]:
    return next((e.changes for e in events if isinstance(e, HallConfigured | SetupPlanned)), ())


def problem_lines(problems: Sequence[Problem]) -> str:
    return "\n".join(
        f"{p.where}: {first}\n{' ' * len(p.where)}  {second}"
        for p in problems
        for first, second in [ordered(p)]
    )


def apply(data: Path, command: ConfigureHall, now: datetime) -> None:
    """Through the running server where there is one, so that it holds at once; else into the journal."""
    try:
        with only_server(data):
            asyncio.run(making.reconfigure(data, command, now))
    except HallInUse:
        _ask_the_server(data, command, now)


def _ask_the_server(data: Path, command: ConfigureHall, now: datetime) -> None:
    body = {
        "id": secrets.token_hex(16),
        "base": to_jsonable_python(command.base),
        "config": to_jsonable_python(command.config),
        "valid_from": command.valid_from,
        "note": command.note,
        "confirmed": command.confirmed,
    }
    ask_server(data, "/api/setup", body, now)


def ask_server(data: Path, path: str, body: Mapping[str, Any], now: datetime) -> None:
    """In the words of the hall where it refuses. Raise CannotConfigure."""
    try:
        post_to_server(data, path, body, now)
    except HTTPError as refusal:
        raise CannotConfigure(refusal_text(json.load(refusal))) from None
    except URLError as unreachable:
        raise CannotConfigure(both("no_answer", url=where_served(data))) from unreachable


def post_to_server(data: Path, path: str, body: Mapping[str, Any], now: datetime) -> None:
    """Raise HTTPError where it refuses, URLError where it does not answer."""
    with one_visit(data, now) as token:
        headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
        asked = Request(f"{where_served(data)}{path}", to_json(body), headers)
        with urlopen(asked, timeout=PATIENCE):
            return


@contextmanager
def one_visit(data: Path, now: datetime) -> Iterator[str]:
    """A token that ends with the visit: whoever may write the hall's folder may set the hall up."""
    device, token = making.visit(data, now)
    try:
        yield token
    finally:
        making.end_visit(data, device, now)


def refusal_text(refusal: dict[str, Any]) -> str:
    return in_order(Text(refusal["text"]["zh"], refusal["text"]["en"]))
