"""The hall machine's care: whatever is asked of ladder, cases, gifts and ratings, the promises hold."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.ladder import WAITS, reached, rung_of
from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import HARD_CAP_FEN, CaseState
from server.domain.care.tasks import LAPSING
from server.domain.command import Command
from server.domain.config.config import USUAL_GIFTS, GiftItem
from server.domain.config.figures import Figures
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.opinion.commands import CloseEvaluation, GiveReasons, Rate, RateWait
from server.domain.opinion.events import Rated
from server.domain.queue import commands as c
from server.domain.queue import events as qe
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.domain.views.care import cases_view
from server.domain.views.customers.evaluator import evaluator
from server.domain.views.guides.guide import guide
from tests.builders import a_config
from tests.care_builders import ladder

DEAR = GiftItem(id="dear", name=Text("雨伞", "Umbrella"), unit_cost_fen=1500, stock=9)
FEW = GiftItem(id="few", name=Text("杯垫", "Coaster"), unit_cost_fen=200, stock=1, alert_below=1)
GIFTS = (*USUAL_GIFTS, DEAR, FEW)
CARE_CONFIGS = (
    a_config(gifts=GIFTS, figures=Figures(gift_cap_fen=9_999, parked_time_waits=True)),
    a_config(gifts=GIFTS, ladders=(ladder(remedy=60, explain=300),), remedy_share=0.5),
    a_config(remedies=False),
)
SETTLING = (cc.OfferRemedy, cc.GiveGift, cc.GiveGift, cc.DeclineGift, cc.WaiveCase)
CASES = st.integers(0, 5)  # which of the day's cases; beyond the last there is a ghost
NTH = st.integers(0, 30)
ACT = st.sampled_from(["explain", "pre_alert", "remedy", "call_manager", "sing"])
GIFT = st.sampled_from(["tissues", "pen", "dear", "few", "few", "ghost"])


class CareRules(RuleBasedStateMachine):
    """To be mixed into the hall machine, which has the hall, the clock and the door."""

    hall: Hall
    now: Any
    do: Any
    ticket: Any

    def __init__(self) -> None:
        super().__init__()
        self.settled: dict[str, str] = {}  # cases of the day that may never move again
        self.told: set[tuple[str, str]] = set()

    def case(self, nth: int) -> str:
        known = list(self.hall.care.cases)
        return known[nth] if nth < len(known) else "ghost"

    # what is asked

    @rule(halfway=st.integers(0, 9))
    def ladder_is_climbed(self, halfway: int) -> None:
        """As its watcher does, which may die anywhere."""
        if self.hall.config is None:
            return
        asked: list[Command] = []
        for found in reached(self.hall, self.now):
            ticket, act = found.ticket.id, found.rung.act
            asked += [cc.OpenCase(ticket=ticket)] if act == "remedy" else []
            asked += [cc.RaiseTask(kind=act, subject=ticket, roles=found.rung.tells)]
            asked += [cc.ReachRung(ticket=ticket, act=act)]
        for command in asked if halfway > 6 else asked[: halfway * 2]:
            self.do(command)

    @rule(nth=NTH, how=st.sampled_from([*SETTLING, None, None]), gift=GIFT, twice=st.booleans())
    def somebody_waits_too_long_and_it_is_seen_to(self, nth: int, how: Any, gift: str, twice: bool) -> None:
        self.now += timedelta(seconds=1201)
        self.ladder_is_climbed(9)
        due = [t for t, k in self.hall.care.cases.items() if k.state in UNSETTLED]
        if due and how is not None:
            more = {cc.GiveGift: {"gift": gift}, cc.WaiveCase: {"reason": "by choice"}}.get(how, {})
            for _ in range(1 + twice):
                self.do(how(ticket=due[nth % len(due)], **more))

    @rule(counter=st.sampled_from("1345"), nth=NTH, level=st.integers(1, 5), seconds=st.sampled_from([1, 4]))
    def somebody_is_served_and_asked(self, counter: str, nth: int, level: int, seconds: int) -> None:
        for kind in (c.FinishTicket, c.CallNext, c.StartService, c.FinishTicket):
            self.do(kind(counter=counter))
        self.now += timedelta(seconds=seconds)
        self.customer_taps(nth, level, level, 0)
        if seconds > 1:
            self.do(c.UndoLast(counter=counter))

    @rule(nth=NTH, act=ACT)
    def rung_is_claimed(self, nth: int, act: str) -> None:
        self.do(cc.OpenCase(ticket=self.ticket(nth)))
        self.do(cc.ReachRung(ticket=self.ticket(nth), act=act))
        self.do(cc.RaiseTask(kind=act, subject=self.ticket(nth), roles=("guide",)))

    @rule(nth=CASES, gift=GIFT)
    def gift_is_given(self, nth: int, gift: str) -> None:
        self.do(cc.GiveGift(ticket=self.case(nth), gift=gift, by="guide"))

    @rule(nth=CASES, how=st.sampled_from([cc.OfferRemedy, cc.DeclineGift]))
    def remedy_is_offered_or_declined(self, nth: int, how: Any) -> None:
        self.do(how(ticket=self.case(nth), by="guide"))

    @rule(nth=CASES, reason=st.sampled_from(["by choice", " "]))
    def case_is_waived(self, nth: int, reason: str) -> None:
        self.do(cc.WaiveCase(ticket=self.case(nth), reason=reason, by="leader"))

    @rule(nth=NTH, zone=st.sampled_from(["", "east", "west", "ghost"]))
    def people_are_cared_for(self, nth: int, zone: str) -> None:
        self.do(cc.ExplainWait(ticket=self.ticket(nth), by="guide"))
        self.do(cc.GiveWater(ticket="" if zone else self.ticket(nth), zone=zone, by="guide"))

    @rule(nth=NTH, how=st.sampled_from([cc.TakeTask, cc.DropTask]))
    def task_is_looked_after(self, nth: int, how: Any) -> None:
        known = list(self.hall.care.tasks)
        self.do(how(task=known[nth % len(known)] if known else "ghost"))

    @rule(gift=GIFT, pieces=st.integers(-1, 2), leader=st.sampled_from(["wang", "zhou"]))
    def shelf_is_counted(self, gift: str, pieces: int, leader: str) -> None:
        self.do(cc.SetStock(gift=gift, pieces=pieces))
        self.do(cc.LeadShift(by=leader))

    @rule(nth=NTH, level=st.integers(0, 6), wait=st.integers(0, 6), ms=st.sampled_from([0, 500, 5000]))
    def customer_taps(self, nth: int, level: int, wait: int, ms: int) -> None:
        asked = list(self.hall.opinion.evaluations.values())
        if asked:
            one = asked[nth % len(asked)]
            self.do(Rate(counter=one.counter, evaluation=one.id, level=level, reaction_ms=ms))
            self.do(RateWait(counter=one.counter, evaluation=one.id, level=wait))
            self.do(GiveReasons(counter=one.counter, evaluation=one.id, reasons=("等候",)))
        if nth % 3 == 0:
            for one in asked:
                self.do(CloseEvaluation(counter=one.counter, evaluation=one.id))

    @rule(config=st.sampled_from(CARE_CONFIGS))
    def ladder_and_shelf_are_set_up_anew(self, config: Any) -> None:
        self.do(ConfigureHall(config=config))

    # what happens

    def care_happened(self, before: Hall, event: Event, after: Hall) -> None:
        """Each event of care is one that may be, in the hall it happened in."""
        match event:
            case qe.DayOpened() if event.day != before.numbered_on:
                unsettled = [k for k in before.care.cases.values() if k.state in UNSETTLED]
                assert not unsettled, "a case was forgotten over night"
                self.settled, self.told = {}, set()
            case ce.RungReached():
                assert (event.ticket, event.act) not in self.told
                self.told.add((event.ticket, event.act))
                self.past_its_time(before, event.ticket, event.act)
            case ce.CaseOpened():
                assert event.ticket not in before.care.cases
                self.past_its_time(before, event.ticket, "remedy")
            case ce.GiftGiven():
                assert event.cost_fen <= HARD_CAP_FEN
                left, had = after.care.stock[event.gift], before.care.stock.get(event.gift)
                assert had is None or left == had - 1
            case Rated():
                rated = before.ticket(event.ticket)
                assert rated is not None
                assert rated.has_ended, "a rating without a finished visit"
        if isinstance(event, ce.CaseMoved) and not isinstance(event, ce.CaseOpened):
            assert before.care.cases[event.ticket].state in UNSETTLED

    def past_its_time(self, hall: Hall, ticket: str, act: str) -> None:
        waits = hall.tickets[ticket]
        rung = rung_of(hall, waits, act, self.now)
        assert rung is not None
        assert waits.state in WAITS
        assert self.now - waits.clock_from > timedelta(seconds=rung.after_seconds)

    # what always holds

    @invariant()
    def stock_is_never_below_zero(self) -> None:
        assert all(pieces >= 0 for pieces in self.hall.care.stock.values())

    @invariant()
    def what_is_settled_stays_settled(self) -> None:
        now: Mapping[str, str] = {t: k.state for t, k in self.hall.care.cases.items()}
        assert {t: now.get(t) for t in self.settled} == self.settled
        self.settled |= {t: s for t, s in now.items() if s not in UNSETTLED}

    @invariant()
    def only_who_waits_is_somebodys_task(self) -> None:
        for task in self.hall.care.tasks.values():
            if task.kind in LAPSING:
                assert self.hall.tickets[task.ticket].state in WAITS

    @invariant()
    def every_case_is_somebodys_and_is_counted_once(self) -> None:
        cases = self.hall.care.cases.values()
        assert all(self.hall.ticket(k.ticket) for k in cases)
        for case in cases:
            ended = self.hall.ended.get(case.ticket)
            assert ended is None or case.state not in UNSETTLED
            assert (case.state is CaseState.GIVEN) == bool(case.gift)
        if self.hall.config is not None:
            view = cases_view(self.hall)
            assert view.due == view.settled + view.missed + view.open
            assert view.due + view.waived == len(cases)

    @invariant()
    def shares_are_shares(self) -> None:
        care = self.hall.care
        assert 0 <= care.in_standard <= care.finished
        assert 0 <= self.hall.opinion.satisfied <= self.hall.opinion.rated
        assert 0 <= care.peak_within <= care.peak_called
        assert 0 <= care.at_once <= sum(t.called for t in self.hall.tallies.values())
        assert care.finished == sum(t.finished for t in self.hall.tallies.values())

    @invariant()
    def guide_and_evaluators_can_be_drawn(self) -> None:
        if self.hall.config is None:
            return
        view = guide(self.hall, self.now, {})
        assert view.total == sum(t.state in WAITS for t in self.hall.tickets.values())
        for counter in self.hall.counters:
            shown = evaluator(self.hall, counter)
            assert (shown.step == "idle") == (counter not in self.hall.opinion.evaluations)
