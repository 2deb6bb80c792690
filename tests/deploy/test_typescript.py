"""The twin of deploy/typescript.py: pages and server speak of the same shapes."""

from typing import Any

import pytest

from deploy.typescript import WIRE, _type, render
from server.domain.setup.commands import ConfigureHall


@pytest.fixture(scope="module")
def wire(description: dict[str, Any]) -> str:
    return render(description)


def test_the_committed_types_are_those_of_the_python_code(wire: str) -> None:
    assert WIRE.read_text(encoding="utf-8") == wire, "run `python -m deploy.typescript`"


def test_a_command_is_named_as_on_the_wire_and_its_request_is_not_the_pages_affair(wire: str) -> None:
    assert 'export interface DropPlan {\n  type: "drop_plan";\n  plan: string;\n}' in wire


def test_only_the_fields_without_a_default_must_be_sent(wire: str) -> None:
    assert '  type: "issue_ticket";\n  service: string;\n  channel?: string;' in wire


def test_no_page_can_send_a_whole_set_up(wire: str) -> None:
    assert ConfigureHall.__name__ not in wire


def test_every_address_says_what_it_answers_and_takes(wire: str) -> None:
    people = "get: { answer: readonly Person[] }; post: { body: PersonAdded; answer: PasswordOnce }"
    assert f'  "/api/people": {{ {people} }};' in wire
    assert '  "/api/login": { post: { body: LogIn; answer: LoggedIn } };' in wire
    assert '  "/api/media": { post: { body: Blob; answer: KeptMedium } };' in wire
    assert '  "/api/setup/qr": { get: { query?: { path?: string }; answer: Blob } };' in wire
    assert "  lease_numbers: LeasedDone;" in wire


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ({"anyOf": [{"type": "integer"}, {"type": "number"}, {"type": "null"}]}, "number | null"),
        (
            {"type": "array", "prefixItems": [{"type": "number"}, {"type": "string"}]},
            "readonly [number, string]",
        ),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, 'readonly ("a" | "b")[]'),
        ({"$ref": "#/components/schemas/Text-Output"}, "Text"),
        ({"const": True}, "true"),
    ],
)
def test_a_shape_is_told_in_typescript(shape: dict[str, Any], told: str) -> None:
    assert _type(shape) == told


def test_what_has_no_word_in_typescript_is_refused() -> None:
    with pytest.raises(ValueError, match="no TypeScript"):
        _type({"not": {}})
