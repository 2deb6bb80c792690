from server.domain.config.hall_parts.days import Days
from tests.domain.config.a_part import assert_part


def test_its_values_are_a_halls_and_described() -> None:
    assert_part(Days)
