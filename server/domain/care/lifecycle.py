"""The life of a remedy case, as a table. A settled case stays so: no second gift, no miss after a gift."""

from collections.abc import Mapping

from server.domain.care import events as e
from server.domain.care.nouns import CaseState

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
UNSETTLED = frozenset({S.OPEN, S.OFFERED})
