"""Both stores, each as real as in a hall."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journal.stores import Store, postgres_store, sqlite_store


@pytest.fixture(params=["sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    store = sqlite_store(tmp_path) if request.param == "sqlite" else postgres_store()
    yield store
    await store.close()
