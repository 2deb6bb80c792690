"""What anybody may know of a hall's businesses: pages ask for it when they open."""

import zlib
from dataclasses import dataclass

from server.domain.config.config import HallConfig
from server.domain.config.pieces.business import EChannel
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.kept import FEW, kept
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """All that is written of one business, as the hall wrote it."""

    id: str
    name: Text
    queue_name: Text
    standard_seconds: int
    materials: tuple[Text, ...]
    e_channels: tuple[EChannel, ...]
    note: Text
    fee: Text
    entry: CatalogueEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every business in the hall's own order; `hall` heads the forms that are printed."""

    hall: Text
    businesses: tuple[Business, ...]


@kept(FEW)
def catalogue(config: HallConfig) -> Catalogue:
    return Catalogue(
        hall=config.name,
        businesses=tuple(
            Business(
                id=s.id,
                name=s.name,
                queue_name=config.queue[s.queue].name,
                standard_seconds=s.standard_seconds,
                materials=s.materials,
                e_channels=s.e_channels,
                note=s.note,
                fee=s.fee,
                entry=s.entry,
            )
            for s in config.services
        ),
    )


@kept(FEW)
def catalogue_stamp(config: HallConfig) -> str:
    """Tells one catalogue from another."""
    return f"{zlib.crc32(repr(catalogue(config)).encode()):08x}"
