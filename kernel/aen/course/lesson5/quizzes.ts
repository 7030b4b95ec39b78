import { matching, multipleChoice, numberQuestion, singleChoice } from "../quiz.js";

export const whatPartsDo = matching(
  { id: "5.1", name: "What each part sees", points: 1 },
  { spatial: "c", temporal: "a", sentiment: "d", emotion: "b" },
  "Follow the arrows of the table once more: which part sees single frames, and which head gets the highest level?",
);

export const sumOfLogs = singleChoice({ id: "5.3", name: "Sums of logarithms", points: 1 }, "b", {
  a: "Positive adds up two logarithms, each ln(1/7). Is there a group with a larger sum?",
  c: "Negative adds up four numbers below 0. Does that make its sum larger?",
  d: "Add up ln(1/7), which is about -1.95, once, twice and four times: are the sums alike?",
});

export const withinByChance = numberQuestion(
  { id: "5.6", name: "Within by chance", points: 1 },
  1 / 3,
  0.004,
  "Take the seven emotions one by one: of the six wrong names that each can get, how many lie in its own group?",
  [
    { value: 3 / 6, hint: "This holds for an emotion of the negative group. What of the other three?" },
    { value: 1 / 6, hint: "This holds for an emotion of the positive group. What of the other five?" },
    { value: 2 / 9, hint: "You average over the three groups. How many emotions does each have?" },
    { value: 3 / 7, hint: "The right emotion is no error: among how many names does an error choose?" },
    { value: 2 / 7, hint: "You divide by seven twice: an error chooses among six names." },
  ],
);

export const whatHoldsOfAen = multipleChoice(
  { id: "5.8", name: "What holds of AEN", points: 2 },
  ["a", "d"],
  ["a", "b", "c", "d", "e"],
  "Each can be tried with what you have written and with `result` above.",
);
