"""The command line: every `hallqueue …`. Help and slips of the pen are answered before a hall is loaded."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from server.command.lines.plain import plainly, serving
from server.command.terminal.terminal import LEFT, ReaderLeft, fitting


def main() -> None:
    os.umask(0o077)  # whatever a hall keeps or writes out is for its owner only
    with suppress(KeyboardInterrupt):
        try:
            do = _understood(sys.argv[1:])
            logging.basicConfig(
                level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
            )
            do()
        except ReaderLeft:
            sys.exit(LEFT)
        except Exception as why:
            from server.command.ending import explained  # noqa: PLC0415  # seconds to import, and rarely needed

            if (words := explained(why)) is None:
                raise
            sys.exit(fitting(f"hallqueue: {words}", sys.stderr.encoding or "ascii"))


def _understood(words: Sequence[str]) -> Callable[[], None]:
    if (options := plainly(words)) is not None:
        return serving(options)
    from server.command.line import understood  # noqa: PLC0415  # what it reads with takes a tenth of a second

    return understood(words).do


if __name__ == "__main__":
    main()
