"""The life of a ticket and of a counter, as tables. Every legal move is a row; nothing else moves them.

The two machines move together and the tables cannot say so: a ticket is CALLED or SERVING exactly while one
counter is CALLING or SERVING it. `evolve` moves both in one event and the hall machine test guards it.
A new leg (transfer, added service) is drawn as the same ticket waiting or serving again.
The architecture page draws its diagrams from these tables, so the pictures cannot drift from the code.
"""

from collections.abc import Mapping

from server.domain.hall import CounterState, TicketState
from server.domain.queue import events as e
from server.domain.queue.refusals import WRONG_STATE
from server.domain.text import Text

T = TicketState
C = CounterState

TICKET: Mapping[TicketState, Mapping[type[e.TicketMoved], TicketState]] = {
    T.AWAY: {
        e.TicketArrived: T.WAITING,
        e.TicketGaveWay: T.AWAY,
        e.TicketCancelled: T.CANCELLED,
        e.TicketExpired: T.EXPIRED,
    },
    T.WAITING: {
        e.TicketCalled: T.CALLED,
        e.FormStarted: T.FORM_FILLING,
        e.TicketGaveWay: T.WAITING,
        e.TicketFreed: T.WAITING,
        e.ServiceChanged: T.WAITING,
        e.TicketWalkedOut: T.WALKOUT,
        e.TicketCancelled: T.CANCELLED,
        e.TicketExpired: T.EXPIRED,
    },
    T.FORM_FILLING: {
        e.FormEnded: T.WAITING,
        e.ServiceChanged: T.FORM_FILLING,
        e.TicketWalkedOut: T.WALKOUT,
        e.TicketCancelled: T.CANCELLED,
        e.TicketExpired: T.EXPIRED,
    },
    T.CALLED: {
        e.TicketRecalled: T.CALLED,
        e.ServiceStarted: T.SERVING,
        e.TicketNoShow: T.NO_SHOW,
        e.TicketReturned: T.WAITING,
        e.TicketEnded: T.ENDED_BY_SYSTEM,
    },
    T.SERVING: {
        e.TicketFinished: T.FINISHED,
        e.TicketParked: T.PARKED,
        e.TicketTransferred: T.WAITING,
        e.ServiceAdded: T.WAITING,
        e.ServiceAddedHere: T.SERVING,
        e.ServiceChanged: T.SERVING,
        e.TicketEnded: T.ENDED_BY_SYSTEM,
    },
    T.PARKED: {
        e.TicketResumed: T.SERVING,
        e.TicketWaitsAgain: T.WAITING,
        e.TicketCancelled: T.CANCELLED,
        e.TicketEnded: T.ENDED_BY_SYSTEM,
    },
    T.NO_SHOW: {
        e.TicketRequeued: T.WAITING,
        e.NoShowUndone: T.CALLED,
        e.TicketExpired: T.EXPIRED,
    },
    T.FINISHED: {e.FinishUndone: T.SERVING},
    T.WALKOUT: {},
    T.CANCELLED: {},
    T.EXPIRED: {},
    T.ENDED_BY_SYSTEM: {},
}

COUNTER: Mapping[CounterState, Mapping[type[e.AtCounter | e.CounterMoved], CounterState]] = {
    C.CLOSED: {e.CounterOpened: C.OPEN_IDLE},
    C.OPEN_IDLE: {
        e.TicketCalled: C.CALLING,
        e.TicketResumed: C.SERVING,
        e.NoShowUndone: C.CALLING,
        e.FinishUndone: C.SERVING,
        e.CounterPaused: C.PAUSED,
        e.CounterClosed: C.CLOSED,
    },
    C.CALLING: {
        e.TicketRecalled: C.CALLING,
        e.ServiceStarted: C.SERVING,
        e.TicketNoShow: C.OPEN_IDLE,
        e.TicketReturned: C.OPEN_IDLE,
    },
    C.SERVING: {
        e.TicketFinished: C.OPEN_IDLE,
        e.TicketParked: C.OPEN_IDLE,
        e.TicketTransferred: C.OPEN_IDLE,
        e.ServiceAdded: C.OPEN_IDLE,
        e.ServiceAddedHere: C.SERVING,
    },
    C.PAUSED: {e.CounterResumed: C.OPEN_IDLE, e.CounterClosed: C.CLOSED},
}

STATE_NAMES: Mapping[TicketState, Text] = {
    T.AWAY: Text("未到店", "not here yet"),
    T.WAITING: Text("等候", "waiting"),
    T.FORM_FILLING: Text("填单中", "filling in a form"),
    T.CALLED: Text("已叫号", "called"),
    T.SERVING: Text("办理中", "being served"),
    T.PARKED: Text("挂起", "parked"),
    T.NO_SHOW: Text("过号", "missed"),
    T.FINISHED: Text("已办结", "finished"),
    T.WALKOUT: Text("已离开", "gone"),
    T.CANCELLED: Text("已作废", "cancelled"),
    T.EXPIRED: Text("已失效", "expired"),
    T.ENDED_BY_SYSTEM: Text("系统结束", "ended by the system"),
}

_ACTIONS: Mapping[type[e.TicketMoved], Text] = {
    e.TicketArrived: Text("确认到店", "confirming the arrival"),
    e.TicketCalled: Text("叫号", "calling it"),
    e.TicketRecalled: Text("重呼", "recalling it"),
    e.ServiceStarted: Text("开始办理", "starting service"),
    e.TicketFinished: Text("办结", "finishing it"),
    e.TicketNoShow: Text("作过号", "marking it missed"),
    e.TicketReturned: Text("退回等候", "returning it"),
    e.TicketParked: Text("挂起", "parking it"),
    e.TicketResumed: Text("恢复办理", "resuming it"),
    e.TicketWaitsAgain: Text("恢复等候", "resuming it"),
    e.TicketTransferred: Text("转移", "transferring it"),
    e.ServiceAdded: Text("加办业务", "adding a service"),
    e.ServiceAddedHere: Text("加办业务", "adding a service"),
    e.TicketRequeued: Text("恢复排队", "restoring it"),
    e.TicketGaveWay: Text("稍后再叫", "letting others pass"),
    e.TicketWalkedOut: Text("登记离开", "marking a walk-out"),
    e.TicketCancelled: Text("作废", "cancelling it"),
    e.FormStarted: Text("填单", "form filling"),
    e.FormEnded: Text("结束填单", "ending form filling"),
    e.TicketFreed: Text("放回队列", "freeing it"),
    e.ServiceChanged: Text("改业务", "changing its business"),
}


def require(number: str, state: TicketState, event: type[e.TicketMoved]) -> None:
    """Refuse with `wrong_state` a move that the table does not have."""
    if event not in TICKET[state]:
        raise WRONG_STATE(number=number, state=STATE_NAMES[state], action=_ACTIONS[event])
