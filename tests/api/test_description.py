"""The description third parties read, and pages are compiled with."""

import json
from typing import Any

from server.api.asking.wire import COMMANDS
from tests.hall_here import HereHall
from tests.patience import PATIENCE


def test_the_description_names_every_command_and_refers_to_nothing_that_is_not_there(
    description: dict[str, Any],
) -> None:
    found = description
    assert found["openapi"].startswith("3.")
    assert found["info"] == {"title": "hallqueue", "version": "1"}
    assert {f"/api/commands/{kind}" for kind in COMMANDS} <= found["paths"].keys()
    for reference in references(found):
        assert at(found, reference) is not None, reference
    names = [op["operationId"] for path in found["paths"].values() for op in path.values()]
    assert len(names) == len(set(names))
    for path in found["paths"].values():
        assert all(operation["responses"] for operation in path.values())


def test_the_description_of_a_command_has_its_fields(description: dict[str, Any]) -> None:
    asked = description["paths"]["/api/commands/call_next"]["post"]["requestBody"]
    body = asked["content"]["application/json"]
    model = at(description, body["schema"]["$ref"])
    assert model["properties"].keys() == {"id", "type", "counter"}
    assert set(model["required"]) == {"id", "counter"}
    assert model["additionalProperties"] is False


def references(description: Any) -> set[str]:
    if isinstance(description, list):
        return set().union(*map(references, description))
    if not isinstance(description, dict):
        return set()
    here = {description["$ref"]} if isinstance(description.get("$ref"), str) else set()
    return here.union(*map(references, description.values()))


def at(description: Any, reference: str) -> Any:
    for step in reference.removeprefix("#/").split("/"):
        description = description[step]
    return description


def test_a_draft_is_described_as_the_set_up_that_it_is(description: dict[str, Any]) -> None:
    body = description["paths"]["/api/setup"]["post"]["requestBody"]["content"]["application/json"]
    wanted = at(description, body["schema"]["$ref"])
    for part in ("base", "config"):
        config = at(description, wanted["properties"][part]["$ref"])
        assert {"queues", "figures", "voice"} <= config["properties"].keys()
        assert config["required"] == ["name", "industry"]


async def test_the_description_is_written_once(hall: HereHall, description: dict[str, Any]) -> None:
    """C39: it is long, and anybody may ask for it."""
    first, second = [(await hall.http.get("/openapi.json", timeout=PATIENCE)).content for _ in range(2)]
    assert first == second
    assert json.loads(first) == description, "what all other tests read is what every hall serves"


def test_the_socket_is_described_in_both_directions(description: dict[str, Any]) -> None:
    socket = description["paths"]["/ws"]["get"]
    told, asked = references(socket["x-from-server"]), references(socket["x-to-server"])
    (union,) = (at(description, name) for name in told)
    kinds = {at(description, one["$ref"])["properties"]["type"]["const"] for one in union["anyOf"]}
    assert kinds == {"welcome", "view", "beat", "cue", "token", "done", "refused", "bye", "print"}
    assert {name.rpartition("/")[2] for name in asked} == {"Hello", "Sound", "PrinterSaid", "Ask"}
    assert "101" in socket["responses"]


def test_what_is_sent_is_whole_and_what_is_taken_may_leave_out_what_is_usual(
    description: dict[str, Any],
) -> None:
    schemas = description["components"]["schemas"]
    assert set(schemas["Actor"]["required"]) == schemas["Actor"]["properties"].keys()
    assert "place" not in schemas["LogIn"]["required"]
    assert {"Services", "HallConfig-Output"} & schemas.keys() == {"HallConfig-Output"}
    assert set(schemas["Beat"]["required"]) == schemas["Beat"]["properties"].keys()


# A set-up, a device that is tried, what the hall proposes to itself: their numbers have their bounds in the
# domain's own table (C09).
JUDGED_BY_THE_DOMAIN = {
    f"post /api/{address} body"
    for address in (
        "setup",
        "setup/draft",
        "setup/together",
        "printers/test",
        "printers/test/seen",  # nothing is sent to it
        "strips/test",
        "what-if",  # each has bounds of its own, refused in words
        "commands/make_proposals",  # the hall's own: nobody else may send it
    )
}


def test_every_number_that_anybody_may_send_has_a_least_and_a_most(description: dict[str, Any]) -> None:
    """C45, and `?limit=-7e31` of the set-up's history: no database can hold it."""
    asked = {
        f"{way} {path} {name}": number
        for path, ways in description["paths"].items()
        for way, operation in ways.items()
        for name, schema in sent(operation)
        for number in numbers(schema, description, set())
    }
    assert {"get /api/setup/history limit", "get /api/events limit"} <= asked.keys()
    without = {name for name, number in asked.items() if not {"minimum", "maximum"} <= number.keys()}
    assert without == JUDGED_BY_THE_DOMAIN


def sent(operation: dict[str, Any]) -> list[tuple[str, Any]]:
    """What its query, its path and its body take."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    parameters = [(p["name"], p["schema"]) for p in operation.get("parameters", ())]
    return [*parameters, *([("body", body["schema"])] if body else [])]


def numbers(schema: Any, description: dict[str, Any], met: set[str]) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [number for one in schema for number in numbers(one, description, met)]
    if not isinstance(schema, dict):
        return []
    if isinstance(where := schema.get("$ref"), str):
        return [] if where in met else numbers(at(description, where), description, met | {where})
    mine = [schema] if schema.get("type") in ("integer", "number") else []
    return [*mine, *(number for one in schema.values() for number in numbers(one, description, met))]
