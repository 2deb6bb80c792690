"""Logging in and out at the terminal, where the keypad is a clerk's and not a device's: POST /api/login."""

import contextlib
import json
import ssl
import urllib.error
import urllib.request
from typing import Any

from counter_client.keypad.keypad_texts import Text, refusal

PATIENCE = 10.0  # s


class LogInRefused(Exception):  # named for what the clerk reads
    """`text` says why, as the hall put it."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


BRIEFLY = 2.0  # s


def log_in(server: str, login: str, secret: str, counter: str, trust: ssl.SSLContext | None = None) -> str:
    """Return the token of the session. Blocks; raises `LogInRefused`, or OSError when nobody answers."""
    body = {"login": login, "password": secret, "place": counter}
    try:
        token: str = _post(server, "/api/login", body, trust)["token"]
    except urllib.error.HTTPError as error:
        with error:
            raise LogInRefused(_why(json.load(error))) from None
    return token


def log_out(server: str, token: str, trust: ssl.SSLContext | None = None) -> None:
    """End the session; a hall that does not answer ends it by itself in the evening."""
    with contextlib.suppress(OSError):
        _post(server, "/api/logout", {}, trust, token=token, patience=BRIEFLY)


def _post(
    server: str,
    path: str,
    body: dict[str, str],
    trust: ssl.SSLContext | None,
    *,
    token: str = "",
    patience: float = PATIENCE,
) -> dict[str, Any]:
    request = urllib.request.Request(
        server.rstrip("/") + path,
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json", "authorization": f"Bearer {token}"},
    )
    # No proxy: the hall is in the house, and a password goes nowhere else.
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust)
    )
    with opener.open(request, timeout=patience) as answer:
        reply: dict[str, Any] = json.load(answer)
        return reply


def _why(problem: dict[str, Any]) -> Text:
    text = Text(problem["text"]["zh"], problem["text"]["en"])
    return refusal(problem["code"], text, problem.get("fields") or {})
