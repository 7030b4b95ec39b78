"""Writes golden.json beside this file: what scipy and statsmodels compute where lesson 7 asks for it.

python3 -m pip install numpy scipy statsmodels && python3 test/kernel/aen/course/lesson7/golden.py
"""

import itertools
import json
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests

INTERVALS = [
    [56.1, 57.9, 55.2, 58.4, 56.6],
    [61.2, 60.1, 62.7],
    [48.3, 50.9, 49.4, 47.7, 51.2, 49.9, 50.4],
]
PAIRS = [
    ([57.0, 58.2, 56.4, 59.3, 57.1], [56.1, 57.9, 55.2, 58.4, 56.6]),
    ([60.3, 60.4, 61.1, 59.0], [61.2, 60.1, 62.7, 60.2]),
    ([50.1, 51.0, 49.9, 48.8, 52.5, 50.6], [48.3, 50.9, 49.4, 47.7, 51.2, 49.9]),
]
FLIPS = [
    [1.3, 0.4, 2.1, -0.7, 1.8, 0.9],
    [1.2, 0.7, 2.6, 1.9, 0.5],
    [-0.9, -1.6, 0.3, -2.2, -1.1, 0.8, -1.4],
]
FAMILIES = [
    [0.04, 0.011, 0.03, 0.3, 0.02],
    [0.6, 0.001, 0.45, 0.013],
    [0.02, 0.9, 0.005, 0.025, 0.21, 0.032],
]
ARMS = [
    [
        [1.3, 0.4, 1.9, -0.7, 1.8, 0.9],
        [1.1, 0.6, 1.7, -0.9, 1.5, 0.8],
        [0.9, 0.2, 1.5, -1.1, 1.6, 0.4],
        [1.0, -0.3, 1.2, -0.8, 1.3, 0.5],
    ],
    [[-1.4, -0.8, -2.0, -0.9, -1.7], [0.6, 0.9, -0.2, 1.1, 0.3]],
    [
        [0.7, 1.2, 0.9, 1.6, 0.4, 1.1, 0.8],
        [0.5, -0.7, 1.0, 0.2, -0.4, 0.9, 0.1],
        [-0.2, 0.3, 0.6, 1.0, -0.5, 0.7, 0.4],
    ],
]
# effect, spread of the differences, seeds
STUDIES = [(1, 0.8, 5), (1.5, 2, 8), (0, 1.5, 6)]


def interval(values):
    low, high = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
    return [float(low), float(high)]


def flipped(differences):
    """p of all patterns of signs, by scipy: pairs of a difference and 0 that change places."""
    found = stats.permutation_test(
        (differences, np.zeros(len(differences))),
        lambda a, b: np.mean(a) - np.mean(b),
        permutation_type="samples",
        n_resamples=np.inf,
        alternative="two-sided",
    )
    return float(found.pvalue)


def largest(arms):
    arms = np.array(arms)
    signs = np.array(list(itertools.product([1, -1], repeat=arms.shape[1])))
    maxima = np.abs(signs @ arms.T).max(1)
    return [float(np.mean(maxima >= abs(arm.sum()) - 1e-9)) for arm in arms]


def beyond(critical, effect, spread, seeds):
    """P(|t| > critical) of Student's t under a true difference."""
    shift, degrees = effect / spread * np.sqrt(seeds), seeds - 1
    return float(stats.nct.sf(critical, degrees, shift) + stats.nct.cdf(-critical, degrees, shift))


def powers(effect, spread, seeds):
    critical = stats.t.ppf(0.975, seeds - 1)
    return {
        "power": beyond(critical, effect, spread, seeds),
        "normal": beyond(1.96, effect, spread, seeds),
        "noRoot": beyond(critical * np.sqrt(seeds), effect, spread, seeds),
        "variance": beyond(critical, effect, spread**2, seeds),
    }


golden = {
    "intervals": [interval(values) for values in INTERVALS],
    "pairs": [float(stats.ttest_rel(arm, base).statistic) for arm, base in PAIRS],
    "flips": [flipped(differences) for differences in FLIPS],
    "holm": [multipletests(p, method="holm")[1].tolist() for p in FAMILIES],
    "largest": [largest(arms) for arms in ARMS],
    "powers": [powers(*study) for study in STUDIES],
    "t975": [float(stats.t.ppf(0.975, degrees)) for degrees in range(1, 21)],
}
text = json.dumps(golden, indent=2)
Path(__file__).with_suffix(".json").write_text(text + "\n")
