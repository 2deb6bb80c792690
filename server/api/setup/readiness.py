"""What is still missing before a hall can open, in the order one does it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from server.access.people import Person
from server.domain.hall import Hall
from server.domain.text import Text
from server.plugins import broken

STEPS = {
    "people": Text("添加至少一名营业员", "Add at least one clerk"),
    "counters": Text("设置窗口", "Set up the counters"),
    "printer": Text("接好打印机，打印一张测试小票", "Connect a printer and print a test slip"),
    "kiosk": Text("配对一台取号机", "Pair a kiosk"),
    "board": Text("配对大屏", "Pair a lobby board"),
    "open": Text("开放一个窗口", "Open a counter"),
    "first_ticket": Text("取第一个号并办结", "Take the first number and serve it"),
}
# Where a step is taken: in a section of the set-up, or on another page, which a button of its own opens.
SECTIONS = {
    "people": "people",
    "counters": "counters",
    "printer": "printers",
    "kiosk": "devices",
    "board": "devices",
    "media": "media",
}
SET_UP = Text("去设置", "Set up")
PAGES = {
    "open": ("/counter/", Text("打开窗口操作台", "Open a counter's console")),
    "first_ticket": ("/kiosk/", Text("打开取号机页面", "Open the kiosk page")),
}
LOST = Text(
    "重新上传不见了的图片或视频：{n} 个在设置里用到，主机上已经没有",
    "Upload again what is gone: {n} pictures or films that the set-up names are not on this machine",
)
AT_COUNTERS = ("clerk", "team_leader")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of making a hall ready; `href` leads to where it is taken, "" for nowhere."""

    step: str
    done: bool
    text: Text
    href: str
    button: Text


def readiness(
    hall: Hall,
    people: Sequence[Person],
    screens: Collection[str],
    missing: Sequence[object] = (),
    paired: Collection[str] = (),
) -> list[Step]:
    """`screens` are connected now, `paired` the roles of devices that were let in, switched off or not.
    `missing`: pictures and films of the set-up that are not there any more.
    """
    config, began = hall.setup, bool(hall.series)  # there was a day before this one
    done = {
        "people": any(p.active and p.role in AT_COUNTERS for p in people),
        "counters": bool(config.counters),
        "printer": any(_has_worked(hall, p.id) for p in config.printers),
        "kiosk": "kiosk" in screens or "kiosk" in paired,
        "board": "lobby" in screens or "lobby_board" in paired,
        "open": began or any(c.state != "closed" for c in hall.counters.values()),
        "first_ticket": began or any(t.finished for t in hall.tallies.values()),
    }
    lost = [_step("media", LOST.fill(n=len(missing)))] if missing else []
    lost += [_step("plugins", each.text) for each in broken()]
    return [*lost, *(_step(step, text, done=done[step]) for step, text in STEPS.items())]


def _step(step: str, text: Text, *, done: bool = False) -> Step:
    section = SECTIONS.get(step)
    href, button = PAGES.get(step, (f"#{section}" if section else "", SET_UP))
    return Step(step=step, done=done, text=text, href=href, button=button)


def _has_worked(hall: Hall, printer: str) -> bool:
    """One that is only off was connected; that it is off, alerts and devices say."""
    health = hall.devices.get(printer)
    return health is not None and health.worked
