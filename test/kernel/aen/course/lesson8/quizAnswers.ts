import type { Answers } from "../answers.js";

/** Answers to the quizzes of lesson 8. */
export const quizAnswers: Readonly<Record<string, Answers>> = {
  "8.1": {
    right: {
      letters: { few: "c", camera: "a", raters: "d", chance: "b" },
      "capital letters": { few: "C", camera: "A", raters: "D", chance: "B" },
      "another order, with brackets": { chance: "b)", raters: "(d)", camera: "a.", few: " c " },
    },
    wrong: [
      ["two swapped", { few: "a", camera: "c", raters: "d", chance: "b" }, /^2 of 4 pairs are right\. Ask/],
      ["one letter for all", { few: "a", camera: "a", raters: "a", chance: "a" }, /1 of 4 pairs is right/],
      ["all wrong", { few: "b", camera: "d", raters: "a", chance: "c" }, /0 of 4 pairs/],
      ["nothing chosen", { few: "", camera: "", raters: "", chance: "" }, /Give one letter for each/],
      ["one missing", { few: "c", camera: "a", raters: "d" }, /Give one letter for each/],
    ],
  },
  "8.4": {
    right: {
      "a number": 0.27,
      "as text": "0.27",
      "worked out": 0.9 * 0.8 + 0.1 * 0.5 - 0.5,
      "a comma": "0,27",
    },
    wrong: [
      ["a plain mean", 0.15, /plain mean/],
      ["the gap", 0.8 - 0.5, /gap between the groups/],
      ["below the better group", 0.03, /below the better/],
      ["the figure of all clips", 0.77, /figure of all clips\. How/],
      ["turned round", -0.27, /positive/],
      ["something else", 0.6, /weighs each group/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "8.8": {
    right: { letters: "b, c, d", "a list": ["d", "b", "c"], capitals: "B C D" },
    wrong: [
      ["two of three", "b, c", /2 of your 2 choices are right, and some are missing/],
      ["one wrong", "b, c, d, e", /3 of your 4 choices are right\. Make up/],
      ["all", "a, b, c, d, e", /3 of your 5 choices/],
      ["only wrong ones", "a, e", /0 of your 2 choices/],
      ["nothing yet", "", /Give all letters that are right/],
    ],
  },
  "8.9": {
    right: {
      letters: { lectures: "a", driver: "d", shop: "b", reviews: "c" },
      capitals: { lectures: "A", driver: "D", shop: "B", reviews: "C" },
      "another order": { reviews: "c)", shop: "b", driver: "(d)", lectures: "a" },
    },
    wrong: [
      [
        "no emotion for no biometric data",
        { lectures: "a", driver: "c", shop: "b", reviews: "d" },
        /2 of 4 pairs/,
      ],
      ["all prohibited", { lectures: "a", driver: "a", shop: "a", reviews: "a" }, /1 of 4 pairs/],
      ["the lecture allowed", { lectures: "b", driver: "d", shop: "a", reviews: "c" }, /2 of 4 pairs/],
      ["nothing chosen", { lectures: "", driver: "", shop: "", reviews: "" }, /Give one letter for each/],
      ["a text", "a, d, b, c", /Give one letter for each/],
    ],
  },
  "8.10": {
    right: { letters: "a, b, e", "a list": ["e", "a", "b"], "one word": "A/B/E" },
    wrong: [
      ["two of three", "a, b", /2 of your 2 choices are right, and some are missing/],
      ["every picture of a face", "a, b, d, e", /3 of your 4 choices/],
      ["consent in class", "a, b, e, f", /3 of your 4 choices/],
      ["only wrong ones", "c, d, f", /0 of your 3 choices/],
      ["nothing yet", "", /Give all letters that are right/],
    ],
  },
};
