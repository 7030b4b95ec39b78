import { execFileSync } from "node:child_process";
import { drawStretches, usualDeviations, type Stretch } from "../../../../kernel/aen/synthetic/storyline.js";
import {
  drawFrame,
  drawLighting,
  drawView,
  type SyntheticRecipe,
} from "../../../../kernel/aen/synthetic/syntheticClip.js";
import {
  syntheticClips,
  type SyntheticClipsOptions,
} from "../../../../kernel/aen/synthetic/syntheticClips.js";
import type { Deviation, FrameTruth } from "../../../../kernel/contracts/frameTruth.js";
import { Random } from "../../../../kernel/random/random.js";

/** What is known of every clip of a set but must not tell its emotion: by aspect, one row of numbers per clip. */
export interface Giveaways {
  readonly aspects: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly emotions: readonly number[];
  /** The sentiment of each clip, as the place of its group. */
  readonly sentiments: readonly number[];
  readonly people: readonly string[];
}

/** How well a classifier names one target from one aspect on people that it has not seen. */
export interface Judgement {
  readonly aspect: string;
  readonly target: "emotion" | "sentiment";
  readonly classifier: "logistic regression" | "forest";
  readonly chance: number;
  /** Balanced accuracy, and its interval over people. */
  readonly accuracy: number;
  readonly low: number;
  readonly high: number;
}

const size = 24;

/** The aspects of drawn clips. @param plant replaces the stretches of a clip, to show that a leak is found */
export async function giveawaysOf(
  options: SyntheticClipsOptions,
  plant: (stretches: readonly Stretch[], emotion: number) => readonly Stretch[] = (same) => same,
): Promise<Giveaways> {
  const set = await syntheticClips({ ...options, size });
  const rows = set.clips.map((clip) => {
    const recipe = clip.source!.data as SyntheticRecipe;
    return aspectsOf(recipe, plant(stretchesOf(recipe, options), clip.label!));
  });
  const names = Object.keys(rows[0]) as (keyof (typeof rows)[number])[];
  return {
    aspects: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])),
    emotions: set.clips.map(({ label }) => label!),
    sentiments: set.clips.map(({ label }) => set.labels.groupOf[label!]),
    people: set.clips.map(({ identity }) => identity!),
  };
}

function stretchesOf(
  { seed, index, expressions, truth }: SyntheticRecipe,
  options: SyntheticClipsOptions,
): Stretch[] {
  const { deviating = 0.2, deviations: kinds = Object.keys(usualDeviations) as Deviation[] } = options;
  const story = { frames: truth.length, emotions: expressions.length, deviating, kinds };
  return drawStretches(
    { ...story, neutral: expressions.indexOf("neutral") },
    new Random(seed, "story", index),
  );
}

function aspectsOf(recipe: SyntheticRecipe, stretches: readonly Stretch[]) {
  const misleading = stretches.filter(({ shown }) => shown !== null);
  const pictures = misleading.slice(0, 3).map((stretch) => misleadingFrame(recipe, stretch));
  const nobody = recipe.truth.map((): FrameTruth => ({ emotion: 0, intensity: 0, deviation: "no face" }));
  const views = recipe.truth.map((_, frame) => Object.values(drawView(recipe, frame)).map(Number));
  const { direction, key, ambient } = drawLighting(recipe);
  return {
    "emotions that mislead": recipe.expressions.map((_, emotion) => framesOf(misleading, emotion)),
    "frames that mislead": meanOf(pictures.map((pixels) => tiles(pixels, 6))),
    "colours of frames that mislead": meanOf(pictures.map(histogram)),
    background: tiles(drawFrame({ ...recipe, truth: nobody }, 0), 4),
    pose: meanOf(views),
    light: [...direction, ...key, ...ambient],
    "number of deviations": [
      stretches.length,
      ...(Object.keys(usualDeviations) as Deviation[]).map(
        (kind) => stretches.filter((each) => each.kind === kind).length,
      ),
    ],
    "order of deviations": orderOf(stretches, recipe.truth.length),
  };
}

function misleadingFrame(recipe: SyntheticRecipe, { start, kind, shown }: Stretch): Uint8Array {
  const truth = [...recipe.truth];
  truth[start] = { emotion: shown!, intensity: kind === "neutral" ? 0 : 0.9 };
  return drawFrame({ ...recipe, truth }, start);
}

function framesOf(stretches: readonly Stretch[], emotion: number): number {
  return stretches.reduce((sum, { shown, length }) => sum + (shown === emotion ? length : 0), 0);
}

/** Which kinds come in each eighth of the clip. */
function orderOf(stretches: readonly Stretch[], frames: number): number[] {
  const kinds = Object.keys(usualDeviations);
  const order = Array<number>(8 * kinds.length).fill(0);
  for (const { start, kind } of stretches)
    order[Math.floor((8 * start) / frames) * kinds.length + kinds.indexOf(kind)] = 1;
  return order;
}

/** The mean colours of `count` x `count` tiles of a picture. */
function tiles(pixels: Uint8Array, count: number): number[] {
  const sums = Array<number>(count * count * 3).fill(0);
  pixels.forEach((value, at) => {
    const [row, column] = [Math.floor(at / 3 / size), Math.floor(at / 3) % size];
    const tile = Math.floor((row * count) / size) * count + Math.floor((column * count) / size);
    sums[tile * 3 + (at % 3)] += value / (size / count) ** 2;
  });
  return sums;
}

/** The share of pixels in each eighth of the range of red, green and blue. */
function histogram(pixels: Uint8Array): number[] {
  const counts = Array<number>(24).fill(0);
  pixels.forEach((value, at) => (counts[(at % 3) * 8 + (value >> 5)] += 1 / size ** 2));
  return counts;
}

/** The mean of some rows; of none, an empty row, which the judges fill with zeros. */
function meanOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length);
}

const program = `
import json, sys, warnings
import numpy as np
from scipy.stats import t
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
warnings.filterwarnings("ignore")
given = json.load(sys.stdin)
people = np.unique(given["people"], return_inverse=True)[1]
learnt = people < (people.max() + 1) / 2
judges = {
  "logistic regression": make_pipeline(StandardScaler(), LogisticRegression(C=0.1, class_weight="balanced", max_iter=300)),
  "forest": RandomForestClassifier(100, min_samples_leaf=3, class_weight="balanced", random_state=0),
}
out = []
for aspect, rows in given["aspects"].items():
  width = max(map(len, rows))
  if width == 0: continue
  x = np.array([row + [0] * (width - len(row)) for row in rows], float)
  for target in ("emotion", "sentiment"):
    y = np.array(given[target + "s"])
    classes, counts = np.unique(y, return_counts=True)
    weight = len(y) / (len(classes) * counts[np.searchsorted(classes, y)])
    for name, judge in judges.items():
      right = (judge.fit(x[learnt], y[learnt]).predict(x[~learnt]) == y[~learnt]) * weight[~learnt]
      each = np.array([right[people[~learnt] == p].mean() for p in np.unique(people[~learnt])])
      reach = t.ppf(1 - given["alpha"] / 2, len(each) - 1) * each.std(ddof=1) / np.sqrt(len(each))
      out.append(dict(aspect=aspect, target=target, classifier=name, chance=1 / len(classes), accuracy=each.mean(),
        low=each.mean() - reach, high=each.mean() + reach))
json.dump(out, sys.stdout)
`;

/** The judges asked of one set of giveaways: two targets and two classifiers for each aspect. */
export const judgesEach = 4 * 8;

/**
 * Trains logistic regression and random forests on each aspect of half of the people and tests them on the others, whose
 * results are independent of each other (those of several folds are not).
 * @param tests the number of judgements among which none may be wrong in 95 % of cases (Bonferroni)
 * @throws Error when Python or scikit-learn is missing
 */
export function judge(giveaways: Giveaways, tests: number): Judgement[] {
  const input = JSON.stringify({ ...giveaways, alpha: 0.05 / tests });
  const output = execFileSync("/usr/bin/python3", ["-c", program], {
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["pipe", "pipe", "pipe"],
  });
  return JSON.parse(output) as Judgement[];
}

/** The judgements that are better than chance, as readable lines. */
export function told(judgements: readonly Judgement[]): string[] {
  return judgements
    .filter(({ low, chance }) => low > chance + 1e-9)
    .map(
      ({ aspect, target, classifier, accuracy, chance }) =>
        `${classifier} names the ${target} from the ${aspect}: ${accuracy.toFixed(3)}, chance ${chance.toFixed(3)}`,
    );
}
