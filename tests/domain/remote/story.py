"""A hall that gives numbers from home, and who takes them."""

from dataclasses import replace
from typing import Any

from server.domain.config.figures import Figures
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.hall import Ticket
from server.domain.remote import commands as rc
from tests.builders import Story, a_config

WIFI = "192.168.8.0/24"


def story(*working: str, **figures: Any) -> Story:
    """Numbers from home for every business but the complex one."""
    services = tuple(replace(s, entry=CatalogueEntry(remote=s.id != "complex")) for s in a_config().services)
    asked = {"remote_numbers": True, **figures}
    return Story(*working, config=a_config(services=services, figures=Figures(**asked), hall_networks=WIFI))


def taken(today: Story, service: str = "bill", *, phone: str = "", network: str = "") -> str:
    """By a phone of its own, unless one is named; the ticket's id."""
    nth = str(today.named)
    today.do(rc.TakeRemote(service=service, phone=phone or f"p{nth}", network=network or f"n{nth}"))
    return f"t{today.named}"


def arrive(today: Story, ticket: str) -> Ticket:
    today.do(rc.ConfirmArrival(ticket=ticket, channel="guide_tablet", by="li"))
    return today.ticket(ticket)
