"""A hall's signature under a record: whoever has the hall's key can say whether a page is as it was written.

The key is made once, readable by the hall's owner only, and goes along in a backup.
"""

import hmac
import os
import secrets
from pathlib import Path

from server.drill.texts import text_of
from server.settings import Settings

KEY_BYTES = 32


def signed(page: str, data: Path) -> str:
    """The page with its signature as the last line."""
    label = text_of("signature")
    return f"{page}\n{label.zh} {label.en}: {_mark(page, _key(data))}\n"


def genuine(text: str, data: Path) -> bool:
    """Whether this hall has signed just this; False for anything else."""
    page, _, last = text.replace("\r\n", "\n").rstrip("\n").rpartition("\n")
    file = key_file(data)
    if not file.is_file():
        return False
    mark = last.rpartition(": ")[2].encode()
    return hmac.compare_digest(mark, _mark(page, file.read_bytes()).encode())


def key_file(data: Path) -> Path:
    return Settings(data=data).keys / "drill.key"


def _key(data: Path) -> bytes:
    file = key_file(data)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(handle, "wb") as key:
        made = secrets.token_bytes(KEY_BYTES)
        key.write(made)
        key.flush()
        os.fsync(key.fileno())
    return made


def _mark(page: str, key: bytes) -> str:
    return hmac.new(key, page.rstrip("\n").encode(), "sha256").hexdigest()
