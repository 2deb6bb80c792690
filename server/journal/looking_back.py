"""What is wrong with a stretch of events that somebody else's database has read: the same kinds of damage.

SQLite looks for itself where the events lie (`wholeness.py`). A database that is asked over a network hands
its rows out, and they are looked at here, beside the loop.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from server.domain.areas import EVENTS
from server.journal import JournalDamaged, codec
from server.journal.damage_texts import text_of
from server.journal.wholeness import Damage


def looked_through(rows: Iterable[Sequence[Any]], since: int, until: int) -> tuple[Damage, ...]:
    """Of all events behind `since` up to `until`, in order: what is missing, doubled, strange or torn."""
    before, at = since, ""
    wrong: dict[str, list[tuple[int, int, str]]] = {}  # kind -> first, last and the time before
    kinds: dict[str, None] = {}
    for _, seq, kind, _, body in rows:
        if seq > before + 1:
            wrong.setdefault("gap", []).append((before + 1, seq - 1, at))
        elif seq <= before:
            wrong.setdefault("doubled", []).append((seq, seq, at))
        before = seq
        try:
            at = codec.recorded(0, seq, kind, "", body).event.at.isoformat()
        except JournalDamaged:
            strange = kind not in EVENTS
            kinds |= {kind: None} if strange else {}
            wrong.setdefault("unknown_kind" if strange else "torn", []).append((seq, seq, at))
    if before < until:
        wrong.setdefault("gap", []).append((before + 1, until, at))
    return tuple(_damages(wrong, ",".join(kinds)))


def _damages(wrong: dict[str, list[tuple[int, int, str]]], kinds: str) -> Iterator[Damage]:
    """One of each kind, from the first place to the last; what came after nobody knows: `until` is open."""
    for kind, places in wrong.items():
        first, last = places[0][0], places[-1][1]
        n = sum(end - begin + 1 for begin, end, _ in places)
        text = text_of(kind, first=first, last=last, n=n, kinds=kinds)
        yield Damage(kind=kind, text=text, first=first, last=last, since=places[0][2])


def require_whole(damage: Iterable[Damage], start: datetime, end: datetime) -> None:
    """A figure over missing events is wrong and looks right; raises `JournalDamaged`."""
    for known in damage:
        if known.touches(start.isoformat(), end.isoformat()):
            raise JournalDamaged(known.first)
