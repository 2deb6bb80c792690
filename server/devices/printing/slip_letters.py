"""Which letters of a hall's words its slips cannot show, before the first customer sees it."""

from collections.abc import Iterator
from dataclasses import dataclass

from server.devices.printing.slip_columns import can_write
from server.devices.printing.slip_words import lines_of, missing
from server.domain.config.config import HallConfig
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """`letters` of a text; `drawn` if a printer of pictures shows them all the same."""

    text: str
    letters: str
    drawn: bool


def words_of(config: HallConfig) -> Iterator[Text]:
    """Every text of a set-up that is put on paper."""
    yield config.name
    yield Text(config.phone, "")
    yield from (config.slip.head, config.slip.foot)
    for service in config.services:
        yield service.name
        yield from (*service.materials, *service.entry.agent_materials, *service.entry.key_points)
        yield from (service.fee, service.entry.limit)  # on the handling card
    yield from (zone.name for zone in config.zones)


def lacking(config: HallConfig) -> tuple[Lacking, ...]:
    """By the fonts here, and by GBK where a printer writes in its own letters."""
    text_mode = any(printer.mode == "text" for printer in config.printers)
    texts = dict.fromkeys(side for text in words_of(config) for side in (text.zh, text.en))
    both = ((text, missing(text), unwritable(text) if text_mode else "") for text in texts)
    return tuple(
        Lacking(text=text, letters=none or own, drawn=not none) for text, none, own in both if none or own
    )


def unwritable(text: str) -> str:
    """Every letter, once, that a printer with letters of its own would turn into something else."""
    letters = dict.fromkeys("".join(lines_of(text)))
    return "".join(letter for letter in letters if not can_write(letter))
