import { matching, multipleChoice, numberQuestion } from "../quiz.js";

export const whichEmotion = matching(
  { id: "1.1", name: "Which emotion is drawn", points: 1 },
  { happy: "d", sad: "f", angry: "b", surprise: "a", disgust: "e", fear: "c" },
  "Look at brows, eyelids and mouth one after the other: which are raised, which lowered, which stretched?",
);

export const surpriseAndFear = multipleChoice(
  { id: "1.4", name: "Surprise and fear", points: 2 },
  ["b", "e"],
  ["a", "b", "c", "d", "e"],
  "Draw both faces and take units away one at a time: which difference is left?",
);

export const agreementByChance = numberQuestion(
  { id: "1.6", name: "Agreement by chance", points: 1 },
  0.68,
  0.005,
  "They agree when both say happy, and when both do not. How likely is each of the two?",
  [
    { value: 0.64, hint: "This is how often both say happy. In which other case do they agree?" },
    { value: 0.04, hint: "This is how often neither says happy. In which other case do they agree?" },
    { value: 0.8, hint: "This is how often one of them says happy. They must both say the same." },
    { value: 0.5, hint: "Two answers are not equally likely here. How often does each rater say happy?" },
    { value: 0.32, hint: "This is how often they differ." },
  ],
);

export const whatLabelsMean = multipleChoice(
  { id: "1.9", name: "What labels can and cannot mean", points: 2 },
  ["b", "c"],
  ["a", "b", "c", "d", "e"],
  "For each statement, ask who gave the label, what that person saw, and whom nobody asked.",
);
