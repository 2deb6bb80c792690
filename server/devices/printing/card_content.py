"""What a paper says that somebody takes home (a notice, a pass, a handling card); nothing personal."""

from dataclasses import dataclass
from datetime import datetime

from server.devices.printing.card_texts import SCAN
from server.devices.printing.slip_content import USUAL, Language, again, in_order
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CardList:
    """All of it, however long: who is told once is told everything. `box`: with a box to tick before each."""

    title: Text
    items: tuple[Text, ...]
    box: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A paper without a number in large: read at home, perhaps days later."""

    hall: Text
    title: Text
    business: Text
    listed: CardList | None = None
    facts: tuple[Text, ...] = ()  # a line each
    until: Text | None = None  # what must not be overlooked
    advice: Text | None = None
    code: str = ""  # in groups, as it is typed
    qr: str = ""
    scan: Text = SCAN  # what the picture leads to
    given: tuple[Text, ...] = ()  # when, under which number
    phone: str = ""
    reprint: int = 0  # 0 is the first one
    printed_at: datetime | None = None  # of a reprint, in the hall's time
    large: bool = False
    language: Language = "zh"
    template: SlipTemplate = USUAL

    def order(self, text: Text) -> tuple[str, str]:
        return in_order(text, self.template, self.language)

    @property
    def marks(self) -> tuple[Text, ...]:
        return again(self.reprint, self.printed_at) if self.printed_at else ()
