"""What the system refuses the command line, in words with what to do."""

import errno

from server.command.texts import both
from server.serving.serve import CannotListen

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
    where = str(why.filename or "")
    if why.errno in known and where:
        return both(known[why.errno], where=where)
    return both("system_says", where=where or "—", why=why.strerror or str(why))
