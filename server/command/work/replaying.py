"""`hallqueue replay`: do the hall's snapshots tell what its journal tells?"""

import asyncio
from pathlib import Path

from server.command import making
from server.command.folder import Hopeless, made
from server.command.terminal.progress import shown
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.texts import both
from server.domain.hall_words import parts_in_words
from server.serving.serve import only_server


def replay(data: Path | None, *, mend: bool) -> None:
    folder = made(data)
    if mend:
        with only_server(folder), shown() as going:
            going("looking", 0, 0)
            damage = asyncio.run(making.mend(folder))
        say(*(in_order(d.text) for d in damage))
    with shown() as going:
        difference = asyncio.run(making.compare(folder, going))
    if difference:
        raise Hopeless(both("differ", what=parts_in_words(difference.split(", "))))
    say(both("agree"))
