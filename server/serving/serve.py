"""Runs the server process: its listening socket, its loop, one hall."""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn

from server.app import build_app
from server.house import House
from server.journal.files import SERVED
from server.journal.held import held
from server.living import living, open_house
from server.serving.connections import Seldom, connections, room_for
from server.settings import Settings
from server.supervisor import Part, Run
from server.watchers.screens.screen_lines import ScreenLine

DEAD_PEER_AFTER = 25_000  # ms: a screen that vanished without a word is let go by the kernel
BACKLOG = 4096
SELDOM_LOOKED = 20_000, 20, 50  # new objects, and rounds: frozen values hold no circles
SWITCH = 0.001  # s until a thread that reckons lets the loop go on; Python's own is five times that
LARGEST_MESSAGE = 65536
CALM = 2.0  # s after the doors are open: the screens have come back first
ON_THIS_MACHINE = "127.0.0.1,::1"  # a proxy there may say for whom it asks


class CannotListen(OSError):
    """The doors cannot be opened at this address."""


class HallInUse(Exception):
    """Another server runs this hall."""


@contextlib.contextmanager
def only_server(data: Path) -> Iterator[None]:
    """Hold the hall for this process; a second server on one hall is a mistake and told so at once."""
    data.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(held(data))
        except OSError:
            raise HallInUse(str(data)) from None
        yield


def note_where(data: Path, host: str, port: int) -> None:
    """For commands on the same machine that have something to ask of the running server."""
    (data / SERVED).write_text(f"http://{near_host(host)}:{port}", encoding="utf-8")


def near_host(host: str) -> str:
    """Where this machine itself finds what listens there, as an address writes it."""
    if host in ("0.0.0.0", "::", "localhost"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def where_served(data: Path) -> str:
    """Where the running server of this hall is asked."""
    return (data / SERVED).read_text(encoding="utf-8").strip()


def listening(host: str, port: int) -> socket.socket:
    """Our own socket, so that dead peers are found even when their buffers are full."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # no answer waits 40 ms for its end
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, DEAD_PEER_AFTER)
    try:
        sock.bind((host, port))
    except OSError as why:
        sock.close()
        raise CannotListen(why.errno, why.strerror, f"{host}:{port}") from why
    return sock


def own_address(port: int) -> str:
    """This machine's address on its network, as a QR code can name it."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing; asks the kernel which way it would go
        return f"http://{probe.getsockname()[0]}:{port}"
    return f"http://127.0.0.1:{port}"


def serve(settings: Settings, *, demo: bool, ready: Callable[[House, int], None]) -> bool:
    """Serve until told to stop; `ready` is called when the doors are open. True: a demo shall begin again."""
    with only_server(settings.data), listening(settings.host, settings.port) as sock:
        loop = asyncio.Runner(loop_factory=_loop_factory())
        with loop as runner:
            return runner.run(_serve(settings.at_port(sock.getsockname()[1]), sock, demo=demo, ready=ready))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415  # not there on Windows

    return uvloop.new_event_loop


async def _serve(
    settings: Settings, sock: socket.socket, *, demo: bool, ready: Callable[[House, int], None]
) -> bool:
    port: int = sock.getsockname()[1]
    house = await open_house(settings)
    note_where(settings.data, settings.host, port)  # only where there is a hall: it is a mark of one
    more: list[tuple[str, Run]] = [("forward", house.run_forward.run)]  # a process of its own: only here
    if demo:
        more.append(("demo", house.play.begin(port, near_host(settings.host))))
    server = uvicorn.Server(
        uvicorn.Config(
            build_app(house),
            interface="asgi3",
            http=connections(room_for()),
            forwarded_allow_ips=os.environ.get("FORWARDED_ALLOW_IPS", ON_THIS_MACHINE),
            ws=ScreenLine,
            ws_per_message_deflate=False,
            ws_max_size=LARGEST_MESSAGE,
            ws_ping_interval=20,
            ws_ping_timeout=20,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=3,
            backlog=BACKLOG,
            access_log=False,
            log_level="warning",
            lifespan="off",
        )
    )
    go_on_evenly()
    logging.getLogger("uvicorn.error").addFilter(Seldom())
    async with living(house, *more):
        house.parts.errand(Part(kind="doors"), _say_when_open(server, house, port, ready))
        # uvicorn raises the signal once more when it has closed its doors; the house still has to be closed.
        signal.signal(signal.SIGTERM, lambda *_: None)
        house.play.close = lambda: setattr(server, "should_exit", True)
        await server.serve(sockets=[sock])
    return house.play.wants_again


def go_on_evenly() -> None:
    """Nothing beside the loop keeps it waiting long: no collector, no thread that reckons."""
    gc.freeze()  # what is loaded stays: looking through it again takes half a second each time
    gc.set_threshold(*SELDOM_LOOKED)
    sys.setswitchinterval(SWITCH)


async def _say_when_open(
    server: uvicorn.Server, house: House, port: int, ready: Callable[[House, int], None]
) -> None:
    while not server.started:  # noqa: ASYNC110  # uvicorn offers no event for it
        await asyncio.sleep(0.05)
    house.watchdog.doors_open()
    ready(house, port)
    await asyncio.sleep(CALM)
    for work in house.at_leisure:
        await asyncio.to_thread(work)
    await house.safety.look_back()
