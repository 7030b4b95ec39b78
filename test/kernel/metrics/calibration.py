"""Writes calibration.json beside this file: the bins and error of Guo et al. 2017, which calibration.test.ts compares with.

python3 -m pip install numpy && python3 test/kernel/metrics/calibration.py
"""

import json
from pathlib import Path

import numpy as np

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

fixture = {"logits": logits.tolist(), "labels": labels.tolist(), "clips": counts, "ece": round(error, 12)}
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
