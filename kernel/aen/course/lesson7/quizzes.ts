import { multipleChoice, numberQuestion, singleChoice } from "../quiz.js";

export const clipsAlone = numberQuestion(
  { id: "7.1", name: "Noise of the test clips", points: 1 },
  0.956,
  0.01,
  "A share of n clips has the standard error √(p(1 − p)/n). The answer is in points, that is, in hundredths.",
  [
    { value: 0.00956, hint: "This is a rate. How many points is it?" },
    {
      value: 46.25,
      hint: "This is the spread of a single clip, right or wrong. What does the mean over all clips make of it?",
    },
    { value: 1.87, hint: "This is half of a 95 % interval. How large is one standard error?" },
    { value: 1.717, hint: "p alone stands under your root: 1 − p is missing." },
  ],
);

export const fiveSeeds = numberQuestion(
  { id: "7.5", name: "The smallest p", points: 1 },
  0.0625,
  0.0005,
  "How many patterns of signs do five seeds have, and how many of them are as extreme as the most extreme one?",
  [
    { value: 0.03125, hint: "The pattern with all signs turned is as extreme as the observed one." },
    { value: 0.05, hint: "This is the level that is asked for. Can five signs reach it?" },
    { value: 0.1, hint: "Each seed has two signs: do you add or multiply them?" },
    { value: 0.2, hint: "Each seed has two signs: how many patterns do five of them make?" },
    { value: 0.04, hint: "Patterns of signs are counted by powers of two." },
    { value: 0, hint: "The observed pattern is one of all: its share is not 0." },
  ],
);

export const whatVerdictSays = singleChoice(
  { id: "7.9", name: "No difference could be shown", points: 1 },
  "c",
  {
    a: "The interval also holds differences other than 0. Which of them does the study exclude?",
    b: "A probability that two things are equal is not what a test gives. What does p assume?",
    d: "Whether more seeds would show one is not known before they ran. What does the interval say today?",
  },
);

export const whatMayBeReported = multipleChoice(
  { id: "7.10", name: "What may be reported", points: 2 },
  ["b", "e"],
  ["a", "b", "c", "d", "e"],
  "Ask of each: was the choice made before the numbers were seen, and does the sentence claim more than they show?",
);
