"""A real server in a process of its own that can be killed, and the port that is held for it."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import httpx2

from server.command import making
from tests.forks import Forked, program
from tests.hall_made import NOW, Message, bearer
from tests.patience import PATIENCE


class HallServer:
    """A real server in a process of its own that can be killed."""

    def __init__(self, data: Path, *options: str, command: str = "serve", voice: str = "pyttsx3") -> None:
        self.data, self._port_held = data, ExitStack()
        self.port = self._port_held.enter_context(held_port())
        self._words = [command, "--data", str(data), "--port", str(self.port)]
        # A neural voice rendering ahead would take the core that the test needs.
        self._words += ["--host", "127.0.0.1", "--voice", voice, *options]
        self._process: Forked | subprocess.Popen[bytes] | None = None
        self._out: IO[str] | None = None
        self.http = httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", verify=False, timeout=PATIENCE)
        self.said = ""

    @property
    def line(self) -> list[str]:
        """The same server, started by hand."""
        return [sys.executable, "-m", "server", *self._words]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    @property
    def process(self) -> "Forked | subprocess.Popen[bytes]":
        assert self._process is not None
        return self._process

    @property
    def log(self) -> str:
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def start(self) -> "HallServer":
        """Return when the doors are open."""
        here, there = os.pipe()
        with (self.data.parent / f"{self.data.name}.log").open("a") as log:
            self._process = self._begin(there, log.fileno())
        os.close(there)
        self._out = os.fdopen(here, encoding="utf-8")
        too_late = threading.Timer(PATIENCE, self._process.send_signal, (signal.SIGABRT,))
        too_late.start()
        for line in self._out:
            self.said += line
            if "Ctrl+C" in line:
                break
        too_late.cancel()
        assert self._process.poll() is None, self.log
        return self

    def _begin(self, out: int, log: int) -> "Forked | subprocess.Popen[bytes]":
        return program("server", *self._words, stdout=out, stderr=log)

    def kill(self) -> None:
        """As when the power goes."""
        self.process.send_signal(signal.SIGKILL)
        self._over()

    def stop(self) -> int:
        """As a service is stopped; returns the exit code."""
        if self._process is None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        return self._over()

    def _over(self) -> int:
        code = self.process.wait(PATIENCE)
        assert self._out
        self._out.close()
        self._process = None
        return code

    def token(self, role: str, place: str = "") -> str:
        return making.issue_token(self.data, role, place, role, NOW)

    def ask(self, token: str, command: str, name: str = "", /, **fields: object) -> tuple[int, Message]:
        body = {"id": name or secrets.token_hex(16), **fields}
        answer = self.http.post(f"/api/commands/{command}", json=body, headers=bearer(token))
        return answer.status_code, answer.json()

    def __enter__(self) -> "HallServer":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.http.close()
        self._port_held.close()


@contextmanager
def held_port() -> Iterator[int]:
    """A port where nobody listens and that nobody else is given; a server of the test may listen at it."""
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(("127.0.0.1", 0))
        yield sock.getsockname()[1]
