"""The life of a remedy case, as a table. A settled case stays so: no second gift, no miss after a gift."""

from collections.abc import Mapping

from server.domain.care import events as e
from server.domain.care.nouns import CaseState
from server.domain.text import Text

S = CaseState

CASE: Mapping[CaseState, Mapping[type[e.CaseMoved], CaseState]] = {
    S.OPEN: {
        e.CaseOffered: S.OFFERED,
        e.GiftGiven: S.GIVEN,
        e.GiftDeclined: S.DECLINED,
        e.CaseMissed: S.MISSED,
        e.CaseWaived: S.WAIVED,
    },
    S.OFFERED: {
        e.GiftGiven: S.GIVEN,
        e.GiftDeclined: S.DECLINED,
        e.CaseMissed: S.MISSED,
        e.CaseWaived: S.WAIVED,
    },
    S.GIVEN: {},
    S.DECLINED: {},
    S.MISSED: {},
    S.WAIVED: {},
}
CASE_NAMES: Mapping[CaseState, Text] = {
    S.OPEN: Text("待补救", "open"),
    S.OFFERED: Text("已致歉", "offered"),
    S.GIVEN: Text("已赠礼", "given"),
    S.DECLINED: Text("客户谢绝", "declined"),
    S.MISSED: Text("漏补救", "missed"),
    S.WAIVED: Text("免补救", "waived"),
}
UNSETTLED = frozenset({S.OPEN, S.OFFERED})
