"""Alerts and devices as screens show them: in words, with the names of the hall."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.hall import DeviceHealth, Hall
from server.domain.kept import once, same, together
from server.domain.text import Text
from server.domain.views.names import NameOf, nobody, printer_name, strip_name
from server.domain.views.overview.alert_texts import CAUSES, NOTHING, explained, headline

VOICE = Text("语音", "voice")
DEVICE = Text("设备", "device")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """`id` is what `acknowledge_alert` takes and never shown; `times` is how often it was told."""

    id: str
    kind: str
    text: Text
    detail: Text
    raised_at: datetime
    times: int
    acknowledged_by: str  # a person's name


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """`state` is "ok", "warn" or "down"."""

    kind: str
    name: Text
    state: str
    detail: Text
    since: datetime


def alert_rows(hall: Hall, name_of: NameOf = nobody) -> tuple[AlertRow, ...]:
    """Newest first."""
    return together(
        once(
            AlertRow,
            id=a.id,
            kind=a.kind,
            text=same(headline(hall, a)),
            detail=same(explained(hall, a)),
            raised_at=a.raised_at,
            times=a.times,
            acknowledged_by=name_of(a.acknowledged_by),
        )
        for a in sorted(hall.alerts.values(), key=lambda a: a.raised_at, reverse=True)
    )


def device_rows(hall: Hall) -> tuple[DeviceRow, ...]:
    return together(
        once(
            DeviceRow,
            kind=d.kind,
            name=same(_name(hall, d)),
            state=d.state,
            detail=CAUSES.get(d.detail, NOTHING),
            since=d.since,
        )
        for d in hall.devices.values()
    )


def _name(hall: Hall, device: DeviceHealth) -> Text:
    match device.kind:
        case "printer":
            return printer_name(hall, device.id)
        case "strip":
            return strip_name(hall, device.id)
    return VOICE if device.kind == "voice" else DEVICE
