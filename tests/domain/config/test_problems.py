"""The words for what is wrong with a set-up."""

from string import Formatter

from server.domain.config.problems import KINDS, PROBLEMS, say


def places(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name}


def test_both_languages_name_the_same_culprits() -> None:
    for text in PROBLEMS.values():
        assert places(text.zh) == places(text.en)


def test_a_kind_is_named_in_the_language_of_the_sentence() -> None:
    said = say("duplicate", "queues[1].id", kind=KINDS["queues"], id="pay")
    assert (said.zh, said.en) == ("队列 pay 重复", "The queue pay is there twice.")
    assert said.where == "queues[1].id"


def test_a_culprit_with_braces_in_its_name_is_said_as_it_is() -> None:
    assert "{x}" in say("timezone", "timezone", said="{x}").zh
