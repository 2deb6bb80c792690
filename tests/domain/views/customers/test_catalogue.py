"""What anybody may know of a hall's businesses."""

from dataclasses import fields, replace

from server.domain.config.pieces.business import Service
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.text import Text
from server.domain.views.customers.catalogue import Business, catalogue, catalogue_stamp
from server.packs.hall_file import pack

GAS = pack("gas")
FOR_THE_QUEUE = {"queue", "mean_seconds", "daily_customers"}


def test_all_that_a_hall_writes_of_a_business_is_told() -> None:
    assert {f.name for f in fields(Service)} - {f.name for f in fields(Business)} == FOR_THE_QUEUE
    told = catalogue(GAS).businesses
    assert [b.id for b in told] == [s.id for s in GAS.services]
    for business, service in zip(told, GAS.services, strict=True):
        assert business.entry == service.entry
        assert (business.fee, business.materials, business.note) == (
            service.fee,
            service.materials,
            service.note,
        )


def test_it_is_called_otherwise_once_it_says_something_else() -> None:
    first, *others = GAS.services
    another = replace(
        GAS, services=(replace(first, entry=CatalogueEntry(limit=Text("两天", "Two days"))), *others)
    )
    assert catalogue_stamp(GAS) == catalogue_stamp(replace(GAS, phone="95598"))
    assert catalogue_stamp(another) != catalogue_stamp(GAS)
