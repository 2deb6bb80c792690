"""How an answer is declared, and the few that several addresses share.

A route says in its return annotation which frozen dataclass it answers with. One that answers with bytes made
elsewhere says it by `responses=`: `answering(NAME)` for JSON, `file(TYPE)` for anything else. So the
description tells every answer, and what pages are compiled with is made from the description.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

REF = "#/components/schemas/{model}"
Responses = dict[int | str, dict[str, Any]]  # FastAPI's own word for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """It is done, and there is no more to say."""

    done: Literal[True] = True


def answering(name: str) -> Responses:
    """JSON of a shape that the socket's messages have, too: named only, so that it is not made again here."""
    shape = {"$ref": REF.format(model=name)}
    return {200: {"description": "OK", "content": {"application/json": {"schema": shape}}}}


def file(*media_types: str) -> Responses:
    return {200: {"description": "OK", **bytes_of(*media_types)}}


def bytes_of(*media_types: str) -> Mapping[str, Any]:
    """A file's own content, of one of these kinds."""
    return {
        "content": {media: {"schema": {"type": "string", "contentMediaType": media}} for media in media_types}
    }
