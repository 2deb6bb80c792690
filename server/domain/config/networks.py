"""The networks of a hall's own Wi-Fi, as they are typed; whoever asks from one of them is in the hall."""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

LEAST_PREFIX = {4: 16, 6: 48}  # wider is a town
Network = IPv4Network | IPv6Network


def written(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").replace("，", " ").replace("、", " ").split())


@lru_cache(maxsize=64)
def networks_of(text: str) -> tuple[Network, ...]:
    """Those that can be a hall's; what cannot be read is none."""
    return tuple(network for word in written(text) if (network := network_of(word)) is not None)


def network_of(word: str) -> Network | None:
    try:
        network = ip_network(word, strict=False)
    except ValueError:
        return None
    odd = network.is_loopback or network.is_multicast or network.is_unspecified
    return None if odd or network.prefixlen < LEAST_PREFIX[network.version] else network


def is_within(address: str, text: str) -> bool:
    """`address` is the socket's own peer, or whom a trusted proxy names; never what a request says of itself."""
    try:
        asked = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    asked = getattr(asked, "ipv4_mapped", None) or asked
    return any(asked.version == network.version and asked in network for network in networks_of(text))
