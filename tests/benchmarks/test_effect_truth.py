"""Whether the effect estimators find a truth that is known, and how often their intervals cover it."""

from dataclasses import replace

import numpy as np
import pytest

from tests.benchmarks.report import Figure, Table
from tests.insight.effect_runs import Runs, runs
from tests.insight.known_truth import HALL_YEAR, NETWORK_YEAR, TRUTH, World
from tests.insight.launched_halls import Region, said, wrongly_sure

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


REGIONS = [
    Region(launched=10, quiet=10),
    Region(launched=10, quiet=10, shocks=0.15),
    Region(launched=10, quiet=3, shocks=0.15),
    Region(launched=10, quiet=3, shocks=0.15, stagger=5),
    Region(launched=5, quiet=5, shocks=0.15),
]
FALSE = 0.08


@pytest.mark.parametrize("truth", [TRUTH, 0.0], ids=["an effect", "none"])
@pytest.mark.parametrize("of", REGIONS, ids=str)
def test_a_launch_is_no_surer_than_its_quiet_halls(table: Table, of: Region, truth: float) -> None:
    """Where there is none, an effect is seen in at most 8 of 100; with steps taken for independent in 25."""
    estimates = said(replace(of, truth=truth), range(RUNS))
    missed = wrongly_sure(estimates, truth)
    staggered = ", staggered" if of.stagger else ""
    spread, says = np.std([e.value for e in estimates], ddof=1), np.mean([e.se for e in estimates])
    table.add(
        Figure(
            part=f"effect: launches, {of.launched} and {of.quiet} quiet halls, shocks {of.shocks}{staggered}",
            what=f"truth {truth:+.2f} left out by the interval",
            value=missed * 100,
            unit="%",
            bar=f"≤ {FALSE:.0%}",
            note=f"sd {spread:.3f}, se {says:.3f}, {RUNS} runs",
        )
    )
    assert missed <= FALSE
