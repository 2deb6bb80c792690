"""D4 and D6 near by; on a real practice hall they are held by `pytest tests/drills/test_hall_drill.py`."""

from server.drill.at_the_counter import d4, d6
from server.drill.practice import Practice


async def test_a_call_without_words_is_seen_and_told(practice: Practice) -> None:
    assert "A001" in (await d4(practice)).zh


async def test_another_device_goes_on_with_the_customer(practice: Practice) -> None:
    seen = await d6(practice)
    assert "A001" in seen.zh
    assert "A002 went on at counter 2" in seen.en
