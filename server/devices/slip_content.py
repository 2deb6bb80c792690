"""What a slip says, before it is known how it is put on paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from server.devices import slip_texts as say
from server.domain.text import Text


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
    reprint: int = 0  # 0 is the first slip
    printed_at: datetime | None = None  # of a reprint, in the hall's time
    missed_within: int = 5  # calls after which a missed number is lost
    test: bool = False
    large: bool = False
    language: Literal["zh", "en"] = "zh"

    def order(self, text: Text) -> tuple[str, str]:
        """The customer's language first."""
        return (text.en, text.zh) if self.language == "en" else (text.zh, text.en)

    @property
    def issued(self) -> Text:
        at, day = self.issued_at, say.DAYS[self.issued_at.weekday()]
        when = {"date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"}
        return Text(say.ISSUED.zh.format(day=day.zh, **when), say.ISSUED.en.format(day=day.en, **when))

    @property
    def marks(self) -> tuple[Text, ...]:
        """What sets this slip apart from a customer's first one."""
        at = self.printed_at or self.issued_at
        reprint = (say.REPRINT.fill(n=self.reprint, time=f"{at:%H:%M}"),) if self.reprint else ()
        return (*((say.TEST,) if self.test else ()), *reprint)

    @property
    def where(self) -> Text:
        return Text(say.WAIT_HERE.zh.format(zone=self.zone.zh), say.WAIT_HERE.en.format(zone=self.zone.en))

    @property
    def missed(self) -> Text:
        return say.MISSED.fill(n=self.missed_within)
