"""A real hall under load: made by the command line, served by the real process, asked over HTTP."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.load import post
from tests.benchmarks.processes import ROOT, Measured, free_port, running
from tests.benchmarks.screens import COUNTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedHall:
    """`token` may do everything."""

    server: Measured
    token: str
    _names: Iterator[int] = field(default_factory=itertools.count)

    def command(self, kind: str, **fields: Any) -> bytes:
        body = {"id": f"benchmark-{next(self._names)}", "type": kind, **fields}
        return post(f"/api/commands/{kind}", body, self.token)

    def issue(self, nth: int = 0) -> bytes:
        """Customers of every main business in turn."""
        services = ("pay", "invoice", "install_home", "transfer", "enquiry", "high_voltage")
        return self.command("issue_ticket", service=services[nth % len(services)])

    def openings(self) -> Iterator[bytes]:
        """Somebody sits down at every counter; together they call every queue."""
        for counter in COUNTERS:
            profile = None if counter == "5" else "all_services"
            yield self.command("open_counter", counter=counter, profile=profile)


def made(data: Path, root: Path = ROOT) -> str:
    """Make a hall of the power pack; returns a manager's token."""
    hallqueue("init", "--pack", "power", "--data", str(data), root=root)
    token = hallqueue(
        "token", "--data", str(data), "--role", "hall_manager", "--name", "benchmark", root=root
    )
    return token.strip()


def hallqueue(*words: str, root: Path = ROOT) -> str:
    """The command line; returns what it said."""
    command = [sys.executable, "-m", "server", *words]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


@contextmanager
def served(
    data: Path, token: str, *printers: str, root: Path = ROOT, **settings: str
) -> Iterator[ServedHall]:
    """By the tree at `root`."""
    command = ["-m", "server", "serve", "--host", "127.0.0.1", "--data", str(data)]
    command += [word for printer in printers for word in ("--printer", printer)]
    with running(command, free_port(), root, **settings) as server:
        yield ServedHall(server=server, token=token)
