"""The bands of a promised wait meet without a gap."""

import pytest
from sqlalchemy import create_engine, literal, select

from server.reports.counting import promised_bands
from server.reports.counting.promised_bands import BANDS, band_name


@pytest.mark.parametrize(
    ("minutes", "band"),
    [
        (0, "0-2"),
        (2, "0-2"),
        (2.01, "2-5"),
        (5, "2-5"),
        (15, "10-15"),
        (30, "15-30"),
        (30.1, "30+"),
        (99, "30+"),
    ],
)
def test_each_promise_is_of_one_band(minutes: float, band: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promised_bands, "HIGH", literal(minutes * 60))
    with create_engine("sqlite://").connect() as db:
        assert BANDS[db.execute(select(promised_bands.band_of())).scalar_one()] == band
        assert db.execute(select(promised_bands.within_band(band))).scalar_one()
        assert not db.execute(select(promised_bands.within_band("no band"))).scalar_one()


def test_bands_have_names() -> None:
    assert [band_name(b).zh for b in (BANDS[0], BANDS[-1])] == ["0–2 分钟", "30 分钟以上"]
