from server.devices.printing.card_content import Card
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.text import Text
from tests.devices.sample_cards import NOTICE, notice, reprinted

ANY = Text("缺", "lacks")


def test_nothing_personal_is_on_a_card() -> None:
    """The content has no place for it: what a card can say is this list and no more."""
    assert set(Card.__slots__) == {
        "hall",
        "title",
        "business",
        "listed",
        "facts",
        "until",
        "advice",
        "code",
        "qr",
        "scan",
        "given",
        "phone",
        "reprint",
        "printed_at",
        "large",
        "language",
        "template",
    }


def test_a_card_speaks_its_reader_s_language_first_and_only_chinese_where_a_hall_wants_that() -> None:
    assert NOTICE.order(ANY) == ("缺", "lacks")
    assert notice(language="en").order(ANY) == ("lacks", "缺")
    assert notice(template=SlipTemplate(languages="zh")).order(ANY) == ("缺", "")


def test_a_reprint_says_so() -> None:
    assert NOTICE.marks == ()
    assert reprinted().marks == (Text("补打 1 · 09:40", "Reprint 1 · 09:40"),)
