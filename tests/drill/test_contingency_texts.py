"""The sheet's words stand in both languages."""

from server.drill.contingency_texts import SAYS, STATES, both


def test_all_words_are_there_in_both_languages() -> None:
    assert all(text.zh and text.en for text in (*SAYS.values(), *STATES.values()))
    assert both("number") == "号码 Number"
