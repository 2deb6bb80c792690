"""The record of the door: who came in, who was refused, who read about people and took it away.

It cannot be flooded: refusals that are alike are one entry with a count, unlike ones are few an hour and then
one entry for all; and what strangers fill never pushes out what people of the hall did.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Literal, cast

from sqlalchemy import Engine, func
from sqlmodel import Session, col, delete, select

from server.domain.text import Text
from server.tables import AccessRow

What = Literal[
    "logged_in",
    "log_in_refused",
    "locked_out",
    "own_password_changed",
    "own_pin_changed",
    "own_language_chosen",
    "people_read",
    "devices_read",
    "events_read",
    "report_read",
    "report_saved",
    "set_up_saved",
    "printer_confirmed",
]
IN_WORDS: Mapping[What, Text] = {  # `{who}` is filled by whoever knows the people
    "logged_in": Text("{who} 登录", "{who} logged in"),
    "log_in_refused": Text("登录被拒绝：{who}", "Log-in refused: {who}"),
    "locked_out": Text(
        "输错次数过多，该处暂停登录：{who}", "Too many wrong tries, that place is shut for a while: {who}"
    ),
    "own_password_changed": Text("{who} 修改了自己的密码", "{who} changed their own password"),
    "own_pin_changed": Text("{who} 修改了自己的快捷码", "{who} changed their own PIN"),
    "own_language_chosen": Text("{who} 选择了自己的语言", "{who} chose their own language"),
    "people_read": Text("{who} 查看了人员名单", "{who} looked at the list of people"),
    "devices_read": Text("{who} 查看了设备名单", "{who} looked at the list of devices"),
    "events_read": Text("{who} 查看了逐笔记录", "{who} looked at single events"),
    "report_read": Text("{who} 查看了报表", "{who} looked at a report"),
    "report_saved": Text("{who} 导出了报表", "{who} saved a report"),
    "set_up_saved": Text("{who} 导出了设置文件", "{who} saved the set-up as a file"),
    "printer_confirmed": Text(
        "{who} 确认网络打印机打出了小票", "{who} saw a slip come out of a network printer"
    ),
}
READS = ("people_read", "devices_read", "events_read", "report_read")
BY_STRANGERS = ("log_in_refused", "locked_out")
ALIKE_WITHIN = timedelta(minutes=10)
FRESH_AN_HOUR = 60  # unlike refusals; more are told together
MOST = 50_000
MOST_BY_STRANGERS = 5_000
_TIDY_EVERY = 100
_LONGEST = 200
_MOST_READERS = 1000
Said = tuple[str, str, str, str]  # what, who, address, detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """`times` from `at` to `last_at`; `who` is "" for a name that nobody here has."""

    at: datetime
    last_at: datetime
    what: What
    who: str
    address: str
    detail: str
    times: int


class AccessRecord:
    """Safe from several threads."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine, self._hall_id = engine, hall_id
        self._lock = Lock()
        self._fresh: deque[datetime] = deque()
        self._read: dict[Said, datetime] = {}
        self._written = 0

    def note(self, what: What, who: str, address: str, now: datetime, detail: str = "") -> bool:
        """Returns whether it is an entry of its own and not one more of those before."""
        entry = (what, who[:_LONGEST], address[:_LONGEST], detail[:_LONGEST])
        if what in READS and self._just_read(entry, now):
            return False
        with self._lock, Session(self._engine) as session:
            alike = self._alike(session, entry, now)
            if alike is None and what in BY_STRANGERS and self._too_many(now):
                entry = (what, "", "", "")
                alike = self._alike(session, entry, now)
            if alike is not None:
                alike.times += 1
                alike.last_at = now
                session.add(alike)
            else:
                session.add(self._row(session, entry, now))
                self._written += 1
                if self._written % _TIDY_EVERY == 0:
                    session.flush()
                    self._tidy(session)
            session.commit()
        return alike is None

    def newest(self, limit: int) -> Sequence[Noted]:
        query = (
            select(AccessRow)
            .where(AccessRow.hall_id == self._hall_id)
            .order_by(col(AccessRow.seq).desc())
            .limit(limit)
        )
        with Session(self._engine) as session:
            return tuple(_as_noted(row) for row in session.exec(query))

    def _just_read(self, entry: Said, now: datetime) -> bool:
        """A page that looks every few seconds is one reader and costs the disk nothing."""
        if now - self._read.get(entry, datetime.min.replace(tzinfo=now.tzinfo)) < ALIKE_WITHIN:
            return True
        if len(self._read) >= _MOST_READERS:
            self._read.clear()
        self._read[entry] = now
        return False

    def _alike(self, session: Session, entry: Said, now: datetime) -> AccessRow | None:
        what, who, address, detail = entry
        query = (
            select(AccessRow)
            .where(
                AccessRow.hall_id == self._hall_id,
                AccessRow.what == what,
                AccessRow.who == who,
                AccessRow.address == address,
                AccessRow.detail == detail,
                AccessRow.last_at > now - ALIKE_WITHIN,
            )
            .order_by(col(AccessRow.seq).desc())
            .limit(1)
        )
        return session.exec(query).first()

    def _too_many(self, now: datetime) -> bool:
        while self._fresh and now - self._fresh[0] >= timedelta(hours=1):
            self._fresh.popleft()
        if len(self._fresh) >= FRESH_AN_HOUR:
            return True
        self._fresh.append(now)
        return False

    def _row(self, session: Session, entry: Said, now: datetime) -> AccessRow:
        last = session.exec(
            select(func.max(AccessRow.seq)).where(AccessRow.hall_id == self._hall_id)
        ).one_or_none()
        what, who, address, detail = entry
        return AccessRow(
            hall_id=self._hall_id,
            seq=(last or 0) + 1,
            at=now,
            last_at=now,
            what=what,
            who=who,
            address=address,
            detail=detail,
        )

    def _tidy(self, session: Session) -> None:
        for strange, most in ((True, MOST_BY_STRANGERS), (False, MOST)):
            kind = col(AccessRow.what).in_(BY_STRANGERS)
            mine = (col(AccessRow.hall_id) == self._hall_id, kind if strange else ~kind)
            newest = select(AccessRow.seq).where(*mine).order_by(col(AccessRow.seq).desc()).offset(most)
            border = session.exec(newest.limit(1)).first()
            if border is not None:
                session.exec(delete(AccessRow).where(*mine, col(AccessRow.seq) <= border))


def _as_noted(row: AccessRow) -> Noted:
    return Noted(
        at=row.at,
        last_at=row.last_at,
        what=cast(What, row.what),
        who=row.who,
        address=row.address,
        detail=row.detail,
        times=row.times,
    )
