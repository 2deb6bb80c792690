"""Finds one-file plugins in a package of ours; a plugin that breaks its promise stops the server at start."""

import importlib
import logging
import pkgutil
from types import ModuleType

from server import routing
from server.domain.line import Pick

log = logging.getLogger(__name__)

USUAL_POLICY = "fair_share"


def plugins(package: ModuleType) -> dict[str, ModuleType]:
    """Every module of the package by its name."""
    found = (m.name for m in pkgutil.iter_modules(package.__path__))
    return {name: importlib.import_module(f"{package.__name__}.{name}") for name in found}


def policy(name: str) -> Pick:
    """The routing policy a hall names; one whose file is gone must not keep the hall from opening."""
    there = plugins(routing)
    if name not in there:
        log.error("no routing policy %r; calling by %s", name, USUAL_POLICY)
    pick: Pick = there.get(name, there[USUAL_POLICY]).pick
    return pick
