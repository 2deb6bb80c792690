"""The area of guidance: whoever meets customers at the door, and what is done there."""

from server.domain.area import Area, Means
from server.domain.askers import GUIDES, LEADERS, STAFF, by
from server.domain.guidance import coming, diverting, handing_over, preparing, refusals, returning
from server.domain.guidance import commands as c
from server.domain.guidance.evolve import COMPARE, MOVES, OBSERVE
from server.domain.queue.area import TAKES_NUMBER
from server.domain.refusals import said_in

GUIDANCE = Area(
    name="guidance",
    rules={
        c.Greet: diverting.greet,
        c.Divert: diverting.divert,
        c.HandOver: handing_over.hand_over,
        c.CloseHandover: handing_over.close,
        c.SetPeakMode: diverting.set_peak,
        c.SetRainMode: diverting.set_rain,
        c.ReportTerminal: diverting.report_terminal,
        c.TickStep: preparing.tick,
        c.TellKeyPoints: preparing.tell_points,
        c.GiveNotice: returning.give_notice,
        c.GivePass: returning.give_pass,
        c.TakeReturn: returning.take_return,
        c.ComeWithCode: coming.come,
        c.PrintPaper: coming.print_paper,
    },
    moves=MOVES,
    asked_by={
        c.Greet: STAFF,
        c.Divert: STAFF,
        c.HandOver: STAFF,
        c.CloseHandover: STAFF,
        c.SetPeakMode: LEADERS,
        c.SetRainMode: GUIDES,
        c.ReportTerminal: STAFF,
        c.TickStep: STAFF,
        c.TellKeyPoints: STAFF,
        c.GiveNotice: STAFF,
        c.GivePass: STAFF,
        c.TakeReturn: STAFF | by("kiosk"),
        c.ComeWithCode: STAFF | by("kiosk"),
        c.PrintPaper: STAFF,
    },
    decided={
        c.Divert: {"where": Means.WHERE_SERVED},
        c.HandOver: {"where": Means.WHERE_SERVED},
        c.GiveNotice: {"where": Means.WHERE_SERVED, "printer": Means.PRINTER},
        c.GivePass: {"printer": Means.PRINTER},
        c.TellKeyPoints: {"printer": Means.PRINTER},
        c.TakeReturn: TAKES_NUMBER,
        c.ComeWithCode: TAKES_NUMBER,
        c.PrintPaper: {"printer": Means.PRINTER},
    },
    observe=OBSERVE,
    compare=COMPARE,
    refusals=said_in(refusals),
    slots=("guidance",),
)
