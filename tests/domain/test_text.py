"""A sentence in two languages."""

from server.domain.text import Text


def test_both_languages_are_filled_from_the_same_places() -> None:
    said = Text("{number} 请到 {counter} 号窗口", "{number}, counter {counter}").fill(
        number="A001", counter="3"
    )
    assert said == Text("A001 请到 3 号窗口", "A001, counter 3")


def test_a_place_one_language_leaves_out_is_no_error() -> None:
    assert Text("请稍候", "Wait {minutes}").fill(minutes=5) == Text("请稍候", "Wait 5")
