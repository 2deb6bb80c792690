"""A card as GB18030 text, for printers with their own hanzi."""

from server.devices.printing import card_texts as say
from server.devices.printing import slip_texts as on_slips
from server.devices.printing.card_content import Card, CardList
from server.devices.printing.raster import USUAL, Frame, framed
from server.devices.printing.slip_columns import (
    CENTRE,
    HANZI_MODE,
    LARGE_MODULE,
    LEFT,
    MODULE,
    code_of,
    columns_of,
    sized,
    written,
)
from server.devices.printing.slip_words import wrapped
from server.domain.text import Text

BOX, POINT = "□ ", "· "


def encode_card(card: Card, columns: int, frame: Frame = USUAL) -> bytes:
    """The whole paper for a printer of 48 (80 mm) or 32 (58 mm) columns."""
    sheet = _Sheet(card, columns)
    sheet.head()
    if card.listed:
        sheet.listed(card.listed)
    sheet.foot()
    return framed(HANZI_MODE + b"".join(sheet.parts) + frame.end, frame)


class _Sheet:
    """Lines one after the other, each with its own size."""

    def __init__(self, card: Card, columns: int) -> None:
        self.card, self.columns = card, columns
        self.body = 2 if card.large else 1
        self.parts: list[bytes] = []

    def head(self) -> None:
        self.parts.append(CENTRE)
        self._both(self.card.hall, 1)
        for mark in self.card.marks:
            self._line("** {} {} **".format(*self.card.order(mark)), 1)
        self._both(self.card.title, 2)
        self._both(self.card.business, 2)
        self.parts.append(LEFT)
        self._line("-" * self.columns, 1)

    def listed(self, listed: CardList) -> None:
        self._both(listed.title, self.body)
        for item in listed.items:
            first, second = self.card.order(item)
            self._line((BOX if listed.box else POINT) + first, self.body)
            self._line(f"  {second}" if second else "", 1)
        self._line("-" * self.columns, 1)

    def foot(self) -> None:
        card = self.card
        for fact in card.facts:
            self._both(fact, self.body)
        if card.until:
            self._both(card.until, 2)
        if card.advice:
            self._both(card.advice, self.body)
        self.parts.append(CENTRE)
        if card.code:
            self._both(say.CODE, 1)
            self._line(card.code, 2)
        if card.qr:
            self.parts.append(code_of(card.qr, LARGE_MODULE if card.large else MODULE))
            self._both(self.card.scan, self.body)
        if card.phone:
            self._line(card.order(on_slips.PHONE.fill(phone=card.phone))[0], self.body)
        for line in card.given:
            self._line(card.order(line)[0], 1)

    def _both(self, text: Text, times: int) -> None:
        first, second = self.card.order(text)
        self._line(first, times)
        self._line(second, 1)

    def _line(self, text: str, times: int) -> None:
        if text:
            lines = wrapped(text, self.columns // times, columns_of)
            self.parts += [sized(times), *(written(line) + b"\n" for line in lines)]
