"""What the process is told from outside: where the data lies, what it listens on, which printers there are.

The hall's own figures (thresholds, limits) are data of the hall: `server/domain/config/figure_groups/`.
"""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from server.domain.config.pieces.equipment import PrinterConfig

DEFAULT_PORT, LAST_PORT = 8000, 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`public_url` is what QR codes lead to; empty means this machine's own address on its network."""

    data: Path
    host: str = "0.0.0.0"  # the screens of the hall are other machines
    port: int = DEFAULT_PORT
    public_url: str = ""
    printers: tuple[PrinterConfig, ...] = ()
    voices: tuple[str, ...] = ()  # by kind, in order; empty: as the hall has chosen
    server_speaker: str = ""  # an ALSA device for `aplay`; empty: the lobby board's browser speaks
    demo_speed: float = 0.0
    clock_leap_seconds: int = 60  # a step of this machine's clock beyond this is not believed at once
    time_source: str = "kernel"  # whether a time service disciplines it, as Linux says; "none": not asked
    hall_id: str = field(default="hall")

    @property
    def database(self) -> Path:
        return self.data / "hall.sqlite3"

    def at_port(self, port: int) -> "Settings":
        """The one that was given where any free one was asked for: what QR codes lead to names it, too."""
        if self.port:
            return self
        url = self.public_url
        return replace(self, port=port, public_url=f"{url[:-2]}:{port}" if url.endswith(":0") else url)

    @property
    def own_doors(self) -> frozenset[str]:
        """Where the server itself listens: no printer is there."""
        hosts = ("localhost", "127.0.0.1", urlsplit(self.public_url).hostname or "localhost")
        return frozenset(f"{host}:{self.port}" for host in hosts)

    def address(self, path: str) -> str:
        """What a phone has to be led to."""
        return f"{self.public_url}{path}"

    def page_of(self, token: str) -> str:
        """A ticket's own page."""
        return self.address(f"/ticket/#{token}")

    def notice_page_of(self, code: str) -> str:
        """What a notice says, for whoever has its code; a scanned one brings its holder back at a kiosk."""
        return self.address(f"/notice/#code={code}")

    def booking_of(self, code: str) -> str:
        """An appointment's own page; `codes.as_code` reads the code back from a scanned address."""
        return self.address(f"/booking/#code={code}")

    @property
    def sounds(self) -> Path:
        return self.data / "sounds"

    @property
    def voice_packs(self) -> Path:
        return self.data / "voices"

    @property
    def media(self) -> Path:
        return self.data / "media"

    @property
    def fonts(self) -> Path:
        """Of the owner's own, for letters that no font here has."""
        return self.data / "fonts"

    @property
    def slips(self) -> Path:
        return self.data / "slips"

    @property
    def keys(self) -> Path:
        """What the hall signs with."""
        return self.data / "keys"

    @property
    def day_key(self) -> Path:
        """Of what persons are known by today; in no backup."""
        return self.data / "day.key"

    @property
    def snapshots(self) -> Path:
        return self.data / "snapshots"


def default_data(demo: bool) -> Path:
    """`HALLQUEUE_DATA`, else the user's own data folder."""
    if named := os.environ.get("HALLQUEUE_DATA"):
        return Path(named)
    home = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return home / "hallqueue" / ("demo" if demo else "hall")
