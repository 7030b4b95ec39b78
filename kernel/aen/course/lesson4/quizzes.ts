import { matching, multipleChoice, numberQuestion } from "../quiz.js";

export const whatIsCombined = matching(
  { id: "4.1", name: "What is combined", points: 1 },
  { vote: "c", probabilities: "a", features: "d", encoder: "b" },
  "What does each of them know of a frame: one emotion, how sure the frame is, what it looks like, or also its neighbours?",
);

export const flippedVote = numberQuestion(
  { id: "4.3", name: "Frames that flip a vote", points: 1 },
  8,
  0.01,
  "How many frames are left for the clip's emotion, and who has more?",
  [
    { value: 7, hint: "With 7 of 15, 8 frames still name the clip's emotion. Who has the majority?" },
    { value: 7.5, hint: "Frames are whole. From which whole number on is it more than half?" },
    { value: 15, hint: "Must all frames deviate?" },
    { value: 14, hint: "One frame is no majority. How many are?" },
    { value: 9, hint: "Fewer suffice: who has the majority with 8 of 15?" },
  ],
);

export const whatOrderChanges = multipleChoice(
  { id: "4.7", name: "The order of frames", points: 2 },
  ["a", "b", "c", "f"],
  ["a", "b", "c", "d", "e", "f"],
  "Which of them would notice that two frames have changed places?",
);

export const whatHolds = multipleChoice(
  { id: "4.8", name: "What holds of frames and clips", points: 2 },
  ["a", "c", "e"],
  ["a", "b", "c", "d", "e"],
  "Try what you are unsure of: the functions that you have written answer it.",
);
