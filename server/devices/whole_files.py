"""A file that appears whole or not at all, however many make it at the same time."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Where to write it: a name of this writer's own beside it, which takes its place at the end, or goes."""
    part = path.with_name(f"{path.stem}.{secrets.token_hex(4)}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
