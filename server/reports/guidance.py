"""What became of whoever came to the door, who typed it wrong, and whom guides have met (Q15–Q17, T20)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields

from sqlalchemy import Integer, cast, func, select

from server.domain.config.config import HallConfig
from server.domain.guidance.nouns import Contacts
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.counting.conditions import SENT
from server.reports.opening import Told, compared, enough, percent, share, together
from server.reports.period import Period
from server.reports.report import Cells, Row, Share, Sheet
from server.reports.texts import WAYS, sheet
from server.reports.waits import name_of
from server.visits.past import CONTACT, LEG, VISIT, Past

TITLE = Text("分流导办", "Guided at the door")
NUMBER = "number"  # a way among the others: into a line
KINDS_OF_CONTACT = tuple(f.name for f in fields(Contacts))
DOOR = {"what": "door"}


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("ways", "way", "n", "share", "with_number"),
        sheet("typed", "issued_by", "issued", "wrong"),
        sheet("mistyped", "moment", "number", "was", "became", "issued_by"),
        sheet("hinted", "device", "took_hint"),
        sheet("contacts", "person", "contacts", *KINDS_OF_CONTACT),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    return [
        *_ways(past, period),
        *_typed(past, period),
        *_mistyped(past, period, config),
        *_hinted(past, period),
        *_contacts(past, period),
    ]


def _ways(past: Past, period: Period) -> Iterator[Row]:
    """Each record counts once; somebody with a number who is then sent elsewhere is two."""
    of = past.within(CONTACT.c.at, period.start, period.end)
    with_number = func.sum(cast(CONTACT.c.ticket != "", Integer))
    asked = select(CONTACT.c.way, func.count(), with_number).where(of, SENT).group_by(CONTACT.c.way)
    sent = {way: (n, numbered) for way, n, numbered in past.rows(asked)}
    taken = past.one(select(func.count()).where(past.issued(VISIT, period.start, period.end)))[0]
    if taken:
        sent[NUMBER] = (taken, taken)
    total = sum(n for n, _ in sent.values())
    for way in (way for way in WAYS if way in sent):
        n, numbered = sent[way]
        cells: Cells = {"way": WAYS[way], "n": n, "share": Share(k=n, n=total), "with_number": numbered}
        listed = {"of": "taken"} if way == NUMBER else {"of": "diverted", "way": way}
        yield Row(sheet="ways", cells=cells, events=DOOR, tickets=listed if numbered else {})


def _typed(past: Past, period: Period) -> Iterator[Row]:
    """Of the numbers of the period, whoever gave them: a guide, a clerk, a kiosk."""
    asked = (
        select(VISIT.c.issued_by, func.count(), func.sum(cast(VISIT.c.mistyped, Integer)))
        .where(past.issued(VISIT, period.start, period.end))
        .group_by(VISIT.c.issued_by)
    )
    for who, n, wrong in sorted(map(tuple, past.rows(asked)), key=lambda row: (-row[2], row[0])):
        cells: Cells = {"issued_by": who, "issued": n, "wrong": Share(k=wrong, n=n)}
        yield Row(sheet="typed", cells=cells, events=DOOR, tickets={"of": "mistyped", "staff": who})


def _mistyped(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    same = (LEG.c.hall_id == VISIT.c.hall_id) & (LEG.c.ticket == VISIT.c.ticket) & (LEG.c.n == 0)
    asked = (
        select(VISIT, LEG.c.service.label("became"))
        .join_from(VISIT, LEG, same)
        .where(past.issued(VISIT, period.start, period.end), VISIT.c.mistyped)
        .order_by(VISIT.c.seq)
    )
    for visit in past.rows(asked):
        cells: Cells = {
            "moment": visit.issued_at,
            "number": visit.number,
            "was": name_of(visit.service, config),
            "became": name_of(visit.became, config),
            "issued_by": visit.issued_by,
        }
        yield Row(sheet="mistyped", cells=cells, events={"ticket": visit.ticket})


def _hinted(past: Past, period: Period) -> Iterator[Row]:
    """Whom a kiosk showed another way first: who took it, of all; the others wanted a number."""
    of = past.within(CONTACT.c.at, period.start, period.end)
    asked = select(CONTACT.c.person, func.count()).where(of, CONTACT.c.what == "other_way")
    took = {device: n for device, n in past.rows(asked.group_by(CONTACT.c.person))}
    asked = select(VISIT.c.issued_by, func.count()).where(
        past.issued(VISIT, period.start, period.end), VISIT.c.offered
    )
    wanted = {device: n for device, n in past.rows(asked.group_by(VISIT.c.issued_by))}
    for device in sorted(took.keys() | wanted.keys()):
        k, number_anyway = took.get(device, 0), wanted.get(device, 0)
        cells: Cells = {"device": device, "took_hint": Share(k=k, n=k + number_anyway)}
        listed = {"of": "offered", "staff": device} if number_anyway else {}
        yield Row(sheet="hinted", cells=cells, events=DOOR, tickets=listed)


def _contacts(past: Past, period: Period) -> Iterator[Row]:
    """As the board counts them; a customer who is prepared is one, however many steps."""
    start, end = period.start, period.end
    counts = {kind: Counter[str]() for kind in KINDS_OF_CONTACT}
    met = select(CONTACT.c.what, CONTACT.c.person, func.count()).where(
        past.within(CONTACT.c.at, start, end), CONTACT.c.what.in_(("greeted", "diverted"))
    )
    for what, person, n in past.rows(met.group_by(CONTACT.c.what, CONTACT.c.person)):
        counts[what][person] = n
    issued = select(VISIT.c.issued_by, func.count()).where(
        past.issued(VISIT, start, end), VISIT.c.channel == "guide_tablet"
    )
    counts["issued"].update({person: n for person, n in past.rows(issued.group_by(VISIT.c.issued_by))})
    prepared = select(VISIT.c.prepared_by, func.count()).where(past.within(VISIT.c.prepared_at, start, end))
    counts["prepared"].update({person: n for person, n in past.rows(prepared.group_by(VISIT.c.prepared_by))})
    people = {person: sum(of[person] for of in counts.values()) for of in counts.values() for person in of}
    for person, n in sorted(people.items(), key=lambda one: (-one[1], one[0])):
        cells: Cells = {
            "person": person,
            "contacts": n,
            **{kind: of[person] for kind, of in counts.items()},
        }
        yield Row(sheet="contacts", cells=cells, events=DOOR, tickets={"of": "met", "staff": person})


def opening(lived: Told) -> Text:
    """ "自助 31 / 取号 118 / 填单 22 / 后台 3 / 他部门 1", and how many numbers were for something else."""
    lines = lived.lines("ways")
    if not lines:
        return t.GUIDANCE["none"]
    answer = t.NONE
    for line in lines:
        answer += t.GUIDANCE["way" if answer == t.NONE else "next_way"].fill(way=line["way"], n=line["n"])
    typed = _wrong(lived)
    if not typed.n:
        return answer
    counts = {"n": typed.n, "k": typed.k}
    if not enough(typed):
        return answer + t.GUIDANCE["few"].fill(**counts)
    before = _wrong(lived.before)
    with_earlier = compared(lived, typed, before if before.n else None)
    return answer + t.GUIDANCE["wrong"].fill(**counts, share=percent(typed), compared=with_earlier)


def notes(lived: Told) -> Mapping[str, Text]:
    """An empty table of errors is good news, or no news: which of the two is said."""
    typed = _wrong(lived)
    if not typed.n:
        return {"typed": t.NOBODY_TYPED, "mistyped": t.NOBODY_TYPED}
    return {} if typed.k else {"mistyped": t.NONE_MISTYPED.fill(n=typed.n)}


def _wrong(lived: Told) -> Share:
    return together([share(line["wrong"]) for line in lived.lines("typed")])
