"""From what went wrong to what the asker is told."""

import json

import pytest
from pydantic import ValidationError

from server.access.refusals import AccessRefused, Unknown
from server.api.answering.errors import STATUS, problem, problem_of
from server.api.answering.texts import API_TEXTS
from server.api.asking.wire import parse
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.domain.areas import REFUSALS
from server.domain.queue.refusals import COUNTER_CLOSED, SERVICE_SUSPENDED, UNKNOWN_TICKET
from server.domain.refusals import NO_HALL
from server.domain.text import Text
from server.journal import StorageFailed
from server.live_hall import Overloaded


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (COUNTER_CLOSED(counter="3"), "counter_closed", 409),
        (UNKNOWN_TICKET(ticket="x"), "unknown_ticket", 404),
        (NO_HALL(), "no_hall", 503),
        (Unknown(), "wrong_token", 401),
        (AccessRefused("wrong_login"), "wrong_login", 401),
        (AccessRefused("not_allowed", role="x"), "not_allowed", 403),
        (AccessRefused("locked_out", minutes=5), "locked_out", 429),
        (AccessRefused("code_expired"), "code_expired", 409),
        (StorageFailed("disk full"), "storage_failed", 503),
        (Overloaded(), "busy", 503),
        (DeviceUnavailable("unplugged"), "device_unavailable", 409),
        (DeviceMisconfigured("no such voice"), "device_unavailable", 409),
        (KeyError("a bug"), "broken", 500),
    ],
)
def test_an_error_has_a_code_and_a_status(error: Exception, code: str, status: int) -> None:
    found = problem_of(error)
    assert (found.code, found.status) == (code, status)
    assert found.text.zh
    assert found.text.en


def test_a_bug_tells_nothing_of_the_inside() -> None:
    assert b"a bug" not in problem_of(KeyError("a bug")).json()


def test_a_malformed_request_says_where() -> None:
    with pytest.raises(ValidationError) as wrong:
        parse("call_next", '{"id":"a","counter":7}')
    found = problem_of(wrong.value)
    assert found.code == "invalid"
    assert "counter" in found.fields["where"]


def test_every_error_looks_the_same_on_the_wire() -> None:
    refused = SERVICE_SUSPENDED(service=Text("交费", "Payment"), reason=Text("升级", "upgrade"))
    body = json.loads(problem_of(refused).json())
    assert body == {
        "code": "service_suspended",
        "text": {"zh": "交费暂停办理：升级", "en": "Payment is suspended: upgrade"},
        "fields": {"service": "交费", "reason": "升级"},
    }


def test_text_with_braces_is_not_filled_in_twice() -> None:
    assert "{where} {0}" in problem("unknown_command", type="{where} {0}").text.en


def test_the_table_speaks_of_codes_there_are() -> None:
    from server.access.refusals import ACCESS_REFUSALS

    assert STATUS.keys() <= {*API_TEXTS, *REFUSALS, *ACCESS_REFUSALS}
