"""A small disk of one hall's own: a tmpfs in a private mount namespace, which only Linux's root may make."""

import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from typing_extensions import override

from tests.forks import ROOT
from tests.hall_server import HallServer

SPARE = 8192  # KB beyond what the hall holds


class Volume:
    """Holds a copy of what lies in `data`; `seen` is the same folder as seen from outside."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def __enter__(self) -> "Volume":
        held = sum(-(-file.stat().st_size // 4096) * 4 for file in self._data.rglob("*") if file.is_file())
        self._size = held + SPARE
        at, copy = shlex.quote(str(self._data)), shlex.quote(f"{self._data}.before")
        script = (
            f"cp -a {at} {copy}; mount -t tmpfs -o size={self._size}k none {at}; cp -a {copy}/. {at};"
            f" chmod --reference={copy} {at}; echo ready; cat"
        )
        self._holder = subprocess.Popen(
            ["unshare", "-m", "--propagation", "private", "sh", "-ec", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == "ready\n", "mounts are not permitted here"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._holder.communicate("")

    @property
    def seen(self) -> Path:
        return Path(f"/proc/{self._holder.pid}/root{self._data}")

    def copied(self) -> Path:
        """What lies there, beside it: a path through /proc is not a place to open a hall at."""
        return shutil.copytree(self.seen, self._data.with_name("left"))

    def server(self) -> HallServer:
        """Not yet started; it lives on this disk."""
        return _ServerThere(self._data, self.inside)

    def inside(self, *line: str) -> list[str]:
        mine = f"--mount=/proc/{self._holder.pid}/ns/mnt"
        return ["nsenter", mine, "sh", "-c", f'cd {shlex.quote(str(ROOT))} && exec "$@"', "sh", *line]

    def remount(self, how: str) -> None:
        """As `ro` or `rw`; refused by the machine while a file is open to be written."""
        subprocess.run(self.inside("mount", "-o", f"remount,{how}", str(self._data)), check=True)

    def fill(self) -> Path:
        """Somebody's film takes all the room there is; returns it."""
        film = self.seen / "film"
        with film.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                return film


class _ServerThere(HallServer):
    def __init__(self, data: Path, inside: Callable[..., list[str]]) -> None:
        super().__init__(data)
        self._inside = inside

    @property
    @override
    def line(self) -> list[str]:
        return self._inside(*super().line)

    @override
    def _begin(self, out: int, log: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(self.line, stdout=out, stderr=log)
