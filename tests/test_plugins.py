"""One-file plugins."""

import pytest

from server import routing
from server.plugins import plugins, policy


def test_every_file_of_a_package_is_found_by_its_name() -> None:
    assert plugins(routing).keys() == {"fair_share", "oldest_first"}


def test_a_policy_is_found_by_the_name_a_hall_gives() -> None:
    assert policy("oldest_first") is plugins(routing)["oldest_first"].pick


def test_a_policy_whose_file_is_gone_does_not_keep_the_hall_shut(caplog: pytest.LogCaptureFixture) -> None:
    assert policy("by_lottery") is policy("fair_share")
    assert "by_lottery" in caplog.text
