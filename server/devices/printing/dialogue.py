"""What a hall and a receipt printer say to each other, over any cable: only the printer's own word counts.

How it works:

A socket that took the bytes proves nothing: the paper may be out, the cover open, the buffer full, and a
slip that is called printed and is not leaves a customer without a place. So a slip is sent together with a
request for a receipt (`GS r`), which the printer executes in order: its answer comes after the last line is
on paper. Heard in time the slip is PRINTED. Everything else is no proof of the contrary either. If the
connection ended, or the answer was late, the slip may be on paper or not: that is `SlipUnknown`, and a
person is asked, because printing it again would give two customers one number.

A late receipt is the danger in this. It would pass for the next slip's. So the count of receipts that are
still owed is kept, a connection without an answer is dropped where dropping it forgets them, and on a line
that lasts (serial, USB) an earlier doubt is settled before the next slip: white dots that end a picture cut
short, a receipt of our own, then silence until all that was owed has come.

A printer that cannot answer (`ack: none`) is asked by real-time status instead (DLE EOT, answered at once,
whatever it does) before the slip and several times while it should be printing. If nothing went wrong, the
slip is SENT: the word for what is believed and not proved. One that tells nothing at all is watched for its
line to stay open.

Status says the cause in the printer's own words: cover, paper, cutter, head. The worst is told first,
because that is what a person must mend before the rest matters. Every wait has an end, also the one for a
printer that is merely slow: its length is reckoned from the bytes and the cable's speed.
"""

import asyncio
import contextlib
import errno
from typing import Protocol

from server.devices.errors import DeviceUnavailable
from server.devices.printers import Readiness, SlipUnknown
from server.domain.hall import SlipState

NO_AUTOMATIC_STATUS = b"\x1da\x00"
RECEIPT = b"\x1dr\x01"  # executed in order: its answer says that everything before it is on paper
RECEIPT_BITS, STATUS_BITS = (0x90, 0x00), (0x93, 0x12)  # mask and fixed bits of the answers
NO_ANSWER = "no_answer"
OFFLINE = "offline"
LOOKS = 6  # at a printer that cannot say "printed", while it prints
# DLE EOT 3: what stands in its way, the worst first.
CAUSES = ((0x08, "cutter_jammed"), (0x40, "head_hot"), (0x20, "broken"), (0x04, "stuck"))
IN_USE = (errno.EBUSY, errno.EAGAIN)
LEAST_DOUBT, MOST_DOUBT = 4096, 131072  # bytes of a picture that somebody else may have left unfinished


class HungUp(DeviceUnavailable):
    """The printer did not say this itself: the connection is gone."""


class Cable(Protocol):
    """The way to one printer and back, used by one task. A lost printer is an OSError."""

    lasts: bool  # after `drop` it is the same line: what was not answered yet may still come
    hung_up: str  # what it means when the printer goes away: "busy" or "offline"

    @property
    def connected(self) -> bool: ...
    def seconds_for(self, count: int) -> float:
        """How long so many bytes are under way."""

    async def connect(self) -> None: ...
    async def send(self, data: bytes) -> None:
        """Return when all has left this machine."""

    async def receive(self) -> bytes:
        """At least one byte."""

    def forget(self) -> None:
        """Throw away what came unasked: it answers nothing that is asked from now on."""

    def drop(self) -> None:
        """Hang up; what has not left this machine never does."""

    async def close(self) -> None:
        """Hang up in peace; what was sent still arrives."""


class Dialogue:
    """A printer at the end of a cable: asked before it prints, heard after it; every wait has an end."""

    def __init__(
        self,
        cable: Cable,
        *,
        ack: bool = True,
        open_seconds: float = 2.0,
        answer_seconds: float = 1.0,
        print_seconds: float = 3.0,  # 120 mm at a slow printer's 40 mm/s
        receipt_seconds: float = 5.0,
        quiet_seconds: float = 0.3,
    ) -> None:
        self.cable = cable
        self._ack = ack
        self._open_seconds = open_seconds
        self._answer_seconds = answer_seconds
        self._print_seconds = print_seconds
        self._proof_seconds = print_seconds + receipt_seconds
        self._quiet_seconds = receipt_seconds if cable.lasts else quiet_seconds
        self._tells_nothing = False
        self._unproven: int | None = 0  # bytes that may still be in the printer; what came before us: unknown
        self._unfinished = 0  # bytes of a picture in doubt, where nothing is ever proved
        self._owed = 1  # receipts asked for that may still come

    async def ready(self) -> Readiness:
        """Ask for the status, on a new connection if the old one no longer answers."""
        readiness = await self._readiness()
        if self._ack and self._unproven is not None:
            await self._settle(self._unproven)
            if self.cable.lasts:  # the status may have been the late answer to an older question
                return await self._ask()
        return readiness

    async def print(self, data: bytes) -> SlipState:
        """Send, then wait for the proof; without one, see that nothing goes wrong while it prints."""
        if not self.cable.connected:
            await self.ready()
        try:
            self.cable.forget()
        except OSError as hung_up:
            self.cable.drop()
            raise HungUp(self.cable.hung_up) from hung_up
        if self._ack:
            await self._send(data)
            return SlipState.PRINTED
        # White dots end a picture that an earlier doubt left unfinished; it would swallow this slip.
        white, self._unfinished = bytes(self._unfinished), min(len(data), MOST_DOUBT)
        await self._send(white + data)
        await self._watch()
        await self.close()
        self._unfinished = 0
        return SlipState.SENT

    async def close(self) -> None:
        await self.cable.close()

    async def _send(self, data: bytes) -> None:
        proven = False
        try:
            async with asyncio.timeout(self._proof_seconds + self.cable.seconds_for(len(data))):
                if self._ack:
                    await self._prove(data)
                else:
                    await self.cable.send(data)
            proven = True
        except TimeoutError as silent:
            raise SlipUnknown(NO_ANSWER) from silent
        except OSError as hung_up:
            raise SlipUnknown(OFFLINE) from hung_up
        finally:
            if not proven:  # also when cancelled: the rest must not come out later
                self._unproven = len(data)
                self.cable.drop()

    async def _watch(self) -> None:
        """Trouble while it may still print, or a printer that is gone, leaves the slip in doubt."""
        watched = False
        try:
            for look in range(LOOKS):
                await self._look(self._print_seconds / LOOKS, last=look == LOOKS - 1)
            watched = True
        except DeviceUnavailable as trouble:
            raise SlipUnknown(OFFLINE if isinstance(trouble, HungUp) else str(trouble)) from trouble
        finally:
            if not watched:
                self.cable.drop()

    async def _look(self, seconds: float, *, last: bool) -> None:
        if self._tells_nothing:
            await self._stays(seconds)
            return
        await asyncio.sleep(seconds)
        try:
            await self._ask()
        except HungUp:
            raise
        except DeviceUnavailable as trouble:
            if last or str(trouble) != OFFLINE:  # some call themselves offline while they print
                raise

    async def _stays(self, seconds: float) -> None:
        """It tells nothing, but a connection that ends tells enough."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    await self.cable.receive()
        except TimeoutError:
            return
        except OSError as gone:
            raise HungUp(self.cable.hung_up) from gone

    async def _prove(self, data: bytes) -> None:
        """Send and hear a receipt for it."""
        self._owed += 1
        await self.cable.send(data + RECEIPT)
        await self._receipt()

    async def _receipt(self) -> None:
        await self._answer(*RECEIPT_BITS)
        self._owed = max(self._owed - 1, 0)

    async def _readiness(self) -> Readiness:
        if self._tells_nothing:
            if not self.cable.connected:
                await self._open()
            return Readiness(near_end=False)
        if self.cable.connected:
            with contextlib.suppress(HungUp):
                return await self._ask()
        await self._open()
        return await self._first_answer()

    async def _first_answer(self) -> Readiness:
        """A printer set to `ack: none` may be one that never tells anything; then being there is enough."""
        try:
            if self.cable.lasts and not self._ack and self._unproven is not None:
                await self._silence(self._answer_seconds)
                self._unproven = None
            return await self._ask()
        except DeviceUnavailable as failed:
            if self._ack or str(failed) != NO_ANSWER:
                raise
        self._tells_nothing = True
        await self._open()
        return Readiness(near_end=False)

    async def _settle(self, unproven: int) -> None:
        """Hear out what an earlier slip left behind, or its late receipt would pass for the next slip's.

        White dots first, to end a picture that was cut short; then a receipt of our own, which comes last.
        """
        settled = False
        try:
            async with asyncio.timeout(self._proof_seconds + self.cable.seconds_for(unproven)):
                await self._prove(bytes(unproven))
            await self._silence(self._quiet_seconds)
            settled = True
        except TimeoutError as silent:
            raise DeviceUnavailable(NO_ANSWER) from silent
        except OSError as hung_up:
            raise HungUp(self.cable.hung_up) from hung_up
        finally:
            if not settled:
                self._doubt_more(unproven)
                self.cable.drop()
        self._unproven, self._owed = None, 0

    def _doubt_more(self, unproven: int) -> None:
        """On a line that lasts, a picture of before our time may wait for more than we know of."""
        if self.cable.lasts:
            self._unproven = max(unproven, min(max(2 * unproven, LEAST_DOUBT), MOST_DOUBT))

    async def _silence(self, seconds: float) -> None:
        """Wait until no more receipts can come, or come no more."""
        try:
            while self._owed:
                async with asyncio.timeout(seconds):
                    await self._receipt()
        except TimeoutError:
            return

    async def _open(self) -> None:
        connected = False
        try:
            async with asyncio.timeout(self._open_seconds):
                await self.cable.connect()
            connected = True
        except TimeoutError as silent:
            raise DeviceUnavailable(OFFLINE) from silent
        except OSError as failed:
            raise DeviceUnavailable("busy" if failed.errno in IN_USE else OFFLINE) from failed
        finally:
            if not connected:
                self.cable.drop()

    async def _ask(self) -> Readiness:
        """DLE EOT 1, 2 and 4, and 3 if something is wrong: answered at once, whatever it is doing."""
        printer = await self._status(b"\x10\x04\x01", NO_AUTOMATIC_STATUS)
        cause = await self._status(b"\x10\x04\x02")
        paper = await self._status(b"\x10\x04\x04")
        if cause & 0x04:
            raise DeviceUnavailable("cover_open")
        if paper & 0x60 or cause & 0x20:
            raise DeviceUnavailable("paper_out")
        if printer & 0x08 or cause & 0x40:
            raise DeviceUnavailable(await self._cause() or ("feeding" if cause & 0x08 else OFFLINE))
        return Readiness(near_end=bool(paper & 0x0C))

    async def _cause(self) -> str:
        """What is wrong inside; "" from a printer that does not say or does not know the question."""
        try:
            error = await self._status(b"\x10\x04\x03")
        except HungUp:
            raise
        except DeviceUnavailable:
            return ""
        return next((word for bit, word in CAUSES if error & bit), "")

    async def _status(self, question: bytes, before: bytes = b"") -> int:
        """One status byte; a connection without an answer is dropped, so that no late one is misread."""
        answer = None
        try:
            self.cable.forget()
            async with asyncio.timeout(self._answer_seconds):
                await self.cable.send(before + question)
                answer = await self._answer(*STATUS_BITS)
        except TimeoutError as silent:
            raise DeviceUnavailable(NO_ANSWER) from silent
        except OSError as hung_up:
            raise HungUp(self.cable.hung_up) from hung_up
        finally:
            if answer is None:
                if self.cable.lasts:
                    self._unproven = self._unproven or 0
                self.cable.drop()
        return answer

    async def _answer(self, mask: int, fixed: int) -> int:
        """The first byte with the right fixed bits; bytes of other kinds are strays."""
        while True:
            for byte in await self.cable.receive():
                if byte & mask == fixed:
                    return byte
