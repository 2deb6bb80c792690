"""The modules of a folder of one-file plugins; a file that cannot be read costs itself alone."""

import logging
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

log = logging.getLogger(__name__)

_told: set[str] = set()


def modules_of(package: str, path: Iterable[str]) -> dict[str, ModuleType]:
    """Every module by its name, but for those that break when they are imported; the log says why, once."""
    found = {}
    for module in iter_modules(path):
        name = f"{package}.{module.name}"
        try:
            found[module.name] = import_module(name)
        except Exception as error:
            if name not in _told:
                _told.add(name)
                log.error("the plugin %s cannot be used", module.name, exc_info=error)
    return found
