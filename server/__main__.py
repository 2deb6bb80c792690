"""The command line: every `hallqueue …`. Help and slips of the pen are answered before a hall is loaded."""

import gc
import os

from server.command.line import parser


def main() -> None:
    os.umask(0o077)  # whatever a hall keeps or writes out is for its owner only
    asked = parser().parse_args()
    gc.disable()  # what is imported stays: looking through it again and again is a tenth of the imports
    from server.command.work import obey  # noqa: PLC0415  # seconds to import, and no help needs a hall

    gc.freeze()  # and stays out of every later look
    gc.enable()
    obey(asked)


if __name__ == "__main__":
    main()
