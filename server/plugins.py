"""Finds one-file plugins in a package of ours."""

import logging
from types import ModuleType

from server import routing
from server.domain.line import Pick
from server.plugin_files import modules_of

log = logging.getLogger(__name__)

USUAL_POLICY = "fair_share"


def plugins(package: ModuleType) -> dict[str, ModuleType]:
    """Every module of the package by its name."""
    return modules_of(package.__name__, package.__path__)


def policy(name: str) -> Pick:
    """The routing policy a hall names; one whose file is gone must not keep the hall from opening."""
    there = plugins(routing)
    if name not in there:
        log.error("no routing policy %r; calling by %s", name, USUAL_POLICY)
    pick: Pick = there.get(name, there[USUAL_POLICY]).pick
    return pick
