"""Which files of the hall's media folder a set-up names, and where: one list for what is missed, kept and saved."""

from collections.abc import Iterator

from server.domain.config.config import HallConfig


def media_named(config: HallConfig) -> Iterator[tuple[str, str]]:
    """Each place with the file it names."""
    if config.slip.logo:
        yield "slip.logo", config.slip.logo
    for n, medium in enumerate(config.media):
        yield f"media[{n}].file", medium.file
    for n, service in enumerate(config.services):
        for kind in ("forms", "samples"):
            for m, sheet in enumerate(getattr(service.entry, kind)):
                if sheet.file:
                    yield f"services[{n}].entry.{kind}[{m}].file", sheet.file
        for m, form in enumerate(service.entry.forms):
            if form.document:
                yield f"services[{n}].entry.forms[{m}].document", form.document
