"""What a manager sees on a test slip changes one thing of the printer, until a slip is good."""

from dataclasses import replace
from typing import get_args

import pytest

from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.slip_in_hand import ANSWERS, OUTCOMES, Answer, Outcome, after

PRINTER = PrinterConfig(id="p1", kind="tcp", address="192.168.1.50:9100")


def test_every_answer_and_outcome_has_its_words() -> None:
    assert set(ANSWERS) == set(get_args(Answer))
    assert set(OUTCOMES) == set(get_args(Outcome))


def test_a_slip_with_both_marks_is_done() -> None:
    step = after(PRINTER, "good", "printed")
    assert (step.next, step.printer, step.advice.zh) == ("done", PRINTER, "")


def test_a_printer_that_printed_without_a_word_is_not_waited_for() -> None:
    step = after(PRINTER, "good", "unknown")
    assert (step.next, step.printer.ack) == ("done", "none")
    assert after(step.printer, "good", "unknown").advice.zh == ""


def test_the_ruler_tells_the_width_of_a_slip_whose_side_is_cut_off() -> None:
    step = after(PRINTER, "narrow", "printed")
    assert (step.next, step.printer) == ("by_hand", PRINTER)
    assert "标尺" in step.advice.zh


@pytest.mark.parametrize(
    ("so_far", "answer", "changes"),
    [
        ({"dots": 384}, "wide", {"dots": 420}),
        ({}, "wide", {"dots": 640}),
        ({"dots": 832}, "wide", None),
        ({}, "broken", {"raster": "plain"}),
        ({"raster": "plain"}, "broken", {"mode": "text"}),
        ({}, "garbled", {"mode": "text"}),
        ({"mode": "text"}, "garbled", {"mode": "raster", "raster": "plain"}),
        ({"mode": "text", "raster": "plain"}, "garbled", None),
        ({}, "pale", {"density": 2}),
        ({"density": 7}, "pale", {"density": 8}),
        ({"density": 8}, "pale", None),
        ({}, "dark", {"density": -2}),
        ({"density": -8}, "dark", None),
        ({}, "cut_in", {"feed": 6}),
        ({"feed": 6}, "cut_in", {"feed": 12}),
        ({"feed": 40}, "cut_in", None),
        ({}, "uncut", {"cut": "full"}),
        ({"cut": "full"}, "uncut", {"cut": "none"}),
        ({"cut": "full"}, "torn", {"cut": "partial"}),
        ({}, "torn", {"cut": "none"}),
        ({}, "nothing", None),
    ],
)
def test_each_answer_changes_one_thing_or_asks_a_person_to_look(
    so_far: dict[str, object], answer: Answer, changes: dict[str, object] | None
) -> None:
    printer = replace(PRINTER, **so_far)  # type: ignore[arg-type]  # fields by name
    step = after(printer, answer, "printed")
    assert step.next == ("again" if changes else "by_hand")
    assert step.printer == replace(printer, **(changes or {}))  # type: ignore[arg-type]
    assert step.advice.zh
    assert step.advice.en


@pytest.mark.parametrize("answer", [one for one in ANSWERS if one != "good"])
def test_no_trial_goes_round_in_circles(answer: Answer) -> None:
    at, seen = PRINTER, [PRINTER]
    while (step := after(at, answer, "printed")).next == "again" and step.printer != at:
        at = step.printer
        assert at not in seen
        seen.append(at)
