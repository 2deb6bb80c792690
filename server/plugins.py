"""Finds one-file plugins in a package of ours; a plugin that breaks its promise stops the server at start."""

import importlib
import pkgutil
from types import ModuleType

from server import routing
from server.domain.line import Pick


def plugins(package: ModuleType) -> dict[str, ModuleType]:
    """Every module of the package by its name."""
    found = (m.name for m in pkgutil.iter_modules(package.__path__))
    return {name: importlib.import_module(f"{package.__name__}.{name}") for name in found}


def policy(name: str) -> Pick:
    """The routing policy a hall names; raises `KeyError` for one that is not there."""
    pick: Pick = plugins(routing)[name].pick
    return pick
