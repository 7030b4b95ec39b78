import type { Answers } from "../answers.js";

/** Answers to the questions of lesson 4 that need no code, by number. */
export const quizAnswers: Readonly<Record<string, Answers>> = {
  "4.1": {
    right: {
      letters: { vote: "c", probabilities: "a", features: "d", encoder: "b" },
      capitals: { vote: "C", probabilities: "A", features: "D", encoder: "B" },
      "another order, with brackets": { encoder: "b)", features: "(d)", vote: " c. ", probabilities: "a" },
    },
    wrong: [
      [
        "vote and probabilities swapped",
        { vote: "a", probabilities: "c", features: "d", encoder: "b" },
        /^2 of 4 pairs are right\. What does/,
      ],
      [
        "features and encoder swapped",
        { vote: "c", probabilities: "a", features: "b", encoder: "d" },
        /^2 of/,
      ],
      ["one letter for all", { vote: "a", probabilities: "a", features: "a", encoder: "a" }, /^1 of 4 pairs/],
      [
        "nothing chosen",
        { vote: "", probabilities: "", features: "", encoder: "" },
        /Give one letter for each/,
      ],
      ["a text", "c, a, d, b", /Give one letter for each/],
    ],
  },
  "4.3": {
    right: { "a number": 8, "a text": "8", "a sum": Math.floor(15 / 2) + 1, "a decimal": "8.0" },
    wrong: [
      ["one too few", 7, /8 frames still name/],
      ["half", 7.5, /Frames are whole/],
      ["all", 15, /Must all/],
      ["one too many", 9, /Fewer suffice/],
      ["a share", 0.53, /How many frames are left/],
      ["nothing yet", NaN, /^Give one number/],
    ],
  },
  "4.7": {
    right: { letters: "a, b, c, f", "a list": ["f", "c", "b", "a"], capitals: "A B C F" },
    wrong: [
      ["without f", "a, b, c", /3 of your 3 choices are right, and some are missing/],
      ["the GRU too", "a, b, c, d, f", /4 of your 5 choices are right/],
      ["all", "a, b, c, d, e, f", /4 of your 6 choices/],
      ["only wrong ones", "d, e", /0 of your 2 choices/],
      ["nothing yet", "", /Give all letters that are right/],
    ],
  },
  "4.8": {
    right: { letters: "a, c, e", "a list": ["e", "a", "c"], capitals: "A C E" },
    wrong: [
      ["one of three", "a", /1 of your 1 choices is right, and some are missing/],
      ["one wrong", "a, b, c, e", /3 of your 4 choices are right/],
      ["all", "a, b, c, d, e", /3 of your 5 choices/],
      ["only wrong ones", "b, d", /0 of your 2 choices are right/],
      ["an unknown letter", "a, z", /Give all letters/],
    ],
  },
};
