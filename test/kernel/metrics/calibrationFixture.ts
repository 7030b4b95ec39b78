import { readFileSync } from "node:fs";
import type { ClipScores } from "../../../kernel/contracts/clipScores.js";

/** The ends of an interval, of 100,000 resamples. */
interface FixtureInterval {
  readonly low: number;
  readonly high: number;
  readonly debiased: number;
}

/** Numbers of NumPy and SciPy, written by calibration.py. */
interface Fixture {
  readonly logits: readonly (readonly number[])[];
  readonly labels: readonly number[];
  /** Drawn with the probabilities of a temperature of 2.5. */
  readonly likelyLabels: readonly number[];
  readonly people: readonly number[];
  readonly clips: readonly number[];
  readonly ece: number;
  readonly byPeople: FixtureInterval;
  readonly byClips: FixtureInterval;
  readonly temperature: number;
  readonly nllUnscaled: number;
  readonly nll: number;
}

export const fixture = JSON.parse(
  readFileSync(new URL("./calibration.json", import.meta.url), "utf8"),
) as Fixture;

/** The clips of the fixture; both heads give the same scores. */
export const fixtureClips: readonly ClipScores[] = fixture.logits.map((logits, i) => ({
  ...{ label: fixture.labels[i], clip: logits, emotion: logits, sentiment: [] },
}));
