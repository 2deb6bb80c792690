"""The second program for what was promised: raw events, one by one, nothing of server/reports."""

from statistics import fmean
from typing import Any

from tests.reports.second import Plain, share, split, when
from tests.reports.second_door import ALL, WithTheDoor

BANDS = ((2, "0–2"), (5, "2–5"), (10, "5–10"), (15, "10–15"), (30, "15–30"))
LONGEST = {"zh": "30 分钟以上", "en": "more than 30 min"}


class WithPromises(WithTheDoor):
    def _promised(self, events: list[Plain]) -> Plain | None:
        """The first promise of a ticket and the seconds to its first call; None without either."""
        kinds = [e["kind"] for e in events]
        until = kinds.index("TicketCalled") if "TicketCalled" in kinds else None
        if until is None:
            return None
        made = [e for e in events[:until] if e["kind"] == "WaitPromised"]
        if not made:
            return None
        first, call = made[0], events[until]
        waited = (when(call) - when(first)).total_seconds()
        return {
            **events[0],
            "low": first["low"],
            "high": first["until"] or first["high"],
            "waited": waited,
            "anew": len(made) > 1,
        }

    def _scores(self, of: list[Plain]) -> Plain:
        n = len(of)
        return {
            "n": n,
            "in_time": share(sum(p["waited"] <= p["high"] for p in of), n),
            "covered": share(sum(p["low"] <= p["waited"] <= p["high"] for p in of), n),
            "error": fmean(abs(p["waited"] - (p["low"] + p["high"]) / 2) for p in of),
        }

    def promises(self) -> dict[str, list[Plain]]:
        of = [p for events in self.by_ticket.values() if (p := self._promised(events))]
        services = [(self.name(s), some) for s, some in sorted(split(of, lambda p: p["service"]).items())]
        days = sorted(split(of, lambda p: when(p).date().isoformat()).items())
        return {
            "by_band": self._bands(of),
            "by_service": [
                {
                    "service": name,
                    **self._scores(some),
                    "told_anew": share(sum(p["anew"] for p in some), len(some)),
                }
                for name, some in [*services, (ALL, of)]
            ],
            "by_day": [{"day": day, **self._scores(some)} for day, some in days],
            "worst": self._worst(of),
        }

    def _bands(self, of: list[Plain]) -> list[Plain]:
        def band(p: Plain) -> int:
            return sum(p["high"] > 60 * end for end, _ in BANDS)

        names: list[Any] = [{"zh": f"{b} 分钟", "en": f"{b} min"} for _, b in BANDS]
        return [
            {"band": [*names, LONGEST][n], **self._scores(some)}
            for n, some in sorted(split(of, band).items())
        ]

    def _worst(self, of: list[Plain]) -> list[Plain]:
        late = [p for p in of if p["waited"] > p["high"]]
        late.sort(key=lambda p: p["high"] - p["waited"])
        return [
            {
                "number": p["number"],
                "day": when(p).date().isoformat(),
                "service": self.name(p["service"]),
                "said": p["high"],
                "waited": p["waited"],
                "late": p["waited"] - p["high"],
            }
            for p in late[:10]
        ]
