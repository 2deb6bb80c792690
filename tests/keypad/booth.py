"""A clerk's booth without I/O: the keypad's session on one side, the hall's own rules on the other."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from counter_client.keypad.asks import Message
from counter_client.keypad.display import Frame, frame
from counter_client.keypad.keypad_texts import Language
from counter_client.keypad.session import Messages, Seen, Session
from server.access.actors import Actor
from server.api.answering.errors import problem_of
from server.api.asking.wire import command_of, parse
from server.api.screens.messages import refused as told
from server.api.screens.messages import written
from server.domain.queue.commands import OpenCounter
from server.domain.refusals import Refused
from server.domain.views.clerk.counter import counter
from tests.builders import Story

CLERK = Actor(id="person:1201", kind="person", role="clerk", name="张伟", place="1")
DEVICE = Actor(id="device:k1", kind="device", role="keypad", name="K1", place="1")


class Booth:
    """The line can be cut; what is on its way then is lost, like the answer to what did arrive."""

    def __init__(
        self, story: Story | None = None, *, actor: Actor = CLERK, at: str = "1", language: Language = "zh"
    ) -> None:
        self.story, self.actor, self.at, self.language = story or Story("1"), actor, at, language
        self.now = 100.0
        self.asked: list[Message] = []
        self.obeyed: dict[str, bytes] = {}  # the name of a request and its first answer
        self.arrives = self.answers = self.pushes = True
        self.up = False
        self._named = 0
        self.session = Session(counter=at, token="secret", new_name=self._name, language=language)
        self.connect()

    def _name(self) -> str:
        self._named += 1
        return f"name-{self._named}"

    def connect(self) -> None:
        """The socket opens: hello, welcome, the view at once."""
        self.arrives = self.answers = self.up = True
        (self.hello,) = self.session.opened()
        self.say({"type": "welcome", "protocol": 1, "build": "b", "actor": self.actor, "time": self._time()})
        self.push()

    def reconnect(self) -> None:
        self.cut()
        self.connect()

    def swallow(self) -> None:
        """From now on nothing arrives in the hall, until the next connection."""
        self.arrives = False

    def go_mute(self) -> None:
        """From now on the hall hears and does not answer, until the next connection."""
        self.answers = False

    def cut(self) -> None:
        self.up = False
        self.session.lost()

    def press(self, *keys: str) -> None:
        """One after the other, a second apart, as a clerk does who looks."""
        for key in keys:
            self.later(1)
            self._send(self.session.pressed(key, self.now))

    def at_once(self, key: str) -> None:
        self._send(self.session.pressed(key, self.now))

    def later(self, seconds: float) -> None:
        """Time passes; the hall beats while the line is up."""
        self.story.later(seconds=seconds)
        self.now += seconds
        if self.up and self.answers:
            self.say({"type": "beat", "seq": len(self.story.log), "time": self._time(), "faults": []})
        self.session.waited(self.now)

    def push(self) -> None:
        """The newest view comes."""
        view = counter(self.story.hall, self.story.now, {}, counter_id=self.at, pick=self.story.pick)
        seq = len(self.story.log)
        self.say({"type": "view", "seq": seq, "epoch": 1, "time": self._time(), "view": view})

    @property
    def seen(self) -> Seen:
        return self.session.seen(self.now)

    @property
    def lines(self) -> Frame:
        return frame(self.seen, self.language)

    @property
    def state(self) -> str:
        return self.seen.view.state if self.seen.view else ""

    @property
    def number(self) -> str:
        """Who is at the counter, as the display says."""
        return self.seen.view.customer.number if self.seen.view and self.seen.view.customer else ""

    @property
    def here_in_the_hall(self) -> str:
        """Who is at the counter in truth."""
        ticket = self.story.hall.tickets.get(self.story.counter(self.at).ticket or "")
        return ticket.number if ticket else ""

    @property
    def notice(self) -> str:
        return self.seen.notice.of(self.language) if self.seen.notice else ""

    @property
    def kinds(self) -> list[object]:
        """What has been asked for."""
        return [message["type"] for message in self.asked]

    def happened(self, kind: str) -> int:
        return sum(type(event).__name__ == kind for event in self.story.log)

    def _time(self) -> str:
        return self.story.now.isoformat()

    def say(self, message: Mapping[str, Any]) -> None:
        self._send(self.session.heard(to_json(message).decode(), self.now))

    def _send(self, messages: Messages) -> None:
        for message in messages:
            self.asked.append(message)
            if not (self.up and self.arrives):
                continue
            answer = self._answer(message)
            if self.answers:
                self._send(self.session.heard(answer.decode(), self.now))
                if self.pushes:
                    self.push()

    def _answer(self, message: Message) -> bytes:
        name = str(message["id"])
        if name in self.obeyed:
            return self.obeyed[name]
        command = command_of(parse(str(message["type"]), json.dumps(message)))
        if isinstance(command, OpenCounter):
            command = OpenCounter(counter=command.counter, staff="1201")
        try:
            self.story.do(command)
        except Refused as refused:
            return written(told(problem_of(refused), name))
        done = {"type": "done", "id": name, "seq": len(self.story.log), "result": {}}
        self.obeyed[name] = to_json(done)
        return self.obeyed[name]


def a_booth(waiting: int = 2, *, actor: Actor = CLERK, language: Language = "zh") -> Booth:
    """Counter 1, open, with so many people waiting."""
    story = Story("1")
    story.issue_many(waiting)
    return Booth(story, actor=actor, language=language)
