import { matching, multipleChoice, numberQuestion, singleChoice } from "../quiz.js";

export const whatTermsCompare = matching(
  { id: "6.1", name: "What each term compares", points: 1 },
  { emotion: "b", sentiment: "d", transfer: "a", energy: "c" },
  "Read the table of terms again: which of them look at the frames, and which at the clip's label alone?",
);

export const doubledWidth = singleChoice({ id: "6.5", name: "A wider vector", points: 1 }, "c", {
  a: "The mean over entries stays the same; but is the mean all that the formula divides by?",
  b: "More entries do not make a mean larger: the formula divides by their number.",
  d: "One division by d belongs to the mean, whose sum has twice as many entries. What is left of the two?",
});

export const groupShare = numberQuestion(
  { id: "6.7", name: "Share of a sentiment group", points: 1 },
  0.25,
  0.005,
  "Which emotions belong to the group, and what does G do with their shares?",
  [
    { value: 0.5, hint: "This is the sum of the group's shares. What does G do with them in the formula?" },
    { value: 0.4, hint: "This is the share of one emotion. Which others belong to the group?" },
    { value: 0.0714, hint: "You divide by the number of all emotions. How many are in the group?" },
    {
      value: 0.3333,
      hint: "You divide evenly between the groups. What are the shares of the group's emotions?",
    },
  ],
);

export const whatHolds = multipleChoice(
  { id: "6.10", name: "What holds of the terms", points: 2 },
  ["a", "d"],
  ["a", "b", "c", "d", "e"],
  "Try what you are unsure of: the functions that you have written answer it.",
);
