"""Run in a copy of the program that has every addition: what followed from each by itself."""

import json
from pathlib import Path
from typing import Any

from tests.builders import MORNING, Story
from tests.domain.new_area_child import area


def policy() -> Any:
    from server.devices.known_here import known_here
    from server.domain.line import Line
    from server.plugins import policy

    story = Story("1")
    story.issue_many(2)
    line = Line(waiting=tuple(story.hall.waiting()), priority_run=0, figures=story.hall.setup.figures)
    chosen = policy("newest_first")(line, story.counter("1"), MORNING)
    return {"offered": "newest_first" in known_here().policies, "calls": chosen and chosen.ticket.number}


def remedy() -> Any:
    from server.devices.known_here import known_here

    return {"offered": "bring_tea" in known_here().acts}


def report() -> Any:
    from server.reports.catalogue import catalogue

    found = catalogue()["head_count"]
    return {"titled": found.TITLE.zh, "tables": [sheet.id for sheet in found.columns()]}


def screen() -> Any:
    from deploy.typescript import WIRE
    from server.access.actors import Actor
    from server.access.rights import may_open
    from server.api.doors.places import role_places
    from server.api.public.pages import PAGES
    from server.domain.screens import SCREENS, Looking
    from server.domain.views.names import nobody
    from server.routing.fair_share import pick

    hall = Story("1").hall
    show = SCREENS["yard"].show
    assert show is not None
    look = Looking(hall=hall, now=MORNING, place="", waits=dict, pick=pick, name_of=nobody)
    return {
        "shows": show(look).waiting,
        "page": PAGES["yard"].zh,
        "opens": [
            role
            for role in ("yard_board", "kiosk", "clerk")
            if may_open(Actor(id="x", kind="device", role=role, name="x"), "yard")
        ],
        "pairs": "yard_board" in [r.id for r in role_places(hall.config, (), ())],
        "typed": "export interface YardView" in WIRE.read_text("utf-8"),
    }


def typed(root: Path) -> dict[str, Any]:
    """The description of the whole server, and the TypeScript that is made from it again."""
    from deploy.typescript import WIRE, document, render

    assert root in WIRE.parents
    found = document()
    WIRE.write_text(render(found), "utf-8")
    return found


if __name__ == "__main__":
    root = Path.cwd()
    document = typed(root)
    told = {
        "policy": policy(),
        "remedy": remedy(),
        "report": report(),
        "screen": screen(),
        "area": area(root, document),
    }
    print(json.dumps(told, ensure_ascii=False))  # noqa: T201  # to the test
