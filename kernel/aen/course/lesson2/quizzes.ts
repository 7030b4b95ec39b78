import { multipleChoice, numberQuestion } from "../quiz.js";

export const frameOnScreen = numberQuestion(
  { id: "2.1", name: "The frame on the screen", points: 1 },
  37,
  0.25,
  "Every frame stays until the next one comes. How many have begun by then, and how are they numbered?",
  [
    { value: 38, hint: "Frame 38 has not begun yet, or you count from 1." },
    { value: 37.5, hint: "There is no half frame: which one is still on the screen?" },
    { value: 36, hint: "Frame 36 has ended by then." },
    {
      value: 60,
      hint: "You divide the wrong way round, or take another rate. How many frames pass in a second?",
    },
  ],
);

export const whatDetectionMeans = multipleChoice(
  { id: "2.7", name: "What a detector's failures mean", points: 2 },
  ["b", "d"],
  ["a", "b", "c", "d", "e"],
  "For each statement, ask which faces are missing from what is counted.",
);
