"""The twin of deploy/typescript.py: pages and server speak of the same shapes."""

from dataclasses import dataclass

import pytest

from deploy.typescript import WIRE, _collect, command_type, render
from server.domain.queue.commands import CallNext, IssueTicket
from server.domain.setup.commands import ConfigureHall


def test_the_committed_types_are_those_of_the_python_code() -> None:
    assert WIRE.read_text(encoding="utf-8") == render(), "run `python -m deploy.typescript`"


def test_a_command_is_named_as_on_the_wire() -> None:
    assert command_type(CallNext) == "call_next"


def test_only_the_fields_without_a_default_must_be_sent() -> None:
    shapes: dict[str, str] = {}
    _collect(shapes, IssueTicket, "validation", tag="issue_ticket")
    assert '  type: "issue_ticket";\n  service: string;\n  channel?: string;' in shapes["IssueTicket"]


def test_no_page_can_send_a_whole_set_up() -> None:
    assert ConfigureHall.__name__ not in render()


def test_two_shapes_of_one_name_are_refused() -> None:
    @dataclass
    class CallNext:
        other: int

    shapes = {"CallNext": "export interface CallNext {\n  counter: string;\n}\n"}
    with pytest.raises(ValueError, match="two shapes"):
        _collect(shapes, CallNext, "validation")
