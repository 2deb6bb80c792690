"""Whether the effect estimators find a truth that is known, and how often their intervals cover it."""

import pytest

from tests.benchmarks.report import Figure, Table
from tests.insight.effect_runs import Runs, runs
from tests.insight.known_truth import HALL_YEAR, NETWORK_YEAR, TRUTH, World

RUNS = 200
COVERED = 0.90
YEARS = [("network-year", NETWORK_YEAR), ("hall-year", HALL_YEAR)]


def told(table: Table, world: str, found: dict[str, Runs], answers: float, held: str = "") -> None:
    """`held` is the estimator this world holds to the bar."""
    for name, run in found.items():
        table.add(
            Figure(
                part=f"effect: {world}, {answers:,.0f} answers, truth {TRUTH:+.2f}",
                what=name,
                value=run.coverage * 100,
                unit="% cov",
                bar="≥ 90 %" if name == held else "",
                note=f"mean {run.mean:+.3f}, sd {run.sd:.3f}, se {run.se:.3f}, {RUNS} runs",
            )
        )


@pytest.mark.parametrize(("name", "visits"), YEARS)
def test_the_discontinuity_covers_the_truth(table: Table, name: str, visits: int) -> None:
    found, answers, rang = runs(World(visits=visits), RUNS)
    told(table, name, found, answers, "RD, 5 min")
    assert found["RD, 5 min"].coverage >= COVERED
    assert found["remedied - ordinary"].mean < 0
    assert found["remedied - ordinary"].coverage == 0
    assert rang <= 0.05


@pytest.mark.parametrize("handed", [1.0, 0.8])
@pytest.mark.parametrize(("name", "visits"), YEARS)
def test_the_lot_covers_the_truth(table: Table, name: str, visits: int, handed: float) -> None:
    found, answers, _ = runs(World(visits=visits, share=0.5, handed=handed), RUNS)
    told(table, f"{name}, by lot, {handed:.0%} handed over", found, answers, "by lot")
    assert found["by lot"].coverage >= COVERED


@pytest.mark.parametrize(("name", "visits"), YEARS)
def test_hurrying_is_found_out(table: Table, name: str, visits: int) -> None:
    """There the discontinuity may be wrong, so what counts is that the sheet knows."""
    found, answers, rang = runs(World(visits=visits, hurry=True), RUNS)
    told(table, f"{name}, staff hurry (bunching found in {rang:.0%})", found, answers)
    assert rang >= 0.95
