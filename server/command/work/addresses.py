"""Where a hall is opened: on this machine, from others, and every page of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from server.command.terminal.tongue import ordered
from server.command.texts import text_of
from server.domain.screens import SCREENS
from server.domain.text import Text
from server.serving.serve import near_host, own_address

NEAR = ("127.0.0.1", "localhost", "::1")  # this machine alone
EVERYWHERE = ("0.0.0.0", "::")
_NAMES: dict[str, Text] = {
    **{word: SCREENS[word].name for word in ("kiosk", "lobby", "window", "counter")},
    **{word: SCREENS[word].name for word in ("guide", "evaluator", "manager")},
    "reports": text_of("page_reports"),
    "setup": text_of("page_setup"),
}
OF_A_DEMO = {"slips": text_of("page_slips")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Without a slash at the end; `elsewhere` is "" where no other machine comes in."""

    near: str
    elsewhere: str

    @property
    def widest(self) -> str:
        """Good for whoever reads it, wherever that can be."""
        return self.elsewhere or self.near


def addresses(host: str, port: int, public_url: str = "") -> Addresses:
    near = f"http://{near_host(host)}:{port}"
    if public_url:
        return Addresses(near=near, elsewhere=public_url.rstrip("/"))
    if host in NEAR:
        return Addresses(near=near, elsewhere="")
    elsewhere = own_address(port) if host in EVERYWHERE else near
    return Addresses(near=near, elsewhere="" if "//127." in elsewhere else elsewhere)


def pages(base: str, *, chinese: bool, demo: bool = False) -> Iterator[str]:
    """A line for each; with its name in English alone where Chinese cannot be written."""
    widest = max(len(word) for word in _NAMES) + len(f"{base}//")
    for word, name in (_NAMES | (OF_A_DEMO if demo else {})).items():
        yield f"  {f'{base}/{word}/':<{widest}}   {'  '.join(ordered(name)) if chinese else name.en}"
