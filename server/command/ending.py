"""Why a command ended early, in words with what to do."""

from pathlib import Path

from server.access.refusals import AccessRefused
from server.command.folder import Hopeless
from server.command.making import HallProblem
from server.command.terminal.tongue import in_order, turned
from server.command.texts import both
from server.command.troubles import in_words
from server.command.work.configuring import CannotConfigure
from server.devices.errors import DeviceMisconfigured
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.packs.hall_file import HallFileProblem
from server.safekeeping import NotABackup
from server.serving.serve import HallInUse, where_served


def explained(why: Exception) -> str | None:
    """None: nobody has foreseen it, so it is a fault of ours and its traceback is shown."""
    match why:
        case Hopeless() | DeviceMisconfigured() | HallProblem() | CannotConfigure():
            return str(why)
        case StorageFailed() | NotABackup():
            return turned(str(why))
        case OSError():
            return in_words(why)
        case AccessRefused() | HallFileProblem() | Refused():
            return in_order(why.text)
        case HallInUse():
            return both("in_use", data=why, url=_where(Path(str(why))))
        case _:
            return None


def _where(data: Path) -> str:
    """A server that has just begun has not yet written it down."""
    try:
        return where_served(data)
    except OSError:
        return "—"
