"""The printer at an agent, as the hall sees it; itself: `tests/command/work/test_print_agent.py`."""

import json
from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, Readiness, SlipUnknown, open_printer
from server.devices.printers.agent import AgentPrinter
from server.devices.printing.agents import Agents
from server.domain.hall import SlipState


def answering(outcome: str, detail: str = "") -> AgentPrinter:
    agents = Agents()

    def send(message: bytes) -> None:
        agents.answered({"id": json.loads(message)["id"], "outcome": outcome, "detail": detail})

    agents.attach("front", send)
    return AgentPrinter(agents, "front", "K2")


async def test_ready_and_near_end() -> None:
    assert await answering("ok").ready() == Readiness(near_end=False)
    assert await answering("near_end").ready() == Readiness(near_end=True)
    assert await answering("printed").print(b"slip") is SlipState.PRINTED
    assert await answering("sent").print(b"slip") is SlipState.SENT
    assert await answering("ok").print(b"slip") is SlipState.SENT  # an agent of before: that is no proof
    await answering("ok").close()


@pytest.mark.parametrize("step", ["ready", "print"])
async def test_what_the_far_printer_says_is_what_is_raised(step: str) -> None:
    async def do(printer: AgentPrinter) -> None:
        await (printer.ready() if step == "ready" else printer.print(b"slip"))

    with pytest.raises(DeviceUnavailable, match="paper_out"):
        await do(answering("unavailable", "paper_out"))
    with pytest.raises(DeviceMisconfigured, match="no printer K2"):
        await do(answering("misconfigured", "no printer K2"))


@pytest.mark.parametrize("outcome", ["unknown", "None", "burning"])
async def test_a_slip_of_which_nothing_good_is_heard_is_unknown(outcome: str) -> None:
    with pytest.raises(SlipUnknown):
        await answering(outcome).print(b"slip")


async def test_without_its_agent_a_printer_is_offline_and_nothing_is_in_doubt() -> None:
    printer = AgentPrinter(Agents(), "front", "K2")
    for step in (printer.ready(), printer.print(b"slip")):
        with pytest.raises(DeviceUnavailable, match="offline"):
            await step
    await printer.close()


async def test_an_agent_that_hangs_is_not_waited_for_for_ever() -> None:
    agents = Agents()
    agents.attach("front", lambda message: None)
    printer = AgentPrinter(agents, "front", "K2", ready_seconds=0.01, print_seconds=0.01)
    with pytest.raises(DeviceUnavailable, match="no_answer"):
        await printer.ready()
    with pytest.raises(SlipUnknown, match="no_answer"):
        await printer.print(b"slip")


async def test_an_agent_lost_with_a_job_in_its_hands_leaves_it_unknown() -> None:
    agents = Agents()
    agents.attach("front", lambda message: agents.detach("front"))
    with pytest.raises(SlipUnknown, match="offline"):
        await AgentPrinter(agents, "front", "K2").print(b"slip")


async def test_it_is_opened_through_the_house(tmp_path: Path) -> None:
    config = PrinterConfig(id="K2", kind="agent", address="front")
    with pytest.raises(DeviceUnavailable, match="offline"):
        await open_printer(config, tmp_path).ready()
    agents = Agents()
    agents.attach("front", lambda m: agents.answered({"id": json.loads(m)["id"], "outcome": "ok"}))
    assert await open_printer(config, tmp_path, agents).ready() == Readiness(near_end=False)
    with pytest.raises(DeviceMisconfigured, match="name of the print agent"):
        open_printer(PrinterConfig(id="K2", kind="agent"), tmp_path)
