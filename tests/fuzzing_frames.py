"""Whatever a machine on the hall's network may send down the socket."""

import json
from typing import Any

from hypothesis import strategies as st
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.api.asking.wire import COMMANDS
from tests.hall_here import HereHall

KINDS = (*COMMANDS, "hello", "sound", "printer", "beat", "view", "", "x" * 100)
FIELDS = (
    *("counter", "ticket", "service", "reason", "printer", "config", "base", "valid_from", "until", "kind"),
    *("call", "announcement", "outcome", "state", "token", "screen", "place", "protocol", "subject", "level"),
)
TEXTS = st.sampled_from(
    ["", "1", "pay", "kiosk", "\u000b", "\u202e", "\x00", "\ud800", "长" * 600, "{x}", "%s"]
)
NUMBERS = st.sampled_from([0, -1, 10**15, 10**30, 1e308, float("nan"), float("inf"), -0.0])
values = st.recursive(
    TEXTS | NUMBERS | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
messages = st.fixed_dictionaries(
    {"type": st.sampled_from(KINDS) | values}, optional={name: values for name in ("id", *FIELDS)}
)
Frame = str | bytes


def as_sent(message: Any) -> str:
    return json.dumps(message)  # half letters go out escaped, NaN goes out bare


frames: st.SearchStrategy[Frame] = st.one_of(
    messages.map(as_sent),
    messages.map(as_sent),
    messages.map(as_sent).flatmap(lambda whole: st.integers(0, len(whole)).map(lambda n: whole[:n])),
    st.sampled_from(
        [
            "[" * 5000,
            '{"type":' * 3000,
            "9" * 5000,
            '{"type":"call_next","id":' + "9" * 5000 + "}",
            '{"type":"' + "x" * 60_000 + '"}',
            "NaN",
            '{"type":"\\ud800","id":"\\udfff"}',
            "x" * 70_000,  # more than a message may be
        ]
    ),
    st.binary(max_size=200),
)


async def talk(hall: HereHall, sent: list[Frame], hello: dict[str, Any] | None) -> list[Any]:
    """Send the frames; returns everything that came until the server had answered them all or hung up."""
    got: list[Any] = []
    async with connect(hall.ws, compression=None, max_queue=None, close_timeout=1) as ws:
        try:
            if hello is not None:
                await ws.send(json.dumps({"type": "hello", "protocol": 1, **hello}))
            for frame in sent:
                await ws.send(frame)
            await ws.send('{"type":"no_such_command","id":"the last one"}')
            await _until_the_last(ws, got)
        except ConnectionClosed:
            pass
    return got


async def _until_the_last(ws: ClientConnection, got: list[Any]) -> None:
    def no_number(said: str) -> Any:
        raise AssertionError(f"{said} on the wire")

    while True:
        got.append(json.loads(await ws.recv(), parse_constant=no_number))
        if got[-1].get("id") == "the last one" or got[-1]["type"] == "bye":
            return


def answers(got: list[Any]) -> list[Any]:
    return [message for message in got if message["type"] in ("done", "refused", "bye")]
