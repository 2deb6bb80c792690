"""What there is on this machine for a set-up to name: policies, acts, printers, voices, strips, media."""

from collections.abc import Collection
from pathlib import Path

from server.devices.media import there
from server.domain.config.soundness.known import Known
from server.plugins import named, plugins


def known_here(
    media: Path | None = None, doors: Collection[str] | None = None, own_doors: Collection[str] = ()
) -> Known:
    """`media` is the folder, `doors` where a printer has answered; looked for anew each time."""
    return Known(
        policies=tuple(plugins("policies")),
        acts=tuple(plugins("remedies")),
        printers=tuple(named("printers")),
        strips=tuple(plugins("strips")),
        voices=tuple(plugins("voices")),
        media=None if media is None else there(media),
        doors=None if doors is None else tuple(doors),
        own_doors=own_doors,
    )
