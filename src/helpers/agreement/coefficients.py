"""Coefficients of agreement with bootstrap intervals."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

__all__ = ["Agreement", "alpha", "bootstrap", "coefficient", "kappa"]

_REPEATS, _SEED = 1000, 20161
_SMALL = 10


@dataclass(frozen=True, slots=True)
class Agreement:
    """A coefficient of agreement with its interval.

    Attributes
    ----------
    value : float
        1 is perfect, 0 as by chance; NaN where the data cannot tell (no two coders of one unit, or no variation at all).
    low, high : float
        95 % bootstrap interval over units.
    units, coders : int
        How much was coded.
    measure : str
        Name of the coefficient.
    """

    measure: str
    value: float
    low: float
    high: float
    units: int
    coders: int

    def __str__(self) -> str:
        return f"{self.measure} = {self.value:.2f} (95 % interval {self.low:.2f} to {self.high:.2f}, {self.units} units, {self.coders} coders): {self.reading}"

    __repr__ = __str__

    @property
    def reading(self) -> str:
        """What the value may be used for: .800 and .667 are Krippendorff's customary limits (2004, p. 241)."""
        if self.value != self.value:
            return "cannot be computed: no two coders share a unit, or there is no variation"
        words = ("good enough to rely on" if self.value >= 0.8 else "for tentative conclusions only" if self.value >= 2 / 3 else "too low to draw conclusions")
        return words + ("; few units, so the interval is wide" if self.units < _SMALL else "")


def alpha(codings: pd.DataFrame, distance: str = "sets") -> Agreement:
    """Krippendorff's alpha, for any number of coders who may have skipped units.

    Parameters
    ----------
    codings : DataFrame
        coder, unit, label.
    distance : str
        sets (MASI: sets that share members are nearer), nominal (the same or not) or interval (numbers).

    Examples
    --------
    >>> codings = pd.DataFrame({"coder": list("aabb") , "unit": [1, 2, 1, 2], "label": ["killed", "injured", "killed", "injured"]})
    >>> alpha(codings, "nominal").value
    1.0
    """
    return _agreement(codings, "alpha", distance)


def kappa(codings: pd.DataFrame) -> Agreement:
    """Cohen's kappa of two coders (the mean over pairs where there are more), over the units that all of them coded."""
    coders = codings["coder"].nunique()
    complete = codings.groupby("unit")["coder"].transform("nunique") == coders
    return _agreement(codings[complete], "kappa", "nominal")


def bootstrap(units: int, measure: Callable[[np.ndarray], float]) -> tuple[float, float]:
    """Ends of the 95 % percentile interval of a measure over resampled units; NaN below two units."""
    if units < 2:
        return float("nan"), float("nan")
    chooser = np.random.default_rng(_SEED)
    values = np.array([measure(chooser.integers(units, size=units)) for _ in range(_REPEATS)], dtype=float)
    values = values[~np.isnan(values)]
    return tuple(float(edge) for edge in np.percentile(values, [2.5, 97.5])) if len(values) else (float("nan"), float("nan"))


def _agreement(codings: pd.DataFrame, measure: str, distance: str) -> Agreement:
    value = coefficient(codings, measure, distance)
    units, resampled = _resampler(codings, measure, distance)
    low, high = bootstrap(units, resampled) if value == value else (float("nan"), float("nan"))
    name = {"alpha": "Krippendorff's alpha", "kappa": "Cohen's kappa"}[measure]
    return Agreement(name, value, low, high, units, codings["coder"].nunique())


def _distance(name: str) -> Callable:
    from nltk.metrics import distance
    known = {"sets": distance.masi_distance, "nominal": distance.binary_distance, "interval": distance.interval_distance}
    if name not in known:
        raise ValueError(f"{name!r} is no distance; use one of: {', '.join(known)}")
    return known[name]


def coefficient(codings: pd.DataFrame, measure: str, distance: str) -> float:
    """NLTK's value, NaN where no unit has two coders or nothing varies."""
    from nltk.metrics.agreement import AnnotationTask
    shared = codings[codings.groupby("unit")["coder"].transform("nunique") > 1]
    if shared.empty or shared["label"].nunique() < 2:
        return float("nan")
    data = list(shared[["coder", "unit", "label"]].itertuples(index=False, name=None))
    return float(getattr(AnnotationTask(data, distance=_distance(distance)), measure)())


def _resampler(codings: pd.DataFrame, measure: str, distance: str) -> tuple[int, Callable[[np.ndarray], float]]:
    """The coefficient of a resample of units, by matrices: NLTK's loops would take minutes for a thousand resamples."""
    values = list(dict.fromkeys(codings["label"]))
    order = {value: at for at, value in enumerate(values)}
    coders = sorted(codings["coder"].unique())
    groups = [rows for _, rows in codings.groupby("unit", sort=True) if len(rows) > 1]
    apart = _distance(distance)
    matrix = np.array([[apart(one, other) for other in values] for one in values], dtype=float).reshape(len(values), len(values))
    counts = np.zeros((len(groups), len(coders), len(values)))
    for at, rows in enumerate(groups):
        for coder, label in zip(rows["coder"], rows["label"]):
            counts[at, coders.index(coder), order[label]] += 1
    return len(groups), (_alpha_of(counts.sum(axis=1), matrix) if measure == "alpha" else _kappa_of(counts))


def _alpha_of(counts: np.ndarray, matrix: np.ndarray) -> Callable[[np.ndarray], float]:
    sizes = counts.sum(axis=1)
    within = np.einsum("ui,ij,uj->u", counts, matrix, counts) / np.maximum(sizes - 1, 1)

    def value(chosen):
        total, n = counts[chosen].sum(axis=0), sizes[chosen].sum()
        expected = total @ matrix @ total / (n * (n - 1))
        return 1 - within[chosen].sum() / n / expected if expected else float("nan")
    return value


def _kappa_of(counts: np.ndarray) -> Callable[[np.ndarray], float]:
    pairs = [(a, b) for a in range(counts.shape[1]) for b in range(a)]

    def value(chosen):
        shares = counts[chosen].mean(axis=0)
        kappas = []
        for a, b in pairs:
            observed = (counts[chosen, a] * counts[chosen, b]).sum(axis=1).mean()
            expected = shares[a] @ shares[b]
            kappas.append((observed - expected) / (1 - expected) if expected < 1 else float("nan"))
        return float(np.mean(kappas))
    return value
