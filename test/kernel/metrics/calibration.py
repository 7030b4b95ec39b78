"""Writes calibration.json beside this file: the bins, error and temperature of Guo et al. 2017 and the interval's ends from
NumPy's own draws, which calibration.test.ts, calibrationInterval.test.ts and temperature.test.ts compare with.

python3 -m pip install numpy scipy && python3 test/kernel/metrics/calibration.py
"""

import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from scipy.stats import t as student

draw = np.random.default_rng(7)
logits = np.round(draw.normal(0, 2, (80, 7)), 4)
labels = draw.integers(0, 7, 80)
powers = np.exp(logits - logits.max(1, keepdims=True))
shares = powers / powers.sum(1, keepdims=True)
confidence, right = shares.max(1), shares.argmax(1) == labels

# as in the paper: a bin is open below and closed above
edges = np.linspace(0, 1, 16)
error, counts = 0.0, []
for low, high in zip(edges[:-1], edges[1:]):
    inside = (confidence > low) & (confidence <= high)
    counts.append(int(inside.sum()))
    if inside.any():
        error += abs(confidence[inside].mean() - right[inside].mean()) * inside.mean()

# the bootstrap of the interval, by people of very different numbers of clips and by clips
bins = np.clip(np.ceil(confidence * 15).astype(int) - 1, 0, 14)
people = np.sort(draw.integers(0, 12, 80))


def interval(units, rounds=100_000):
    count = units.max() + 1
    gaps = np.zeros((count, 15))
    np.add.at(gaps, (units, bins), right - confidence)
    sizes = np.bincount(units)
    drawn = draw.multinomial(count, np.full(count, 1 / count), rounds)
    resampled = drawn @ gaps / (drawn @ sizes)[:, None]
    sample = gaps.sum(0) / 80
    errors = abs(resampled).sum(1)
    few = student.ppf(0.975, count - 1) / student.ppf(0.975, np.inf)
    low = error - few * np.quantile(abs(resampled - sample).sum(1), 0.975)
    high = error + few * (np.quantile(errors, 0.975) - errors.mean())
    return {"low": round(low, 4), "high": round(high, 4), "debiased": round(2 * error - errors.mean(), 4)}


# labels that are as likely as logits over 2.5 say: the temperature of the random ones above is infinite
likely = np.array([draw.choice(7, p=np.exp(row)) for row in log_softmax(logits / 2.5, axis=1)])


def nll(temperature):
    return -log_softmax(logits / temperature, axis=1)[np.arange(80), likely].mean()


best = minimize_scalar(lambda power: nll(np.exp(power)), bounds=(-4, 4), method="bounded", options={"xatol": 1e-10})

fixture = {
    "logits": logits.tolist(),
    "labels": labels.tolist(),
    "likelyLabels": likely.tolist(),
    "people": people.tolist(),
    "clips": counts,
    "ece": round(error, 12),
    "byPeople": interval(people),
    "byClips": interval(np.arange(80)),
    "temperature": round(float(np.exp(best.x)), 6),
    "nllUnscaled": round(nll(1), 9),
    "nll": round(best.fun, 9),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
