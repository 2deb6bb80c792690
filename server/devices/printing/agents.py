"""The print agents that are connected: asks go out to them as messages, what they say comes back."""

import asyncio
import base64
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic_core import to_json

from server.domain.letters import clean

LONGEST_DETAIL = 500  # letters

Send = Callable[[bytes], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    outcome: str  # "ok", "near_end", "printed", "sent", "unavailable", "unknown" or "misconfigured"
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintAsk:
    """To a print agent: one step of a printer's work; `data` are the slip's bytes in base64."""

    type: Literal["print"] = "print"
    id: str
    printer: str
    step: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSaid:
    """Its answer to the ask of this `id`; `outcome` as in `Answer`."""

    type: Literal["printer"] = "printer"
    id: str
    outcome: str
    detail: str


class AgentLost(Exception):
    """The agent is not connected, or no longer."""


@dataclass(slots=True, kw_only=True)
class _Ask:
    agent: str
    answer: asyncio.Future[Answer] = field(default_factory=asyncio.Future)


class Agents:
    """One socket an agent: the newest counts, and what was asked through an older one is lost."""

    def __init__(self) -> None:
        self._senders: dict[str, Send] = {}
        self._asks: dict[str, _Ask] = {}

    def attach(self, name: str, send: Send) -> None:
        """`send` takes a message for the agent's socket and does not wait."""
        self._lose(name)
        self._senders[name] = send

    def detach(self, name: str, send: Send | None = None) -> None:
        """With `send`, only if it is still the one that counts: an agent may be back before it was missed."""
        if send is None or self._senders.get(name) == send:
            self._senders.pop(name, None)
            self._lose(name)

    def answered(self, message: Mapping[str, Any]) -> None:
        """A message `printer` of an agent; an answer that nobody waits for any more is forgotten."""
        ask = self._asks.get(str(message.get("id")))
        if ask is not None and not ask.answer.done():
            answer = Answer(outcome=_words(message, "outcome"), detail=_words(message, "detail"))
            ask.answer.set_result(answer)

    def connected(self, name: str) -> bool:
        return name in self._senders

    async def ask(self, agent: str, printer: str, step: str, data: bytes, seconds: float) -> Answer:
        """AgentLost if there is none, or none any more; TimeoutError if it says nothing."""
        name, ask = secrets.token_hex(16), _Ask(agent=agent)
        self._asks[name] = ask
        try:
            self._send(agent, printer, step, data, name)
            async with asyncio.timeout(seconds):
                return await ask.answer
        finally:
            del self._asks[name]

    def tell(self, agent: str, printer: str, step: str) -> None:
        """Say something that needs no answer, if the agent is there."""
        if self.connected(agent):
            self._send(agent, printer, step, b"", secrets.token_hex(16))

    def _send(self, agent: str, printer: str, step: str, data: bytes, name: str) -> None:
        send = self._senders.get(agent)
        if send is None:
            raise AgentLost(agent)
        send(to_json(PrintAsk(id=name, printer=printer, step=step, data=base64.b64encode(data).decode())))

    def _lose(self, name: str) -> None:
        for ask in self._asks.values():
            if ask.agent == name and not ask.answer.done():
                ask.answer.set_exception(AgentLost(name))


def _words(message: Mapping[str, Any], name: str) -> str:
    """What an agent says of a printer, as far as people can read it."""
    words = message.get(name)
    return clean(words[:LONGEST_DETAIL]) if isinstance(words, str) else ""
