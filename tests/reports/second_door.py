"""The second program for what happens at the door: raw events, one by one, nothing of server/reports."""

from collections import Counter
from collections.abc import Callable
from statistics import fmean
from typing import Any

import numpy as np

from tests.reports.second import Plain, Second, share, split, when

ALL = {"zh": "全部", "en": "All"}
ENDS = ("TicketWalkedOut", "TicketCancelled", "TicketExpired", "TicketEnded")
LEFT_TO_DO = ("returned_missing_items", "pass")
BY_STAFF = ("guide_tablet", "counter", "staff")


class WithTheDoor(Second):
    def __init__(self, path: Any, first: str, last: str, config: Plain) -> None:
        super().__init__(path, first, last, config)
        self.today = [e for e in self.events if self.inside[0] <= when(e).date() <= self.inside[1]]
        self.visits = {t: self._legs(events) for t, events in self.by_ticket.items()}
        given = {e["notice"]: e for e in self.events if e["kind"] == "NoticeGiven"}
        self.used = {e["notice"] for e in self.events if e["kind"] == "NoticeUsed"}
        self.brought = {given[code]["ticket"] for code in self.used}

    def of(self, kind: str) -> list[Plain]:
        return [e for e in self.today if e["kind"] == kind]

    def _issued(self) -> list[Plain]:
        return [events[0] for events in self.by_ticket.values()]

    def _first_service(self, ticket: str) -> str:
        found: str = self.visits[ticket][0]["service"]
        return found

    # guidance

    def guidance(self) -> dict[str, list[Plain]]:
        wrong = [e for e in self._issued() if self._first_service(e["ticket"]) != e["service"]]
        by_issuer = split(self._issued(), lambda e: e["by"])
        bad = Counter(e["by"] for e in wrong)
        order = sorted(by_issuer, key=lambda who: (-bad[who], who))
        return {
            "ways": self._ways(),
            "typed": [
                {"issued_by": w, "issued": len(by_issuer[w]), "wrong": share(bad[w], len(by_issuer[w]))}
                for w in order
            ],
            "mistyped": [
                {
                    "moment": e["at"],
                    "number": e["number"],
                    "was": self.name(e["service"]),
                    "became": self.name(self._first_service(e["ticket"])),
                    "issued_by": e["by"],
                }
                for e in wrong
            ],
            "hinted": self._hinted(),
            "contacts": self._contacts(),
        }

    def _ways(self) -> list[Plain]:
        sent, numbered = Counter[str](), Counter[str]()
        for event in self.of("CustomerDiverted"):
            sent[event["way"]] += 1
            numbered[event["way"]] += event["ticket"] != ""
        sent.update(e.get("way") or "e_channel" for e in self.of("OtherWayTaken"))
        sent["number"] = numbered["number"] = len(self.by_ticket)
        total = sum(sent.values())
        return [
            {"way": name, "n": sent[way], "share": share(sent[way], total), "with_number": numbered[way]}
            for way, name in WAYS.items()
            if sent[way]
        ]

    def _hinted(self) -> list[Plain]:
        took = Counter(e["device"] for e in self.of("OtherWayTaken"))
        wanted = Counter(e["by"] for e in self._issued() if e["offered"])
        return [
            {"device": d, "took_hint": share(took[d], took[d] + wanted[d])} for d in sorted({*took, *wanted})
        ]

    def _contacts(self) -> list[Plain]:
        ticks = [e for e in self.events if e["kind"] == "StepTicked" and e["done"]]
        first = {e["ticket"]: e for e in reversed(ticks)}.values()
        did = {
            "greeted": Counter(e["by"] for e in self.of("CustomerGreeted")),
            "issued": Counter(e["by"] for e in self._issued() if e["channel"] == "guide_tablet"),
            "diverted": Counter(e["by"] for e in self.of("CustomerDiverted")),
            "prepared": Counter(e["by"] for e in first if e in self.today),
        }
        people = {p: sum(n[p] for n in did.values()) for n in did.values() for p in n}
        return [
            {"person": p, "contacts": n, **{kind: of[p] for kind, of in did.items()}}
            for p, n in sorted(people.items(), key=lambda one: (-one[1], one[0]))
        ]

    # pre-acceptance

    def _ticked(self, leg: Plain) -> int:
        n = 0
        for event in leg["part"]:
            if event["kind"] == "StepTicked":
                n = max(n + (1 if event["done"] else -1), 0)
        return n

    def pre_acceptance(self) -> dict[str, list[Plain]]:
        steps = {t: sum(map(self._ticked, legs)) for t, legs in self.visits.items()}
        stepped = {s["id"] for s in self.config["services"] if s["entry"]["steps"]}

        def rate(name: Plain, of: list[Plain]) -> Plain:
            done = [steps[e["ticket"]] for e in of]
            return {
                "service": name,
                "prepared_share": share(sum(n > 0 for n in done), len(done)),
                "steps": sum(done),
            }

        services = split(self._issued(), lambda e: e["service"])
        rates = [rate(self.name(s), of) for s, of in sorted(services.items())]
        kept = [
            line
            for (s, _), line in zip(sorted(services.items()), rates, strict=True)
            if line["steps"] or s in stepped
        ]
        return {
            "rate": [*kept, rate(ALL, self._issued())],
            "saved": self._saved(),
            "forms": self._forms(),
        }

    def _saved(self) -> list[Plain]:
        done = [leg for leg in self.served if leg["finish"]["services_done"]]
        lines = []
        for service, legs in sorted(split(done, lambda leg: leg["finish"]["services_done"][0]).items()):
            both = split(legs, lambda leg: self._ticked(leg) > 0)
            times = {b: [leg["finish"]["handling_seconds"] for leg in both[b]] for b in (True, False)}
            few = min(len(times[True]), len(times[False]))
            if not times[True]:
                continue
            lines.append(
                {
                    "service": self.name(service),
                    "prepared_n": len(times[True]),
                    "prepared_mean": fmean(times[True]),
                    "other_n": len(times[False]),
                    "other_mean": fmean(times[False]) if times[False] else None,
                    "saved": fmean(times[False]) - fmean(times[True])
                    if few >= 10
                    else {"too_few": True, "n": few, "minimum": 10},
                }
            )
        return lines

    def _forms(self) -> list[Plain]:
        times: dict[str, list[float]] = {}
        for events in self.by_ticket.values():
            spent, since = 0.0, None
            for event in events:
                if event["kind"] == "FormStarted":
                    since = when(event)
                elif since and event["kind"] == "FormEnded":
                    spent, since = spent + (when(event) - since).total_seconds(), None
            if spent:
                times.setdefault(events[0]["service"], []).append(spent)
        return [
            {"service": self.name(s), "n": len(t), "mean_form": fmean(t)} for s, t in sorted(times.items())
        ]

    # enquiries

    def enquiry(self) -> dict[str, list[Plain]]:
        spent: dict[str, list[tuple[bool, float]]] = {}
        for leg in self.legs:
            passed = [e for e in leg["part"] if e["kind"] == "TicketTransferred"]
            end = leg["finish"] or (passed[-1] if passed else None)
            if end:
                services = {s["id"]: s for s in self.set_up_at(end["seq"])["services"]}
                asked = services[leg["service"]]["entry"]["enquiry"]
                spent.setdefault(end["counter"], []).append((asked, end["handling_seconds"]))
        lines = [self._spent(self.place(c), of) for c, of in sorted(spent.items())]
        every = self._spent(ALL, [one for of in spent.values() for one in of])
        topics = Counter(
            (e["topic"]["zh"], e["topic"]["en"]) for e in self.of("CustomerDiverted") if e["topic"]["zh"]
        )
        return {
            "by_counter": [*lines, every],
            "topics": [{"topic": {"zh": zh, "en": en}, "n": n} for (zh, en), n in topics.most_common()],
        }

    def _spent(self, counter: Plain, of: list[tuple[bool, float]]) -> Plain:
        seconds = [s for asked, s in of if asked]
        return {
            "counter": counter,
            "n": len(seconds),
            "enquiry_time": sum(seconds, 0.0),
            "enquiry_share": share(round(sum(seconds) / 60), round(sum(s for _, s in of) / 60)),
        }

    # first time

    def _end(self, ticket: str) -> Plain | None:
        last = self.visits[ticket][-1]["finish"]
        if last and last["kind"] == "TicketFinished":
            return last
        ends = [e for e in self.by_ticket[ticket] if e["kind"] in ENDS]
        return ends[-1] if ends else None

    def first_time(self) -> dict[str, list[Plain]]:
        finished = [
            (events[0], end)
            for t, events in self.by_ticket.items()
            if (end := self._end(t)) and end["kind"] == "TicketFinished"
        ]
        firsts = [(e, end) for e, end in finished if e["came"] != "return"]
        by_service = split(firsts, lambda both: both[0]["service"])  # type: ignore[index]
        solved = [e for e, end in finished if end["solved"]]
        again = sum(e["came"] == "return" for e in solved)
        return {
            "resolved": [
                *(self._solved(self.name(s), of) for s, of in sorted(by_service.items())),
                self._solved(ALL, firsts),
            ],
            "cases": [
                {"visits": name, "n": n, "share": share(n, len(solved))}
                for name, n in ((ONCE, len(solved) - again), (AGAIN, again))
            ],
            "stays": self._stays(finished),
            "notices": self._notices(),
            **self._owned(),
        }

    def _solved(self, service: Plain, of: Any) -> Plain:
        good = [e for e, end in of if end["solved"] and e["ticket"] not in self.brought]
        return {"service": service, "first_time": share(len(good), len(of))}

    def _stays(self, finished: Any) -> list[Plain]:
        stays: list[tuple[int, float, float]] = []
        for first, end in finished:
            legs = self.visits[first["ticket"]]
            seconds = [float(e["handling_seconds"]) for leg in legs if (e := leg["finish"] or _sent_on(leg))]
            stays.append((min(len(legs), 3), (when(end) - when(first)).total_seconds(), sum(seconds)))
        return [
            {
                "stops": name,
                "n": len(of),
                "stay_mean": fmean(whole for _, whole, _ in of),
                "stay_p90": float(np.percentile([whole for _, whole, _ in of], 90)),
                "stay_max": max(whole for _, whole, _ in of),
                "handled_mean": fmean(served for _, _, served in of),
            }
            for name, of in (
                *((name, [s for s in stays if s[0] == n]) for n, name in STOPS.items()),
                (ALL, stays),
            )
            if of
        ]

    def _notices(self) -> list[Plain]:
        by_kind = split(self.of("NoticeGiven"), lambda e: e["how"])
        return [
            {"notice": name, "returned": share(sum(e["notice"] in self.used for e in of), len(of))}
            for kind, name in NOTICES.items()
            if (of := by_kind.get(kind))
        ]

    def _owner(self, events: list[Plain]) -> str:
        staff = ""
        for event in events:
            kind = event["kind"]
            if kind == "TicketIssued" and event["channel"] in BY_STAFF and event["by"]:
                return str(event["by"])
            if kind in ("TicketCalled", "TicketResumed"):
                staff = event["staff"]
            if kind == "ServiceStarted":
                return staff
            if kind in ("CustomerDiverted", "StepTicked", "NoticeGiven") and event["by"]:
                return str(event["by"])
        return ""

    def _is_open(self, ticket: str) -> bool:
        end, events = self._end(ticket), self.by_ticket[ticket]
        if ticket in self.brought:
            return False
        kinds = Counter(e["kind"] for e in events)
        stays: dict[str, Callable[[Plain], bool]] = {
            "TicketFinished": lambda e: not e["solved"],
            "TicketEnded": lambda e: True,
            "TicketCancelled": lambda e: e["by"] in LEFT_TO_DO,
            "TicketExpired": lambda e: kinds["TicketNoShow"] == kinds["NoShowUndone"],
            "TicketWalkedOut": lambda e: False,
        }
        return end is None or stays[end["kind"]](end)

    def _owned(self) -> dict[str, list[Plain]]:
        owner = {t: who for t, events in self.by_ticket.items() if (who := self._owner(events))}
        still = [t for t in owner if self._is_open(t)]
        n, left = Counter(owner.values()), Counter(owner[t] for t in still)
        lines = []
        for ticket in sorted(still, key=lambda t: owner[t]):  # stable: in the order of their numbers
            end, first = self._end(ticket), self.by_ticket[ticket][0]
            outcome = end["outcome"] if end and "outcome" in end else end["kind"] if end else ""
            if end and end.get("by") in LEFT_TO_DO:
                outcome = end["by"]
            lines.append(
                {
                    "moment": first["at"],
                    "number": first["number"],
                    "service": self.name(first["service"]),
                    "owner": owner[ticket],
                    "outcome": OUTCOMES[outcome],
                }
            )
        return {
            "owners": [
                {"owner": o, "n": n[o], "open": left[o]} for o in sorted(n, key=lambda o: (-left[o], o))
            ],
            "open": lines,
        }


def _sent_on(leg: Plain) -> Plain | None:
    sent = [e for e in leg["part"] if e["kind"] == "TicketTransferred"]
    return sent[-1] if sent else None


STOPS = {
    1: {"zh": "一个环节", "en": "one stop"},
    2: {"zh": "两个环节", "en": "two stops"},
    3: {"zh": "三个及以上", "en": "three or more"},
}
WAYS = {
    "self_service": {"zh": "自助", "en": "self-service"},
    "number": {"zh": "取号", "en": "a number"},
    "form_desk": {"zh": "填单", "en": "form desk"},
    "back_office": {"zh": "后台", "en": "back office"},
    "other_dept": {"zh": "他部门", "en": "another department"},
    "e_channel": {"zh": "网上办", "en": "online"},
    "answered": {"zh": "当场答复", "en": "answered at once"},
}
ONCE, AGAIN = {"zh": "一次", "en": "once"}, {"zh": "凭告知单再来", "en": "once more with a notice"}
NOTICES = {
    "missing": {"zh": "一次告知单", "en": "Notice of what is missing"},
    "pass": {"zh": "优先凭证", "en": "Priority pass"},
}
OUTCOMES = {
    "": {"zh": "还在办", "en": "not over yet"},
    "done": {"zh": "办了，没有解决", "en": "served, not solved"},
    "TicketExpired": {"zh": "失效", "en": "expired"},
    "TicketEnded": {"zh": "系统结束", "en": "ended by the system"},
    "returned_missing_items": {"zh": "缺材料，已告知", "en": "went for what is missing"},
    "pass": {"zh": "未办成，已给凭证", "en": "not served, got a pass"},
}
