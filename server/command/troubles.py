"""What the system refuses the command line, in words with what to do."""

import errno
import socket
from pathlib import Path

from server.command.texts import both
from server.serving.serve import CannotListen, listening
from server.settings import DEFAULT_PORT, LAST_PORT

_ADDRESS = {
    errno.EADDRINUSE: "port_taken",
    errno.EACCES: "port_forbidden",
    errno.EPERM: "port_forbidden",
    errno.EADDRNOTAVAIL: "no_such_address",
}
_FILE = {
    errno.EEXIST: "is_a_file",
    errno.ENOTDIR: "is_a_file",
    errno.ENOENT: "not_there",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "quota_full",
}


def in_words(why: OSError) -> str:
    """Never a number of an error; the system's own words only where there are none of ours."""
    known = _ADDRESS if isinstance(why, CannotListen) else _FILE
    where = _the_file(str(why.filename or "")) if why.errno == errno.ENOTDIR else str(why.filename or "")
    if why.errno in known and where:
        free = _free_beside(where) if isinstance(why, CannotListen) else 0
        return both(known[why.errno], where=where, free=free)
    return both("system_says", where=where or "—", why=why.strerror or str(why))


TRIED = 20


def _free_beside(where: str) -> int:
    """A port that would do, the next one first."""
    host, _, port = where.rpartition(":")
    first = max(int(port), DEFAULT_PORT) + 1 if port.isdigit() else DEFAULT_PORT + 1
    for tried in range(first, min(first + TRIED, LAST_PORT)):
        try:
            listening(host, tried).close()
        except socket.gaierror:  # no address at all
            break
        except OSError:
            continue
        return tried
    return DEFAULT_PORT + 1


def _the_file(where: str) -> str:
    """What on the way there is no folder."""
    return str(next((each for each in (Path(where), *Path(where).parents) if each.is_file()), where))
