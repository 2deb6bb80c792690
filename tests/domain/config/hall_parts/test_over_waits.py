from server.domain.config.hall_parts.over_waits import OverWaits
from tests.domain.config.a_part import assert_part


def test_its_values_are_a_halls_and_described() -> None:
    assert_part(OverWaits)


def test_remedies_go_by_the_rule_of_key_halls_where_nobody_says_otherwise() -> None:
    said = {False: False, True: True}
    assert {key: OverWaits(remedies=None, key_hall=key).remedies_on for key in said} == said
    assert not OverWaits(remedies=False, key_hall=True).remedies_on
    assert OverWaits(remedies=True, key_hall=False).remedies_on
