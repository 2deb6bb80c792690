import asyncio
import base64
import json
from typing import Any

import pytest

from server.devices.printing.agents import AgentLost, Agents, Answer


class Socket:
    """Keeps what was sent; `answers` are given at once."""

    def __init__(self, agents: Agents, **answers: str) -> None:
        self.agents, self.answers = agents, answers
        self.sent: list[dict[str, Any]] = []

    def send(self, message: bytes) -> None:
        self.sent.append(json.loads(message))
        if self.answers:
            self.agents.answered({"type": "printer", "id": self.sent[-1]["id"], **self.answers})


async def ask(agents: Agents, seconds: float = 5) -> Answer:
    return await agents.ask("front", "K2", "print", b"\x1b@\xff", seconds)


async def test_an_ask_goes_to_its_agent_and_the_answer_comes_back() -> None:
    agents = Agents()
    front, other = Socket(agents, outcome="ok", detail=""), Socket(agents)
    agents.attach("front", front.send)
    agents.attach("other", other.send)
    assert await ask(agents) == Answer(outcome="ok", detail="")
    (sent,) = front.sent
    assert (sent["type"], sent["printer"], sent["step"]) == ("print", "K2", "print")
    assert base64.b64decode(sent["data"]) == b"\x1b@\xff"
    assert other.sent == []


async def test_no_two_asks_have_one_name() -> None:
    agents = Agents()
    front = Socket(agents, outcome="ok")
    agents.attach("front", front.send)
    await ask(agents)
    await ask(agents)
    assert len({sent["id"] for sent in front.sent}) == 2


async def test_an_agent_that_is_not_there_is_lost() -> None:
    with pytest.raises(AgentLost):
        await ask(Agents())
    Agents().tell("front", "K2", "close")


async def test_an_agent_that_leaves_takes_its_asks_along() -> None:
    agents = Agents()
    agents.attach("front", Socket(agents).send)
    asyncio.get_running_loop().call_soon(agents.detach, "front")
    with pytest.raises(AgentLost):
        await ask(agents)
    assert not agents.connected("front")


async def test_an_agent_that_came_back_before_it_was_missed_stays() -> None:
    agents = Agents()
    old, new = Socket(agents), Socket(agents, outcome="ok")
    agents.attach("front", old.send)
    agents.attach("front", new.send)
    agents.detach("front", old.send)
    assert agents.connected("front")
    assert (await ask(agents)).outcome == "ok"


async def test_what_was_asked_through_the_old_socket_is_lost_with_it() -> None:
    agents = Agents()
    agents.attach("front", Socket(agents).send)
    asyncio.get_running_loop().call_soon(agents.attach, "front", Socket(agents).send)
    with pytest.raises(AgentLost):
        await ask(agents)


async def test_a_silent_agent_is_not_waited_for_for_ever_and_its_late_answer_is_forgotten() -> None:
    agents = Agents()
    front = Socket(agents)
    agents.attach("front", front.send)
    with pytest.raises(TimeoutError):
        await ask(agents, 0.01)
    agents.answered({"id": front.sent[0]["id"], "outcome": "ok"})
    agents.answered({"id": ["nonsense"]})
