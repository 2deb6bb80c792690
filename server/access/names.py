"""What people and devices may be called, by whichever way the name comes in."""

import re

from server.access.refusals import AccessRefused
from server.access.secrets import as_typed
from server.domain.letters import clean

# A number stands in addresses, and is told apart from all others by eye: no Cyrillic "а", no path.
LOGIN = re.compile(r"(?!\.+$)[0-9A-Za-z_.@+\-\u4e00-\u9fff]+")
LONGEST_LOGIN, LONGEST_NAME, LONGEST_DEVICE = 40, 40, 200


def fit_login(login: str) -> str:
    """As it was meant; refuse with `bad_name` or `bad_login`."""
    login = _fit(as_typed(clean(login)), LONGEST_LOGIN)
    if not LOGIN.fullmatch(login):
        raise AccessRefused("bad_login", login=login)
    return login


def fit_name(name: str) -> str:
    return _fit(clean(name).strip(), LONGEST_NAME)


def fit_device(name: str) -> str:
    """A device's name or place, which may be empty."""
    name = clean(name).strip()
    return _fit(name, LONGEST_DEVICE) if name else name


def _fit(name: str, most: int) -> str:
    if not name or len(name) > most:
        raise AccessRefused("bad_name", most=most)
    return name
