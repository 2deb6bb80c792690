"""A second program for every figure: raw rows of the event table, plain dicts, nothing of server/reports."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from statistics import fmean, median
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

Plain = dict[str, Any]
SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_LEG = ("TicketTransferred", "ServiceAdded", "ServiceAddedHere")
FINISH = ("TicketFinished", "ServiceAdded", "ServiceAddedHere")


def raw(path: Path) -> list[Plain]:
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT seq, kind, body FROM event ORDER BY seq").fetchall()
    return [told(seq, kind, json.loads(body)) for seq, kind, body in found]


def told(seq: int, kind: str, body: Plain) -> Plain:
    """A call has a kind of its own."""
    return {**body, "how": body.get("kind", ""), "seq": seq, "kind": kind}


def when(event: Plain) -> datetime:
    return datetime.fromisoformat(event["at"]).astimezone(SHANGHAI)


class Second:
    """The events of the tickets that were issued on the days asked for."""

    def __init__(self, path: Path, first: str, last: str, config: Plain) -> None:
        self.events, self.config = raw(path), config
        self.inside = inside = (date.fromisoformat(first), date.fromisoformat(last))
        self.by_ticket: dict[str, list[Plain]] = {}
        for event in self.events:
            if event["kind"] == "TicketIssued" and inside[0] <= when(event).date() <= inside[1]:
                self.by_ticket[event["ticket"]] = []
            if event.get("ticket") in self.by_ticket:
                self.by_ticket[event["ticket"]].append(event)
        self.legs = [leg for events in self.by_ticket.values() for leg in self._legs(events)]
        self.called = [leg for leg in self.legs if leg["calls"]]
        self.served = [leg for leg in self.legs if leg["finish"]]

    def set_up_at(self, seq: int) -> Plain:
        found = [e["config"] for e in self.events if e["kind"] == "HallConfigured" and e["seq"] < seq]
        config: Plain = found[-1]
        return config

    def _legs(self, events: list[Plain]) -> list[Plain]:
        parts: list[list[Plain]] = [[]]
        for event in events:
            parts[-1].append(event)
            if event["kind"] in NEW_LEG:
                parts.append([])
        services = [events[0]["service"], *(e["service"] for e in events if e["kind"] in NEW_LEG)]
        staff, legs = "", []
        for n, (service, part) in enumerate(zip(services, parts, strict=True)):
            hands = [e["staff"] for e in part if e["kind"] in ("TicketCalled", "TicketResumed")]
            staff = hands[-1] if hands else staff
            legs.append(self._leg(events, n, service, part, staff))
        return legs

    def _leg(self, events: list[Plain], n: int, service: str, part: list[Plain], staff: str) -> Plain:
        kinds = [e["kind"] for e in part]
        stands = kinds.count("TicketFinished") > kinds.count("FinishUndone") or kinds[-1:] in (
            ["ServiceAdded"],
            ["ServiceAddedHere"],
        )
        finish = [e for e in part if e["kind"] in FINISH][-1] if stands else None
        about = [e for e in events if e.get("evaluation") == f"{events[0]['ticket']}.{n}"]

        def of(kind: str) -> list[Plain]:
            return [e for e in about if e["kind"] == kind]

        changed = [e["service"] for e in part if e["kind"] == "ServiceChanged"]
        return {
            "service": changed[-1] if changed else service,
            "calls": [e for e in part if e["kind"] == "TicketCalled"],
            "finish": finish,
            "staff": staff,
            "asked": of("EvaluationAsked"),
            "rated": of("Rated")[-1:],
            "wait": of("WaitRated")[-1:],
            "issued": events[0],
            "part": part,
        }

    def name(self, service: str) -> Plain:
        found: Plain = next(s["name"] for s in self.config["services"] if s["id"] == service)
        return found

    def place(self, counter: str) -> Plain:
        found: Plain = next(c["name"] for c in self.config["counters"] if c["id"] == counter)
        return found

    # waits

    def wait(self, legs: list[Plain]) -> Plain:
        seconds = [leg["calls"][-1]["waited_seconds"] for leg in legs]
        if not seconds:
            return {"n": 0, "mean": None, "p50": None, "p90": None, "max": None, "within": share(0, 0)}
        return {
            "n": len(seconds),
            "mean": fmean(seconds),
            "p50": float(np.percentile(seconds, 50)),
            "p90": float(np.percentile(seconds, 90)),
            "max": max(seconds),
            "within": share(sum(s <= 600 for s in seconds), len(seconds)),
        }

    def _each_service(self, legs: list[Plain]) -> list[Plain]:
        order = [s["id"] for s in self.config["services"]]
        lines = [
            {"service": self.name(s), **self.wait([leg for leg in legs if leg["service"] == s])}
            for s in order
            if any(leg["service"] == s for leg in legs)
        ]
        return [*lines, {"service": {"zh": "全部", "en": "All"}, **self.wait(legs)}]

    def waits(self) -> dict[str, list[Plain]]:
        def day(leg: Plain) -> date:
            return when(leg["calls"][-1]).date()

        def clock(leg: Plain) -> str:
            at = when(leg["calls"][-1])
            return at.strftime("%H:00" if at.minute < 30 else "%H:30")

        def peak_hour(leg: Plain) -> bool:
            at = when(leg["calls"][-1]).strftime("%H:%M:%S")
            return "09:30:00" <= at < "11:30:00" or "14:00:00" <= at < "16:00:00"

        def peak_day(when: date) -> bool:
            return when.day in (1, 2, 3, 28, 29, 30, 31)

        halves = split(self.called, clock)
        picks: list[tuple[str, str, Callable[[Plain], bool]]] = [
            ("高峰时段", "Peak hours", peak_hour),
            ("非高峰时段", "Off-peak hours", lambda x: not peak_hour(x)),
            ("高峰日", "Peak days", lambda x: peak_day(day(x))),
            ("平日", "Ordinary days", lambda x: not peak_day(day(x))),
        ]
        return {
            "by_service": self._each_service(self.called),
            "by_half_hour": [
                {"clock": c, **line} for c in sorted(halves) for line in self._each_service(halves[c])
            ],
            "by_day": [
                {"day": d.isoformat(), "peak_day": peak_day(d), **self.wait(legs)}
                for d, legs in sorted(split(self.called, day).items())
            ],
            "by_peak": [
                {"when": {"zh": zh, "en": en}, **self.wait([x for x in self.called if pick(x)])}
                for zh, en, pick in picks
            ],
        }

    # counters

    def _standard(self, leg: Plain) -> bool:
        finish = leg["finish"]
        if not finish["services_done"]:
            return False
        services = {s["id"]: s for s in self.set_up_at(finish["seq"])["services"]}
        fast: bool = finish["handling_seconds"] <= services[finish["services_done"][0]]["standard_seconds"]
        return fast

    def counters(self) -> dict[str, list[Plain]]:
        def seconds(legs: list[Plain]) -> list[float]:
            return [leg["finish"]["handling_seconds"] for leg in legs]

        def within(legs: list[Plain]) -> Plain:
            return share(sum(map(self._standard, legs)), len(legs))

        by_counter = split(self.served, lambda leg: leg["finish"]["counter"])
        with_a_business = [leg for leg in self.served if leg["finish"]["services_done"]]
        clerks = split(with_a_business, lambda leg: (leg["finish"]["services_done"][0], leg["staff"]))
        return {
            "by_counter": [
                {
                    "counter": self.place(c),
                    "served": len(g),
                    "median": median(seconds(g)),
                    "in_standard": within(g),
                }
                for c, g in sorted(by_counter.items())
            ],
            "by_clerk": [
                {
                    "staff": staff,
                    "service": self.name(service),
                    "n": len(group),
                    "median": median(seconds(group)),
                    "q1": float(np.percentile(seconds(group), 25)),
                    "q3": float(np.percentile(seconds(group), 75)),
                    "hall_n": len(
                        hall := [x for (s, _), g in clerks.items() if s == service for x in seconds(g)]
                    ),
                    "hall_median": median(hall),
                    "in_standard": within(group),
                    "rank": self._rank(service, staff, clerks, seconds),
                }
                for (service, staff), group in sorted(clerks.items())
            ],
        }

    def _rank(self, service: str, staff: str, clerks: Any, seconds: Any) -> Any:
        minimum = self.config["figures"]["rated_minimum"]
        if len(clerks[service, staff]) < minimum:
            return {"too_few": True, "n": len(clerks[service, staff]), "minimum": minimum}
        rivals = sorted(
            median(seconds(g)) for (s, _), g in clerks.items() if s == service and len(g) >= minimum
        )
        return rivals.index(median(seconds(clerks[service, staff]))) + 1

    # remedies

    def _cases(self) -> list[tuple[list[Plain], Plain]]:
        found = []
        for events in self.by_ticket.values():
            opened = [e for e in events if e["kind"] == "CaseOpened"]
            ends = [
                e for e in events if e["kind"] in ("GiftGiven", "GiftDeclined", "CaseMissed", "CaseWaived")
            ]
            if opened:
                end = ends[-1] if ends else {"kind": ""}
                found.append((events, {"opened": opened[0], "end": end, "fate": end["kind"]}))
        return found

    def _remedied(self, cases: list[Plain]) -> Plain:
        fates = [c["fate"] for c in cases]
        due = len(fates) - fates.count("CaseWaived")
        cost = sum(c["end"].get("cost_fen", 0) for c in cases)
        given = fates.count("GiftGiven")
        return {
            "due": due,
            "given": given,
            "declined": fates.count("GiftDeclined"),
            "missed": fates.count("CaseMissed"),
            "waived": fates.count("CaseWaived"),
            "open": fates.count(""),
            "coverage": share(given + fates.count("GiftDeclined"), due),
            "cost": cost,
            "cost_per_gift": cost / given if given else None,
        }

    def remedies(self) -> dict[str, list[Plain]]:
        cases = self._cases()
        plain = [c for _, c in cases]
        by_day = split(plain, lambda c: when(c["opened"]).date().isoformat())
        by_leader = split(plain, lambda c: c["end"].get("leader", c["opened"]["leader"]))
        return {
            "summary": [self._remedied(plain)],
            "by_day": [{"day": d, **self._remedied(g)} for d, g in sorted(by_day.items())],
            "by_leader": [
                {
                    "leader": w,
                    **{k: v for k, v in self._remedied(g).items() if k in ("due", "missed", "coverage")},
                }
                for w, g in sorted(by_leader.items())
            ],
            "missed": [self._one(events, c, "leader") for events, c in cases if c["fate"] == "CaseMissed"],
            "waived": [self._one(events, c, "by") for events, c in cases if c["fate"] == "CaseWaived"],
        }

    def _one(self, events: list[Plain], case: Plain, who: str) -> Plain:
        end = case["end"]
        line = {
            "moment": end["at"],
            "number": events[0]["number"],
            "service": self.name(case["opened"]["service"]),
            who: end[who],
        }
        if who == "by":
            return {**line, "reason": end["reason"]}
        calls = self._legs(events)[-1]["calls"]
        to_the_end = (when(end) - when(events[0])).total_seconds()
        waited = calls[-1]["waited_seconds"] if calls else to_the_end
        return {**line, "reason": REASONS[end["reason"]], "waited": waited}

    # opinions

    def _satisfied(self, rated: Plain) -> bool:
        yes: bool = rated["level"] >= self.set_up_at(rated["seq"])["figures"]["satisfied_from"]
        return yes

    def opinion(self, legs: list[Plain], minimum: int = 0) -> Plain:
        rated = [leg["rated"][0] for leg in legs if leg["rated"]]
        return {
            "finished": len(legs),
            "asked": sum(bool(leg["asked"]) for leg in legs),
            "rated": len(rated),
            "rated_share": share(len(rated), len(legs)),
            "satisfied": share(sum(map(self._satisfied, rated)), len(rated), minimum),
            "flagged": sum(r["flagged"] != "" for r in rated),
            "level_mean": fmean(r["level"] for r in rated) if rated else None,
        }

    def satisfaction(self) -> dict[str, list[Plain]]:
        clerks, minimum = (
            split(self.served, lambda leg: leg["staff"]),
            self.config["figures"]["rated_minimum"],
        )
        levels = [leg["rated"][0]["level"] for leg in self.served if leg["rated"]]
        return {
            "overall": [self.opinion(self.served, minimum)],
            "by_clerk": [{"staff": s, **self.opinion(g, minimum)} for s, g in sorted(clerks.items())],
            "levels": [
                {"level": v, "n": levels.count(v), "share": share(levels.count(v), len(levels), minimum)}
                for v in (5, 4, 3, 2, 1)
            ],
            "wait_question": [
                self._wait(*group)
                for group in (
                    ("已补救", "Remedied", lambda a: a["remedied"]),
                    ("送过水", "Given water", lambda a: a["cared"] and not a["remedied"]),
                    ("其他", "Others", lambda a: not a["cared"] and not a["remedied"]),
                )
            ],
        }

    def _wait(self, zh: str, en: str, belongs: Callable[[Plain], bool]) -> Plain:
        asked = [
            leg
            for leg in self.served
            if any(a["ask_wait"] for a in leg["asked"]) and belongs(leg["asked"][-1])
        ]
        rated = [leg["wait"][0] for leg in asked if leg["wait"]]
        return {
            "group": {"zh": zh, "en": en},
            "asked": len(asked),
            "rated": len(rated),
            "satisfied": share(
                sum(map(self._satisfied, rated)), len(rated), self.config["figures"]["rated_minimum"]
            ),
            "level_mean": fmean(r["level"] for r in rated) if rated else None,
        }

    def monthly(self) -> dict[str, list[Plain]]:
        clerks, minimum = (
            split(self.served, lambda leg: leg["staff"]),
            self.config["figures"]["rated_minimum"],
        )
        full = {s: self.opinion(g, minimum) for s, g in clerks.items()}
        rates = {s: o["satisfied"]["value"] for s, o in full.items() if o["rated"] >= minimum}
        best, worst = sorted(rates.values(), reverse=True), sorted(rates.values())
        keep = ("finished", "rated", "satisfied", "flagged")
        top = self._placed(rates, best, full)
        firsts = {line["staff"] for line in top}
        lasts = self._placed(rates, worst, full) if len(rates) >= 4 else []
        return {
            "rates": [
                {
                    "staff": s,
                    **{k: full[s][k] for k in keep},
                    "rank": best.index(rates[s]) + 1
                    if s in rates
                    else {"too_few": True, "n": full[s]["rated"], "minimum": minimum},
                }
                for s in sorted(full)
            ],
            "top": top,
            "bottom": [line for line in lasts if line["staff"] not in firsts],
        }

    def _placed(self, rates: dict[str, float], order: list[float], full: dict[str, Plain]) -> list[Plain]:
        lines = sorted((order.index(r) + 1, s) for s, r in rates.items() if order.index(r) < 2)
        tied = {"zh": "并列", "en": "tied"}
        return [
            {
                "place": place,
                "staff": s,
                "satisfied": full[s]["satisfied"],
                "note": tied if order.count(rates[s]) > 1 else {"zh": "", "en": ""},
            }
            for place, s in lines
        ]

    # care

    def _first(self, kind: str) -> list[tuple[str, Plain]]:
        found = {}
        for ticket, events in self.by_ticket.items():
            of_kind = [e for e in events if e["kind"] == kind]
            if of_kind:
                found[ticket] = of_kind[0]
        return list(found.items())

    def care(self) -> dict[str, list[Plain]]:
        explained, water = dict(self._first("WaitExplained")), dict(self._first("WaterGiven"))
        rungs = [e for events in self.by_ticket.values() for e in events if e["kind"] == "RungReached"]
        due = {e["ticket"]: e for e in rungs if e["act"] == "explain"}
        gaps = [(when(explained[t]) - when(e)).total_seconds() for t, e in due.items() if t in explained]
        gaps = [gap for gap in gaps if gap >= 0]
        climbed = split(rungs, lambda e: (e["after_seconds"], e["act"]))
        people = {e["by"] for e in (*explained.values(), *water.values())}
        return {
            "acts": [
                {
                    "act": ACTS["explain"],
                    "n": len(explained),
                    "due": len(due),
                    "share": share(len(due.keys() & explained.keys()), len(due)),
                    "to_explain": median(gaps) if gaps else None,
                },
                {
                    "act": ACTS["water"],
                    "n": len(water),
                    "due": None,
                    "share": share(len(water), len(self.by_ticket)),
                    "to_explain": None,
                },
            ],
            "ladder": [
                {"act": ACTS[act], "after": after, "n": len(g)} for (after, act), g in sorted(climbed.items())
            ],
            "by_person": [
                {
                    "person": p,
                    "explained": sum(e["by"] == p for e in explained.values()),
                    "watered": sum(e["by"] == p for e in water.values()),
                }
                for p in sorted(people)
            ],
        }

    def out_of_order(self) -> dict[str, list[Plain]]:
        calls = [(leg, call) for leg in self.legs for call in leg["calls"]]
        calls.sort(key=lambda both: when(both[1]))  # at one instant: in the order of their numbers
        specific = [both for both in calls if both[1]["how"] == "specific"]
        priority = [both for both in calls if both[0]["issued"]["priority"] == "priority"]

        def lines(found: list[tuple[Plain, Plain]]) -> list[Plain]:
            return [
                {
                    "moment": c["at"],
                    "number": c["number"],
                    "service": self.name(leg["service"]),
                    "counter": self.place(c["counter"]),
                    "staff": c["staff"],
                    "waited": c["waited_seconds"],
                    "reason": c["reason"],
                }
                for leg, c in found
            ]

        n = len(calls)
        return {
            "summary": [
                {
                    "calls": n,
                    "specific": len(specific),
                    "specific_share": share(len(specific), n),
                    "priority": len(priority),
                    "priority_share": share(len(priority), n),
                }
            ],
            "specific": lines(specific),
            "priority": lines(priority),
        }


ACTS = {
    "explain": {"zh": "解释等候", "en": "Explain the wait"},
    "water": {"zh": "送水", "en": "Water"},
    "pre_alert": {"zh": "预警", "en": "Pre-alert"},
    "remedy": {"zh": "服务补救", "en": "Remedy"},
    "call_manager": {"zh": "请经理处理", "en": "Call the manager"},
}
REASONS = {
    "TicketFinished": {"zh": "办结时未补救", "en": "served to the end without it"},
    "TicketWalkedOut": {"zh": "客户离开", "en": "the customer left"},
    "TicketCancelled": {"zh": "号码作废", "en": "the number was cancelled"},
    "TicketExpired": {"zh": "号码失效", "en": "the number expired"},
    "TicketEnded": {"zh": "系统结束", "en": "ended by the system"},
}


def share(k: int, n: int, minimum: int = 0) -> Plain:
    return {"k": k, "n": n, "value": k / n if n else None, "minimum": minimum, "enough": n >= (minimum or 10)}


def split(things: Iterable[Plain], key: Callable[[Plain], Any]) -> dict[Any, list[Plain]]:
    groups: dict[Any, list[Plain]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return groups
