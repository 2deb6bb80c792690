"""Whatever happened: what every screen was sent is what a view made from nothing would say, byte for byte."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import settings
from hypothesis.stateful import invariant
from pydantic import TypeAdapter

from server.domain.kept import CACHES
from server.watchers.mailbox import Mailbox
from server.watchers.push_views import Audience, Views
from server.watchers.written import Written
from tests.test_hall_machine import HallMachine

adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)
COUNTERS = [*"135"]
AUDIENCES = (
    *(Audience(screen, place) for place in COUNTERS for screen in ("counter", "window", "evaluator")),
    *(Audience(screen, "") for screen in ("manager", "guide", "lobby", "kiosk")),
    Audience("lobby", "A"),
    Audience("kiosk", "kiosk-1"),
)


class Screens(HallMachine):
    """The hall machine with a screen of each kind at each place."""

    def __init__(self) -> None:
        super().__init__()
        self.views = Views(self, lambda: self.now)
        self.boxes: dict[Audience, Mailbox] = {}
        self.shows: dict[Audience, bytes] = {}

    @invariant()
    def every_screen_shows_what_is(self) -> None:
        if self.hall.config is None:
            return
        for audience in AUDIENCES:
            if audience.place in COUNTERS and audience.place not in self.hall.counters:
                continue
            self.look(audience)
            made = made_from_nothing(self.views, audience)
            assert self.shows[audience] == made[0], audience
            assert json.loads(made[0]) == json.loads(made[1]), audience

    def look(self, audience: Audience) -> None:
        if audience in self.boxes:
            self.views._push(audience, self.now)
        else:
            self.boxes[audience] = Mailbox()
            self.views.join(audience, self.boxes[audience])
        for message in self.boxes[audience].take():
            self.shows[audience] = message.partition(b',"view":')[2][:-1]


def made_from_nothing(views: Views, audience: Audience) -> tuple[bytes, bytes]:
    """The view's JSON, and as the framework writes the same view."""
    known = [(generations, generations.young, generations.old) for generations in CACHES]
    for generations, *_ in known:
        generations.forget()
    view: Any = views.view(audience, views._clock())
    for generations, young, old in known:
        generations.young, generations.old = young, old
    return Written().view(view), adapter(type(view)).dump_json(view)


TestScreens = Screens.TestCase
TestScreens.settings = settings(max_examples=4, stateful_step_count=20)
