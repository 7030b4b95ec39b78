import { matching } from "../quiz.js";
import { numbersExercise } from "../numbersExercise.js";

export const whatSplitsAsk = matching(
  { id: "3.1", name: "What a split asks", points: 1 },
  { frame: "c", clip: "d", person: "a" },
  "What does the classifier know of a test picture before it sees it: the moment beside it, the person, or nothing?",
);

const shareWithin = (of: readonly number[], others: readonly number[]) =>
  of.filter((person) => others.includes(person)).length / of.length;
const distinct = (persons: readonly number[]) => [...new Set(persons)];

/** The share of test stills whose person is in the training stills too. */
export const sharedPeople = numbersExercise<[number[], number[]]>({
  ...{ id: "3.2", name: "People on both sides", points: 2 },
  cases: [
    [
      [1, 1, 2, 3, 4, 4, 4, 4],
      [2, 2, 5, 1, 6, 6, 6],
    ],
    [
      [7, 8],
      [1, 2, 2],
    ],
    [
      [1, 2, 3],
      [3, 3, 1, 9],
    ],
  ],
  reference: (train, test) => shareWithin(test, train),
  mistakes: [
    {
      hint: "You count each person once. What does the share count, people or stills?",
      value: (train, test) => shareWithin(distinct(test), distinct(train)),
    },
    {
      hint: "You look at the training stills. Whose share is asked for?",
      value: (train, test) => shareWithin(train, test),
    },
    {
      hint: "This is a count. What makes a share of it?",
      value: (train, test) => test.filter((person) => train.includes(person)).length,
    },
    {
      hint: "This is the share of stills whose person is new. Which ones leak?",
      value: (train, test) => 1 - shareWithin(test, train),
    },
    {
      hint: "You compare the lists place by place. Does it matter at which place a person stands?",
      value: (train, test) => test.filter((person, at) => train[at] === person).length / test.length,
    },
    {
      hint: "Give the share from 0 to 1, not in per cent.",
      value: (train, test) => 100 * shareWithin(test, train),
    },
  ],
  hint: "For each test still one question: is its person among those of the training stills? Then the share of yes.",
});
