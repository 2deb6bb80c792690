"""What is missing before a hall can open."""

from server.access.people import Person
from server.api.setup.readiness import readiness
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.equipment.commands import ReportDevice
from server.domain.queue.commands import CloseDay, OpenCounter
from tests.builders import Story, a_config

CLERK = Person(login="1201", name="张伟", role="clerk", active=True, has_pin=False, locked_until=None)


def done(story: Story, *people: Person, screens: tuple[str, ...] = ()) -> list[str]:
    return [step.step for step in readiness(story.hall, people, screens) if step.done]


def test_each_step_is_done_when_it_is_really_done() -> None:
    story = Story(config=a_config(printers=(PrinterConfig(id="K1", kind="virtual"),)))
    assert done(story) == ["counters"]
    assert done(story, CLERK) == ["people", "counters"]
    story.do(ReportDevice(device="K1", kind="printer", state="ok"))
    assert done(story, screens=("kiosk", "lobby")) == ["counters", "printer", "kiosk", "board"]
    story.do(OpenCounter(counter="1", staff="1201"))
    story.issue()
    story.serve()
    assert done(story) == ["counters", "printer", "open", "first_ticket"]


def test_what_was_paired_is_paired_also_while_it_is_off() -> None:
    steps = readiness(Story().hall, (), (), paired=("kiosk", "lobby_board"))
    assert {step.step for step in steps if step.done} >= {"kiosk", "board"}


def test_a_hall_that_has_had_a_day_has_begun_also_before_the_first_counter_opens() -> None:
    story = Story("1")
    story.issue()
    story.serve()
    story.do(CloseDay(reason="over"))
    story.later(days=1).issue()
    assert all(counter.state == "closed" for counter in story.hall.counters.values())
    assert {"open", "first_ticket"} <= set(done(story))


def test_a_printer_that_never_printed_is_not_connected_and_one_that_is_only_off_stays_so() -> None:
    story = Story(config=a_config(printers=(PrinterConfig(id="K1", kind="virtual"),)))
    story.do(ReportDevice(device="K1", kind="printer", state="down", detail="offline"))
    assert "printer" not in done(story)
    story.do(ReportDevice(device="K1", kind="printer", state="ok"))
    story.do(ReportDevice(device="K1", kind="printer", state="down", detail="offline"))
    assert "printer" in done(story)


def test_somebody_withdrawn_is_nobody() -> None:
    gone = Person(login="1", name="", role="clerk", active=False, has_pin=False, locked_until=None)
    assert "people" not in done(Story(), gone)


def test_media_that_are_gone_are_the_first_thing_to_do() -> None:
    """C04: a file that vanished after it was named."""
    steps = readiness(Story().hall, (), (), missing=["a.png", "b.mp4"])
    assert (steps[0].step, steps[0].done, "2" in steps[0].text.zh) == ("media", False, True)
    assert "media" not in [s.step for s in readiness(Story().hall, (), ())]


def test_a_step_leads_to_its_section_or_opens_another_page() -> None:
    steps = {step.step: step for step in readiness(Story().hall, (), (), missing=("gone.png",))}
    assert {name: step.href for name, step in steps.items() if name != "plugins"} == {
        "media": "#media",
        "people": "#people",
        "counters": "#counters",
        "printer": "#printers",
        "kiosk": "#devices",
        "board": "#devices",
        "open": "/counter/",
        "first_ticket": "/kiosk/",
    }
    assert (steps["people"].button.zh, steps["open"].button.zh) == ("去设置", "打开窗口操作台")
