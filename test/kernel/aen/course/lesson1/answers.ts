import type { Answers } from "../answers.js";

type Numbers = number[];

const sum = (values: Numbers) => values.reduce((total, value) => total + value, 0);
const share = (labels: Numbers, label: number) =>
  labels.filter((each) => each === label).length / labels.length;
const observed = (a: Numbers, b: Numbers) => a.filter((label, at) => label === b[at]).length / a.length;
const chance = (a: Numbers, b: Numbers) =>
  sum([...new Set([...a, ...b])].map((label) => share(a, label) * share(b, label)));
const beyond = (po: number, pe: number) => (po - pe) / (1 - pe);

const columns = (counts: Numbers[]) => counts[0].map((_, k) => sum(counts.map((row) => row[k])));
const pairs = (counts: Numbers[]) => {
  const n = sum(counts[0]);
  return sum(counts.map((row) => (sum(row.map((c) => c * c)) - n) / (n * (n - 1)))) / counts.length;
};
const expected = (counts: Numbers[]) => {
  const all = sum(columns(counts));
  return sum(columns(counts).map((column) => (column / all) ** 2));
};

/** Answers to the exercises of lesson 1, by number. */
export const lesson1Answers: Readonly<Record<string, Answers>> = {
  "1.1": {
    right: {
      letters: { happy: "d", sad: "f", angry: "b", surprise: "a", disgust: "e", fear: "c" },
      capitals: { happy: "D", sad: "F", angry: "B", surprise: "A", disgust: "E", fear: "C" },
      "another order": { fear: "c)", disgust: "e)", surprise: "a)", angry: "b)", sad: "f)", happy: "d)" },
    },
    wrong: [
      ["fear for surprise", { happy: "d", sad: "f", angry: "b", surprise: "c", disgust: "e", fear: "a" }, /^4 of 6 pairs are right\. Look at brows/], // prettier-ignore
      ["anger for disgust", { happy: "d", sad: "f", angry: "e", surprise: "a", disgust: "b", fear: "c" }, /^4 of 6/], // prettier-ignore
      ["one letter for all", { happy: "a", sad: "a", angry: "a", surprise: "a", disgust: "a", fear: "a" }, /^1 of 6/], // prettier-ignore
      [
        "one missing",
        { happy: "d", sad: "f", angry: "b", surprise: "a", disgust: "e" },
        /Give one letter for each/,
      ],
      ["nothing chosen", { happy: "", sad: "", angry: "", surprise: "", disgust: "", fear: "" }, /Give one letter/], // prettier-ignore
      ["a text", "d, f, b, a, e, c", /Give one letter for each/],
    ],
  },
  "1.2": {
    right: {
      "by name": ([happy, sad, neutral, angry, surprise, disgust, fear]: Numbers) => [
        happy + surprise,
        neutral,
        sad + angry + disgust + fear,
      ],
      "what is left": (s: Numbers) => [s[0] + s[4], s[2], 1 - s[0] - s[4] - s[2]],
      "a typed array": (s: Numbers) => Float64Array.of(s[0] + s[4], s[2], s[1] + s[3] + s[5] + s[6]),
      "a table of groups": (s: Numbers) => {
        const out = [0, 0, 0];
        [0, 2, 1, 2, 0, 2, 2].forEach((group, emotion) => (out[group] += s[emotion]));
        return out;
      },
    },
    wrong: [
      ["surprise negative", (s: Numbers) => [s[0], s[2], 1 - s[0] - s[2]], /surprise among the negative/],
      [
        "surprise neutral",
        (s: Numbers) => [s[0], s[2] + s[4], s[1] + s[3] + s[5] + s[6]],
        /surprise as neutral/,
      ],
      ["means", (s: Numbers) => [(s[0] + s[4]) / 2, s[2], (s[1] + s[3] + s[5] + s[6]) / 4], /you take means/],
      ["the largest", (s: Numbers) => [Math.max(s[0], s[4]), s[2], Math.max(s[1], s[3], s[5], s[6])], /largest share/], // prettier-ignore
      ["reversed", (s: Numbers) => [s[1] + s[3] + s[5] + s[6], s[2], s[0] + s[4]], /order is not/],
      ["neutral last", (s: Numbers) => [s[0] + s[4], s[1] + s[3] + s[5] + s[6], s[2]], /order is not/],
      ["two numbers", (s: Numbers) => [s[0] + s[4], 1 - s[0] - s[4]], /2 entries where 3/],
      ["an object", (s: Numbers) => ({ positive: s[0] + s[4] }), /must return a list/],
      ["nothing", () => {}, /returns nothing yet/],
    ],
  },
  "1.3": {
    right: {
      "both units": { cheekRaiser: 0.9, lipCornerPuller: 1 },
      "just enough": { lipCornerPuller: 0.5, cheekRaiser: 0.5 },
      "with a trace of another": { cheekRaiser: 1, lipCornerPuller: 1.2, lipsPart: 0.3 },
    },
    wrong: [
      ["the mouth alone", { lipCornerPuller: 1 }, /the eyes do not/],
      ["the eyes alone", { cheekRaiser: 1 }, /The mouth does not smile yet/],
      ["too weak", { lipCornerPuller: 0.3, cheekRaiser: 1 }, /at 0.5 or more/],
      ["corners down", { lipCornerDepressor: 1, cheekRaiser: 1 }, /pulled down/],
      ["eyes closed", { lipCornerPuller: 1, eyesClosed: 1 }, /take "eyesClosed" away/],
      ["lids tightened a little", { lipCornerPuller: 1, lidTightener: 0.3 }, /not by the cheeks/],
      ["a third unit", { lipCornerPuller: 1, cheekRaiser: 1, jawDrop: 0.8 }, /take "jawDrop" away/],
      ["nothing yet", {}, /Give the units/],
    ],
  },
  "1.4": {
    right: { letters: "b, e", "a list": ["e", "b"], capitals: "B E" },
    wrong: [
      ["one of two", "b", /1 of your 1 choices is right, and some are missing/],
      ["one wrong", "b, d, e", /2 of your 3 choices are right\. Draw both/],
      ["all", "a, b, c, d, e", /2 of your 5/],
      ["only wrong ones", "a, c", /0 of your 2/],
      ["nothing yet", "", /Give all letters/],
    ],
  },
  "1.5": {
    right: {
      findIndex: (votes: Numbers) => votes.findIndex((count) => count > sum(votes) / 2),
      "a loop": (votes: Numbers) => {
        for (let label = 0; label < votes.length; label++) if (2 * votes[label] > sum(votes)) return label;
        return -1;
      },
      sorted: (votes: Numbers) => {
        const [first] = votes.map((count, label) => ({ count, label })).sort((a, b) => b.count - a.count);
        return first.count > sum(votes) - first.count ? first.label : -1;
      },
      "that changes its input": (votes: Numbers) => {
        const all = sum(votes);
        const label = votes.indexOf(Math.max(...votes));
        return votes.splice(label, 1)[0] > all / 2 ? label : -1;
      },
    },
    wrong: [
      ["the votes", (votes: Numbers) => Math.max(...votes), /number of votes/],
      ["the most", (votes: Numbers) => votes.indexOf(Math.max(...votes)), /half of them or fewer/],
      [
        "half counts",
        (votes: Numbers) => votes.findIndex((count) => count >= sum(votes) / 2),
        /exactly half/,
      ],
      ["a share", (votes: Numbers) => Math.max(...votes) / sum(votes), /return a share/],
      ["from 1", (votes: Numbers) => votes.indexOf(Math.max(...votes)) + 1, /numbered from 0/],
      ["null", (votes: Numbers) => (Math.max(...votes) > sum(votes) / 2 ? votes.indexOf(Math.max(...votes)) : null), /must return a number/], // prettier-ignore
      ["undefined where there is none", (votes: Numbers) => [...votes.keys()].find((k) => votes[k] > sum(votes) / 2), /returns nothing yet/], // prettier-ignore
    ],
  },
  "1.6": {
    right: { "a number": 0.68, "a sum": 0.8 ** 2 + 0.2 ** 2, "as text": "0.68", "a comma": "0,68" },
    wrong: [
      ["both happy", 0.64, /In which other case/],
      ["neither", 0.04, /In which other case/],
      ["one rater", 0.8, /must both/],
      ["a half", 0.5, /not equally likely/],
      ["the rest", 0.32, /how often they differ/],
      ["something else", 0.9, /How likely is each/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "1.7": {
    right: {
      "by shares": (a: Numbers, b: Numbers) => beyond(observed(a, b), chance(a, b)),
      "a table of counts": (a: Numbers, b: Numbers) => {
        const size = Math.max(...a, ...b) + 1;
        const table = Array.from({ length: size }, () => new Array<number>(size).fill(0));
        a.forEach((label, at) => table[label][b[at]]++);
        const rows = table.map(sum);
        const inColumns = columns(table);
        const po = sum(table.map((row, k) => row[k])) / a.length;
        return beyond(po, sum(rows.map((row, k) => row * inColumns[k])) / a.length ** 2);
      },
      "pair by pair": (a: Numbers, b: Numbers) => {
        const same = a.flatMap((label) => b.map((other) => (label === other ? 1 : 0)));
        return 1 - (1 - observed(a, b)) / (1 - sum(same) / same.length);
      },
    },
    wrong: [
      ["observed alone", observed, /observed agreement alone/],
      ["chance alone", chance, /by chance\. What/],
      ["not divided", (a: Numbers, b: Numbers) => observed(a, b) - chance(a, b), /is it a share/],
      ["labels equally likely", (a: Numbers, b: Numbers) => beyond(observed(a, b), 1 / new Set([...a, ...b]).size), /equally likely/], // prettier-ignore
      ["one rater twice", (a: Numbers, b: Numbers) => beyond(observed(a, b), chance(a, a)), /twice/],
      ["Scott's pi", (a: Numbers, b: Numbers) => beyond(observed(a, b), chance([...a, ...b], [...a, ...b])), /each rater's own/], // prettier-ignore
      ["divided by chance", (a: Numbers, b: Numbers) => (observed(a, b) - chance(a, b)) / chance(a, b), /Three steps/], // prettier-ignore
      ["beyond the end", (a: Numbers) => a[a.length] * 2, /\(NaN\)/],
      ["nothing", () => {}, /returns nothing yet/],
    ],
  },
  "1.8": {
    right: {
      "by squares": (counts: Numbers[]) => beyond(pairs(counts), expected(counts)),
      "pair by pair": (counts: Numbers[]) => {
        const n = sum(counts[0]);
        let agreeing = 0;
        for (const row of counts) for (const c of row) agreeing += (c * (c - 1)) / 2;
        const po = agreeing / (counts.length * ((n * (n - 1)) / 2));
        return 1 - (1 - po) / (1 - expected(counts));
      },
      "every rater with every other": (counts: Numbers[]) => {
        const votes = counts.map((row) => row.flatMap((c, label) => new Array<number>(c).fill(label)));
        const rates = votes.map((labels) => {
          let same = 0;
          labels.forEach((label, i) =>
            labels.forEach((other, j) => (same += i !== j && label === other ? 1 : 0)),
          );
          return same / (labels.length * (labels.length - 1));
        });
        const all = votes.flat();
        return beyond(sum(rates) / rates.length, chance(all, all));
      },
    },
    wrong: [
      ["observed alone", pairs, /observed agreement alone/],
      ["chance alone", expected, /by chance\. What/],
      ["pairs with oneself", (counts: Numbers[]) => beyond(sum(counts.map((row) => sum(row.map((c) => (c / sum(row)) ** 2)))) / counts.length, expected(counts)), /him- or herself/], // prettier-ignore
      [
        "labels equally likely",
        (counts: Numbers[]) => beyond(pairs(counts), 1 / counts[0].length),
        /equally likely/,
      ],
      ["not divided", (counts: Numbers[]) => pairs(counts) - expected(counts), /is it a share/],
      ["the largest share", (counts: Numbers[]) => beyond(sum(counts.map((row) => Math.max(...row) / sum(row))) / counts.length, expected(counts)), /most frequent label/], // prettier-ignore
      ["one face", (counts: Numbers[]) => pairs([counts[0]]), /For each face/],
      ["kappa of each face", (counts: Numbers[]) => counts.map((row) => sum(row)), /must return a number/],
    ],
  },
  "1.9": {
    right: { letters: "b, c", "a list": ["c", "b"], capitals: "C B" },
    wrong: [
      ["one of two", "b", /1 of your 1 choices is right, and some are missing/],
      ["one wrong", "b, c, e", /2 of your 3 choices are right\. For each statement/],
      ["all", "a, b, c, d, e", /2 of your 5/],
      ["only wrong ones", "a, d", /0 of your 2/],
      ["nothing yet", "", /Give all letters/],
    ],
  },
};
