import type { Answers } from "../answers.js";

/** Answers to the questions of lesson 3 that need no code, by number. */
export const quizAnswers: Readonly<Record<string, Answers>> = {
  "3.1": {
    right: {
      letters: { frame: "c", clip: "d", person: "a" },
      capitals: { frame: "C", clip: "D", person: "A" },
      "another order, with brackets": { person: "a)", clip: "(d)", frame: " c. " },
    },
    wrong: [
      [
        "clip and person swapped",
        { frame: "c", clip: "a", person: "d" },
        /^1 of 3 pairs is right\. What does/,
      ],
      ["another data set", { frame: "c", clip: "d", person: "b" }, /2 of 3 pairs are right/],
      ["one letter for all", { frame: "a", clip: "a", person: "a" }, /1 of 3 pairs/],
      ["nothing chosen", { frame: "", clip: "", person: "" }, /Give one letter for each/],
      ["a text", "c, d, a", /Give one letter for each/],
    ],
  },
  "3.6": {
    right: { "a number": 0.25, "a text": "0.25", "a comma": "0,25", "a mean": (1 + 0 + 0 + 0) / 4 },
    wrong: [
      ["WAR", 0.8, /This is its WAR/],
      ["the recall of Happy", 1, /recall of Happy/],
      ["no recall", 0, /not 0/],
      ["the rest", 0.2, /mean over emotions/],
      ["one in seven", 1 / 7, /How many emotions/],
      ["nothing yet", NaN, /^Give one number/],
      ["per cent", 25, /recall of Happy, and what/],
    ],
  },
  "3.10": {
    right: { letters: "b, d, e", "a list": ["e", "b", "d"], capitals: "B D E" },
    wrong: [
      ["one of three", "b", /1 of your 1 choices is right, and some are missing/],
      ["one wrong", "a, b, d, e", /3 of your 4 choices are right/],
      ["all", "a, b, c, d, e", /3 of your 5 choices/],
      ["only wrong ones", "a, c", /0 of your 2 choices are right/],
      ["nothing yet", "", /Give all letters that are right/],
      ["an unknown letter", "b, z", /Give all letters/],
    ],
  },
};
