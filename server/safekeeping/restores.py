"""Brings a hall back: laid out and proved beside the old one, then put in its place with one rename."""

import shutil
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.domain.config.hours import local
from server.domain.hall import Hall
from server.domain.queue.commands import GoOnRestored
from server.journal.copies import reading
from server.journal.files import HALF, NEW, commit, flushed, settle
from server.journal.going import Going, unseen
from server.journal.opening import open_database
from server.journal.sqlite import SQL, beginning, transaction
from server.journal.wholeness import Damage, Wholeness
from server.safekeeping.access import (
    HALL_ID,
    Earlier,
    Guest,
    earlier,
    end_log_ins,
    guests,
    shut_out,
)
from server.safekeeping.archive import NotABackup
from server.safekeeping.belongings import AWAY, belongings, earlier_halls
from server.safekeeping.carrying import carry_over
from server.safekeeping.going_on import gone_on
from server.safekeeping.staging import Staged, stage
from server.safekeeping.texts import both
from server.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A hall that is proved and waits for its place; nothing of the old one has been touched.

    `guests` are those the owner is asked about: nobody here knows whether they have been shut out since.
    """

    data: Path
    source: Path
    staged: Staged
    in_the_way: tuple[Path, ...]
    earlier: tuple[Earlier, ...]  # of the same hall, the newest first
    carried: bool  # people and devices come from the hall that lies here
    guests: tuple[Guest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What became of it; `first_ordinal` is 0 where no number was ever given."""

    epoch: int
    copied_at: datetime
    first_ordinal: int
    away: Path | None
    missing: tuple[str, ...]
    damage: tuple[Damage, ...]


def prepare(source: Path, data: Path, *, damaged: bool = False, going: Going = unseen) -> Prepared:
    """While no server runs. Raises `NotABackup` and then leaves nothing behind."""
    if not source.exists():
        raise NotABackup(both("no_hall_in", file=source, why="-"))
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    settle(data)
    half = data / HALF
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    try:
        staged = stage(source, half / NEW, going)
        _require_whole(source, staged, damaged=damaged)
        return _prepared(source, data, staged)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _require_whole(source: Path, staged: Staged, *, damaged: bool) -> None:
    wrong = [d for d in staged.damage if not d.healed]
    if wrong and not damaged:
        what = "\n".join(f"{d.text.zh}\n{d.text.en}" for d in wrong)
        raise NotABackup(both("damaged_copy", file=source, what=what))


def _prepared(source: Path, data: Path, staged: Staged) -> Prepared:
    with closing(reading(staged.database, at_rest=True)) as db:
        first = beginning(db)
    before = earlier([p for p in earlier_halls(data) if p != source], first)
    newer = [e for e in before if e.at >= staged.hall.at]
    with closing(open_database(staged.database)) as db, transaction(db):
        carried = bool(newer) and carry_over(db, newer[0].database)
        end_log_ins(db)
        let_in = () if carried else tuple(guests(db))
    return Prepared(
        data=data,
        source=source,
        staged=staged,
        in_the_way=tuple(belongings(data)),
        earlier=tuple(before),
        carried=carried,
        guests=let_in,
    )


def give_up(prepared: Prepared) -> None:
    shutil.rmtree(prepared.data / HALF, ignore_errors=True)


def require_way(prepared: Prepared, *, move_away: bool) -> None:
    """Raises `NotABackup` that names everything that lies there, where it may not be moved."""
    if prepared.in_the_way and not move_away:
        files = "\n".join(f"  {p}" for p in prepared.in_the_way)
        raise NotABackup(both("in_the_way", data=prepared.data, files=files))


async def finish(
    prepared: Prepared,
    now: datetime,
    *,
    move_away: bool = False,
    numbers_after: int = 0,
    out: Collection[str] = (),
) -> Came:
    """Put the hall in its place; what lies there is moved into a dated folder, all of it or none.

    Raises `NotABackup`, and then the old hall is as it was.
    """
    data, staged = prepared.data, prepared.staged
    try:
        require_way(prepared, move_away=move_away)
        hall = await _gone_on(prepared, now, numbers_after, out)
    except BaseException:
        give_up(prepared)
        raise
    flushed(staged.folder)
    away = _away(data, now)
    commit(data, [p.name for p in prepared.in_the_way], away.name)
    settle(data)
    _require_as_proved(data, hall)
    return Came(
        epoch=hall.epoch,
        copied_at=staged.hall.at,
        first_ordinal=hall.restored.first_ordinal if hall.restored else 0,
        away=away if away.exists() else None,
        missing=staged.missing,
        damage=staged.damage,
    )


async def _gone_on(prepared: Prepared, now: datetime, numbers_after: int, out: Collection[str]) -> Hall:
    """A new epoch, and the series of the day far enough on; returns the hall as it will be found."""
    staged = prepared.staged
    epoch = 1 + max((staged.hall.epoch, *(e.epoch for e in prepared.earlier)))
    _require_series(staged.hall, numbers_after)
    last = max((numbers_after, *_known(prepared.earlier, now, staged.hall)))
    with closing(open_database(staged.database)) as db, transaction(db):
        shut_out(db, out, now)
    return await gone_on(staged.database, GoOnRestored(epoch=epoch, last=last), now)


def _require_series(hall: Hall, numbers_after: int) -> None:
    """A number that no series has would leave the hall without any for the rest of the day."""
    most = hall.config.figures.series_limit - 1 if hall.config else 0
    if numbers_after and not 0 < numbers_after <= most:
        raise NotABackup(both("no_such_number", said=str(numbers_after)[:20], most=most))


def _known(halls: Collection[Earlier], now: datetime, hall: Hall) -> Iterator[int]:
    """The day's last numbers as the halls that lie beside know them."""
    if hall.config is None:
        return
    today = str(local(hall.config, now).date())
    for other in halls:
        if other.numbered_on >= today:
            yield from other.issued.values()


def _away(data: Path, now: datetime) -> Path:
    named = data / f"{AWAY}{now:%Y%m%d-%H%M%S}"
    n = 1
    while named.exists():
        n += 1
        named = data / f"{AWAY}{now:%Y%m%d-%H%M%S}-{n}"
    return named


def _require_as_proved(data: Path, hall: Hall) -> None:
    """Before anybody is told that it is back: what lies in the hall's place is what was proved."""
    database = Settings(data=data).database
    with closing(open_database(database)) as db, transaction(db):
        opened = Wholeness(db, SQL, HALL_ID, database).opened()
    if opened.hall != hall:
        raise NotABackup(both("not_as_proved", data=data))
