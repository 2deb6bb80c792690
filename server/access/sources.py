"""Where a log-in comes from: a browser that was here before, a paired device, or only an address."""

import ipaddress
from dataclasses import dataclass

from server.access.secrets import token_hash

_ONE_HOUSE = 64  # bits: whoever has one address of the newer kind has all of its network


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """`browser` is the secret it was given at an earlier log-in; `device` the id of a paired device."""

    address: str = ""
    browser: str = ""
    device: str = ""

    @property
    def at(self) -> str:
        return f"at:{network(self.address)}"

    @property
    def by_browser(self) -> str:
        return f"browser:{token_hash(self.browser)}" if self.browser else ""

    @property
    def by_device(self) -> str:
        return f"device:{self.device}" if self.device else ""


NOWHERE = Source()


def network(address: str) -> str:
    """What counts as one place: an address, or the network that one house gets of the newer kind."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:60]
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, _ONE_HOUSE), strict=False).network_address)
