"""A word in an address that nobody here knows is a typing error: told, never left out.

`/api/reports/waits?dato=2026-03-01` would else give today's figures to somebody who asked for another day's.
"""

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

ADDRESSES = "/api/"  # a page's own address carries what its script reads


async def only_known_words(request: Request) -> None:
    """Refuse with `invalid`; the framework takes what it knows and leaves the rest."""
    route = request.scope.get("route")
    if not request.query_params or not isinstance(route, APIRoute) or not route.path.startswith(ADDRESSES):
        return
    if odd := request.query_params.keys() - known_words(route):
        raise RequestValidationError(
            [
                {"type": "extra_forbidden", "loc": ("query", name), "msg": "", "input": ""}
                for name in sorted(odd)
            ]
        )


def known_words(route: APIRoute) -> frozenset[str]:
    """What this address asks for behind its question mark."""
    return frozenset(f.alias for f in get_flat_params(route.dependant)) - route.param_convertors.keys()
