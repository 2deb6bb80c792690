"""Every exercise has its title and what it saw, in both languages."""

from server.drill.holding import EXERCISES
from server.drill.texts import SAYS, TITLES


def test_every_exercise_is_named_and_told_in_both_languages() -> None:
    assert list(EXERCISES) == list(TITLES) == [f"D{n}" for n in range(1, 8)]
    assert EXERCISES.keys() <= SAYS.keys()
    assert all(text.zh and text.en for text in (*SAYS.values(), *TITLES.values()))
