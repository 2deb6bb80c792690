"""Ask the page of this profile's browser whether it lives: page_alive.py PROFILE ADDRESS; exit 0 is yes.

A tab that has crashed, hangs, or shows the browser's own error page cannot answer that it shows something.
Needs nothing but Python, because a kiosk has nothing else: `deploy/kiosk_browser.sh` runs it.
"""

import json
import os
import socket
import sys
from contextlib import closing
from io import BufferedRWPair
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

PATIENCE = 10  # s: a page that is busy longer does not serve anybody
QUESTION = "document.getElementById('app') !== null && document.getElementById('app').childElementCount > 0"
TEXT, MASKED = 0x81, 0x80
TWO_BYTES = 126  # written where the length is, when it follows in two


def page_is_alive(profile: Path, address: str, patience: float = PATIENCE) -> bool:
    """Whether the page at this address says that it shows something; OSError if no browser can be asked."""
    port = int((profile / "DevToolsActivePort").read_text().split()[0])
    opener = build_opener(ProxyHandler({}))  # never by way of a proxy
    with opener.open(f"http://127.0.0.1:{port}/json/list", timeout=patience) as answer:
        targets = json.load(answer)
    pages = [t for t in targets if t["type"] == "page" and t["url"].startswith(address)]
    return bool(pages) and _asked(port, patience, urlsplit(pages[0]["webSocketDebuggerUrl"]).path)


def _asked(port: int, patience: float, path: str) -> bool:
    with closing(socket.create_connection(("127.0.0.1", port), patience)) as sock:
        stream = sock.makefile("rwb")
        _send(
            stream,
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aGFsbHF1ZXVlLWFzay0uLg==\r\n\r\n".encode(),
        )
        while stream.readline().strip():  # the head of the answer
            pass
        ask = {"id": 1, "method": "Runtime.evaluate", "params": {"expression": QUESTION}}
        _send(stream, _frame(json.dumps(ask).encode()))
        while True:
            answer = json.loads(_message(stream))
            if answer.get("id") == 1:
                return answer.get("result", {}).get("result", {}).get("value") is True


def _send(stream: BufferedRWPair, data: bytes) -> None:
    stream.write(data)
    stream.flush()


def _frame(text: bytes) -> bytes:
    """One masked text message of less than 64 KiB, as a client has to send it."""
    mask = os.urandom(4)
    body = bytes(byte ^ mask[n % 4] for n, byte in enumerate(text))
    return bytes([TEXT, MASKED | TWO_BYTES]) + len(text).to_bytes(2, "big") + mask + body


def _message(stream: BufferedRWPair) -> bytes:
    head = stream.read(2)
    if len(head) < 2:  # noqa: PLR2004  # opcode and length
        raise OSError("the browser hung up")
    length = head[1] & 0x7F
    if length >= TWO_BYTES:
        length = int.from_bytes(stream.read(2 if length == TWO_BYTES else 8), "big")
    return stream.read(length)


if __name__ == "__main__":
    try:
        sys.exit(0 if page_is_alive(Path(sys.argv[1]), sys.argv[2]) else 1)
    except (OSError, ValueError) as why:
        sys.exit(f"page_alive: {why}")
