"""What a slip says, before it is known how it is put on paper."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from server.devices.printing import slip_texts as say
from server.devices.printing.zone_map import ZoneMap
from server.domain.config.pieces.business import Service
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.text import Text

USUAL = SlipTemplate()
Language = Literal["zh", "en"]


def in_order(text: Text, template: SlipTemplate, language: Language) -> tuple[str, str]:
    """The customer's language first; a hall that prints Chinese only does so for who reads Chinese."""
    if template.languages == "zh" and language == "zh":
        return (text.zh, "")
    first, second = (text.en, text.zh) if language == "en" else (text.zh, text.en)
    return (first, second) if first else (second, "")


def moment(at: datetime, sentence: Text) -> Text:
    """A sentence with its `{date}`, `{day}` and `{time}`, in the hall's time."""
    day, when = say.DAYS[at.weekday()], {"date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"}
    return Text(sentence.zh.format(day=day.zh, **when), sentence.en.format(day=day.en, **when))


def again(reprint: int, at: datetime) -> tuple[Text, ...]:
    return (say.REPRINT.fill(n=reprint, time=f"{at:%H:%M}"),) if reprint else ()


def terms_of(service: Service) -> tuple[Text, ...]:
    """What the catalogue says of a business beside its papers, a sentence each."""
    entry, agents = service.entry, service.entry.agent_materials
    papers = Text("、".join(p.zh for p in agents), ", ".join(p.en or p.zh for p in agents))
    return (
        *((say.ASK_A_GUIDE,) if entry.incomplete else ()),
        *((say.AGENT.fill(papers=papers),) if agents else ()),
        *((say.FEE.fill(fee=service.fee),) if service.fee.zh else ()),
        *((say.LIMIT.fill(limit=entry.limit),) if entry.limit.zh else ()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """Everything a slip says (5.2); nothing of it is personal."""

    hall: Text
    business: Text
    number: str
    ahead: int
    wait: Text | None
    zone: Text
    issued_at: datetime  # in the hall's time
    materials: tuple[Text, ...] = ()
    qr: str = ""
    phone: str = ""
    booked_for: datetime | None = None  # of an appointment, in the hall's time
    reprint: int = 0  # 0 is the first slip
    printed_at: datetime | None = None  # of a reprint, in the hall's time
    missed_within: int = 5  # calls after which a missed number is lost
    offline: bool = False  # a kiosk gave it while it could not reach the server (D2)
    test: bool = False
    large: bool = False
    language: Language = "zh"
    template: SlipTemplate = USUAL
    logo: Path | None = None
    map: ZoneMap | None = None
    density: int = 0  # told on a test slip
    terms: tuple[Text, ...] = ()  # below the papers: who else brings what, fee, limit

    def trimmed(self) -> "SlipContent":
        """Without what the hall leaves out; `shows` tells of the rest."""
        drawable = self.map and self.map.worth_drawing and self.shows("map")
        return replace(
            self,
            wait=self.wait if self.shows("wait") else None,
            materials=self.materials if self.shows("materials") else (),
            terms=self.terms if self.shows("materials") else (),
            phone=self.phone if self.shows("phone") else "",
            map=self.map if drawable else None,
            large=self.large or self.template.large,
        )

    def shows(self, line: str) -> bool:
        return line not in self.template.leaves_out

    def order(self, text: Text) -> tuple[str, str]:
        return in_order(text, self.template, self.language)

    @property
    def issued(self) -> Text:
        return moment(self.issued_at, say.ISSUED)

    @property
    def marks(self) -> tuple[Text, ...]:
        """What sets this slip apart from a customer's first one."""
        reprint = again(self.reprint, self.printed_at or self.issued_at)
        offline = (say.OFFLINE,) if self.offline else ()
        booked = (moment(self.booked_for, say.BOOKED),) if self.booked_for else ()
        return (*((say.TEST,) if self.test else ()), *offline, *booked, *reprint)

    @property
    def where(self) -> Text:
        return say.WAIT_HERE.fill(zone=self.zone)

    @property
    def missed(self) -> Text:
        return say.MISSED.fill(n=self.missed_within)
