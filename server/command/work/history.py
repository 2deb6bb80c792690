"""`hallqueue import-history`: read and counted first, then asked, then kept; undone by its name."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.clock import HallClock
from server.command import making
from server.command.folder import Hopeless, made
from server.command.terminal.asking import agreed
from server.command.terminal.progress import shown
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.texts import both
from server.command.work.configuring import current
from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.insight.history import texts as t
from server.insight.history.heads import NAMES
from server.insight.history.keeping import History, Source
from server.insight.history.reading import Account, PastVisit, Terms, names_of, visits
from server.insight.history.sheets import Sheet, Unreadable, sheet_of
from server.journal.going import Going, counted

NAMED = 8  # unknown businesses, and days without a row, that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was typed beside the file."""

    name: str
    zone: str
    names: Sequence[str]
    agreed: bool


def take(data: Path | None, file: Path, wish: Wish) -> None:
    folder, now = made(data), HallClock()()
    config = current(folder)
    zone, also = _zone(wish.zone or config.timezone), _also(config, wish.names)
    sheet, sha256 = _sheet(file)
    with making.database(folder) as (engine, hall_id):
        history = History(engine, hall_id)
        name = wish.name or file.stem
        _require_new(history, name, sha256)
        terms = Terms(
            config=config,
            zone=zone,
            services=names_of(config, also),
            own_days=history.own_days(),
            known=history.keys(),
            now=now,
        )
        tried = Account()
        with shown() as going:
            for _ in _followed(sheet, terms, tried, going):
                pass
        say(*_in_words(tried, config))
        if not tried.taken:
            raise Hopeless(both("history_nothing"))
        if tried.zone_in_doubt and not wish.zone:
            share = f"{tried.outside / tried.taken:.0%}"
            raise Hopeless(both("history_zone", share=share, zone=config.timezone))
        if not wish.agreed and not agreed(both("history_take", n=tried.taken, name=name)):
            raise Hopeless(both("history_not_taken"))
        source = Source(
            name=name,
            sha256=sha256,
            imported_at=now,
            first_day=date.min,
            last_day=date.min,
            taken=0,
            left=0,
            whole=False,
        )
        account = Account()
        with shown() as going:
            history.keep(source, _followed(sheet, terms, account, going), account)
    say(both("history_taken", n=account.taken, name=name))


def show(data: Path | None) -> None:
    with making.database(made(data)) as database:
        sources = History(*database).sources()
    if not sources:
        say(both("history_none"))
    for source in sources:
        say(
            both(
                "history_source" if source.whole else "history_broken",
                name=source.name,
                first=source.first_day,
                last=source.last_day,
                n=source.taken,
                left=source.left,
            )
        )


def undo(data: Path | None, name: str) -> None:
    with making.database(made(data)) as database:
        history = History(*database)
        gone = history.undo(name)
        known = "、".join(source.name for source in history.sources())
    if gone is None:
        raise Hopeless(both("history_unknown", name=name, known=known or "—"))
    say(both("history_undone", n=gone, name=name))


def _followed(sheet: Sheet, terms: Terms, account: Account, going: Going) -> Iterator[PastVisit]:
    try:
        yield from counted(visits(sheet, terms, account), "reading", len(sheet.lines), going)
    except Unreadable as why:
        raise Hopeless(in_order(why.text)) from why


def _sheet(file: Path) -> tuple[Sheet, str]:
    try:
        sheet = sheet_of(file)
    except Unreadable as why:
        raise Hopeless(in_order(why.text)) from why
    return sheet, hashlib.sha256("".join(sheet.lines).encode()).hexdigest()


def _require_new(history: History, name: str, sha256: str) -> None:
    for source in history.sources():
        if source.whole and sha256 == source.sha256:
            raise Hopeless(both("history_again", name=source.name))
        if source.whole and source.name == name:
            raise Hopeless(both("history_name_taken", name=name))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Hopeless(both("history_no_zone", zone=name)) from None


def _also(config: HallConfig, names: Sequence[str]) -> list[tuple[str, str]]:
    pairs = []
    for pair in names:
        name, equals, service = pair.rpartition("=")
        if not equals or service not in config.service:
            raise Hopeless(both("history_map", pair=pair, known="、".join(config.service)))
        pairs.append((name, service))
    return pairs


def _named(column: str, written: str, nth: int) -> str:
    """By its documented name; nothing where the row as a whole is left."""
    return written.format(NAMES[column][nth]) if column else ""


def _in_words(account: Account, config: HallConfig) -> Iterator[str]:
    yield both("history_rows", rows=account.rows, taken=account.taken, left=account.left.total())
    for why, n in account.left.most_common():
        text = t.LEFT[why]
        cells = list(zip(account.lines[why], account.columns[why], strict=True))
        zh = "、".join(f"第 {line} 行{_named(column, '“{}”', 0)}" for line, column in cells)
        en = ", ".join(f"line {line}{_named(column, ' “{}”', 1)}" for line, column in cells)
        yield in_order(Text(f"  {n} 行：{text.zh}（如{zh}）", f"  {n} lines: {text.en} (such as {en})"))
    if account.unknown:
        names = "、".join(f"{name or '—'} × {n}" for name, n in account.unknown.most_common(NAMED))
        known = "、".join(f"{s.id} {s.name.zh}" for s in config.services)
        yield both("history_services", names=names, known=known)
    if account.days:
        yield both("history_days", first=min(account.days), last=max(account.days), n=len(account.days))
    if holes := account.holes(config):
        days = ", ".join(day.isoformat() for day in holes[:NAMED])
        yield both("history_holes", n=len(holes), days=days + (" …" if len(holes) > NAMED else ""))
