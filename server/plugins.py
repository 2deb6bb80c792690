"""Finds what a set-up can name or a list can show: in our own folders, and in what others have installed.

Ours is one file of a package each. A stranger's is an entry point of its own distribution, so it is still
there when ours has been replaced: `[project.entry-points."hallqueue.printers"]`, `fax = "my_fax.printer"`.
Whichever cannot be used costs itself alone, and is told in words (`/health`, doctor, set-up).
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from server.domain.config.figures import Figures
from server.domain.line import Order, Pick
from server.domain.text import Text

log = logging.getLogger(__name__)

USUAL_POLICY = "fair_share"
GROUP = "hallqueue."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`offers`: what a module must have to be one; a file of ours without it is something else."""

    package: str
    offers: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "policies": Kind(package="server.routing", offers=("pick", "TITLE")),
    "remedies": Kind(package="server.remedies", offers=("propose", "TITLE")),
    "printers": Kind(package="server.devices.printers", offers=("open_printer",)),
    "voices": Kind(package="server.devices.voices", offers=("KIND", "open_voice")),
    "strips": Kind(package="server.devices.strips", offers=("KIND", "open_strip")),
    "reports": Kind(package="server.reports", offers=("TITLE", "columns", "rows")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A plug-in that cannot be used, in words; the log has the reason."""

    kind: str
    name: str
    text: Text


IMPOSSIBLE = Text(
    "插件 {name}（{whose}）不能使用，其余照常运行：请更新或卸载它",
    "The plug-in {name} ({whose}) cannot be used; all else runs. Update or remove it",
)
TAKEN = Text(
    "插件 {name}（{whose}）与自带的同名，没有使用：请换一个名称",
    "The plug-in {name} ({whose}) has the name of one of ours and is not used: give it another",
)
OURS = Text("自带", "ours")

_broken: dict[tuple[str, str], Broken] = {}


def plugins(kind: str) -> Mapping[str, Any]:
    """Every one of a kind by its name, which a set-up gives; ours are looked for anew each time."""
    return {**_strangers(kind), **_ours(kind)}


def named(kind: str) -> Sequence[str]:
    """The names alone, where they are the files': none of ours is loaded for them."""
    return (*_files(kind), *_strangers(kind))


def plugin(kind: str, name: str) -> Any:
    """One of those that are `named`; none other of ours is loaded."""
    if name in _files(kind):
        return import_module(f"{KINDS[kind].package}.{name}")
    return _strangers(kind)[name]


def policy(name: str) -> Pick:
    """The routing policy a hall names; one whose file is gone must not keep the hall from opening."""
    there = plugins("policies")
    if name not in there:
        log.error("no routing policy %r; calling by %s", name, USUAL_POLICY)
    pick: Pick = there.get(name, there[USUAL_POLICY]).pick
    return pick


def order(name: str) -> Callable[[Figures], Order] | None:
    """What the policy that `policy` gives goes by, where it can say so in figures."""
    there = plugins("policies")
    ordered: Callable[[Figures], Order] | None = getattr(there.get(name, there[USUAL_POLICY]), "order", None)
    return ordered


def broken() -> Sequence[Broken]:
    """All that cannot be used: every stranger's, and ours as far as they were asked for."""
    for kind in KINDS:
        _strangers(kind)
    return tuple(_broken.values())


def look_again() -> None:
    """For what was installed meanwhile; a server that runs looks when it starts."""
    _entries.cache_clear()
    _strangers.cache_clear()
    _broken.clear()


def _files(kind: str) -> Sequence[str]:
    return tuple(file.name for file in iter_modules(import_module(KINDS[kind].package).__path__))


def _ours(kind: str) -> Mapping[str, ModuleType]:
    package, modules = KINDS[kind].package, {}
    for file in _files(kind):
        module = _tried(kind, file, OURS, partial(import_module, f"{package}.{file}"))
        if module is not None and _offers(kind, module):
            modules[getattr(module, "KIND", file)] = module
    return modules


@cache
def _entries() -> Any:  # of another type from Python 3.12 on
    return entry_points()  # reads every distribution there is


@cache
def _strangers(kind: str) -> Mapping[str, Any]:
    entries = _entries().select(group=GROUP + kind)
    taken = () if not entries else _ours(kind) if "KIND" in KINDS[kind].offers else _files(kind)
    loaded: dict[str, Any] = {}
    for entry in entries:
        if entry.name in taken:
            _note(kind, entry.name, TAKEN, _whose(entry), None)
            continue
        there = _tried(kind, entry.name, _whose(entry), entry.load)
        if there is not None and _offers(kind, there):
            loaded[entry.name] = there
        elif there is not None:
            lacks = ", ".join(name for name in KINDS[kind].offers if not hasattr(there, name))
            _note(kind, entry.name, IMPOSSIBLE, _whose(entry), AttributeError(f"it has no {lacks}"))
    return loaded


def _tried(kind: str, name: str, whose: Text, load: Callable[[], Any]) -> Any:
    try:
        return load()
    except (Exception, SystemExit) as why:  # noqa: BLE001  # whatever it does, it costs itself alone
        _note(kind, name, IMPOSSIBLE, whose, why)
        return None


def _note(kind: str, name: str, text: Text, whose: Text, why: BaseException | None) -> None:
    if (kind, name) not in _broken:
        _broken[kind, name] = Broken(kind=kind, name=name, text=text.fill(name=name, whose=whose))
        log.error("the plug-in %s of %s%s cannot be used", name, GROUP, kind, exc_info=why)


def _offers(kind: str, there: Any) -> bool:
    return all(hasattr(there, name) for name in KINDS[kind].offers)


def _whose(entry: EntryPoint) -> Text:
    of = entry.dist
    distribution = f"{of.name} {of.version}" if of else entry.value
    return Text(distribution, distribution)
