"""A printer at another box, driven there by `hallqueue print-agent`; the line of slips stays here.

Address: the name of the print agent. The agent knows the printer by the same id as the hall.
"""

from pathlib import Path
from typing import Final

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, Readiness, SlipUnknown
from server.devices.printing.agents import AgentLost, Agents, Answer
from server.domain.hall import SlipState

OFFLINE: Final = "offline"
NO_ANSWER: Final = "no_answer"


def open_printer(config: PrinterConfig, folder: Path, agents: Agents | None = None) -> "AgentPrinter":
    """Without the house's agents nobody is ever connected."""
    if not config.address:
        raise DeviceMisconfigured(f"{config.id}: write the name of the print agent")
    return AgentPrinter(agents or Agents(), config.address, config.id)


class AgentPrinter:
    """The agent's own printer ends every wait; the limits here are for an agent that hangs."""

    def __init__(
        self,
        agents: Agents,
        agent: str,
        printer: str,
        *,
        ready_seconds: float = 30.0,
        print_seconds: float = 120.0,
    ) -> None:
        self._agents, self._agent, self._printer = agents, agent, printer
        self._ready_seconds, self._print_seconds = ready_seconds, print_seconds

    async def ready(self) -> Readiness:
        try:
            answer = await self._ask("ready", b"", self._ready_seconds)
        except AgentLost as lost:
            raise DeviceUnavailable(OFFLINE) from lost
        except TimeoutError as silent:
            raise DeviceUnavailable(NO_ANSWER) from silent
        if answer.outcome not in ("ok", "near_end"):
            raise _reason(answer)
        return Readiness(near_end=answer.outcome == "near_end")

    async def print(self, data: bytes) -> SlipState:
        """A connection lost after the job was handed over leaves it unknown.

        Agents of before knew no difference and say "ok" for both: that is no proof.
        """
        if not self._agents.connected(self._agent):
            raise DeviceUnavailable(OFFLINE)
        try:
            answer = await self._ask("print", data, self._print_seconds)
        except AgentLost as lost:
            raise SlipUnknown(OFFLINE) from lost
        except TimeoutError as silent:
            raise SlipUnknown(NO_ANSWER) from silent
        match answer.outcome:
            case "printed":
                return SlipState.PRINTED
            case "sent" | "ok":
                return SlipState.SENT
            case "unavailable" | "misconfigured":
                raise _reason(answer)
            case _:
                raise SlipUnknown(answer.detail or NO_ANSWER)

    async def close(self) -> None:
        self._agents.tell(self._agent, self._printer, "close")

    async def _ask(self, step: str, data: bytes, seconds: float) -> Answer:
        return await self._agents.ask(self._agent, self._printer, step, data, seconds)


def _reason(answer: Answer) -> Exception:
    if answer.outcome == "misconfigured":
        return DeviceMisconfigured(answer.detail)
    return DeviceUnavailable(answer.detail or NO_ANSWER)
