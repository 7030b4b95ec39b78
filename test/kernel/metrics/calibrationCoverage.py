"""Prints how often the 95 % interval of calibrationInterval.ts holds the true error: the table of kernel/metrics/README.md.

python3 -m pip install numpy scipy && python3 test/kernel/metrics/calibrationCoverage.py
"""

import numpy as np
from scipy.stats import norm, t as student

random = np.random.default_rng(2)
chances = {
    "calibrated": lambda confidence: confidence,
    "not sure enough": lambda confidence: np.clip(confidence + 0.08, 0, 1),
    "too sure": lambda confidence: np.clip(confidence - 0.1, 0, 1),
    "much too sure": lambda confidence: 0.5 * confidence + 0.05,
}


def confidences(clips):
    powers = np.exp(random.normal(0, 2, (clips, 7)))
    return (powers / powers.sum(1, keepdims=True)).max(1)


def gaps(confidence, right, people, count):
    sums = np.zeros((count, 15))
    np.add.at(sums, (people, np.clip(np.ceil(confidence * 15).astype(int) - 1, 0, 14)), right - confidence)
    return sums


def true_error(chance, clips=1_000_000):
    confidence = confidences(clips)
    return abs(gaps(confidence, chance(confidence), np.zeros(clips, int), 1)).sum() / clips


def holds(chance, true, people, each, differ):
    """Whether the interval of one sample holds the true error; people differ on the probit scale."""
    clips = people * each
    confidence, who = confidences(clips), np.repeat(np.arange(people), each)
    score = norm.ppf(np.clip(chance(confidence), 1e-6, 1 - 1e-6)) * np.sqrt(1 + differ**2)
    right = random.random(clips) < norm.cdf(score + random.normal(0, 1, people)[who] * differ)
    sums = gaps(confidence, right, who, people)
    sample = sums.sum(0) / clips
    drawn = random.multinomial(people, np.ones(people) / people, size=400) @ sums / clips
    errors, few = abs(drawn).sum(1), student.ppf(0.975, people - 1) / norm.ppf(0.975)
    low = abs(sample).sum() - few * np.quantile(abs(drawn - sample).sum(1), 0.975)
    high = abs(sample).sum() + few * (np.quantile(errors, 0.975) - errors.mean())
    return max(0, low) <= true + 1e-9 <= high + 1e-9 or (true < 1e-3 and low <= 0)


for name, chance in chances.items():
    true = true_error(chance)
    for people, each, differ in [(n, 1, 0) for n in (20, 50, 100, 300, 1000)] + [(6, 14, 0.5), (20, 14, 0.5)]:
        share = np.mean([holds(chance, true, people, each, differ) for _ in range(400)])
        print(f"{name}, true error {true:.3f}, {people} people x {each} clips: {100 * share:.1f} %", flush=True)
