"""The words for what is wrong with a set-up."""

from dataclasses import replace
from string import Formatter

from server.domain.config.soundness.problems import KINDS, PROBLEMS, called, say
from server.domain.text import Text
from tests.builders import a_config


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


def test_a_thing_is_called_by_its_name_and_one_without_by_where_it_stands() -> None:
    """The page said "业务 service1 没有中文名称": nobody had ever seen that word."""
    service = a_config().services[0]
    new = replace(service, id="service1", name=Text("", ""))
    assert (
        say("unnamed", "services[4].name", kind=KINDS["services"], id=new).zh == "业务 第 5 项 没有中文名称"
    )
    assert called(replace(new, name=Text("", "Pay"))) == Text("Pay", "Pay")
    assert called(service).zh == service.name.zh
    assert "service1" not in called(new).zh + called(new).en
