"""A business's forms as PDF documents: judged before they are kept, beside the pictures of the hall."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.devices.media import MIB, NotMedia, store
from server.later import pypdf

LARGEST_DOCUMENT = 10 * MIB
MOST_OBJECTS = 20_000  # a form of a hundred pages has a few thousand; each is looked at
FILE = re.compile(r"[0-9a-f]{64}\.pdf")
# What a reader would run, play, send or open by itself, and files within the file.
RUNS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA"})
ACTS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/Rendition",
        "/RichMediaExecute",
        "/GoToE",
        "/GoToR",
    }
)
ITSELF = frozenset({None, "/GoTo", "/Named"})  # what may happen when it is opened: a place in it is shown
PLAYS = frozenset({"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/FileAttachment"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    file: str
    pages: int


def keep_document(folder: Path, data: bytes) -> KeptDocument:
    """Check and store as it came; raises `NotMedia` or OSError, and then nothing was kept."""
    if not data.startswith(b"%PDF-"):
        raise NotMedia("not_document")
    if len(data) > LARGEST_DOCUMENT:
        raise NotMedia("document_too_large")
    pages = _judged(data)
    return KeptDocument(file=store(folder, data, "pdf"), pages=pages)


def find_document(folder: Path, file: str) -> Path | None:
    path = folder / file
    return path if FILE.fullmatch(file) and path.is_file() else None


def _judged(data: bytes) -> int:
    """How many pages it has. What the reader of PDFs stumbles over, however it does, is no document."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise NotMedia("document_locked")
        objects = [reader.trailer, *_objects(reader)]
        if len(objects) > MOST_OBJECTS:
            raise NotMedia("document_too_large")
        if any(_is_active(_resolved(one)) for one in objects):
            raise NotMedia("document_active")
        pages = len(reader.pages)
    except NotMedia:
        raise
    except Exception as broken:
        raise NotMedia("not_document") from broken
    if not pages:
        raise NotMedia("not_document")
    return pages


def _objects(reader: Any) -> Iterator[Any]:
    """All that its tables name, whether a page leads to it or not."""
    for generation, places in reader.xref.items():
        for number in places:
            yield pypdf.generic.IndirectObject(number, generation, reader)
    for number in reader.xref_objStm:
        yield pypdf.generic.IndirectObject(number, 0, reader)


def _at(one: Any, key: str) -> Any:
    """What stands there, or what that points to: a name may be an object of its own."""
    return _resolved(dict.get(one, key))


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, pypdf.generic.IndirectObject) else value


def _opens(one: Any) -> bool:
    """Something of it, or what follows an action, goes elsewhere without anybody's click."""
    chances = _at(one, "/AA")
    begun = [_at(one, "/OpenAction"), _at(one, "/Next")]
    if isinstance(chances, dict):
        begun += [_at(chances, key) for key in chances]
    several = [_resolved(e) for b in begun if isinstance(b, list) for e in list.__iter__(b)]
    return any(_at(b, "/S") not in ITSELF for b in [*begun, *several] if isinstance(b, dict))


def _is_active(thing: Any) -> bool:
    """In itself; what it points to is an object of its own."""
    pile = [thing]
    while pile:
        one = pile.pop()
        if isinstance(one, dict):
            if RUNS & one.keys() or _at(one, "/S") in ACTS or _at(one, "/Subtype") in PLAYS:
                return True
            if _opens(one) or (isinstance(one, pypdf.generic.StreamObject) and "/F" in one):
                return True  # a stream may lie elsewhere
            pile.extend(dict.values(one))
        elif isinstance(one, list):
            pile.extend(list.__iter__(one))
    return False
