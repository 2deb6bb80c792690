"""A sentence in two languages."""

from server.domain.text import Text


def test_both_languages_are_filled_from_the_same_places() -> None:
    said = Text("{number} 请到 {counter} 号窗口", "{number}, counter {counter}").fill(
        number="A001", counter="3"
    )
    assert said == Text("A001 请到 3 号窗口", "A001, counter 3")


def test_a_place_one_language_leaves_out_is_no_error() -> None:
    assert Text("请稍候", "Wait {minutes}").fill(minutes=5) == Text("请稍候", "Wait 5")


def test_a_text_without_english_is_shown_in_chinese() -> None:
    assert (Text("缴费", "").in_("en"), Text("缴费", "Bills").in_("en")) == ("缴费", "Bills")
    assert (Text("缴费", "Bills").in_("zh"), Text("", "Bills").in_("zh")) == ("缴费", "Bills")


def test_a_text_in_a_sentence_speaks_the_sentences_language() -> None:
    assert Text("在{zone}等候", "Wait in {zone}").fill(zone=Text("东区", "East")) == Text(
        "在东区等候", "Wait in East"
    )
    assert Text("在{zone}等候", "Wait in {zone}").fill(zone=Text("东区", "")) == Text(
        "在东区等候", "Wait in 东区"
    )


def test_a_number_or_a_letter_stands_apart_from_chinese_at_every_place() -> None:
    """The pages' rule (server/web/language/i18n.ts), for what the server says."""
    said = Text("您在{mine}，{n}人等{at}", "You are at {mine}").fill(
        mine=Text("2 号窗口", "counter 2"), n=3, at="C区"
    )
    assert said == Text("您在 2 号窗口，3 人等 C区", "You are at counter 2")
    assert Text("第 {n} 位（{n:03}）", "").fill(n=7).zh == "第 7 位（007）"
