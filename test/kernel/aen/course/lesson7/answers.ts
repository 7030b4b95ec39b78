import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
const sd = (x: readonly number[], lost = 1) =>
  Math.sqrt(x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0) / (x.length - lost));
/** As printed in the lesson. */
const t975 = [NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/** The lesson's generator (mulberry32; Box and Muller). */
function generator(seed: number) {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return { unit, normal };
}

const differences = (arm: number[], base: number[]) => arm.map((v, i) => v - base[i]);

/** A sign-flip test in the lesson's way, with what may go wrong to be given. */
function flips(
  d: number[],
  count: number,
  counts: (flipped: number, observed: number) => boolean,
  draw: () => number,
) {
  let hits = 0;
  for (let flip = 0; flip < count; flip++)
    if (counts(mean(d.map((v) => (draw() < 0.5 ? -v : v))), mean(d))) hits++;
  return hits / count;
}
const asExtreme = (flipped: number, observed: number) => Math.abs(flipped) >= Math.abs(observed) - 1e-9;

/** The flips of all arms at once: signs by flip and seed. */
function largest(arms: number[][], count: number, random: () => number, reach = asExtreme) {
  const hits = arms.map(() => 0);
  for (let flip = 0; flip < count; flip++) {
    const signs = arms[0].map(() => (random() < 0.5 ? -1 : 1));
    const most = Math.max(...arms.map((d) => Math.abs(mean(d.map((v, i) => v * signs[i])))));
    arms.forEach((d, arm) => (hits[arm] += Number(reach(most, mean(d)))));
  }
  return hits.map((n) => n / count);
}

function holm(p: number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a] - p[b]);
  const out = [...p];
  let most = 0;
  order.forEach((i, rank) => (out[i] = most = Math.min(1, Math.max(most, (p.length - rank) * p[i]))));
  return out;
}

interface Differing {
  readonly critical?: (seeds: number) => number;
  readonly spreadOf?: (spread: number) => number;
  readonly root?: boolean;
  readonly effectOf?: (effect: number) => number;
}

function power(given: readonly number[], seed: number, differing: Differing = {}): number {
  const [effect, spread, seeds, studies] = given;
  const { critical = (n) => t975[n - 1], spreadOf = (s) => s, root = true, effectOf = (e) => e } = differing;
  const { normal } = generator(seed);
  let found = 0;
  for (let study = 0; study < studies; study++) {
    const d = Array.from({ length: seeds }, () => effectOf(effect) + spreadOf(spread) * normal());
    const t = (mean(d) / sd(d)) * (root ? Math.sqrt(seeds) : 1);
    if (Math.abs(t) > critical(seeds)) found++;
  }
  return found / studies;
}

/** Answers to the exercises of lesson 7, by number. */
export const lesson7Answers: Readonly<Record<string, Answers>> = {
  "7.1": {
    right: { computed: 100 * Math.sqrt((0.69 * 0.31) / 2341), rounded: 0.96, "as text": "0,956" },
    wrong: [
      ["a rate", Math.sqrt((0.69 * 0.31) / 2341), /How many points/],
      ["one clip", 100 * Math.sqrt(0.69 * 0.31), /single clip/],
      ["half an interval", 1.96 * 0.956, /one standard error/],
      ["without 1 - p", 100 * Math.sqrt(0.69 / 2341), /1 − p is missing/],
      ["something else", 3, /standard error √/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "7.2": {
    right: {
      "with the lesson's table": (x: number[]) => {
        const margin = (t975[x.length - 1] * sd(x)) / Math.sqrt(x.length);
        return [mean(x) - margin, mean(x) + margin];
      },
      "in tf": (x: number[]) => {
        const values = tf.tensor1d(x);
        const { mean: middle, variance } = tf.moments(values);
        const margin = tf.mul(tf.sqrt(tf.div(variance, x.length - 1)), t975[x.length - 1]);
        return tf.stack([tf.sub(middle, margin), tf.add(middle, margin)]);
      },
      "in a loop, as typed array": (x: number[]) => {
        let [sum, squares] = [0, 0];
        for (const v of x) [sum, squares] = [sum + v, squares + v * v];
        const error = Math.sqrt((squares - (sum * sum) / x.length) / (x.length - 1) / x.length);
        return Float64Array.of(
          sum / x.length - t975[x.length - 1] * error,
          sum / x.length + t975[x.length - 1] * error,
        );
      },
    },
    wrong: [
      ["1.96", (x: number[]) => margins(x, (1.96 * sd(x)) / Math.sqrt(x.length)), /1\.96 belongs/],
      ["one run's", (x: number[]) => margins(x, t975[x.length - 1] * sd(x)), /single run/],
      ["one standard error", (x: number[]) => margins(x, sd(x) / Math.sqrt(x.length)), /How many of them/],
      [
        "a divisor n",
        (x: number[]) => margins(x, (t975[x.length - 1] * sd(x, 0)) / Math.sqrt(x.length)),
        /divides by n/,
      ],
      ["a row too far", (x: number[]) => margins(x, (t975[x.length] * sd(x)) / Math.sqrt(x.length)), /fewer/],
      ["a range", (x: number[]) => [Math.min(...x), Math.max(...x)], /worst run/],
      ["the mean alone", (x: number[]) => mean(x), /returns one number; asked for is a list of 2/],
      ["nothing yet", () => undefined, /returns nothing yet/],
      ["a table's gap", (x: number[]) => margins(x, NaN), /NaN/],
    ],
  },
  "7.3": {
    right: {
      "differences first": (a: number[], b: number[]) => {
        const d = differences(a, b);
        return mean(d) / (sd(d) / Math.sqrt(d.length));
      },
      "in tf": (a: number[], b: number[]) => {
        const { mean: middle, variance } = tf.moments(tf.sub(a, b));
        return tf.div(middle, tf.sqrt(tf.div(variance, a.length - 1)));
      },
      "from sums": (a: number[], b: number[]) => {
        const n = a.length;
        const [sum, squares] = a.reduce(([s, q], v, i) => [s + v - b[i], q + (v - b[i]) ** 2], [0, 0]);
        return sum / Math.sqrt((n * squares - sum * sum) / (n - 1));
      },
    },
    wrong: [
      [
        "no pairs",
        (a: number[], b: number[]) =>
          (mean(a) - mean(b)) / Math.sqrt(sd(a) ** 2 / a.length + sd(b) ** 2 / b.length),
        /nothing to do with each other/,
      ],
      ["base minus arm", (a: number[], b: number[]) => tOf(differences(b, a)), /sign is not/],
      [
        "no root",
        (a: number[], b: number[]) => mean(differences(a, b)) / sd(differences(a, b)),
        /does not grow/,
      ],
      ["a divisor n", (a: number[], b: number[]) => tOf(differences(a, b), 0), /divides by n/],
      ["no deviation", (a: number[], b: number[]) => mean(differences(a, b)), /In what unit/],
      [
        "all differences",
        (a: number[], b: number[]) => differences(a, b),
        /list of 5 numbers; asked for is one/,
      ],
      ["a p value", () => 0.03, /One number: the differences/],
    ],
  },
  "7.4": {
    right: {
      "the lesson's generator": (d: number[], n: number, seed: number) =>
        flips(d, n, asExtreme, generator(seed).unit),
      "the observed one counted": (d: number[], n: number, seed: number) =>
        (1 + n * flips(d, n, asExtreme, generator(seed).unit)) / (n + 1),
      "in tf": (d: number[], n: number, seed: number) => {
        const signs = tf.sub(tf.mul(tf.floor(tf.randomUniform([n, d.length], 0, 2, "float32", seed)), 2), 1);
        const sums = tf.abs(tf.sum(tf.mul(signs, tf.tensor1d(d)), 1));
        return tf.mean(tf.cast(tf.greaterEqual(sums, Math.abs(tf.sum(d).dataSync()[0]) - 1e-4), "float32"));
      },
      "all patterns": (d: number[]) => {
        let hits = 0;
        for (let pattern = 0; pattern < 2 ** d.length; pattern++)
          if (asExtreme(mean(d.map((v, i) => ((pattern >> i) & 1 ? -v : v))), mean(d))) hits++;
        return hits / 2 ** d.length;
      },
    },
    wrong: [
      [
        "one side",
        (d: number[], n: number, seed: number) =>
          flips(d, n, (f, o) => Math.sign(o) * f >= Math.abs(o) - 1e-9, generator(seed).unit),
        /half/,
      ],
      [
        "a strict comparison",
        (d: number[], n: number, seed: number) =>
          flips(d, n, (f, o) => Math.abs(f) > Math.abs(o) + 1e-9, generator(seed).unit),
        /exactly the observed/,
      ],
      [
        "the other share",
        (d: number[], n: number, seed: number) => 1 - flips(d, n, asExtreme, generator(seed).unit),
        /less extreme/,
      ],
      [
        "one coin for all seeds",
        (d: number[], n: number, seed: number) => {
          const { unit } = generator(seed);
          let hits = 0;
          for (let i = 0; i < n; i++) hits += Number(asExtreme(mean(d) * (unit() < 0.5 ? -1 : 1), mean(d)));
          return hits / n;
        },
        /Every seed gives the same/,
      ],
      ["no seed", (d: number[], n: number) => flips(d, n, asExtreme, Math.random), /Twice the same seed/],
      [
        "one seed for ever",
        (d: number[], n: number) => flips(d, n, asExtreme, generator(3).unit),
        /Every seed gives the same/,
      ],
      [
        "a count",
        (d: number[], n: number, seed: number) => n * flips(d, n, asExtreme, generator(seed).unit),
        /no share/,
      ],
      [
        "an unfair coin",
        (d: number[], n: number, seed: number) => {
          const { unit } = generator(seed);
          return flips(d, n, asExtreme, () => unit() * 2);
        },
        /fair coin/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "7.5": {
    right: { "a fraction": 2 / 32, "as text": "0.0625", "a power": 2 ** -4 },
    wrong: [
      ["one side", 1 / 32, /all signs turned/],
      ["the level", 0.05, /level/],
      ["ten patterns", 1 / 10, /add or multiply/],
      ["five patterns", 1 / 5, /how many patterns/],
      ["squares", 1 / 25, /powers of two/],
      ["nothing", 0, /not 0/],
      ["something else", 0.7, /How many patterns/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "7.6": {
    right: {
      "ranks first": holm,
      "pairs sorted, then put back": (p: number[]) => {
        const sorted = p.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
        const out = new Float64Array(p.length);
        sorted.forEach(({ value, place }, rank) => {
          const before = rank === 0 ? 0 : out[sorted[rank - 1].place];
          out[place] = Math.min(1, Math.max(before, value * (p.length - rank)));
        });
        return out;
      },
      "by counting": (p: number[]) =>
        p.map((own) =>
          Math.min(
            1,
            Math.max(...p.filter((v) => v <= own).map((v) => v * p.filter((other) => other >= v).length)),
          ),
        ),
      "sorting its input": (p: number[]) => {
        const before = [...p];
        let most = 0;
        const pairs = p
          .sort((a, b) => a - b)
          .map((v, i): [number, number] => [v, (most = Math.max(most, v * (p.length - i)))]);
        return before.map((v) => Math.min(1, new Map(pairs).get(v)!));
      },
    },
    wrong: [
      ["Bonferroni", (p: number[]) => p.map((v) => Math.min(1, v * p.length)), /Holm's factor shrinks/],
      [
        "no running maximum",
        (p: number[]) => {
          const sorted = [...p].sort((a, b) => a - b);
          return p.map((v) => Math.min(1, v * (p.length - sorted.indexOf(v))));
        },
        /must not get a smaller/,
      ],
      ["sorted", (p: number[]) => holm(p).sort((a, b) => a - b), /but sorted/],
      [
        "Benjamini and Hochberg",
        (p: number[]) => {
          const sorted = [...p].sort((a, b) => a - b);
          const q = sorted.map((v, i) => (v * p.length) / (i + 1));
          return p.map((v) => Math.min(1, ...q.slice(sorted.indexOf(v))));
        },
        /Benjamini/,
      ],
      [
        "Hochberg",
        (p: number[]) => {
          const sorted = [...p].sort((a, b) => a - b);
          const q = sorted.map((v, i) => v * (p.length - i));
          return p.map((v) => Math.min(1, ...q.slice(sorted.indexOf(v))));
        },
        /begin with the largest/,
      ],
      ["none", (p: number[]) => p, /What has happened/],
      [
        "the smallest alone",
        (p: number[]) => Math.min(...p) * p.length,
        /one number; asked for is a list of 5/,
      ],
      ["verdicts", (p: number[]) => p.map((v) => v < 0.05), /must return a number or a list/],
    ],
  },
  "7.7": {
    right: {
      "the lesson's generator": (arms: number[][], n: number, seed: number) =>
        largest(arms, n, generator(seed).unit),
      "in tf": (arms: number[][], n: number, seed: number) => {
        const signs = tf.sub(
          tf.mul(tf.floor(tf.randomUniform([arms[0].length, n], 0, 2, "float32", seed)), 2),
          1,
        );
        const table = tf.tensor2d(arms);
        const most = tf.max(tf.abs(tf.matMul(table, signs)), 0, true);
        const observed = tf.sub(tf.abs(tf.sum(table, 1, true)), 1e-4);
        return tf.mean(tf.cast(tf.greaterEqual(most, observed), "float32"), 1);
      },
      "the observed one counted": (arms: number[][], n: number, seed: number) =>
        largest(arms, n, generator(seed).unit).map((p) => (n * p + 1) / (n + 1)),
    },
    wrong: [
      [
        "no correction",
        (arms: number[][], n: number, seed: number) =>
          arms.map((d) => flips(d, n, asExtreme, generator(seed).unit)),
        /corrects nothing/,
      ],
      [
        "signs by arm",
        (arms: number[][], n: number, seed: number) => {
          const { unit } = generator(seed);
          const hits = arms.map(() => 0);
          for (let i = 0; i < n; i++) {
            const most = Math.max(...arms.map((d) => Math.abs(mean(d.map((v) => (unit() < 0.5 ? -v : v))))));
            arms.forEach((d, arm) => (hits[arm] += Number(asExtreme(most, mean(d)))));
          }
          return hits.map((h) => h / n);
        },
        /signs of its own/,
      ],
      [
        "Bonferroni",
        (arms: number[][], n: number, seed: number) =>
          arms.map((d, at) =>
            Math.min(1, arms.length * flips(d, n, asExtreme, generator(seed + 1000 * at).unit)),
          ),
        /multiply p/,
      ],
      [
        "Holm",
        (arms: number[][], n: number, seed: number) => {
          // of many flips, so that the maxima in Holm's correction are not those of noise
          const p = arms.map((d) => flips(d, 8 * n, asExtreme, generator(seed).unit));
          return holm(p);
        },
        /Holm's correction/,
      ],
      [
        "the largest p alone",
        (arms: number[][], n: number, seed: number) => Math.max(...largest(arms, n, generator(seed).unit)),
        /one number; asked for is a list of 4/,
      ],
      ["no seed", (arms: number[][], n: number) => largest(arms, n, Math.random), /Twice the same seed/],
      [
        "a strict comparison",
        (arms: number[][], n: number, seed: number) =>
          largest(arms, n, generator(seed).unit, (f, o) => Math.abs(f) > Math.abs(o) + 1e-9),
        /For each flip/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "7.8": {
    right: {
      "the lesson's generator": (e: number, s: number, n: number, studies: number, seed: number) =>
        power([e, s, n, studies], seed),
      "in tf": (e: number, s: number, n: number, studies: number, seed: number) => {
        const d = tf.randomNormal([studies, n], e, s, "float32", seed);
        const { mean: middle, variance } = tf.moments(d, 1);
        const t = tf.div(middle, tf.sqrt(tf.div(variance, n - 1)));
        return tf.mean(tf.cast(tf.greater(tf.abs(t), t975[n - 1]), "float32"));
      },
      "by intervals without 0": (e: number, s: number, n: number, studies: number, seed: number) => {
        const { normal } = generator(seed);
        const isFound = () => {
          const d = Array.from({ length: n }, () => e + s * normal());
          const margin = (t975[n - 1] * sd(d)) / Math.sqrt(n);
          return mean(d) - margin > 0 || mean(d) + margin < 0;
        };
        return Array.from({ length: studies }, isFound).filter(Boolean).length / studies;
      },
      "a seed for each study": (e: number, s: number, n: number, studies: number, seed: number) => {
        let found = 0;
        for (let study = 0; study < studies; study++) found += power([e, s, n, 1], 7919 * seed + study);
        return found / studies;
      },
    },
    wrong: [
      [
        "1.96",
        (e: number, s: number, n: number, k: number, seed: number) =>
          power([e, s, n, k], seed, { critical: () => 1.96 }),
        /1\.96/,
      ],
      [
        "no root",
        (e: number, s: number, n: number, k: number, seed: number) =>
          power([e, s, n, k], seed, { root: false }),
        /does not grow/,
      ],
      [
        "a variance",
        (e: number, s: number, n: number, k: number, seed: number) =>
          power([e, s, n, k], seed, { spreadOf: (spread) => spread ** 2 }),
        /standard deviation/,
      ],
      [
        "the other share",
        (e: number, s: number, n: number, k: number, seed: number) => 1 - power([e, s, n, k], seed),
        /find nothing/,
      ],
      [
        "no effect",
        (e: number, s: number, n: number, k: number, seed: number) =>
          power([e, s, n, k], seed, { effectOf: () => 0 }),
        /where does `effect`/,
      ],
      [
        "no seed",
        (e: number, s: number, n: number, k: number) => power([e, s, n, k], Math.floor(Math.random() * 1e9)),
        /Twice the same seed/,
      ],
      [
        "one seed for ever",
        (e: number, s: number, n: number, k: number) => power([e, s, n, k], 5),
        /Every seed gives the same/,
      ],
      [
        "a normal test of every difference",
        (e: number, s: number, n: number, k: number, seed: number) =>
          power([e, s, n, k], seed, { critical: () => 1 }),
        /For each study/,
      ],
    ],
  },
  "7.9": {
    right: { "the letter": "c", "a capital": "C", "with a bracket": "c)" },
    wrong: [
      ["equal", "a", /Which of them/],
      ["a probability", "b", /What does p assume/],
      ["more seeds", "d", /What does the interval say/],
      ["two letters", "a, c", /Give one letter/],
      ["nothing yet", "", /Give one letter/],
    ],
  },
  "7.10": {
    right: { letters: "b, e", "a list": ["e", "b"], capitals: "B E" },
    wrong: [
      ["one of two", "b", /some are missing/],
      ["one wrong", "a, b, e", /2 of your 3/],
      ["all", "a, b, c, d, e", /2 of your 5/],
      ["only wrong ones", "c, d", /0 of your 2/],
      ["nothing yet", "", /Give all letters/],
    ],
  },
};

function margins(x: readonly number[], margin: number): number[] {
  return [mean(x) - margin, mean(x) + margin];
}

function tOf(d: readonly number[], lost = 1): number {
  return (mean(d) / sd(d, lost)) * Math.sqrt(d.length);
}
