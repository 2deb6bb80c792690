"""Where a number stands (GET /api/numbers), on three lines of 20 columns."""

import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any, cast

from counter_client.keypad.keypad_texts import SAYS, Text, Word, text_of

PATIENCE = 5.0  # s
ROWS = 3
HALL_ZONE = timezone(timedelta(hours=8))  # as on the pages
Json = Mapping[str, Any]
Lines = tuple[Text, tuple[Text, ...]]  # a title and rows


def find_number(server: str, token: str, number: str, trust: ssl.SSLContext | None = None) -> Lines:
    """Ask the hall; blocks. What it refuses and what does not answer is said in words, too."""
    asked = urllib.parse.urlencode({"number": number})
    request = urllib.request.Request(
        f"{server.rstrip('/')}/api/numbers?{asked}", headers={"authorization": f"Bearer {token}"}
    )
    # No proxy: the hall is in the house.
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust)
    )
    title = Text(number, number)
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            return lines_of(number, json.load(answer))
    except urllib.error.HTTPError as error:
        with error:
            text = json.load(error)["text"]
            return title, (Text(text["zh"], text["en"]),)
    except OSError:
        return title, (SAYS["no_server"],)


def lines_of(number: str, answer: Json) -> Lines:
    """One is told in full, several a line each."""
    stand = [cast(Json, row["standing"]) for row in answer["tickets"]]
    if not stand:
        return Text(number, number), (text_of("find_none", number=number),)
    if len(stand) > 1:
        rows = tuple(_joined(Text(s["number"], s["number"]), _state(s), _place(s)) for s in stand[:ROWS])
        return text_of("find"), rows
    (one,) = stand
    name = Text(one["service_name"]["zh"], one["service_name"]["en"])
    return Text(one["number"], one["number"]), (name, _joined(_state(one), _place(one)), _since(one))


def _state(one: Json) -> Text:
    known = f"state_{one['state']}"
    return SAYS[cast(Word, known)] if known in SAYS else Text(one["state"], one["state"])


def _place(one: Json) -> Text:
    """How many are before it, or where it was called to."""
    if one["state"] in ("waiting", "form_filling"):
        return text_of("find_ahead", n=one["ahead"])
    call = one["call"]
    return Text(call["counter_name"]["zh"], call["counter_name"]["en"]) if call else Text("", "")


def _since(one: Json) -> Text:
    if one["state"] in ("waiting", "form_filling"):
        return text_of("find_waited", m=int(one["waited_seconds"] // 60))
    at = datetime.fromisoformat(one["call"]["at"] if one["call"] else one["since"])
    word: Word = "find_called" if one["call"] else "find_since"
    recalls = one["call"]["recalls"] if one["call"] else 0
    when = text_of(word, time=at.astimezone(HALL_ZONE).strftime("%H:%M"))
    return _joined(when, text_of("find_recalled", n=recalls)) if recalls else when


def _joined(*parts: Text) -> Text:
    return Text(" ".join(p.zh for p in parts if p.zh), " ".join(p.en for p in parts if p.en))
