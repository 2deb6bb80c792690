"""Every address of the server asked by every role and by a stranger, against a table written by hand.

The commands' own table is `tests/access/matrix.py`.
"""

import re
from collections.abc import Mapping
from typing import Any

from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from tests.hall_here import HereHall
from tests.hall_made import bearer

ANYBODY = frozenset({"", *DEVICE_ROLES, *PEOPLE_ROLES})
KNOWN = ANYBODY - {""}
MANAGERS = frozenset({"hall_manager", "admin"})
STAFF = MANAGERS | {"team_leader", "guide", "clerk"}
READERS = MANAGERS | {"team_leader", "region_office"}
NOBODY: frozenset[str] = frozenset()

WHO: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "POST /api/login",
            "POST /api/pairing",
            "POST /api/pairing/claim",
            "GET /health",
            "GET /api/hall",
            "GET /api/hall/now",
            "GET /api/quiet",
            "GET /api/catalogue",
            "GET /api/notice/{code}",
            "GET /api/notice/{code}/code.svg",
            "GET /api/booking",
            "POST /api/booking",
            "GET /api/booking/{code}",
            "POST /api/booking/{code}/cancel",
            "GET /api/booking/{code}/code.svg",
            "POST /api/remote",
            "POST /api/ticket/{token}/arrive",
            "GET /api/ticket/{token}",
            "POST /api/ticket/{token}/cancel",
            "POST /api/ticket/{token}/later",
            "GET /api/qr/{token}.svg",
            "GET /api/ways/{service}/{nth}.svg",
            "GET /api/demo",
            "POST /api/demo/reset",
            "POST /api/demo/stop",
            "POST /api/demo/start",
            "GET /api/setup/first",
            "POST /api/setup/first",
            "POST /api/setup/first/password",
            "POST /api/setup/first/hours",
            # Files by names that nobody can guess.
            "GET /sounds/{name}.wav",
            "GET /media/{name}",
            "GET /documents/{name}",
            "GET /api/speech/{screen}",
            "GET /api/speech/{of}/{name}",
            "GET /ws",  # a socket asks for its token in its first message
            "GET /metrics",  # from the machine itself, as here; from elsewhere by an administrator's token
        ),
        ANYBODY,
    ),
    **dict.fromkeys(("POST /api/logout", "GET /api/me"), KNOWN),
    # A person's own: the tokens of this test are devices' and scripts'.
    **dict.fromkeys(
        ("GET /api/me/pin", "POST /api/me/pin", "POST /api/me/password", "POST /api/me/language"), NOBODY
    ),
    "GET /api/views/{screen}": READERS,  # asked for the manager's
    **dict.fromkeys(
        (
            "GET /api/reports",
            "GET /api/reports/waits/series",
            "GET /api/reports/tickets",
            "GET /api/reports/workbook",
            "GET /api/reports/{name}",
            "GET /api/events",
        ),
        READERS,
    ),
    "GET /api/handovers": STAFF,
    "GET /api/reports/forecast/today": READERS,
    "GET /api/roster": MANAGERS | {"team_leader"},
    "POST /api/what-if": MANAGERS | {"team_leader"},
    "GET /api/appointments": STAFF,
    "GET /api/numbers": STAFF | {"keypad"},
    "GET /api/numbers/{ticket}/life": STAFF,
    "POST /api/reports/monthly/lock": MANAGERS | {"region_office"},
}
OTHERWISE = MANAGERS  # people, devices, pairing, the set-up, printers, slips, strips, the voice, the record
SLOW = frozenset({"GET /api/printers/found"})  # searches the network: asked only by who may not


def body_of(schema: Mapping[str, Any], spec: Mapping[str, Any]) -> Any:
    """The least that the schema takes."""
    if "$ref" in schema:
        return body_of(spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]], spec)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [""])[0])
    if "anyOf" in schema:
        return body_of(schema["anyOf"][0], spec)
    if schema.get("type") == "object":
        required = schema.get("required", ())
        least = {name: body_of(schema["properties"][name], spec) for name in required}
        return least | ({"role": "kiosk"} if "role" in least else {})
    if schema.get("type") == "array":
        return [body_of(item, spec) for item in schema.get("prefixItems", ())]
    if schema.get("format") == "date":
        return "2026-03-02"
    return {"string": "x", "integer": 1, "number": 1, "boolean": False}.get(schema.get("type", ""), "x")


async def test_who_gets_in_at_every_address(hall: HereHall, description: dict[str, Any]) -> None:
    spec = description
    tokens = {role: hall.token(role, "1", f"asks-{role}") for role in KNOWN}
    seen: set[str] = set()
    for path, operations in spec["paths"].items():
        if path.startswith("/api/commands/"):
            continue
        for method, operation in operations.items():
            name = f"{method.upper()} {path}"
            seen.add(name)
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            body = body_of(content["schema"], spec) if content else None
            address = re.sub(r"\{[^}]*\}", "x", path.replace("{screen}", "manager"))
            may = WHO.get(name, OTHERWISE)
            asked = {"POST /api/login": {""}, **dict.fromkeys(SLOW, ANYBODY - may)}
            for role in sorted(asked.get(name, ANYBODY)):
                headers = bearer(tokens[role]) if role else {}
                answer = await hall.http.request(method.upper(), address, headers=headers, json=body)
                let_in = answer.status_code not in (401, 403)
                if name == "POST /api/login":
                    let_in = answer.json()["code"] in ("wrong_login", "locked_out")  # it was looked at
                assert let_in == (role in may), (name, role, answer.status_code, answer.text)
    assert seen >= WHO.keys(), "the table names an address that is gone"
