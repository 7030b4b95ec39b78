import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

type T = tf.Tensor;

const raw = (logits: T, labels: T) => tf.sum(tf.mul(logits, tf.expandDims(labels, 1)), 2);
const w = (f: T, s: T) => tf.sum(tf.mul(f, tf.expandDims(s, 2)), 1);
const shares = (logits: T) => tf.softmax(tf.sum(logits, 1));

/** Answers to the exercises of lesson 6, by number. */
export const lesson6Answers: Readonly<Record<string, Answers>> = {
  "6.1": {
    right: {
      letters: { emotion: "b", sentiment: "d", transfer: "a", energy: "c" },
      "capital letters": { emotion: "B", sentiment: "D", transfer: "A", energy: "C" },
      "another order, with brackets": { energy: "c)", transfer: "(a)", sentiment: "d.", emotion: " b " },
    },
    wrong: [
      [
        "two swapped",
        { emotion: "b", sentiment: "d", transfer: "c", energy: "a" },
        /^2 of 4 pairs are right\. Read/,
      ],
      ["heads swapped", { emotion: "d", sentiment: "b", transfer: "a", energy: "c" }, /2 of 4 pairs/],
      [
        "one letter for all",
        { emotion: "a", sentiment: "a", transfer: "a", energy: "a" },
        /1 of 4 pairs is right/,
      ],
      [
        "nothing chosen",
        { emotion: "", sentiment: "", transfer: "", energy: "" },
        /Give one letter for each/,
      ],
      ["one missing", { emotion: "b", sentiment: "d", transfer: "a" }, /Give one letter for each/],
      ["a text", "b, d, a, c", /Give one letter for each/],
    ],
  },
  "6.2": {
    right: {
      "a sum over classes": raw,
      "a matrix product": (logits: T, labels: T) =>
        tf.squeeze(tf.matMul(logits, tf.expandDims(labels, 2)), [2]),
      einsum: (logits: T, labels: T) => tf.einsum("btc,bc->bt", logits, labels),
      "clip by clip": (logits: T, labels: T) =>
        tf.stack(
          tf.unstack(logits).map((clip, b) => tf.gather(clip, tf.argMax(labels, 1).dataSync()[b], 1) as T),
        ),
    },
    wrong: [
      ["shares", (logits: T, labels: T) => raw(tf.softmax(logits), labels), /between 0 and 1/],
      ["logarithms of shares", (logits: T, labels: T) => raw(tf.logSoftmax(logits), labels), /below 0/],
      ["the largest score", (logits: T) => tf.max(logits, 2), /whichever emotion/],
      ["no label", (logits: T) => tf.sum(logits, 2), /same for any label/],
      [
        "an axis too many",
        (logits: T, labels: T) => tf.expandDims(raw(logits, labels), 2),
        /shape \[2, 4, 1\] where \[2, 4\]/,
      ],
      [
        "one number per clip",
        (logits: T, labels: T) => tf.sum(raw(logits, labels), 1),
        /shape \[2\] where \[2, 4\]/,
      ],
      [
        "a mean over classes",
        (logits: T, labels: T) => tf.mean(tf.mul(logits, tf.expandDims(labels, 1)), 2),
        /one and the same factor/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
      [
        "a broadcast over the wrong axis",
        (logits: T, labels: T) => tf.mul(logits, labels),
        /ends with an error/,
      ],
    ],
  },
  "6.3": {
    right: {
      "a sum over frames": w,
      "a matrix product": (f: T, s: T) => tf.squeeze(tf.matMul(tf.expandDims(s, 1), f), [1]),
      einsum: (f: T, s: T) => tf.einsum("btd,bt->bd", f, s),
      "frame by frame": (f: T, s: T) =>
        tf.addN(tf.unstack(f, 1).map((frame, t) => tf.mul(frame, tf.slice(s, [0, t], [-1, 1])))),
    },
    wrong: [
      ["a mean over frames", (f: T, s: T) => tf.mean(tf.mul(f, tf.expandDims(s, 2)), 1), /number of frames/],
      ["weights of sum 1", (f: T, s: T) => w(f, tf.div(s, tf.sum(s, 1, true))), /add up to 1/],
      ["a softmax", (f: T, s: T) => w(f, tf.softmax(s)), /softmax/],
      ["no scores", (f: T) => tf.sum(f, 1), /do not come into/],
      ["absolute scores", (f: T, s: T) => w(f, tf.abs(s)), /negative score/],
      [
        "a sum over features",
        (f: T, s: T) => tf.sum(tf.mul(f, tf.expandDims(s, 2)), 2),
        /shape \[2, 4\] where \[2, 5\]/,
      ],
      ["the frames kept", (f: T, s: T) => tf.mul(f, tf.expandDims(s, 2)), /shape \[2, 4, 5\] where/],
    ],
  },
  "6.4": {
    right: {
      "as the formula": (c: T, f: T, s: T) => tf.div(tf.mean(tf.abs(tf.sub(c, w(f, s)))), c.shape[1]!),
      "a sum, divided by hand": (c: T, f: T, s: T) =>
        tf.mul(tf.sum(tf.abs(tf.sub(w(f, s), c))), 1 / (c.shape[0] * c.shape[1]! ** 2)),
      "the loss function of tfjs": (c: T, f: T, s: T) =>
        tf.div(tf.losses.absoluteDifference(w(f, s), c), c.shape[1]!),
      "a mean for each clip": (c: T, f: T, s: T) => {
        const perClip = tf.mean(tf.abs(tf.sub(c, w(f, s))), 1);
        return tf.mean(tf.div(perClip, c.shape[1]!));
      },
    },
    wrong: [
      [
        "tf.einsum, which has no gradient",
        (c: T, f: T, s: T) => tf.div(tf.mean(tf.abs(tf.sub(c, tf.einsum("btd,bt->bd", f, s)))), c.shape[1]!),
        /tf.einsum has none/,
      ],
      ["one division", (c: T, f: T, s: T) => tf.mean(tf.abs(tf.sub(c, w(f, s)))), /Count the divisions/],
      [
        "squares",
        (c: T, f: T, s: T) => tf.div(tf.mean(tf.square(tf.sub(c, w(f, s)))), c.shape[1]!),
        /square/,
      ],
      ["no bars", (c: T, f: T, s: T) => tf.div(tf.mean(tf.sub(c, w(f, s))), c.shape[1]!), /cancel/],
      [
        "a mean over frames",
        (c: T, f: T, s: T) => tf.div(tf.mean(tf.abs(tf.sub(c, tf.div(w(f, s), f.shape[1]!)))), c.shape[1]!),
        /mean over frames/,
      ],
      ["a sum", (c: T, f: T, s: T) => tf.sum(tf.abs(tf.sub(c, w(f, s)))), /is a sum/],
      [
        "a value per clip",
        (c: T, f: T, s: T) => tf.div(tf.mean(tf.abs(tf.sub(c, w(f, s))), 1), c.shape[1]!),
        /shape \[2\] where \[\]/,
      ],
      [
        "features that left tf",
        (c: T, f: T, s: T) =>
          tf.div(tf.mean(tf.abs(tf.sub(c, w(tf.tensor(f.arraySync() as number[][][]), s)))), c.shape[1]!),
        /no gradient reaches the features/,
      ],
      [
        "a number",
        (c: T, f: T, s: T) => tf.div(tf.mean(tf.abs(tf.sub(c, w(f, s)))), c.shape[1]!).dataSync()[0],
        /returns a number/,
      ],
      [
        "divided by the clips once more",
        (c: T, f: T, s: T) => tf.div(tf.mean(tf.abs(tf.sub(c, w(f, s)))), c.shape[1]! * c.shape[0]),
        /Take it in steps/,
      ],
    ],
  },
  "6.5": {
    right: { "the letter": "c", "a capital": "C", "with a bracket": "c)", "in a list": ["c"] },
    wrong: [
      ["the same", "a", /is the mean all/],
      ["double", "b", /do not make a mean larger/],
      ["a quarter", "d", /What is left of the two/],
      ["two letters", "a, c", /Give one letter: a, b, c, d/],
      ["nothing yet", "", /Give one letter/],
      ["another letter", "x", /Give one letter/],
    ],
  },
  "6.6": {
    right: {
      "sum, then softmax": shares,
      "a shifted softmax by hand": (logits: T) => {
        const sums = tf.sum(logits, 1);
        const shifted = tf.exp(tf.sub(sums, tf.max(sums, 1, true)));
        return tf.div(shifted, tf.sum(shifted, 1, true));
      },
      "a product of exponentials": (logits: T) => {
        const product = tf.prod(tf.exp(logits), 1);
        return tf.div(product, tf.sum(product, 1, true));
      },
      "the exponential of logSoftmax": (logits: T) => tf.exp(tf.logSoftmax(tf.addN(tf.unstack(logits, 1)))),
    },
    wrong: [
      ["a mean", (logits: T) => tf.softmax(tf.mean(logits, 1)), /more even/],
      ["shares of frames", (logits: T) => tf.mean(tf.softmax(logits), 1), /softmax of every frame/],
      ["a sum of shares", (logits: T) => tf.sum(tf.softmax(logits), 1), /number of frames/],
      ["no softmax", (logits: T) => tf.sum(logits, 1), /raw scores/],
      ["logarithms", (logits: T) => tf.logSoftmax(tf.sum(logits, 1)), /never negative/],
      ["sigmoids", (logits: T) => tf.sigmoid(tf.sum(logits, 1)), /add up to 1/],
      ["the frames kept", (logits: T) => tf.softmax(logits), /shape \[2, 4, 7\] where \[2, 7\]/],
    ],
  },
  "6.7": {
    right: { "a number": 0.25, "as text": "0.25", "a fraction": 1 / 4, "a comma": "0,25" },
    wrong: [
      ["the sum", 0.5, /sum of the group's shares/],
      ["one emotion", 0.4, /one emotion/],
      ["a mean over seven", 0.5 / 7, /number of all emotions/],
      ["a third", 1 / 3, /evenly/],
      ["something else", 0.9, /Which emotions belong/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "6.8": {
    right: {
      "as the formula": (l: T, e: T) => tf.mean(tf.abs(tf.sub(tf.sigmoid(l), e))),
      "the loss function of tfjs": (l: T, e: T) => tf.losses.absoluteDifference(e, tf.sigmoid(l)),
      "a sigmoid by hand": (l: T, e: T) =>
        tf.mean(tf.abs(tf.sub(e, tf.div(1, tf.add(1, tf.exp(tf.neg(l))))))),
      "a sum, divided by hand": (l: T, e: T) =>
        tf.div(tf.sum(tf.abs(tf.sub(tf.sigmoid(l), e))), l.shape[0] * l.shape[1]!),
    },
    wrong: [
      ["a softmax", (l: T, e: T) => tf.mean(tf.abs(tf.sub(tf.softmax(l), e))), /add up to 1/],
      ["raw scores", (l: T, e: T) => tf.mean(tf.abs(tf.sub(l, e))), /raw scores/],
      ["squares", (l: T, e: T) => tf.mean(tf.square(tf.sub(tf.sigmoid(l), e))), /square/],
      ["a sum", (l: T, e: T) => tf.sum(tf.abs(tf.sub(tf.sigmoid(l), e))), /is a sum/],
      ["no bars", (l: T, e: T) => tf.mean(tf.sub(tf.sigmoid(l), e)), /cancel/],
      [
        "a cross-entropy",
        (l: T, e: T) => tf.neg(tf.mean(tf.sum(tf.mul(e, tf.logSoftmax(l)), 1))),
        /cross-entropy/,
      ],
      [
        "no gradient",
        (l: T, e: T) => tf.mean(tf.abs(tf.sub(tf.sigmoid(tf.tensor(l.arraySync() as number[][])), e))),
        /no gradient reaches the head/,
      ],
      ["the wrong sign", (l: T, e: T) => tf.mean(tf.abs(tf.add(tf.sigmoid(l), e))), /Three steps/],
    ],
  },
  "6.9": {
    right: {
      "a normal of tfjs": (x: T, spread: number, seed: number) =>
        tf.add(x, tf.randomNormal(x.shape, 0, spread, "float32", seed)),
      "a standard normal, scaled": (x: T, spread: number, seed: number) =>
        tf.add(x, tf.mul(tf.randomNormal(x.shape, 0, 1, "float32", seed), spread)),
      "another seed for each of two halves": (x: T, spread: number, seed: number) => {
        const part = (k: number) => tf.randomNormal(x.shape, 0, spread / Math.SQRT2, "float32", 2 * seed + k);
        return tf.addN([x, part(0), part(1)]);
      },
      "Box and Muller by hand": (x: T, spread: number, seed: number) => {
        const [u, v] = [1, 2].map((k) => tf.randomUniform(x.shape, 1e-6, 1, "float32", 3 * seed + k));
        const radius = tf.sqrt(tf.mul(-2, tf.log(u)));
        return tf.add(x, tf.mul(spread, tf.mul(radius, tf.cos(tf.mul(2 * Math.PI, v)))));
      },
    },
    wrong: [
      [
        "no seed",
        (x: T, spread: number) => tf.add(x, tf.randomNormal(x.shape, 0, spread)),
        /Twice the same seed/,
      ],
      [
        "one seed for ever",
        (x: T, spread: number) => tf.add(x, tf.randomNormal(x.shape, 0, spread, "float32", 3)),
        /Two seeds give the same/,
      ],
      [
        "a variance",
        (x: T, spread: number, seed: number) =>
          tf.add(x, tf.randomNormal(x.shape, 0, spread ** 2, "float32", seed)),
        /another standard deviation/,
      ],
      [
        "uniform noise",
        (x: T, spread: number, seed: number) =>
          tf.add(x, tf.randomUniform(x.shape, -spread, spread, "float32", seed)),
        /another standard deviation/,
      ],
      [
        "noise on one side",
        (x: T, spread: number, seed: number) =>
          tf.add(x, tf.abs(tf.randomNormal(x.shape, 0, spread, "float32", seed))),
        /does not average to 0/,
      ],
      [
        "one draw for all",
        (x: T, spread: number, seed: number) => tf.add(x, tf.randomNormal([1], 0, spread, "float32", seed)),
        /same noise/,
      ],
      [
        "the noise alone",
        (x: T, spread: number, seed: number) => tf.randomNormal(x.shape, 0, spread, "float32", seed),
        /another standard deviation|average to 0/,
      ],
      ["no noise", (x: T) => tf.clone(x), /Two seeds give the same/],
    ],
  },
  "6.10": {
    right: {
      letters: "a, d",
      "a list": ["d", "a"],
      capitals: "A D",
      "one word each": "a) and d)".replace("and", ""),
    },
    wrong: [
      ["one of two", "a", /1 of your 1 choices is right, and some are missing/],
      ["one wrong", "a, b, d", /2 of your 3 choices are right/],
      ["all", "a, b, c, d, e", /2 of your 5 choices/],
      ["only wrong ones", "b, c", /0 of your 2 choices are right/],
      ["nothing yet", "", /Give all letters that are right/],
      ["an unknown letter", "a, z", /Give all letters/],
    ],
  },
};
