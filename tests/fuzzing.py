"""Schemathesis against a hall behind a real port: every operation of its own description, by any role."""

import asyncio
import json
import logging
from collections.abc import Collection
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from requests.exceptions import RequestException
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.hall_here import HereHall
from tests.hall_made import bearer

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
TIMEOUT = 30.0  # s: a machine that is busy is no finding
LOOKS_AROUND = ("/api/printers/found",)  # asks the whole network
LASTING = ("/api/logout", "/api/me/")  # would end the fuzzer's own visit


class Kept(logging.Handler):
    """What the server wrote about itself: a traceback is a finding, whatever was answered."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.tracebacks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.tracebacks.append(f"{record.getMessage()}: {record.exc_info[1]!r}")


def described(hall: HereHall, document: dict[str, Any]) -> Any:
    schema = schemathesis.openapi.from_dict(document)
    schema.config.update(base_url=f"http://127.0.0.1:{hall.port}")
    return schema


async def fuzz(
    hall: HereHall, document: dict[str, Any], role: str, examples: int, only: Collection[str] = ()
) -> list[str]:
    """What is wrong, one line each. `role` "" comes without a token; `only`: beginnings of paths."""
    kept = Kept()
    logging.getLogger().addHandler(kept)
    found: list[str] = []
    try:
        for result in described(hall, document).get_all_operations():
            operation = result.ok()
            if operation.path.startswith(LOOKS_AROUND) or (
                only and not operation.path.startswith(tuple(only))
            ):
                continue
            head = bearer(hall.token(role, "1", f"fuzz-{role}")) if role else {}
            found += await asyncio.to_thread(_one, operation, head, examples)
    finally:
        logging.getLogger().removeHandler(kept)
    return [f"{role or 'nobody'}: {line}" for line in (*found, *kept.tracebacks)]


def _one(operation: Any, head: dict[str, str], examples: int) -> list[str]:
    found: list[str] = []

    @settings(
        max_examples=examples,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        try:
            answer = case.call(headers=head, timeout=TIMEOUT)
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as failures:
            found.append(
                _line(
                    operation,
                    case,
                    "; ".join(str(f.title) + " " + str(f.message)[:200] for f in failures.exceptions),
                )
            )
        except RequestException as broken:
            found.append(_line(operation, case, repr(broken)))
        else:
            if answer.status_code >= 400:
                found.extend(_line(operation, case, why) for why in _shape(answer))

    ask()
    return list(dict.fromkeys(found))[:3]


def _shape(answer: Any) -> list[str]:
    """The house's one shape for whatever is not given."""
    try:
        body = answer.json()
        assert set(body) >= {"code", "text", "fields"}
        assert body["text"]["zh"]
        assert body["text"]["en"]
    except (ValueError, AssertionError, TypeError, KeyError):
        return [f"{answer.status_code} without the house's shape: {answer.text[:100]!r}"]
    return []


def _line(operation: Any, case: Any, why: str) -> str:
    asked = f"{json.dumps(case.body, default=repr)[:200]} {case.query} {case.path_parameters}"
    return f"{operation.method.upper()} {operation.path}: {why} | {asked}"
