import { matching, multipleChoice, numberQuestion } from "../quiz.js";

export const whereGapsComeFrom = matching(
  { id: "8.1", name: "Where a gap comes from", points: 1 },
  { few: "c", camera: "a", raters: "d", chance: "b" },
  "Ask of each experiment what it changes: who is in the training, what the camera shows, what the labels say, or how much is measured.",
);

export const hiddenByMean = numberQuestion(
  { id: "8.4", name: "What a mean hides", points: 1 },
  0.27,
  0.002,
  "The figure of all clips weighs each group with its clips. Work it out, then take the worst group's from it.",
  [
    {
      value: 0.15,
      hint: "You take the plain mean of the two groups. How many clips does each of them bring?",
    },
    { value: 0.3, hint: "This is the gap between the groups. From which figure does the text start?" },
    { value: 0.03, hint: "This is how far the figure of all clips is below the better group's." },
    { value: 0.77, hint: "This is the figure of all clips. How far is it above the worst group's?" },
    { value: -0.27, hint: "Above is a positive number." },
  ],
);

export const whatFiguresSay = multipleChoice(
  { id: "8.8", name: "What the figures say", points: 2 },
  ["b", "c", "d"],
  ["a", "b", "c", "d", "e"],
  "Make up two small groups for what you are unsure of, and let your functions count.",
);

export const whichArticle = matching(
  { id: "8.9", name: "Which article", points: 2 },
  { lectures: "a", driver: "d", shop: "b", reviews: "c" },
  "Ask in this order: is it about emotions or a physical state? From biometric data? At work or in education? What is left?",
);

export const consent = multipleChoice(
  { id: "8.10", name: "Consent and data protection", points: 2 },
  ["a", "b", "e"],
  ["a", "b", "c", "d", "e", "f"],
  "Read the articles in the table once more: what does each apply to, and which of them has an exception for consent?",
);
