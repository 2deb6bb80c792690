"""A strip on the network that takes plain text: GB18030, ended by CR LF."""

import asyncio

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printing.allowed import require_reachable
from server.devices.strips import StripConfig

KIND = "tcp_text"
PORT, LAST_PORT = 5005, 65535
PATIENCE = 2.0  # s to reach it, and again to hand the text over


def open_strip(config: StripConfig) -> "TcpStrip":
    host, _, port = config.address.partition(":")
    if not host or not (port or "0").isdecimal() or int(port or 0) > LAST_PORT:
        raise DeviceMisconfigured(f"{config.id}: {config.address!r} is no host:port")
    return TcpStrip(host, int(port or PORT))


class TcpStrip:
    """A connection for each text: one that was cut meanwhile would swallow it without a word."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port

    async def show(self, text: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                _, writer = await asyncio.open_connection(self._host, self._port)
                require_reachable(str(writer.get_extra_info("peername")[0]))
        except (OSError, TimeoutError) as failed:
            raise DeviceUnavailable("offline") from failed
        try:
            async with asyncio.timeout(PATIENCE):
                writer.write(text.encode("gb18030", "replace") + b"\r\n")
                await writer.drain()
                writer.close()
                await writer.wait_closed()
        except (OSError, TimeoutError) as failed:
            raise DeviceUnavailable("no_answer") from failed
        finally:
            writer.transport.abort()
