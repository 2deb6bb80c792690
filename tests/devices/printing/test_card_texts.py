from server.devices.printing import card_texts
from server.domain.text import Text
from tests.devices.printing.test_slip_texts import places


def test_both_languages_of_a_sentence_carry_the_same_facts() -> None:
    sentences = [text for text in vars(card_texts).values() if isinstance(text, Text)]
    assert len(sentences) > 10
    for text in sentences:
        assert text.zh
        assert text.en
        assert places(text.zh) == places(text.en)
