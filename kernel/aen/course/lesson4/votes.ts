import { numbersExercise } from "../numbersExercise.js";

type Vote = [named: number[], emotions: number];

function countsOf(named: readonly number[], emotions: number): number[] {
  return Array.from({ length: emotions }, (_, emotion) => named.filter((each) => each === emotion).length);
}
const most = (numbers: readonly number[]) => Math.max(...numbers);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** The emotion that most frames name; in a tie the one with the lowest number. */
export const majorityVote = numbersExercise<Vote>({
  ...{ id: "4.2", name: "Majority vote", points: 2 },
  cases: [
    [[0, 6, 6, 6, 1, 4, 5], 7],
    [[1, 1, 2, 2, 0], 3],
    [[1, 0, 2, 2, 0, 1], 3],
    [[4, 4, 2, 2, 1, 1, 6], 7],
  ],
  reference: (named, emotions) => {
    const counts = countsOf(named, emotions);
    return counts.indexOf(most(counts));
  },
  mistakes: [
    {
      hint: "In a tie you take the emotion with the highest number. Which one does the task ask for?",
      value: (named, emotions) => {
        const counts = countsOf(named, emotions);
        return counts.lastIndexOf(most(counts));
      },
    },
    {
      hint: "In a tie you take the emotion that comes first in the clip. Which one does the task ask for?",
      value: (named, emotions) => {
        const counts = countsOf(named, emotions);
        return named.find((each) => counts[each] === most(counts))!;
      },
    },
    {
      hint: "You return how many frames name the emotion. Which emotion is it?",
      value: (named, emotions) => most(countsOf(named, emotions)),
    },
    {
      hint: "You average the numbers of emotions. Is emotion 2 half-way between 1 and 3?",
      value: (named) => Math.round(sum(named) / named.length),
    },
    {
      hint: "You take the frame in the middle of the sorted list. Are emotions in an order?",
      value: (named) => inOrder(named)[Math.floor(named.length / 2)],
    },
    { hint: "You look at the first frame alone.", value: (named) => named[0] },
  ],
  hint: "Count how often each emotion is named. Which count is the largest, and what if two are?",
});

function coefficient(of: number, taken: number): number {
  return taken === 0 ? 1 : (coefficient(of, taken - 1) * (of - taken + 1)) / taken;
}
const exactly = (share: number, frames: number, right: number) =>
  coefficient(frames, right) * share ** right * (1 - share) ** (frames - right);
const majorities = (frames: number) =>
  Array.from({ length: (frames + 1) / 2 }, (_, more) => (frames + 1) / 2 + more);

/** How often most of an odd number of frames is right, if each is with this share, and errs for itself (Condorcet). */
export const majorityRight = numbersExercise<[share: number, frames: number]>({
  ...{ id: "4.4", name: "If frames erred independently", points: 3 },
  cases: [
    [0.6, 3],
    [0.6, 15],
    [0.4, 5],
    [0.5, 7],
    [0.9, 5],
  ],
  reference: (share, frames) => sum(majorities(frames).map((right) => exactly(share, frames, right))),
  mistakes: [
    {
      hint: "You ask that all frames are right. How many must be?",
      value: (share, frames) => share ** frames,
    },
    {
      hint: "You count the smallest majority alone. Which further numbers of right frames are majorities?",
      value: (share, frames) => exactly(share, frames, (frames + 1) / 2),
    },
    {
      hint: "This is how often one frame or more is right. How many must be?",
      value: (share, frames) => 1 - (1 - share) ** frames,
    },
    {
      hint: "There are several ways in which k of T frames can be right. Where do you count them?",
      value: (share, frames) =>
        sum(majorities(frames).map((right) => share ** right * (1 - share) ** (frames - right))),
    },
    {
      hint: "This is how often most frames are wrong.",
      value: (share, frames) => 1 - sum(majorities(frames).map((right) => exactly(share, frames, right))),
    },
    {
      hint: "This is how many frames are right on average. How often are more than half?",
      value: (share, frames) => share * frames,
    },
    { hint: "This is the share of one frame. What do the others change?", value: (share) => share },
  ],
  hint: "Add up over k, from the smallest majority to all frames: how often exactly k frames are right.",
});
