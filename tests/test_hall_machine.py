"""Whatever people do, in whatever order: the hall keeps its promises."""

from dataclasses import replace
from datetime import timedelta
from functools import reduce
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from server.domain.command import Command
from server.domain.decide import decide
from server.domain.equipment import commands as ec
from server.domain.event import Event
from server.domain.evolve import evolve, fold
from server.domain.hall import (
    AT_COUNTER,
    ENDED,
    CounterState,
    Hall,
    ParkKind,
    PriorityClass,
    SlipState,
    Ticket,
    TicketState,
)
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.refusals import Refused
from server.domain.remote import commands as rc
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.domain.views.boards.lobby import lobby
from server.domain.views.boards.window import window
from server.domain.views.clerk.counter import counter as counter_view
from server.domain.views.customers.evaluator import evaluator
from server.domain.views.customers.kiosk import kiosk
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.overview.manager import manager
from server.routing import fair_share, oldest_first
from tests.builders import COUNTERS, MORNING, QUEUES, SERVICES, a_config, leaves, with_figures
from tests.care_machine import CareRules

COUNTER = st.sampled_from([*"123456", "9"])
SERVICE = st.sampled_from([*(s.id for s in SERVICES), "no such service"])
PROFILE = st.sampled_from(["quick", "all", "business", "complex", "bills", "no such profile"])
NTH = st.integers(0, 30)  # which of the day's tickets; beyond the last there is a ghost
PAIR = {TicketState.CALLED: CounterState.CALLING, TicketState.SERVING: CounterState.SERVING}
SECRET = "told the guide in private"

FEWER_COUNTERS = a_config(counters=COUNTERS[:4])
OTHER_LETTERS = a_config(queues=(replace(QUEUES[0], letter="B"), replace(QUEUES[1], letter="A"), *QUEUES[2:]))
NO_INVOICES = a_config(services=tuple(s for s in SERVICES if s.id != "invoice"))
NO_CONFIRMING = with_figures(confirm_arrival=False, undo_seconds=60)
SHORT_SERIES = with_figures(series_limit=4)
FROM_HOME = with_figures(remote_numbers=True, remote_at_once=3, remote_arrive_seconds=300)
WRONG = a_config(counters=())
CONFIGS = (
    a_config(),
    FEWER_COUNTERS,
    OTHER_LETTERS,
    NO_INVOICES,
    NO_CONFIRMING,
    SHORT_SERIES,
    FROM_HOME,
    WRONG,
)


class HallMachine(CareRules):
    """People and devices ask whatever they like; what is refused is half of the story."""

    hall: Hall

    def __init__(self) -> None:
        super().__init__()
        self.hall, self.now, self.log, self.n = Hall(), MORNING, list[Event](), 0
        self.numbers, self.asked, self.pick = list[str](), 0, oldest_first.pick
        self.views_due = True

    @initialize(fair=st.booleans(), from_home=st.booleans())
    def morning(self, fair: bool, from_home: bool) -> None:
        self.pick = fair_share.pick if fair else oldest_first.pick
        self.do(c.CallNext(counter="1"))  # there is no hall yet
        self.do(ConfigureHall(config=FROM_HOME if from_home else a_config()))
        for counter in "1345":
            self.do(c.OpenCounter(counter=counter, staff=f"staff-{counter}"))
        for service in ("bill", "install", "bill", "complex"):
            self.do(c.IssueTicket(service=service, printer="kiosk-1"))

    def do(self, command: Command) -> None:
        before, self.n = self.hall, self.n + 1
        try:
            events = decide(before, command, self.moment())
        except Refused:
            assert self.hall is before
            return
        for event in events:
            self.happen(event)
        self.views_due = True
        if isinstance(command, c.CallNext) and self.pick is oldest_first.pick:
            nobody_was_passed_over(before, command.counter, self.hall)

    def moment(self) -> Now:
        return Now(at=self.now, new_id=f"t{self.n}", new_token=f"token-{self.n}", pick=self.pick)

    def happen(self, event: Event) -> None:
        before = self.hall
        assert event.at >= before.at
        if isinstance(event, (e.TicketCalled, e.TicketResumed)):
            assert before.counters[event.counter].state is CounterState.OPEN_IDLE
        if isinstance(event, e.DayOpened):
            if event.day != before.numbered_on:  # a hall reopened on the same day goes on counting
                self.numbers = []
            assert not before.tickets, "somebody was forgotten over night"
        if isinstance(event, e.TicketIssued):
            self.numbers.append(event.number)
        self.hall = evolve(before, event)
        self.log.append(event)
        self.care_happened(before, event, self.hall)
        for ticket in (*before.tickets.values(), *before.ended.values()):
            after = self.hall.ticket(ticket.id)
            if after is not None:
                ticket_went_on(ticket, after, event, self.undo_seconds())
            else:
                assert isinstance(event, e.DayOpened)

    def undo_seconds(self) -> int:
        return self.hall.config.figures.undo_seconds if self.hall.config else 0

    def ticket(self, nth: int) -> str:
        known = [*self.hall.tickets, *self.hall.ended]
        return known[nth] if nth < len(known) else "ghost"

    def busy(self, nth: int) -> str:
        held = [i for i, k in self.hall.counters.items() if k.ticket]
        return held[nth % len(held)] if held else "9"

    # time

    @rule(seconds=st.sampled_from([1, 4, 5, 6, 60, 599, 1201]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: len(self.numbers) > 5)
    @rule(counter=COUNTER, service=SERVICE, how=st.sampled_from([c.WalkDirect, c.IssueTicket, c.OpenCounter]))
    def a_new_day_begins(self, counter: str, service: str, how: type[Command]) -> None:
        self.now += timedelta(days=1)
        possible: dict[type[Command], Command] = {
            c.WalkDirect: c.WalkDirect(counter=counter, service=service),
            c.IssueTicket: c.IssueTicket(service=service),
            c.OpenCounter: c.OpenCounter(counter=counter, staff=f"staff-{counter}"),
        }
        self.do(possible[how])

    @precondition(lambda self: len(self.numbers) > 5)
    @rule(reason=st.sampled_from(["done for today", " "]))
    def day_is_closed(self, reason: str) -> None:
        self.do(c.CloseDay(reason=reason))

    # customers and guides

    @rule(
        service=SERVICE,
        priority=st.sampled_from(PriorityClass),
        channel=st.sampled_from(["kiosk", "guide_tablet"]),
        printer=st.sampled_from(["", "kiosk-1"]),
    )
    def number_is_taken(self, service: str, priority: PriorityClass, channel: str, printer: str) -> None:
        self.do(
            c.IssueTicket(
                service=service, priority=priority, priority_reason=SECRET, channel=channel, printer=printer
            )
        )

    @precondition(lambda self: self.hall.config is not None and self.hall.config.figures.remote_numbers)
    @rule(service=SERVICE)
    def number_is_taken_at_home(self, service: str) -> None:
        self.do(rc.TakeRemote(service=service, phone=f"phone-{self.n}", network=f"network-{self.n}"))

    @rule(nth=NTH)
    def somebody_arrives(self, nth: int) -> None:
        self.do(rc.ConfirmArrival(ticket=self.ticket(nth), channel="guide_tablet", by="li"))

    @rule()
    def numbers_from_home_are_kept_or_given_up(self) -> None:
        self.do(rc.KeepRemote())

    @rule(
        nth=NTH,
        kind=st.sampled_from(
            [c.RequeueTicket, c.MarkWalkout, c.CancelTicket, c.StartFormFilling, c.EndFormFilling]
        ),
    )
    def ticket_is_moved(self, nth: int, kind: Any) -> None:
        self.do(kind(ticket=self.ticket(nth)))

    @rule(nth=NTH, counter=st.one_of(st.none(), COUNTER))
    def missed_or_parked_comes_back(self, nth: int, counter: str | None) -> None:
        away = [t for t in self.hall.tickets.values() if t.state in (TicketState.NO_SHOW, TicketState.PARKED)]
        ticket = away[nth % len(away)].id if away else "ghost"
        self.do(c.RequeueTicket(ticket=ticket))
        self.do(c.ResumeTicket(ticket=ticket, counter=counter))

    # counters

    @rule(counter=COUNTER)
    def next_is_called(self, counter: str) -> None:
        self.do(c.CallNext(counter=counter))

    @rule(counter=COUNTER, nth=NTH, reason=st.sampled_from(["fell ill", ""]))
    def one_is_called_out_of_order(self, counter: str, nth: int, reason: str) -> None:
        self.do(c.CallSpecific(counter=counter, ticket=self.ticket(nth), reason=reason))

    @rule(
        nth=NTH,
        kind=st.sampled_from(
            [c.Recall, c.StartService, c.StartService, c.FinishTicket, c.MarkNoShow, c.ReturnToQueue]
        ),
    )
    def customer_is_dealt_with(self, nth: int, kind: Any) -> None:
        self.do(kind(counter=self.busy(nth)))

    @rule(
        counter=COUNTER,
        kind=st.sampled_from([c.StartService, c.FinishTicket, c.MarkNoShow, c.CloseCounter, c.ResumeCounter]),
    )
    def anything_is_pressed(self, counter: str, kind: Any) -> None:
        self.do(kind(counter=counter))

    @rule(
        nth=NTH, seconds=st.sampled_from([1, 5, 6, 61]), kind=st.sampled_from([c.FinishTicket, c.MarkNoShow])
    )
    def somebody_leaves_and_it_is_undone(self, nth: int, seconds: int, kind: Any) -> None:
        counter = self.busy(nth)
        self.do(kind(counter=counter))
        self.now += timedelta(seconds=seconds)
        self.do(c.UndoLast(counter=counter))

    @rule(nth=NTH, counter=COUNTER)
    def missed_here_and_there_and_undone_here(self, nth: int, counter: str) -> None:
        here = self.busy(nth)
        ticket = self.hall.counters[here].ticket if here in self.hall.counters else None
        self.do(c.MarkNoShow(counter=here))
        self.do(c.RequeueTicket(ticket=ticket or "ghost"))
        self.do(c.CallSpecific(counter=counter, ticket=ticket or "ghost", reason="is back"))
        self.do(c.MarkNoShow(counter=counter))
        self.do(c.UndoLast(counter=here))

    @rule(nth=NTH, kind=st.sampled_from(ParkKind))
    def customer_is_parked(self, nth: int, kind: ParkKind) -> None:
        self.do(c.ParkTicket(counter=self.busy(nth), kind=kind))

    @rule(
        nth=NTH,
        queue=st.sampled_from([None, *"ABCDF", "Z"]),
        counter=st.one_of(st.none(), COUNTER),
        staff=st.sampled_from([None, None, "staff-3"]),
        position=st.sampled_from(["keep_arrival", "first", "last"]),
    )
    def customer_is_sent_on(
        self, nth: int, queue: str | None, counter: str | None, staff: str | None, position: str
    ) -> None:
        self.do(
            c.TransferTicket(
                counter=self.busy(nth), to_queue=queue, to_counter=counter, to_staff=staff, position=position
            )
        )

    @rule(
        nth=NTH, queue=st.sampled_from("ABCDF"), position=st.sampled_from(["keep_arrival", "first", "last"])
    )
    def customer_goes_to_another_queue(self, nth: int, queue: str, position: str) -> None:
        self.do(c.TransferTicket(counter=self.busy(nth), to_queue=queue, position=position))

    @rule(nth=NTH, service=SERVICE, here=st.booleans())
    def service_is_added(self, nth: int, service: str, here: bool) -> None:
        self.do(c.AddService(counter=self.busy(nth), service=service, here=here))

    @rule(counter=COUNTER, service=SERVICE)
    def somebody_without_a_number_is_served(self, counter: str, service: str) -> None:
        self.do(c.WalkDirect(counter=counter, service=service))

    @rule(counter=COUNTER, profile=st.one_of(st.none(), PROFILE))
    def counter_opens(self, counter: str, profile: str | None) -> None:
        self.do(c.OpenCounter(counter=counter, staff=f"staff-{counter}", profile=profile))

    @rule(counter=COUNTER, reason=st.sampled_from(["lunch", " "]))
    def counter_pauses(self, counter: str, reason: str) -> None:
        self.do(c.PauseCounter(counter=counter, reason=reason))
        self.do(c.CallNext(counter=counter))

    @rule(counter=COUNTER, profile=PROFILE)
    def counter_changes_its_profile(self, counter: str, profile: str) -> None:
        self.do(c.ChangeProfile(counter=counter, profile=profile))

    # the hall and its equipment

    @rule(config=st.sampled_from(CONFIGS))
    def hall_is_set_up_anew(self, config: Any) -> None:
        self.do(ConfigureHall(config=config))

    @rule(service=SERVICE, reason=st.sampled_from([Text("系统慢", "System slow"), Text("", "")]))
    def service_is_suspended(self, service: str, reason: Text) -> None:
        self.do(c.SuspendService(service=service, reason=reason))

    @rule(service=SERVICE)
    def service_is_restored(self, service: str) -> None:
        self.do(c.RestoreService(service=service))

    @rule(nth=NTH, service=SERVICE)
    def it_was_for_another_business(self, nth: int, service: str) -> None:
        self.do(c.ChangeService(ticket=self.ticket(nth), service=service))

    @rule(nth=NTH, state=st.sampled_from(SlipState), again=st.booleans())
    def printer_reports(self, nth: int, state: SlipState, again: bool) -> None:
        ticket = self.ticket(nth)
        if again:
            self.do(ec.ReprintSlip(ticket=ticket))
        self.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-{1 + again}", state=state))

    @rule(nth=NTH, call=st.integers(1, 3), outcome=st.sampled_from(["played", "blocked", "failed"]))
    def call_is_shown_and_spoken(self, nth: int, call: int, outcome: str) -> None:
        name = f"{self.ticket(nth)}-{call}"
        self.do(ec.RecordShown(call=name, screen="lobby"))
        self.do(ec.RecordSpoken(call=name, announcement=call, outcome=outcome))

    @rule(state=st.sampled_from(["ok", "warn", "down"]), alert=st.sampled_from(["printer_down/p", "x/y"]))
    def device_reports(self, state: str, alert: str) -> None:
        self.do(ec.ReportDevice(device="p", kind="printer", state=state))
        self.do(ec.RaiseAlert(kind="board_silent", subject="1"))
        self.do(ec.AcknowledgeAlert(alert=alert, by="staff-1"))
        self.do(ec.ClearAlert(alert=alert))

    # what always holds

    @invariant()
    def counters_and_their_customers_agree(self) -> None:
        at_counters = {t.id: t for t in self.hall.tickets.values() if t.state in AT_COUNTER}
        held = {k.ticket: k for k in self.hall.counters.values() if k.ticket}
        assert at_counters.keys() == held.keys()
        assert len(held) == sum(k.ticket is not None for k in self.hall.counters.values())
        for id_, ticket in at_counters.items():
            here = held[id_]
            assert PAIR[ticket.state] is here.state
            assert ticket.leg.counter == here.id
            assert ticket.call is None or ticket.call.counter == here.id
        idle = [k for k in self.hall.counters.values() if k.ticket is None]
        assert all(k.state not in PAIR.values() for k in idle)

    @invariant()
    def no_number_is_given_twice_in_a_day(self) -> None:
        assert len(self.numbers) == len(set(self.numbers))

    @invariant()
    def everybody_is_open_or_ended(self) -> None:
        everybody = [*self.hall.tickets.values(), *self.hall.ended.values()]
        assert sorted(t.number for t in everybody) == sorted(self.numbers)
        assert not self.hall.tickets.keys() & self.hall.ended.keys()
        assert all(t.state in ENDED for t in self.hall.ended.values())
        assert all(t.state not in ENDED for t in self.hall.tickets.values())
        assert all(t.leg.ended_at and t.leg.outcome for t in self.hall.ended.values())
        assert sum(t.issued for t in self.hall.tallies.values()) == len(everybody)

    @invariant()
    def the_choice_does_not_depend_on_the_order_of_a_dict(self) -> None:
        backwards = dict(reversed(list(self.hall.tickets.items())))
        for counter in self.hall.counters:
            command = c.CallNext(counter=counter)
            assert called(self.hall, command, self.moment()) == called(
                replace(self.hall, tickets=backwards), command, self.moment()
            )

    @invariant()
    def every_screen_can_be_drawn_and_tells_no_secret(self) -> None:
        if not self.views_due or self.hall.config is None:
            return
        self.views_due = False
        hall, now = self.hall, self.now
        windows = [window(hall, i) for i in hall.counters]
        evaluators = [evaluator(hall, i) for i in hall.counters]
        kiosks = (kiosk(hall, now, {}, printer="kiosk-1"), lobby(hall, now, {}))
        for view in (*kiosks, *windows, *evaluators):
            for name, value in leaves(view):
                assert name not in ("token", "priority", "priority_reason", "segment")
                assert SECRET not in str(value)
                assert "token-" not in str(value)
                assert name == "staff" or "staff-" not in str(value)
        live = {t.number for t in hall.tickets.values() if t.state in AT_COUNTER}
        assert {w.number for w in windows if w.number} == live
        assert {k.number for k in manager(hall, now, {}).counters if k.number} == live
        for i in hall.counters:
            counter_view(hall, now, {}, counter_id=i, pick=self.pick)
        for ticket in (*hall.tickets.values(), *hall.ended.values()):
            assert bool(ticket_view(hall, ticket, {}).counter) == (ticket.state in AT_COUNTER)

    def teardown(self) -> None:
        assert reduce(evolve, self.log, Hall()) == self.hall, "the log alone must rebuild the hall"
        told = fold(Hall(), ((1, event) for event in self.log))
        assert told == self.hall, "and told at once, too"
        assert [list(told.tickets), list(told.ended)] == [list(self.hall.tickets), list(self.hall.ended)]


def ticket_went_on(before: Ticket, after: Ticket, event: Event, undo_seconds: int) -> None:
    """Its number, place of issue and past are for good; its time only goes forward."""
    for for_good in ("number", "token", "ordinal", "issued_at", "channel", "service", "priority"):
        assert getattr(before, for_good) == getattr(after, for_good)
    assert after.since >= before.since
    assert after.past[: len(before.past)] == before.past
    assert after.leg.entered_at >= before.leg.entered_at
    assert min(after.leg.parked_seconds, after.leg.form_seconds, after.leg.waited_seconds) >= 0
    assert after.clock_from <= event.at
    for leg in (*after.past, after.leg):
        assert leg.started_at is None or leg.called_at is None or leg.called_at <= leg.started_at
        assert leg.ended_at is None or (leg.started_at or leg.entered_at) <= leg.ended_at
    if before.state in ENDED and after.state is not before.state:
        assert isinstance(event, e.FinishUndone)
        assert event.at - before.since <= timedelta(seconds=undo_seconds)


def nobody_was_passed_over(before: Hall, counter: str, after: Hall) -> None:
    """Oldest first: of those in the counter's own queues, the one called has the earliest place."""
    assert before.config is not None
    here = before.counters[counter]
    called = before.tickets[after.counters[counter].ticket or "nobody"]
    own = before.config.profile[here.profile].queues
    in_line = [
        t
        for t in before.tickets.values()
        if t.state is TicketState.WAITING
        and t.leg.queue in own
        and t.lets_pass_until <= before.calls.get(t.leg.queue, 0)
        and not (t.only_counter or t.only_staff)
    ]
    assert all(t.place_at >= called.place_at for t in in_line)
    assert (
        not in_line or called in in_line or called.only_counter == counter or called.only_staff == here.staff
    )


def called(hall: Hall, command: c.CallNext, now: Now) -> str:
    try:
        (event, *_) = decide(hall, command, now)
    except Refused as refusal:
        return refusal.code
    assert isinstance(event, e.TicketCalled)
    return event.ticket


TestHallMachine = HallMachine.TestCase
# Many more days: tests/drills/test_properties.py
TestHallMachine.settings = settings(max_examples=12, stateful_step_count=40)
