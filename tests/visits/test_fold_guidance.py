"""Who met a visit first, what was prepared on which leg, and the time at forms."""

from dataclasses import replace

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.guidance.contact import first_contact
from server.domain.guidance.nouns import Way
from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.text import Text
from tests.builders import Story, a_config
from tests.reports.lived import seen

STEPS = (Text("身份证复印", "Copy of the ID card"), Text("表单", "Form"))


def story(*working: str) -> Story:
    services = tuple(replace(s, entry=CatalogueEntry(steps=STEPS)) for s in a_config().services)
    return Story(*working, config=a_config(services=services))


def test_steps_are_of_the_leg_they_were_done_on() -> None:
    today = story("3")
    ticket = today.issue("change")
    today.do(gc.TickStep(ticket=ticket, step=0, by="li"))
    today.later(seconds=9).do(gc.TickStep(ticket=ticket, step=1, by="zhao"))
    first = today.now
    today.call_and_start("3")
    today.do(c.TransferTicket(counter="3", to_queue="B"))
    today.do(gc.TickStep(ticket=ticket, step=1, done=False, by="li"))
    visit = seen(today)["C001"]
    assert [leg.prepared for leg in visit.legs] == [2, 0]
    assert (visit.prepared, visit.prepared_by) == (2, "li")
    assert visit.prepared_at is not None
    assert visit.prepared_at < first


def test_the_first_who_met_them_stays_it_as_in_the_hall_itself() -> None:
    today = story("3", "4")
    parked, met, typed = today.issue("change"), today.issue("change"), today.issue("change", by="kiosk-1")
    today.call_and_start("3")
    today.do(c.ParkTicket(counter="3", kind=ParkKind.CUSTOMER_AWAY))
    today.do(gc.GiveNotice(ticket=parked, also="户口本", leaves=False, by="li"))
    today.do(c.ResumeTicket(ticket=parked, counter="4"))
    today.do(gc.Divert(way=Way.FORM_DESK, ticket=met, by="zhao"))
    owners = [seen(today)[f"C00{n}"].owner for n in (1, 2, 3)]
    assert owners == ["s3", "zhao", ""]
    assert owners == [first_contact(today.hall, today.ticket(t)) for t in (parked, met, typed)]


def test_whoever_is_sent_elsewhere_has_not_given_up() -> None:
    today = story()
    sent, gone = today.issue(), today.issue()
    today.do(gc.Divert(way=Way.SELF_SERVICE, ticket=sent, by="li"))
    today.do(c.CancelTicket(ticket=gone))
    assert [seen(today)[n].leg.outcome for n in ("A001", "A002")] == ["diverted", "cancelled"]


def test_a_finish_taken_back_is_solved_by_nobody_until_it_is_finished_again() -> None:
    today = story("1")
    today.issue(offered=True, by="kiosk-1")
    today.call_and_start("1")
    today.do(c.FinishTicket(counter="1", solved=False))
    assert seen(today)["A001"].solved is False
    today.do(c.UndoLast(counter="1"))
    visit = seen(today)["A001"]
    assert (visit.solved, visit.offered, visit.issued_by) == (None, True, "kiosk-1")
