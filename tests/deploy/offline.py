"""Inside a network namespace without outside: serve the demo hall, fetch all it serves, say what was found.

Arguments: the program `hallqueue`, a folder for its data, the pages. Prints one line of JSON.
"""

import fcntl
import json
import re
import socket
import struct
import subprocess
import sys
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import ProxyHandler, build_opener

SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41
BUILT = re.compile(r"[\w./-]+-[0-9A-Z]{8}\.\w+")  # a file whose name carries a hash of what is in it


def raise_loopback() -> None:
    """A new namespace has its loopback switched off; who may not switch it on is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        fcntl.ioctl(sock, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def outside_answers() -> bool:
    """Whether there is any way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        return sock.connect_ex(("192.0.2.1", 9)) == 0


def fetch(address: str) -> tuple[int, bytes]:
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=120) as answer:
            return answer.status, answer.read()
    except HTTPError as refused:
        return refused.code, b""


def fetch_all(base: str, pages: list[str]) -> dict[str, int]:
    """Every page, and every built file that a page or a file names, until none is new."""
    found: dict[str, int] = {}
    names = [f"/{page}/" if page != "start" else "/" for page in pages]
    while names:
        path = names.pop()
        if path in found:
            continue
        found[path], body = fetch(base + path)
        if not path.endswith((".map", ".wav", ".png")):
            named = BUILT.findall(body.decode("utf-8", "replace"))
            names += [urljoin(base + path, name.removeprefix("static/")).removeprefix(base) for name in named]
    return found


def main(hallqueue: str, data: str, pages: list[str]) -> dict[str, object]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = [hallqueue, "demo", "--data", data, "--port", str(port), "--speed", "0"]
    server = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        said = next((text for text in server.stdout if "Ctrl+C" in text), "")
        base = f"http://127.0.0.1:{port}"
        health = json.loads(fetch(f"{base}/health")[1])
        return {"said": said, "health": health, "found": fetch_all(base, pages)}
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    raise_loopback()
    out = {"way_out": outside_answers(), **main(sys.argv[1], sys.argv[2], sys.argv[3:])}
    sys.stdout.write(json.dumps(out) + "\n")
