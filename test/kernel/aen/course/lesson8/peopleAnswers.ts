import type { Answers } from "../answers.js";
import type { A, Unit } from "./answers.js";

const peopleOf = (answers: A) => [...new Set(answers.map(({ person }) => person))];
const clipsOf = (answers: A, drawn: string) => answers.filter(({ person }) => person === drawn);
const pick = <Item>(items: readonly Item[], unit: Unit) => items[Math.floor(unit() * items.length)];

/** Answers to the exercise on resampling people. */
export const peopleAnswers: Answers = {
  right: {
    "a person at a time": (answers: A, unit: Unit) =>
      peopleOf(answers).flatMap(() => clipsOf(answers, pick(peopleOf(answers), unit))),
    "loops, other names for copies": (answers: A, unit: Unit) => {
      const drawn = [];
      const people = peopleOf(answers);
      for (let i = 0; i < people.length; i++) {
        const person = people[Math.trunc(people.length * unit())];
        for (const each of answers)
          if (each.person === person) drawn.push({ ...each, person: `${person}, ${i}` });
      }
      return drawn;
    },
    "clips of people in a map": (answers: A, unit: Unit) => {
      const of = new Map<string, A[number][]>();
      for (const each of answers) of.set(each.person, [...(of.get(each.person) ?? []), each]);
      const clips = [...of.values()];
      return Array.from(clips, () => pick(clips, unit)).flat();
    },
  },
  wrong: [
    ["clips", (answers: A, unit: Unit) => answers.map(() => pick(answers, unit)), /you draw clips/],
    [
      "in another order",
      (answers: A, unit: Unit) => {
        const keys = new Map(peopleOf(answers).map((person) => [person, unit()]));
        return [...answers].sort((a, b) => keys.get(a.person)! - keys.get(b.person)!);
      },
      /exactly once/,
    ],
    [
      "one clip each",
      (answers: A, unit: Unit) =>
        peopleOf(answers).map(() => clipsOf(answers, pick(peopleOf(answers), unit))[0]),
      /one clip/,
    ],
    [
      "as many people as clips",
      (answers: A, unit: Unit) => answers.flatMap(() => clipsOf(answers, pick(peopleOf(answers), unit))),
      /people where there are 9/,
    ],
    [
      "Math.random",
      (answers: A) => peopleOf(answers).flatMap(() => clipsOf(answers, pick(peopleOf(answers), Math.random))),
      /two results/,
    ],
    ["no draw", (answers: A) => answers, /does your function draw at all/],
    [
      "never the last one",
      (answers: A, unit: Unit) => {
        const people = peopleOf(answers);
        return people.flatMap(() => clipsOf(answers, people[Math.floor(unit() * (people.length - 1))]));
      },
      /never drawn/,
    ],
    [
      "rounded indices",
      (answers: A, unit: Unit) => {
        const people = peopleOf(answers);
        return people.flatMap(() => clipsOf(answers, people[Math.round(unit() * (people.length - 1))]));
      },
      /more often than others/,
    ],
    [
      "names of people",
      (answers: A, unit: Unit) => peopleOf(answers).map(() => pick(peopleOf(answers), unit)),
      /something else than answers/,
    ],
    ["nothing yet", () => [], /returns nothing yet/],
  ],
};
