import type { Answers } from "../answers.js";

/** Answers to the quizzes. */
export const quizAnswers = {
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
} satisfies Record<string, Answers>;
