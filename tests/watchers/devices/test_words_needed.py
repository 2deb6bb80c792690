"""What has to be said soonest comes first."""

from dataclasses import replace

from server.devices.speaking.announcer import USUAL_SPEECH, Speech
from server.devices.speaking.speech_texts import SPOKEN
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.text import Text
from server.routing import fair_share
from server.watchers.devices.words_needed import needed
from tests.builders import COUNTERS, MORNING, Story, a_config

TWELVE = tuple(
    replace(COUNTERS[0], id=str(n), name=Text(f"{n} 号窗口", f"Counter {n}"), profile="all", floating=False)
    for n in range(1, 13)
)
TWELVE_COUNTERS = a_config(counters=TWELVE, hours=None)


def fresh_hall() -> Story:
    """Twelve counters, of which two have opened."""
    return Story("3", "7", config=TWELVE_COUNTERS)


def zh(hall: Hall) -> list[str]:
    return [text for text, _ in needed(hall, USUAL_SPEECH, fair_share.pick, MORNING)]


def test_a_fresh_hall_says_who_is_next_and_where_to_before_anything_else() -> None:
    """C19: twelve counters' words kept every waiting number back for minutes."""
    story = fresh_hall()
    for service in ("bill", "install", "bill"):
        story.do(c.IssueTicket(service=service))
    said = zh(story.hall)
    assert said[:5] == ["请A零零一号", "到三号窗口办理", "请B零零一号", "到七号窗口办理", "请A零零二号"]
    assert said[5] == "到一号窗口办理", "then the counters that are still closed"


def test_the_next_words_of_who_stands_called_come_before_the_rest_of_the_line() -> None:
    story = fresh_hall()
    for _ in range(4):
        story.do(c.IssueTicket(service="bill"))
    story.do(c.CallNext(counter="3"))
    said = zh(story.hall)
    # The free counter first; whoever is next for both is said once.
    assert said[:2] == ["请A零零二号", "到七号窗口办理"]
    assert said.index("请A零零一号尽快") < said.index("请A零零四号")
    assert said.index("请A零零四号") < said.index("到一号窗口办理")


def test_before_the_first_counter_opens_it_is_the_numbers_that_come_first() -> None:
    story = Story(config=TWELVE_COUNTERS)
    story.do(c.IssueTicket(service="bill"))
    assert zh(story.hall)[:2] == ["请A零零一号", "到一号窗口办理"]


def test_every_word_of_the_set_up_is_needed_once_in_every_language() -> None:
    story = fresh_hall()
    said = list(needed(story.hall, Speech(languages=("zh", "en", "zh")), fair_share.pick, MORNING))
    assert len(set(said)) == len(said) == 2 * (3 * len(TWELVE) + len(SPOKEN)) - len(TWELVE)
    assert {language for _, language in said} == {"zh", "en"}


def test_a_hall_without_a_set_up_has_nothing_to_say() -> None:
    assert zh(Hall(id="hall")) == []
