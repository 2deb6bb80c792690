"""Why a command ended early, in words with what to do."""

from server.access.refusals import AccessRefused
from server.command.configuring import CannotConfigure
from server.command.folder import Hopeless
from server.command.making import HallProblem
from server.command.texts import both
from server.command.troubles import in_words
from server.devices.errors import DeviceMisconfigured
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.packs.hall_file import HallFileProblem
from server.safekeeping import NotABackup
from server.serving.serve import HallInUse


def explained(why: Exception) -> str | None:
    """None: nobody has foreseen it, so it is a fault of ours and its traceback is shown."""
    match why:
        case (
            Hopeless()
            | DeviceMisconfigured()
            | StorageFailed()
            | NotABackup()
            | HallProblem()
            | CannotConfigure()
        ):
            return str(why)
        case OSError():
            return in_words(why)
        case AccessRefused() | HallFileProblem() | Refused():
            return f"{why.text.zh}\n{why.text.en}"
        case HallInUse():
            return both("in_use", data=why)
        case _:
            return None
