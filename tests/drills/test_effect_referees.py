"""The effect sheet's statistics beside established libraries: statsmodels, scipy and rdrobust.

They take seconds of CPU to import, so they are asked here and not in the plain run:
`uv run --group test --group referees pytest -n 0 tests/drills/test_effect_referees.py`.
"""

# mypy: ignore-errors
from math import sqrt

import numpy as np
import pandas
import pytest
import statsmodels.api as sm
from rdrobust import rdrobust
from scipy import stats
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from server.insight.effect.bunching import bunching
from server.insight.effect.intervals import (
    Sample,
    detectable_between,
    newcombe,
    pooled,
    sample,
    t_quantile,
    welch,
    wilson,
)
from server.insight.effect.launch import LEAST_QUIET
from server.insight.effect.threshold import coefficient, step
from tests.insight.known_truth import HALL_YEAR, THRESHOLD, World, answered

RNG = np.random.default_rng(13)
YEAR = answered(World(visits=HALL_YEAR), 5)
PARTLY = answered(World(visits=HALL_YEAR, handed=0.8), 6)


@pytest.mark.parametrize("freedom", [LEAST_QUIET, 4, 5, 10, 30, 200])
def test_student_is_scipys(freedom: int) -> None:
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=4e-3)


def test_shares_are_statsmodels() -> None:
    for n in RNG.integers(1, 400, 100):
        k = int(RNG.integers(0, n + 1))
        found = wilson(k, int(n))
        assert (found.low, found.high) == pytest.approx(proportion_confint(k, n, method="wilson"), abs=1e-12)
        k2, n2 = int(RNG.integers(0, 51)), 50
        between = newcombe(k, int(n), k2, n2)
        theirs = confint_proportions_2indep(k, n, k2, n2, method="newcomb", compare="diff")
        assert (between.low, between.high) == pytest.approx(theirs, abs=1e-12)


def test_means_are_statsmodels() -> None:
    for _ in range(50):
        a, b = (RNG.integers(1, 6, RNG.integers(8, 90)).astype(float) for _ in range(2))
        found = welch(sample(a), sample(b))
        theirs = CompareMeans(DescrStatsW(a), DescrStatsW(b)).tconfint_diff(usevar="unequal")
        assert (found.low, found.high) == pytest.approx(theirs, abs=1e-4)


def test_a_mean_of_unequally_asked_people_is_weighted_least_squares() -> None:
    """Kish's effective number beside statsmodels' robust error, where weight and rating are unrelated."""
    rating, weight = RNG.integers(1, 6, 3000).astype(float), RNG.choice([1.0, 3.0], 3000)
    found, theirs = sample(rating, weight=weight), sm.WLS(rating, np.ones(3000), weight).fit(cov_type="HC1")
    assert found.mean == pytest.approx(theirs.params[0])
    assert found.sd / sqrt(found.size) == pytest.approx(theirs.bse[0], rel=0.03)


def test_like_waits_added_up_are_least_squares_within_bands() -> None:
    """The weights of `together` are the ones of an ordinary regression with an intercept a band."""
    band = RNG.integers(0, 4, 1200)
    treated = RNG.random(1200) < 0.2 + 0.15 * band
    rating = 4 - 0.4 * band + 0.2 * treated + RNG.normal(0, 1, 1200)
    strata = []
    for each in range(4):
        a, b = sample(rating[(band == each) & treated]), sample(rating[(band == each) & ~treated])
        strata.append((a.size * b.size / (a.size + b.size), welch(a, b)))
    found = pooled(strata)
    theirs = sm.OLS(rating, np.column_stack([treated, np.eye(4)[band]])).fit(cov_type="HC2")
    assert found.value == pytest.approx(theirs.params[0])
    assert found.se == pytest.approx(theirs.bse[0], rel=0.02)


def test_the_power_line_is_statsmodels() -> None:
    found = detectable_between(Sample(n=80, sd=1.0), Sample(n=120, sd=1.0))
    theirs = NormalIndPower().solve_power(nobs1=80, ratio=1.5, alpha=0.05, power=0.8)
    assert found == pytest.approx(theirs, rel=1e-4)


def test_the_coefficient_is_weighted_least_squares_with_hc2() -> None:
    for _ in range(20):
        x = np.column_stack([np.ones(60), RNG.integers(0, 2, 60), RNG.normal(size=60)])
        y, weight = RNG.normal(size=60), RNG.random(60) + 0.1
        found, theirs = coefficient(y, x, weight), sm.WLS(y, x, weight).fit(cov_type="HC2")
        assert found is not None
        assert (found.value, found.se) == pytest.approx((theirs.params[1], theirs.bse[1]), rel=1e-9)


def test_the_piling_up_is_a_poisson_regression() -> None:
    found = bunching(YEAR.waited, THRESHOLD)
    assert found is not None
    bins = np.array([b for b in range(-7, 7) if b not in (-1, 0)])
    counts = [((YEAR.waited > THRESHOLD + b) & (YEAR.waited <= THRESHOLD + b + 1)).sum() for b in bins]
    fit = sm.GLM(counts, sm.add_constant(bins + 0.5), family=sm.families.Poisson()).fit()
    theirs = fit.predict([[1, -0.5], [1, 0.5]])
    assert (found.short.expected, found.past.expected) == pytest.approx(tuple(theirs), rel=1e-6)


@pytest.mark.parametrize("year", [YEAR, PARTLY], ids=["sharp", "fuzzy"])
def test_the_step_is_rdrobusts(year: object) -> None:
    found = step(year, THRESHOLD, 5.0).effect
    rated = year.rated
    ours = {"c": 1e-9, "h": 5.0, "kernel": "triangular", "vce": "hc2", "masspoints": "off"}
    frame = pandas.DataFrame({"y": rated.rating, "x": rated.waited - THRESHOLD, "w": rated.weight})
    fuzzy = rated.remedied.astype(float) if year is PARTLY else None
    theirs = rdrobust(frame.y, frame.x, weights=frame.w, fuzzy=fuzzy, **ours)
    assert found is not None
    assert found.per_remedy.value == pytest.approx(float(theirs.coef.iloc[0, 0]), rel=1e-6)
    assert found.per_remedy.se == pytest.approx(float(theirs.se.iloc[0, 0]), rel=1e-6)
